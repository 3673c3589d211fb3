import { describe, expect, it } from "@jest/globals";
import { DAY, HOUR, MINUTE, NOW, SECOND, created, pass, repeated, eventLines } from "./host.ts";
import { activity, ascending, descending, start } from "./things.ts";

const TOO_MANY = "More than 200 records of the list have no date, so that new ones cannot be told from old ones. Narrow the list.";

it("a flood of one moment that outgrows the memory, read downwards over several polls behind another, is emitted once", async () => {
  const { world, api, host } = start(descending, { pageSize: 500, pollBudget: 5 });
  world.createMany(4_500, { at: NOW - 10 * MINUTE, step: 100 });
  await host.activate();
  pass(MINUTE);
  const ids = world.createMany(4_600, { at: Date.now() - MINUTE, step: 0 });
  api.latencyMs = 500;
  await host.settle(MINUTE);
  expect(eventLines(host.events).sort()).toEqual(created(ids));
});

describe("a trigger that was paused for a month", () => {
  it.each([["upwards", ascending], ["downwards by activity", activity]] as const)("catches up, read %s: each record once, and changes meanwhile", async (_, component) => {
    const { world, api, host } = start(component, { pollBudget: 5, pageSize: 20 });
    const old = world.createMany(5, { at: NOW - HOUR });
    await host.activate();
    pass(31 * DAY);
    const ids = world.createMany(120, { at: NOW + DAY, step: 5 * HOUR });
    const [changedBefore, changedMeanwhile] = [ids[3]!, ids[4]!]; // 120 were created
    world.update(changedBefore);
    world.update(old[0]!);
    api.latencyMs = 1_500;
    await host.run();
    pass(MINUTE);
    world.update(changedMeanwhile);
    for (let poll = 0; poll < 8; poll++) {
      await host.run();
      pass(MINUTE);
    }
    expect(await host.settle(MINUTE)).toEqual([]);
    expect(repeated(host.events)).toEqual([]);
    // Read upwards, it was emitted before it changed. Downwards, it moved away before it was reached: emitted once, as new.
    const changed = component === ascending ? [`updated ${changedMeanwhile}`] : [];
    expect(eventLines(host.events).sort()).toEqual([...created(ids), `updated ${old[0]}`, ...changed].sort());
  });
});

describe("records dated in the future", () => {
  it.each([["upwards", ascending], ["downwards", descending]] as const)("that the baseline knows never become new, read %s", async (_, component) => {
    const { world, host } = start(component);
    world.create({ at: NOW - MINUTE });
    world.create({ at: NOW + 40 * MINUTE });
    world.create({ at: NOW + 40 * DAY });
    await host.activate();
    for (const step of [MINUTE, HOUR, DAY, 39 * DAY, DAY]) {
      pass(step);
      const id = world.create();
      expect(eventLines(await host.run())).toEqual([`created ${id}`]);
      expect(await host.run()).toEqual([]);
    }
  });

  it.each([["upwards", ascending], ["downwards", descending]] as const)("wait until their time comes, and hide no others, read %s", async (_, component) => {
    const { world, host } = start(component);
    await host.activate();
    pass(MINUTE);
    const ahead = world.create({ at: Date.now() + 2 * HOUR });
    const soon = world.create({ at: Date.now() + 2 * MINUTE });
    expect(eventLines(await host.run())).toEqual([`created ${soon}`]);
    for (let poll = 0; poll < 4; poll++) {
      pass(20 * MINUTE);
      const id = world.create({ lagMs: 0 });
      expect(eventLines(await host.run())).toEqual([`created ${id}`]);
    }
    pass(HOUR);
    expect(eventLines(await host.run())).toEqual([`created ${ahead}`]);
    expect(await host.settle(MINUTE)).toEqual([]);
  });

  it("are passed over by the baseline, page after page, without pushing the window ahead", async () => {
    const { world, host } = start(descending);
    world.createMany(35, { at: NOW + DAY, step: SECOND });
    world.createMany(5, { at: NOW - HOUR, step: SECOND });
    await host.activate();
    pass(MINUTE);
    const id = world.create();
    expect(eventLines(await host.run())).toEqual([`created ${id}`]);
  });
});

describe("records without any time", () => {
  it("are emitted once when they are new, also in several polls and among others", async () => {
    const { world, host } = start(descending, { pageSize: 100 });
    world.undated = ["u1", "u2"];
    world.createMany(3, { at: NOW - HOUR });
    await host.activate();
    pass(MINUTE);
    expect(await host.run()).toEqual([]);
    world.undated.push("u3");
    const id = world.create();
    expect(eventLines(await host.run()).sort()).toEqual([`created ${id}`, "created u3"]);
    expect(await host.settle(MINUTE)).toEqual([]);
  });

  it("may come and go for ever, as long as there are not too many at a time", async () => {
    const { world, host } = start(descending, { pageSize: 200 });
    await host.activate();
    for (let poll = 0; poll < 6; poll++) {
      pass(MINUTE);
      const fresh = Array.from({ length: 50 }, (_, index) => `u${poll}-${index}`);
      world.undated = [...fresh, ...world.undated.filter((id) => id !== "stays")].slice(0, 150).concat("stays");
      expect(eventLines(await host.run()).sort()).toEqual(created(poll === 0 ? [...fresh, "stays"] : fresh));
      expect(await host.run()).toEqual([]);
    }
  });

  it("are an error where there are too many to remember, and nothing is emitted again and again", async () => {
    const { world, host } = start(descending, { pageSize: 400 });
    world.undated = Array.from({ length: 200 }, (_, index) => `u${index}`);
    await host.activate();
    world.undated.push("u200");
    for (let poll = 0; poll < 3; poll++) {
      pass(MINUTE);
      expect(await host.tryRun()).toMatchObject({ emitted: [], error: { message: TOO_MANY } });
    }
    expect((await start(descending).host.tryRun()).error).toBeUndefined();
    const other = start(descending, { pageSize: 400 });
    other.world.undated = world.undated;
    await expect(other.host.deploy()).rejects.toThrow(TOO_MANY);
    expect(other.host.events).toEqual([]);
  });
});
