import { describe, expect, it } from "@jest/globals";
import { HOUR, MINUTE, NOW, REFUSED, SECOND, breakAt, created, pass, repeated, eventLines } from "./host.ts";
import type { Fields } from "../../common/core/types.ts";
import { ALL, PAGE, deployed, rising, start } from "./things.ts";

const { HighLevelError } = await import("../../common/api/http/errors.ts");

const cursorIn = (asked: Fields): Fields => Object.fromEntries(Object.entries(asked).filter(([name]) => /After/.test(name)));

describe.each(ALL)("read %s", (_, component) => {
  describe("a poll that runs out of time", () => {
    it.each([10, 40 * SECOND])("goes on in the next one; nothing is lost or repeated, with records %d ms apart", async (step) => {
      const { world, api, host } = await deployed(component, 3, { pollBudget: 5 });
      const ids = world.createMany(95, { at: Date.now() - 70 * MINUTE, step });
      api.latencyMs = 1_500;
      for (let poll = 1; poll <= 9; poll++) {
        const before = Date.now();
        expect((await host.run()).length).toBeGreaterThan(0);
        expect(Date.now() - before).toBeLessThan(4 * SECOND);
        if (host.events.length === ids.length) break;
        pass(MINUTE);
      }
      expect(eventLines(host.events).sort()).toEqual(created(ids));
      expect(await host.settle(MINUTE)).toEqual([]);
      expect(console.log).not.toHaveBeenCalled();
    });

    it("does not lose or repeat what comes meanwhile", async () => {
      const { world, api, host } = await deployed(component, 3, { pollBudget: 5 });
      const ids = world.createMany(60, { at: Date.now() - 70 * MINUTE, step: 40 * SECOND });
      api.latencyMs = 1_500;
      for (let poll = 0; poll < 12; poll++) {
        await host.run();
        ids.push(world.create(), world.create({ lagMs: 4 * MINUTE }));
        pass(MINUTE);
      }
      api.latencyMs = 0;
      await host.settle(MINUTE);
      expect(eventLines(host.events).sort()).toEqual(created(ids));
    });

    it("makes progress even where one page takes almost all of its time", async () => {
      const { world, api, host } = await deployed(component, 0, { pollBudget: 5 });
      const ids = world.createMany(35, { at: Date.now() - HOUR, step: MINUTE });
      api.latencyMs = 3_900;
      for (let poll = 0; poll < 5; poll++) {
        await host.run();
        pass(MINUTE);
      }
      expect(eventLines(host.events).sort()).toEqual(created(ids));
    });

    it("reads records of one timestamp that its position divides once each", async () => {
      const { world, api, host } = await deployed(component, 3, { pollBudget: 5 });
      const at = Date.now() - 40 * MINUTE;
      const ids = [...world.createMany(7, { at: at - MINUTE }), ...world.createMany(PAGE - 1, { at, step: 0 }), ...world.createMany(20, { at: at + 20 * MINUTE })];
      api.latencyMs = 2_900;
      for (let poll = 0; poll < 10; poll++) {
        await host.run();
        pass(MINUTE);
      }
      expect(eventLines(host.events).sort()).toEqual(created(ids));
    });
  });

  describe("a failure", () => {
    it.each([1, 2, 3, 4])("of request %d keeps what was read before, and nothing is lost or repeated", async (at) => {
      const { world, api, host } = await deployed(component);
      const ids = world.createMany(35, { at: Date.now() - 50 * MINUTE, step: MINUTE });
      breakAt(api, at);
      const { emitted, error } = await host.tryRun();
      expect(emitted.length).toBeGreaterThanOrEqual((at - 1) * (PAGE - 1));
      expect(error?.message).toBe(at === 1 ? "The connection broke (ECONNRESET)." : undefined);
      if (at > 1) expect(console.log).toHaveBeenCalledWith(expect.stringContaining("The connection broke (ECONNRESET). The next poll continues from there."));
      api.listen(undefined);
      pass(MINUTE);
      await host.run();
      expect(eventLines(host.events).sort()).toEqual(created(ids));
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
      expect(eventLines(await host.run())).toEqual([`created ${id}`]);
    });
  });

  describe("a saved page that HighLevel refuses", () => {
    const paused = async () => {
      const all = await deployed(component, 3, { pollBudget: 5 });
      const ids = all.world.createMany(45, { at: Date.now() - 70 * MINUTE, step: 40 * SECOND });
      all.api.latencyMs = 1_500;
      await all.host.run();
      all.api.latencyMs = 1;
      return { ...all, ids };
    };

    it("makes the same poll read again; nothing is lost or repeated", async () => {
      const { api, host, ids } = await paused();
      expect(host.refuseCursor()).toBe(true);
      const before = api.asked.length;
      await host.run();
      const [refused, again] = api.asked.slice(before).map(({ query, body }) => ({ ...query, ...body as Fields | undefined })); // lists have object bodies
      // Where the cursor is a time, a reading from its position on asks for the same.
      if (component !== rising) expect(again).not.toEqual(expect.objectContaining(cursorIn(refused ?? {})));
      expect(eventLines(host.events).sort()).toEqual(created(ids));
      expect(console.log).toHaveBeenCalledTimes(1);
      expect(console.log).toHaveBeenCalledWith(`HighLevel refuses the page where the last poll stopped: ${REFUSED} Reading again from the start; nothing is skipped.`);
      expect(await host.settle(MINUTE)).toEqual([]);
    });

    it("leaves the old state, and the second error, where that fails too", async () => {
      const { api, host, ids } = await paused();
      const before = host.db;
      host.refuseCursor();
      breakAt(api, 1);
      expect(await host.tryRun()).toMatchObject({ emitted: [], error: { message: "The connection broke (ECONNRESET)." } });
      expect(host.db).toBe(before);
      api.listen(undefined);
      await host.run();
      expect(eventLines(host.events).sort()).toEqual(created(ids));
    });

    it("is not what a refusal in the midst of a poll means: that keeps what was read before", async () => {
      const { api, host, ids } = await paused();
      let requests = 0;
      api.listen((count) => {
        requests = count;
        if (count === 2) throw new HighLevelError(REFUSED, "invalid", 422);
      });
      expect((await host.run()).length).toBeGreaterThan(0);
      expect(requests).toBe(2);
      expect(console.log).toHaveBeenCalledWith(`The poll stopped early: ${REFUSED} The next poll continues from there.`);
      api.listen(undefined);
      await host.run();
      expect(eventLines(host.events).sort()).toEqual(created(ids));
    });

    it.each([["network", undefined], ["unauthorized", 401], ["scope", 403], ["rateLimit", 429], ["server", 500]] as const)("is not what an error of another kind means: %s", async (kind, status) => {
      const { api, host } = await paused();
      const before = host.db;
      let requests = 0;
      api.listen((count) => {
        requests = count;
        throw new HighLevelError("It failed.", kind, status);
      });
      await expect(host.run()).rejects.toThrow("It failed.");
      expect(requests).toBe(1);
      expect(host.db).toBe(before);
    });
  });

  describe("a crash", () => {
    const crashes = ["error", "kill"] as const;

    it.each(crashes)("(%s) at any emission loses nothing; only the crashed poll's events come again, with their ids", async (how) => {
      for (let at = 0; at < 13; at++) {
        const { world, host } = await deployed(component);
        const ids = world.createMany(13, { at: Date.now() - 40 * MINUTE, step: MINUTE });
        const { emitted } = await host.tryRun({ at, how });
        pass(MINUTE);
        await host.run();
        expect([...new Set(eventLines(host.events))].sort()).toEqual(created(ids));
        const before = new Set(emitted.map(({ id }) => id));
        for (const id of repeated(host.events)) expect(before).toContain(id);
        expect(new Set(host.events.map(({ id }) => id)).size).toBe(ids.length);
        expect(await host.settle(MINUTE)).toEqual([]);
      }
    });

    it.each(crashes)("(%s) before the state is saved repeats the poll with the same ids", async (how) => {
      const { world, host } = await deployed(component);
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
      const { world, host } = await deployed(component);
      world.createMany(5, { at: NOW });
      host.db = { state: JSON.stringify(spoil(JSON.parse(host.db.state ?? "") as Record<string, unknown>)) };
      expect(await host.run()).toEqual([]);
      expect(console.log).toHaveBeenCalledWith("The saved position is unreadable or belongs to other settings: starting again from now.");
      pass(MINUTE);
      const id = world.create();
      expect(eventLines(await host.run())).toEqual([`created ${id}`]);
    });

    it("is made anew, silently, by an update that changes what is watched or where", async () => {
      const { world, host, api } = await deployed(component);
      for (const change of [() => { host.props = { query: "x" }; }, () => { api.$auth.locationId = "loc2"; }, () => { host.props = { query: "x", locationId: "loc3" }; }, () => { host.props = { eventTypes: ["created"] }; }]) {
        world.createMany(5);
        change();
        expect(await host.activate()).toEqual([]);
        expect(await host.run()).toEqual([]);
        const id = world.create();
        expect(eventLines(await host.run())).toEqual([`created ${id}`]);
        pass(MINUTE);
      }
    });

    it("does not depend on the time budget or the page size", async () => {
      const { world, host } = await deployed(component);
      const id = world.create();
      host.props = { pollBudget: 60, pageSize: 3 };
      await host.activate();
      expect(eventLines(await host.run())).toEqual([`created ${id}`]);
    });
  });
});
