import { describe, expect, it } from "@jest/globals";
import { DAY, HOUR, MINUTE, NOW, SECOND, breakAt, pass, repeated, told } from "./host.ts";
import { PAGE, activity, ascending, descending, rising, start } from "./things.ts";
import type { Trigger } from "./things.ts";

const ALL = [["upwards", ascending], ["downwards", descending], ["upwards by activity", rising], ["downwards by activity", activity]] as const;
const WITH_UPDATES = [ALL[0], ALL[2], ALL[3]] as const;
/** Those that continue behind a time: their pages overlap, and more than a page of ties cannot be passed. */
const BY_TIME: Trigger[] = [rising, activity];
const created = (ids: string[]) => ids.map((id) => `created ${id}`).sort();

describe.each(ALL)("read %s", (_, component) => {
  const deployed = async (old = 3, props = {}) => {
    const all = start(component, props);
    all.world.createMany(old, { at: NOW - HOUR });
    await all.host.activate();
    pass(2 * HOUR);
    return all;
  };

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
      expect(told(samples).sort()).toEqual(created(ids));
      expect(await host.run()).toEqual([]);
    });

    it("has no samples of kinds that nobody chose", async () => {
      const { world, host } = start(component, { kinds: ["updated"] });
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
      expect(told(await host.run())).toEqual([`created ${id}`]);
    });

    it("of an empty account takes what comes next for new", async () => {
      const { world, host } = start(component);
      expect(await host.deploy()).toEqual([]);
      pass(MINUTE);
      expect(await host.run()).toEqual([]);
      const ids = world.createMany(3);
      expect(told(await host.run()).sort()).toEqual(created(ids));
    });

    it("stays at a second deployment and at an update that changes nothing", async () => {
      const { world, host } = await deployed();
      const id = world.create();
      expect(await host.deploy()).toEqual([]);
      expect(await host.activate()).toEqual([]);
      expect(told(await host.run())).toEqual([`created ${id}`]);
    });
  });

  describe("a poll", () => {
    it("where nothing happened emits nothing and asks once", async () => {
      const { host, world } = await deployed(45);
      world.create();
      await host.run();
      for (let poll = 0; poll < 5; poll++) {
        pass(15 * MINUTE);
        expect(await host.counted()).toEqual({ emitted: [], requests: 1 });
      }
    });

    it("emits each new record once, with the record itself and its times", async () => {
      const { world, host } = await deployed();
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
      const { world, host } = await deployed();
      const ids = world.createMany(10 * PAGE, { at: Date.now() - MINUTE });
      const { emitted, requests } = await host.counted();
      expect(told(emitted).sort()).toEqual(created(ids));
      expect(requests).toBeLessThanOrEqual(BY_TIME.includes(component) ? 12 : 11);
    });

    it("does not take old records for new ones when others are deleted", async () => {
      const { world, host } = await deployed(60);
      world.createMany(15, { at: Date.now() - MINUTE });
      await host.run();
      for (const id of world.ids.slice(-40)) world.remove(id);
      expect(await host.settle(MINUTE)).toEqual([]);
    });

    it("finds records that share one ms, more than a page of them, also those that show later", async () => {
      const { world, host } = await deployed();
      const at = Date.now() - SECOND;
      const [some, more] = BY_TIME.includes(component) ? [5, 4] : [25, 18];
      const ids = world.createMany(some, { at, step: 0 });
      expect(told(await host.run()).sort()).toEqual(created(ids));
      const later = world.createMany(more, { at, step: 0, lagMs: 2 * MINUTE });
      expect(told(await host.settle(MINUTE)).sort()).toEqual(created(later));
    });

    it.each([SECOND, 30 * SECOND, MINUTE, 5 * MINUTE, 10 * MINUTE])("finds records that show only after %d ms, among others that show at once", async (lagMs) => {
      const { world, host } = await deployed();
      const ids: string[] = [];
      for (let minute = 0; minute < 15; minute++) {
        ids.push(world.create({ lagMs }), world.create(), world.create({ lagMs: lagMs / 2 }));
        pass(MINUTE);
        await host.run();
      }
      await host.settle(MINUTE);
      expect(told(host.events).sort()).toEqual(created(ids));
    });

    it("is not disturbed by records that come in between its pages", async () => {
      const { world, api, host } = await deployed();
      const ids = world.createMany(35, { at: Date.now() - 20 * MINUTE, step: 30 * SECOND });
      api.listen(() => {
        pass(SECOND);
        if (ids.length < 60) ids.push(...world.createMany(3));
      });
      await host.settle(MINUTE);
      expect(told(host.events).sort()).toEqual(created(ids));
    });

    it("is not disturbed by records that go in between its pages", async () => {
      const { world, api, host } = await deployed();
      const ids = world.createMany(45, { at: Date.now() - 20 * MINUTE, step: 20 * SECOND });
      api.listen((count) => {
        if (count === 3) for (const id of [...ids.slice(12, 15), ...ids.slice(-15, -12)]) world.remove(id);
      });
      await host.settle(MINUTE);
      const gone = new Set(ids.filter((id) => !world.ids.includes(id)));
      const events = told(host.events);
      expect(events).toEqual([...new Set(events)]);
      for (const id of ids) if (!gone.has(id)) expect(events).toContain(`created ${id}`);
    });
  });

  describe("a poll that runs out of time", () => {
    it.each([10, 40 * SECOND])("goes on in the next one; nothing is lost or repeated, with records %d ms apart", async (step) => {
      const { world, api, host } = await deployed(3, { pollBudget: 5 });
      const ids = world.createMany(95, { at: Date.now() - 70 * MINUTE, step });
      api.latencyMs = 1_500;
      for (let poll = 1; poll <= 9; poll++) {
        expect((await host.run()).length).toBeGreaterThan(0);
        if (host.events.length === ids.length) break;
        pass(MINUTE);
      }
      expect(told(host.events).sort()).toEqual(created(ids));
      expect(await host.settle(MINUTE)).toEqual([]);
    });

    it("does not lose or repeat what comes meanwhile", async () => {
      const { world, api, host } = await deployed(3, { pollBudget: 5 });
      const ids = world.createMany(60, { at: Date.now() - 70 * MINUTE, step: 40 * SECOND });
      api.latencyMs = 1_500;
      for (let poll = 0; poll < 12; poll++) {
        await host.run();
        ids.push(world.create(), world.create({ lagMs: 4 * MINUTE }));
        pass(MINUTE);
      }
      api.latencyMs = 0;
      await host.settle(MINUTE);
      expect(told(host.events).sort()).toEqual(created(ids));
    });

    it("makes progress even where one page takes almost all of its time", async () => {
      const { world, api, host } = await deployed(0, { pollBudget: 5 });
      const ids = world.createMany(35, { at: Date.now() - HOUR, step: MINUTE });
      api.latencyMs = 3_900;
      for (let poll = 0; poll < 5; poll++) {
        await host.run();
        pass(MINUTE);
      }
      expect(told(host.events).sort()).toEqual(created(ids));
    });

    it("reads ties that its position divides once each", async () => {
      const { world, api, host } = await deployed(3, { pollBudget: 5 });
      const at = Date.now() - 40 * MINUTE;
      const ids = [...world.createMany(7, { at: at - MINUTE }), ...world.createMany(PAGE - 1, { at, step: 0 }), ...world.createMany(20, { at: at + 20 * MINUTE })];
      api.latencyMs = 2_900;
      for (let poll = 0; poll < 10; poll++) {
        await host.run();
        pass(MINUTE);
      }
      expect(told(host.events).sort()).toEqual(created(ids));
    });
  });

  describe("a failure", () => {
    it.each([1, 2, 3, 4])("of request %d keeps what was read before, and nothing is lost or repeated", async (at) => {
      const { world, api, host } = await deployed();
      const ids = world.createMany(35, { at: Date.now() - 50 * MINUTE, step: MINUTE });
      breakAt(api, at);
      const { emitted, error } = await host.tryRun();
      expect(emitted.length).toBeGreaterThanOrEqual((at - 1) * (PAGE - 1));
      expect(error?.message).toBe(at === 1 ? "The connection broke (ECONNRESET)." : undefined);
      if (at > 1) expect(console.log).toHaveBeenCalledWith(expect.stringContaining("The connection broke (ECONNRESET). The next poll goes on from there."));
      api.listen(undefined);
      pass(MINUTE);
      await host.run();
      expect(told(host.events).sort()).toEqual(created(ids));
      expect(await host.settle(MINUTE)).toEqual([]);
    });

    it("of the baseline leaves none, and the next poll makes one", async () => {
      const { world, api, host } = start(component);
      world.createMany(5);
      breakAt(api, 1);
      await expect(host.deploy()).rejects.toThrow("The connection broke");
      expect(host.db).toEqual({});
      api.listen(undefined);
      expect(await host.run()).toEqual([]);
      const id = world.create();
      expect(told(await host.run())).toEqual([`created ${id}`]);
    });
  });

  describe("a crash", () => {
    const crashes = ["error", "kill"] as const;

    it.each(crashes)("(%s) at any emission loses nothing; only the crashed poll's events come again, with their ids", async (how) => {
      for (let at = 0; at < 13; at++) {
        const { world, host } = await deployed();
        const ids = world.createMany(13, { at: Date.now() - 40 * MINUTE, step: MINUTE });
        const { emitted } = await host.tryRun({ at, how });
        pass(MINUTE);
        await host.run();
        expect([...new Set(told(host.events))].sort()).toEqual(created(ids));
        const before = new Set(emitted.map(({ id }) => id));
        for (const id of repeated(host.events)) expect(before).toContain(id);
        expect(new Set(host.events.map(({ id }) => id)).size).toBe(ids.length);
        expect(await host.settle(MINUTE)).toEqual([]);
      }
    });

    it.each(crashes)("(%s) before the state is saved repeats the poll with the same ids", async (how) => {
      const { world, host } = await deployed();
      world.createMany(23, { at: Date.now() - 40 * MINUTE, step: MINUTE });
      const before = host.db;
      const { emitted, error } = await host.tryRun({ at: "save", how });
      expect(error?.message).toBe("crash");
      expect(host.db).toBe(before);
      pass(MINUTE);
      expect((await host.run()).map(({ id }) => id)).toEqual(emitted.map(({ id }) => id));
      expect(await host.settle(MINUTE)).toEqual([]);
    });
  });

  describe("the saved state", () => {
    it.each<[string, (saved: Record<string, unknown>) => unknown]>([
      ["is no object", () => "garbage"],
      ["is a number", () => 7],
      ["is a list", () => []],
      ["is empty", () => ({})],
      ["is of an older layout", (saved) => ({ ...saved, v: 0 })],
      ["is of a newer layout", (saved) => ({ ...saved, v: 99 })],
      ["belongs to other props", (saved) => ({ ...saved, scope: "other" })],
      ["has no content", (saved) => ({ ...saved, strategy: null })],
      ["has content of another strategy", (saved) => ({ ...saved, strategy: { poll: 3, entries: "" } })],
      ["has a position that is no number", (saved) => ({ ...saved, strategy: { ...saved.strategy as object, floor: "yesterday" } })],
      ["has a broken memory", (saved) => ({ ...saved, strategy: { ...saved.strategy as object, seen: { base: 1 } } })],
      ["has a broken place to go on", (saved) => ({ ...saved, strategy: { ...saved.strategy as object, resume: "there" } })],
    ])("that %s leads to a new baseline without events", async (_name, spoil) => {
      const { world, host } = await deployed();
      world.createMany(5, { at: NOW });
      host.db = { state: JSON.stringify(spoil(JSON.parse(host.db.state ?? "") as Record<string, unknown>)) };
      expect(await host.run()).toEqual([]);
      expect(console.log).toHaveBeenCalledWith("The saved position is unreadable or belongs to other settings: starting afresh from now.");
      pass(MINUTE);
      const id = world.create();
      expect(told(await host.run())).toEqual([`created ${id}`]);
    });

    it("is made anew, silently, by an update that changes what is watched or where", async () => {
      const { world, host, api } = await deployed();
      for (const change of [() => { host.props = { query: "x" }; }, () => { api.$auth.locationId = "loc2"; }, () => { host.props = { query: "x", locationId: "loc3" }; }, () => { host.props = { kinds: ["created"] }; }]) {
        world.createMany(5);
        change();
        expect(await host.activate()).toEqual([]);
        expect(await host.run()).toEqual([]);
        const id = world.create();
        expect(told(await host.run())).toEqual([`created ${id}`]);
        pass(MINUTE);
      }
    });

    it("does not depend on the time budget or the page size", async () => {
      const { world, host } = await deployed();
      const id = world.create();
      host.props = { pollBudget: 60, pageSize: 3 };
      await host.activate();
      expect(told(await host.run())).toEqual([`created ${id}`]);
    });
  });
});

