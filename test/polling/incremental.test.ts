import { describe, expect, it } from "@jest/globals";
import { DAY, HOUR, MINUTE, NOW, SECOND, created, pass, eventLines } from "./host.ts";
import { ALL, BY_TIME, PAGE, ascending, deployed, descending, start } from "./things.ts";

describe.each(ALL)("read %s", (_, component) => {
  describe("the baseline", () => {
    it.each(["activate", "run"] as const)("is silent in %s", async (hook) => {
      const { world, host } = start(component);
      world.createMany(45, { at: NOW - HOUR });
      world.createMany(5, { at: NOW - MINUTE });
      expect(await host[hook]()).toEqual([]);
      expect(await host.run()).toEqual([]);
      pass(15 * MINUTE);
      expect(await host.run()).toEqual([]);
    });

    it("comes with at most 25 samples at the first deployment, the newest", async () => {
      const { world, host } = start(component, { pageSize: 100 });
      world.createMany(50, { at: NOW - HOUR });
      const ids = world.createMany(25, { at: NOW - MINUTE });
      const samples = await host.deploy();
      expect(eventLines(samples).sort()).toEqual(created(ids));
      expect(await host.run()).toEqual([]);
    });

    it("has no samples of event types that nobody chose", async () => {
      const { world, host } = start(component, { eventTypes: ["updated"] });
      world.createMany(5);
      expect(await host.deploy()).toEqual([]);
    });

    it("costs at most two requests, however long the list", async () => {
      const { world, api, host } = start(component);
      world.createMany(2_000, { at: NOW - DAY, step: SECOND });
      expect((await host.deploy()).length).toBeLessThanOrEqual(25);
      expect(api.asked.length).toBeLessThanOrEqual(2);
    });

    it("knows the newest records, however many share their time", async () => {
      const { world, host } = start(component);
      world.createMany(PAGE * 3, { at: NOW - SECOND, step: 0 });
      await host.activate();
      pass(MINUTE);
      expect(await host.run()).toEqual([]);
      const id = world.create();
      expect(eventLines(await host.run())).toEqual([`created ${id}`]);
    });

    it("of an empty account takes what comes next for new", async () => {
      const { world, host } = start(component);
      expect(await host.deploy()).toEqual([]);
      pass(MINUTE);
      expect(await host.run()).toEqual([]);
      const ids = world.createMany(3);
      expect(eventLines(await host.run()).sort()).toEqual(created(ids));
    });

    it("stays at a second deployment and at an update that changes nothing", async () => {
      const { world, host } = await deployed(component);
      const id = world.create();
      expect(await host.deploy()).toEqual([]);
      expect(await host.activate()).toEqual([]);
      expect(eventLines(await host.run())).toEqual([`created ${id}`]);
    });
  });

  describe("a poll", () => {
    it("where nothing happened emits nothing and asks once", async () => {
      const { host, world } = await deployed(component, 45);
      world.create();
      await host.run();
      for (let poll = 0; poll < 5; poll++) {
        pass(15 * MINUTE);
        expect(await host.counted()).toEqual({ emitted: [], requests: 1 });
      }
    });

    it("emits each new record once, with the record itself and its times", async () => {
      const { world, host } = await deployed(component);
      const at = Date.now() - MINUTE;
      const id = world.create({ at });
      const [emission, ...others] = await host.run();
      expect(others).toEqual([]);
      expect(emission).toMatchObject({
        id, kind: "created", ts: at, summary: `Thing created: first`,
        event: { id, name: "first", dateAdded: at, _event: { kind: "created", detectedAt: new Date().toISOString() } },
      });
      expect(await host.settle(MINUTE)).toEqual([]);
    });

    it("reads N new records with N/page requests, and one more at most", async () => {
      const { world, host } = await deployed(component);
      const ids = world.createMany(10 * PAGE, { at: Date.now() - MINUTE });
      const { emitted, requests } = await host.counted();
      expect(eventLines(emitted).sort()).toEqual(created(ids));
      expect(requests).toBeLessThanOrEqual(BY_TIME.includes(component) ? 12 : 11);
    });

    it("does not take old records for new ones when others are deleted", async () => {
      const { world, host } = await deployed(component, 60);
      world.createMany(15, { at: Date.now() - MINUTE });
      await host.run();
      for (const id of world.ids.slice(-40)) world.remove(id);
      expect(await host.settle(MINUTE)).toEqual([]);
    });

    it("finds records that share one ms, more than a page of them, also those that show later", async () => {
      const { world, host } = await deployed(component);
      const at = Date.now() - SECOND;
      const [some, more] = BY_TIME.includes(component) ? [5, 4] : [25, 18];
      const ids = world.createMany(some, { at, step: 0 });
      expect(eventLines(await host.run()).sort()).toEqual(created(ids));
      const later = world.createMany(more, { at, step: 0, lagMs: 2 * MINUTE });
      expect(eventLines(await host.settle(MINUTE)).sort()).toEqual(created(later));
    });

    it.each([SECOND, 30 * SECOND, MINUTE, 5 * MINUTE, 10 * MINUTE])("finds records that show only after %d ms, among others that show at once", async (lagMs) => {
      const { world, host } = await deployed(component);
      const ids: string[] = [];
      for (let minute = 0; minute < 15; minute++) {
        ids.push(world.create({ lagMs }), world.create(), world.create({ lagMs: lagMs / 2 }));
        pass(MINUTE);
        await host.run();
      }
      await host.settle(MINUTE);
      expect(eventLines(host.events).sort()).toEqual(created(ids));
    });

    it("is not disturbed by records that come in between its pages", async () => {
      const { world, api, host } = await deployed(component);
      const ids = world.createMany(35, { at: Date.now() - 20 * MINUTE, step: 30 * SECOND });
      api.listen(() => {
        pass(SECOND);
        if (ids.length < 60) ids.push(...world.createMany(3));
      });
      await host.settle(MINUTE);
      expect(eventLines(host.events).sort()).toEqual(created(ids));
    });

    it("is not disturbed by records that go in between its pages", async () => {
      const { world, api, host } = await deployed(component);
      const ids = world.createMany(45, { at: Date.now() - 20 * MINUTE, step: 20 * SECOND });
      api.listen((count) => {
        if (count === 3) for (const id of [...ids.slice(12, 15), ...ids.slice(-15, -12)]) world.remove(id);
      });
      await host.settle(MINUTE);
      const gone = new Set(ids.filter((id) => !world.ids.includes(id)));
      const events = eventLines(host.events);
      expect(events).toEqual([...new Set(events)]);
      for (const id of ids) if (!gone.has(id)) expect(events).toContain(`created ${id}`);
    });
  });
});

