import { describe, expect, it } from "@jest/globals";
import { DAY, HOUR, MINUTE, NOW, SECOND, created, pass, repeated, eventLines } from "./host.ts";
import { ALL, PAGE, searching, start } from "./things.ts";

it("the times before an update show what it was, also where a reading that was interrupted goes on", async () => {
  const { world, api, host } = start(searching((record, kind, since) => (kind === "updated" && record.time > since ? "renamed" : kind)), { pollBudget: 5 });
  const id = world.create({ at: NOW - DAY });
  await host.activate();
  world.createMany(2 * PAGE, { at: Date.now() - 2 * PAGE });
  world.update(id, { at: Date.now() - 1, lagMs: 5 * MINUTE });
  expect(await host.run()).toHaveLength(2 * PAGE);
  pass(HOUR);
  api.latencyMs = 3 * SECOND;
  expect(await host.run()).toEqual([]);
  api.latencyMs = 0;
  expect(eventLines(await host.run())).toEqual([`renamed ${id}`]);
});

describe.each([ALL[0], ALL[2], ALL[3]])("updates, read %s", (_, component) => {
  const deployed = async (props = {}) => {
    const all = start(component, props);
    const ids = all.world.createMany(5, { at: NOW - DAY, step: HOUR });
    await all.host.activate();
    pass(2 * HOUR);
    return { ...all, ids: ids as [string, string, string, string, string] };
  };

  it("of old records are updates, however old", async () => {
    const { world, host, ids: [id] } = await deployed();
    const at = Date.now();
    world.update(id);
    expect(await host.run()).toMatchObject([{ id: `${id}:${at}`, kind: "updated", ts: at, event: { id, name: "changed" } }]);
    expect(await host.settle(MINUTE)).toEqual([]);
  });

  it("there and back again are two events with ids of their own", async () => {
    const { world, host, ids: [id] } = await deployed();
    for (const name of ["B", "first", "B"]) {
      world.update(id, { name });
      pass(MINUTE);
      expect(eventLines(await host.run())).toEqual([`updated ${id}`]);
    }
    expect(repeated(host.events)).toEqual([]);
  });

  it("of a new record follow its creation: together one event, apart two", async () => {
    const { world, host } = await deployed();
    const together = world.create();
    world.update(together, { at: Date.now() + 5 });
    pass(MINUTE);
    expect(eventLines(await host.run())).toEqual([`created ${together}`]);
    world.update(together);
    pass(MINUTE);
    expect(eventLines(await host.run())).toEqual([`updated ${together}`]);
    pass(HOUR);
    world.update(together);
    expect(eventLines(await host.settle(MINUTE))).toEqual([`updated ${together}`]);
  });

  it("of a new record are updates for those who did not choose created, also a day after its creation", async () => {
    const { world, host } = await deployed({ eventTypes: ["updated"] });
    await host.settle(15 * MINUTE);
    const [once, untouched] = [world.create({ lagMs: DAY }), world.create()];
    pass(DAY - MINUTE);
    expect(await host.settle(MINUTE)).toEqual([]);
    world.update(once);
    pass(MINUTE);
    expect(eventLines(await host.settle(MINUTE))).toEqual([`updated ${once}`]);
    expect(untouched).not.toBe(once);
  });

  it("of a record of the baseline's window are updates", async () => {
    const { world, host } = start(component);
    const id = world.create({ at: NOW - MINUTE });
    await host.activate();
    pass(MINUTE);
    world.update(id);
    expect(eventLines(await host.run())).toEqual([`updated ${id}`]);
  });

  it("that show late are found, and a creation before them with them", async () => {
    const { world, host, ids: [one, two] } = await deployed();
    world.update(one, { lagMs: 8 * MINUTE });
    const late = world.create({ lagMs: 9 * MINUTE });
    for (let minute = 0; minute < 12; minute++) {
      world.update(two);
      pass(MINUTE);
      await host.run();
    }
    expect(eventLines(host.events).filter((text) => !text.endsWith(two)).sort()).toEqual([`created ${late}`, `updated ${one}`]);
    expect(eventLines(host.events).filter((text) => text.endsWith(two))).toHaveLength(12);
  });

  it("that an index forgets for a moment do not come again", async () => {
    const { world, host, ids: [id] } = await deployed();
    const at = Date.now();
    world.update(id, { at: at - MINUTE });
    const current = world.visible("updated");
    world.update(id, { at });
    await host.run();
    // Another copy of the index answers, which is behind.
    const show = world.visible.bind(world);
    world.visible = () => current;
    pass(MINUTE);
    expect(await host.run()).toEqual([]);
    world.visible = show;
    expect(await host.settle(MINUTE)).toEqual([]);
  });

  it.each([[["created"], ["created"]], [["updated"], ["updated"]], [["created", "updated"], ["created", "updated"]], [[], ["created", "updated"]], [undefined, ["created", "updated"]]])(
    "with the event types %p chosen, %p are emitted",
    async (eventTypes, expected) => {
      const { world, host, ids: [id] } = await deployed({ eventTypes });
      world.update(id);
      world.create({ at: Date.now() + 1 });
      expect((await host.run()).map(({ kind }) => kind).sort()).toEqual(expected);
    },
  );

  it("during a reading that takes several polls are updates of what was emitted before, and emitted once", async () => {
    const { world, api, host } = await deployed({ pollBudget: 5 });
    const ids = world.createMany(60, { at: Date.now() - 70 * MINUTE, step: 40 * SECOND });
    api.latencyMs = 1_500;
    await host.run();
    const first = host.events.map(({ event }) => String(event.id));
    expect(first.length).toBeGreaterThan(PAGE - 1);
    const touched = [first[0]!, first[5]!, first.at(-1)!]; // enough was emitted
    for (const id of touched) world.update(id);
    pass(MINUTE);
    await host.run();
    api.latencyMs = 0;
    await host.settle(MINUTE);
    expect(eventLines(host.events).sort()).toEqual([...created(ids), ...touched.map((id) => `updated ${id}`)].sort());
  });
});