describe.each(WITH_UPDATES)("updates, read %s", (_, component) => {
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
      expect(told(await host.run())).toEqual([`updated ${id}`]);
    }
    expect(repeated(host.events)).toEqual([]);
  });

  it("of a new record follow its creation: together one event, apart two", async () => {
    const { world, host } = await deployed();
    const together = world.create();
    world.update(together, { at: Date.now() + 5 });
    pass(MINUTE);
    expect(told(await host.run())).toEqual([`created ${together}`]);
    world.update(together);
    pass(MINUTE);
    expect(told(await host.run())).toEqual([`updated ${together}`]);
    pass(HOUR);
    world.update(together);
    expect(told(await host.settle(MINUTE))).toEqual([`updated ${together}`]);
  });

  it("of a record of the baseline's window are updates", async () => {
    const { world, host } = start(component);
    const id = world.create({ at: NOW - MINUTE });
    await host.activate();
    pass(MINUTE);
    world.update(id);
    expect(told(await host.run())).toEqual([`updated ${id}`]);
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
    expect(told(host.events).filter((text) => !text.endsWith(two)).sort()).toEqual([`created ${late}`, `updated ${one}`]);
    expect(told(host.events).filter((text) => text.endsWith(two))).toHaveLength(12);
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
    "with the kinds %p chosen, %p are emitted",
    async (kinds, expected) => {
      const { world, host, ids: [id] } = await deployed({ kinds });
      world.update(id);
      world.create({ at: Date.now() + 1 });
      expect((await host.run()).map(({ kind }) => kind).sort()).toEqual(expected);
    },
  );

  it("during a reading that takes several polls are updates of what was told before, and told once", async () => {
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
    expect(told(host.events).sort()).toEqual([...created(ids), ...touched.map((id) => `updated ${id}`)].sort());
  });
});