describe("the samples of a deployment", () => {
  it("are not emitted again by the next poll, also where one came between its two requests", async () => {
    const { world, api, host } = start(ascending);
    world.createMany(3, { at: NOW - HOUR });
    let late = "";
    api.listen((count) => {
      if (count === 2) late = world.create();
    });
    expect(eventLines(await host.deploy())).toContain(`created ${late}`);
    pass(MINUTE);
    expect(await host.run()).toEqual([]);
    world.update(late);
    expect(eventLines(await host.run())).toEqual([`updated ${late}`]);
  });

  it("do not hide a change that came between its two requests", async () => {
    const { world, api, host } = start(ascending);
    const [old] = world.createMany(1, { at: NOW - HOUR });
    world.createMany(PAGE, { at: NOW - MINUTE });
    api.latencyMs = 2 * SECOND;
    api.listen((count) => {
      if (count === 2) world.update(old ?? "");
    });
    await host.deploy();
    pass(MINUTE);
    expect(eventLines(await host.run())).toEqual([`updated ${old}`]);
  });

  it("are 25 at most, also where the newest pages are dated ahead", async () => {
    const { world, host } = start(descending, { pageSize: 30 });
    world.createMany(65, { at: NOW + DAY });
    world.createMany(60, { at: NOW - HOUR });
    expect((await host.deploy()).length).toBeLessThanOrEqual(25);
    expect(await host.run()).toEqual([]);
  });
});
