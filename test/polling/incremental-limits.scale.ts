/** More records in one window than a state can remember. */
import { describe, expect, it } from "@jest/globals";
import { DAY, DB_BYTES, HOUR, MINUTE, NOW, SECOND, created, pass, eventLines, uuid } from "./host.ts";
import { activity, ascending, descending, start } from "./things.ts";
import type { Things } from "./things.ts";

function createMany(world: Things, count: number, at: number, step: number): string[] {
  return Array.from({ length: count }, (_, index) => world.create({ id: uuid(world.born), at: at + index * step }));
}

describe.each([["upwards", ascending], ["downwards", descending]] as const)("read %s, more records in the window than can be remembered", (_, component) => {
  it.each([["over a quarter of an hour", 80], ["on one ms", 0]])("%s are emitted once, and the state stays below 60,000 bytes", async (_name, step) => {
    const { world, host } = start(component, { pageSize: 500 });
    await host.activate();
    pass(20 * MINUTE);
    world.undated = component === descending ? Array.from({ length: 200 }, (_none, index) => `undated-${uuid(index)}`) : [];
    const ids = createMany(world, 10_000, Date.now() - 14 * MINUTE, step);
    const first = await host.run();
    expect(eventLines(first).sort()).toEqual(created([...ids, ...world.undated]));
    expect(host.stateBytes).toBeLessThan(DB_BYTES);
    pass(MINUTE);
    expect(await host.run()).toEqual([]);
    const [late] = createMany(world, 1, Date.now(), 0);
    expect(eventLines(await host.run())).toEqual([`created ${late}`]);
  });

  it("are emitted once over several polls, with a state below 60,000 bytes after each", async () => {
    const { world, api, host } = start(component, { pageSize: 500, pollBudget: 5 });
    createMany(world, 4_500, NOW - 10 * MINUTE, 100);
    await host.activate();
    pass(20 * MINUTE);
    const ids = createMany(world, 10_000, Date.now() - 14 * MINUTE, 80);
    api.latencyMs = 500;
    for (let poll = 0; host.events.length < ids.length; poll++) {
      const emitted = await host.run();
      // The first poll may only find what the start has read.
      if (poll > 0) expect(emitted.length).toBeGreaterThan(0);
      expect(host.stateBytes).toBeLessThan(DB_BYTES);
      pass(MINUTE);
    }
    expect(await host.settle(MINUTE)).toEqual([]);
    expect(eventLines(host.events).sort()).toEqual(created(ids));
  });
});

describe("read downwards, a flood behind another, in several polls", () => {
  const FLOODS: [number, string, number][] = [4_600, 8_000, 10_000].flatMap((count): [number, string, number][] => [[count, "5 ms apart", 5], [count, "all on one ms", 0]]);
  it.each(FLOODS)("%d %s: after a start, nothing old is emitted, and nothing new lost or repeated", async (count, _, step) => {
    const { world, api, host } = start(descending, { pageSize: 500, pollBudget: 5 });
    createMany(world, 4_500, NOW - 10 * MINUTE, 100);
    await host.activate();
    pass(MINUTE);
    const ids = createMany(world, count, Date.now() - MINUTE, step);
    api.latencyMs = 500;
    await host.settle(MINUTE);
    expect(eventLines(host.events).sort()).toEqual(created(ids));
  });

  it.each(FLOODS)("%d %s: nothing of the first is emitted again", async (count, _, step) => {
    const { world, api, host } = start(descending, { pageSize: 500, pollBudget: 5 });
    await host.activate();
    pass(20 * MINUTE);
    const ids = createMany(world, 4_500, Date.now() - 10 * MINUTE, 100);
    await host.run();
    pass(MINUTE);
    ids.push(...createMany(world, count, Date.now() - MINUTE, step));
    api.latencyMs = 500;
    await host.settle(MINUTE);
    expect(eventLines(host.events).sort()).toEqual(created(ids));
  });
});

describe.each([["upwards", ascending], ["downwards", descending], ["downwards by activity", activity]] as const)("read %s, more than can be remembered, where HighLevel refuses to go on", (_, component) => {
  it("are emitted once all the same, with a state below 60,000 bytes after each poll", async () => {
    const { world, api, host } = start(component, { pageSize: 500, pollBudget: 5 });
    createMany(world, 1_000, NOW - 10 * MINUTE, 100);
    await host.activate();
    pass(20 * MINUTE);
    await host.run(); // reads once more what the start has read, and moves past it
    const ids = createMany(world, 7_000, Date.now() - 18 * MINUTE, 140);
    api.latencyMs = 500;
    let refusals = 0;
    for (let poll = 0; poll < 16; poll++) {
      if (poll % 5 === 2 && host.refuseCursor()) refusals++;
      await host.run();
      expect(host.stateBytes).toBeLessThan(DB_BYTES);
      ids.push(world.create());
      pass(SECOND);
    }
    expect(refusals).toBeGreaterThan(component === ascending ? 0 : 1);
    await host.settle(MINUTE);
    expect(eventLines(host.events).sort()).toEqual(created(ids));
  });
});

describe("more new records than can be remembered", () => {
  it("are each emitted as new once, whatever changes before and while they are read", async () => {
    const { world, api, host } = start(ascending, { pageSize: 500, pollBudget: 5 });
    await host.activate();
    pass(10 * DAY);
    const ids = createMany(world, 6_000, NOW + DAY, MINUTE);
    const [early, second, third] = [ids[0]!, ids[1]!, ids[2]!]; // 6,000 were created
    world.update(second);
    pass(MINUTE);
    api.latencyMs = 350;
    while (host.events.length < 5_000) {
      await host.run();
      pass(MINUTE);
    }
    world.update(early);
    api.latencyMs = 0;
    await host.settle(MINUTE);
    world.update(third);
    await host.settle(MINUTE);
    expect(eventLines(host.events).sort()).toEqual([...created(ids), `updated ${early}`, `updated ${third}`].sort());
  });
});

describe("more new records than can be remembered, 1,500 of which changed in one ms", () => {
  it("are each emitted as new once, also when they change again, read downwards over several polls", async () => {
    const { world, api, host } = start(activity, { pageSize: 500, pollBudget: 5 });
    await host.activate();
    pass(DAY);
    const older = createMany(world, 2_000, NOW + HOUR, 1);
    const tied = createMany(world, 1_500, NOW + 2 * HOUR, 1);
    for (const id of tied) world.update(id, { at: NOW + 3 * HOUR });
    const newer = createMany(world, 3_000, NOW + 4 * HOUR, 1);
    const ids = [...older, ...tied, ...newer];
    api.latencyMs = 700;
    for (let poll = 0; host.events.length < ids.length && poll < 15; poll++) await host.run();
    api.latencyMs = 0;
    await host.run();
    const changed = [older[7]!, tied[7]!, newer[7]!]; // as many were created
    for (const id of changed) world.update(id);
    await host.settle(MINUTE);
    expect(eventLines(host.events).sort()).toEqual([...created(ids), ...changed.map((id) => `updated ${id}`)].sort());
  });
});