describe("the samples of a deployment", () => {
  it("are not told again by the next poll, also where one came between its two requests", async () => {
    const { world, api, host } = start(ascending);
    world.createMany(3, { at: NOW - HOUR });
    let late = "";
    api.listen((count) => {
      if (count === 2) late = world.create();
    });
    expect(told(await host.deploy())).toContain(`created ${late}`);
    pass(MINUTE);
    expect(await host.run()).toEqual([]);
    world.update(late);
    expect(told(await host.run())).toEqual([`updated ${late}`]);
  });

  it("do not hide a change that came between its two requests", async () => {
    const { world, api, host } = start(ascending);
    const [old] = world.createMany(1, { at: NOW - HOUR });
    world.createMany(PAGE, { at: NOW - MINUTE });
    api.listen((count) => {
      if (count === 2) world.update(old ?? "");
    });
    await host.deploy();
    pass(MINUTE);
    expect(told(await host.run())).toEqual([`updated ${old}`]);
  });

  it("are 25 at most, also where the newest pages are dated ahead", async () => {
    const { world, host } = start(descending, { pageSize: 30 });
    world.createMany(65, { at: NOW + DAY });
    world.createMany(60, { at: NOW - HOUR });
    expect((await host.deploy()).length).toBeLessThanOrEqual(25);
    expect(await host.run()).toEqual([]);
  });
});
