import { describe, expect, it } from "@jest/globals";
import { HOUR, MINUTE, SECOND, breakAt, created, pass, repeated, eventLines } from "./host.ts";
import { PAGE, deployed, paged, start, whole } from "./shelf.ts";

const { HighLevelError } = await import("../../common/api/http/errors.ts");

describe("a list that needs several polls", () => {
  const slow = async (old = 95, props = {}) => {
    const all = start(paged, { pollBudget: 5, ...props });
    const ids = all.shelf.add(old);
    all.api.latencyMs = 1_300;
    return { ...all, ids };
  };
  const polls = async (host: Awaited<ReturnType<typeof slow>>["host"], count: number) => {
    for (let poll = 0; poll < count; poll++) {
      pass(MINUTE);
      await host.run();
    }
  };

  it("has a silent baseline all the same, with the samples left out", async () => {
    const { shelf, host } = await slow();
    expect(await host.deploy()).toEqual([]);
    await polls(host, 12);
    expect(host.events).toEqual([]);
    const [id] = shelf.add(1);
    await polls(host, 6);
    expect(eventLines(host.events)).toEqual([`created ${id}`]);
  });

  it("is read on each poll from where the last one stopped", async () => {
    const { host, api } = await slow();
    await host.activate();
    const asked: number[] = [];
    for (let poll = 0; poll < 4; poll++) {
      const before = api.asked.length;
      await host.run();
      asked.push(...api.asked.slice(before).map(({ query }) => Number(query?.skip)));
    }
    const after = asked.indexOf(0);
    expect(asked.slice(0, after)).toEqual(asked.slice(0, after).sort((a, b) => a - b));
    expect(asked).toContain(90);
  });

  it("stops in time, without a failure", async () => {
    const { host } = await slow();
    await host.activate();
    for (let poll = 0; poll < 6; poll++) {
      const before = Date.now();
      await host.run();
      expect(Date.now() - before).toBeLessThan(4 * SECOND);
    }
    expect(console.log).not.toHaveBeenCalled();
  });

  it("counts the first time that it reads an item which moves ahead of it; the next reading emits the rest", async () => {
    const { shelf, host, api, ids } = await slow(25);
    api.latencyMs = 1;
    await host.activate();
    api.latencyMs = 3 * SECOND;
    const id = ids[25 - PAGE] ?? ""; // the last one of the first page
    for (const [name, added] of [["B", 0], ["first", 1], ["B", PAGE], ["first", 0]] as const) {
      shelf.add(added);
      shelf.change(id, { name });
      await polls(host, 1);
    }
    api.latencyMs = 1;
    await polls(host, 2);
    const own = host.events.filter(({ event }) => event.id === id);
    expect(own.map(({ event }) => event.name)).toEqual(["B", "first"]);
    expect(repeated(host.events)).toEqual([]);
  });

  it("emits it with the same id again after a crash, also where the items before it are gone by then", async () => {
    const { shelf, host, api, ids } = await slow(2 * PAGE);
    api.latencyMs = 1;
    await host.activate();
    const last = ids.slice(0, 2); // of the second page
    for (const id of last) shelf.change(id, { name: "second" });
    await host.tryRun({ at: 1, how: "kill" });
    for (const gone of ids.slice(-PAGE)) shelf.remove(gone);
    await host.settle(MINUTE);
    const own = host.events.filter(({ kind }) => kind === "updated");
    expect(eventLines(own)).toEqual([last[1], last[1], last[0]].map((id) => `updated ${id}`));
    expect(new Set(own.map(({ id }) => id)).size).toBe(2);
  });

  it("emits a change there and back again where HighLevel refuses the page in between", async () => {
    const { shelf, host, api, ids } = await slow(25);
    api.latencyMs = 1;
    await host.activate();
    api.latencyMs = 3 * SECOND;
    const id = ids[24] ?? ""; // on the first page
    for (const name of ["B", "first", "B"]) {
      shelf.change(id, { name });
      await polls(host, 1);
      expect(host.refuseCursor()).toBe(true);
    }
    expect(host.events.map(({ event }) => event.name)).toEqual(["B", "first", "B"]);
    expect(repeated(host.events)).toEqual([]);
  });

  it("has samples once, also of an item that moves ahead of the baseline", async () => {
    const { shelf, host, api } = start(paged);
    shelf.add(15);
    api.listen((count) => {
      if (count === 2) shelf.add(1);
    });
    const samples = await host.deploy();
    expect(samples).toHaveLength(15);
    expect(repeated(samples)).toEqual([]);
  });

  it("emits changes once, wherever they are, and what is gone after two complete readings", async () => {
    const { shelf, host, ids } = await slow();
    await host.activate();
    await polls(host, 5);
    const fresh = shelf.add(1);
    shelf.change(ids[3]!, { name: "second" });
    shelf.change(ids[80]!, { done: true });
    await polls(host, 8);
    expect(eventLines(host.events).sort()).toEqual([`completed ${ids[80]}`, `created ${fresh[0]}`, `updated ${ids[3]}`]);
    shelf.remove(ids[50]!);
    await polls(host, 14);
    expect(eventLines(host.events).slice(3)).toEqual([`deleted ${ids[50]}`]);
    expect(repeated(host.events)).toEqual([]);
  });

  it.each(["error", "kill"] as const)("comes through a crash (%s) at any emission with the same ids", async (how) => {
    for (let at = 0; at < 9; at++) {
      const { shelf, host, ids, api } = await slow(45);
      await host.activate();
      await polls(host, 4);
      api.latencyMs = 1;
      await host.settle(MINUTE);
      for (const index of [1, 2, 3, 15, 16, 17, 30, 31, 32]) shelf.change(ids[index]!, { name: "second" });
      await host.tryRun({ at, how });
      await host.settle(MINUTE);
      expect(new Set(eventLines(host.events)).size).toBe(9);
      expect(new Set(host.events.map(({ id }) => id)).size).toBe(9);
    }
  });

  it.each([1, 2, 3])("keeps its progress when request %d of a poll fails", async (at) => {
    const { shelf, host, api, ids } = await slow(25);
    api.latencyMs = 1;
    await host.activate();
    for (const id of ids) shelf.change(id, { name: "second" });
    breakAt(api, at);
    const { emitted, error } = await host.tryRun();
    expect(emitted).toHaveLength((at - 1) * PAGE);
    expect(error?.message).toBe(at === 1 ? "The connection broke (ECONNRESET)." : undefined);
    api.listen(undefined);
    await host.run();
    expect(eventLines(host.events).sort()).toEqual(ids.map((id) => `updated ${id}`).sort());
    expect(await host.settle(MINUTE)).toEqual([]);
  });
});

describe("a poll that is repeated after a crash, while pages move", () => {
  it.each(["insert", "remove"] as const)("has the same id for a deletion (%s)", async (what) => {
    const { shelf, host, api, ids } = await deployed(paged, 35);
    const gone = shelf.ids[14] ?? "";
    shelf.remove(gone);
    await host.run();
    await host.tryRun({ at: "save", how: "kill" });
    expect(eventLines(host.events)).toEqual([`deleted ${gone}`]);
    api.listen((count) => {
      if (count === 2 && what === "insert") shelf.add(1);
      if (count === 2 && what === "remove") shelf.remove(ids[0]);
    });
    await host.run();
    api.listen(undefined);
    await host.settle(MINUTE);
    expect(new Set(host.events.filter(({ event }) => event.id === gone).map(({ id }) => id)).size).toBe(1);
  });

  it("has the same id for what is new", async () => {
    const { shelf, host, api } = await deployed(paged, 35);
    const moveAhead = () => shelf.list.unshift(...shelf.list.splice(15, 1));
    shelf.add(1);
    shelf.list.splice(15, 0, ...shelf.list.splice(0, 1));
    await host.tryRun({ at: "save", how: "kill" });
    api.listen((count) => {
      if (count === 2) moveAhead();
    });
    await host.run();
    api.listen(undefined);
    await host.settle(MINUTE);
    expect(eventLines(host.events)).toEqual(["created i0035", "created i0035"]);
    expect(new Set(host.events.map(({ id }) => id)).size).toBe(1);
  });
});

describe("a saved page that HighLevel refuses", () => {
  const paused = async () => {
    const { shelf, host, api } = start(paged, { pollBudget: 5 });
    const ids = shelf.add(35);
    await host.activate();
    for (const id of ids) shelf.change(id, { name: "second" });
    api.latencyMs = 1_900;
    const first = await host.run();
    api.latencyMs = 1;
    expect(host.refuseCursor()).toBe(true);
    return { shelf, host, api, ids, first };
  };

  it("makes the same poll read the list from its start; nothing is lost or emitted again", async () => {
    const { shelf, host, api, ids, first } = await paused();
    const again = shelf.ids[0] ?? "";
    shelf.change(again, { name: "third" });
    const before = api.asked.length;
    await host.run();
    expect(api.asked.slice(before).map(({ query }) => query?.skip)).toEqual([10, 0, 10, 20, 30]);
    expect(eventLines(host.events).sort()).toEqual([...ids, again].map((id) => `updated ${id}`).sort());
    expect(first.length).toBeGreaterThan(0);
    expect(repeated(host.events)).toEqual([]);
    expect(console.log).toHaveBeenCalledTimes(1);
    expect(await host.settle(MINUTE)).toEqual([]);
  });

  it("does not make a change there and back again look like the one before", async () => {
    const { shelf, host } = await paused();
    const id = shelf.ids[0] ?? "";
    for (const name of ["first", "second"]) {
      shelf.change(id, { name });
      await host.run();
    }
    expect(host.events.filter(({ event }) => event.id === id).map(({ event }) => event.name)).toEqual(["second", "first", "second"]);
    expect(repeated(host.events)).toEqual([]);
  });

  it("does not hide what is gone since", async () => {
    const { shelf, host } = await paused();
    const gone = shelf.ids[0] ?? "";
    shelf.remove(gone);
    expect(eventLines(await host.run())).not.toContain(`deleted ${gone}`);
    expect(eventLines(await host.run())).toEqual([`deleted ${gone}`]);
  });

  it("in the baseline: what is there is known all the same", async () => {
    const { shelf, host, api } = start(paged, { pollBudget: 5 });
    shelf.add(35);
    api.latencyMs = 1_900;
    await host.activate();
    expect(host.refuseCursor()).toBe(true);
    api.latencyMs = 1;
    expect(await host.settle(MINUTE)).toEqual([]);
    const [id] = shelf.add(1);
    expect(eventLines(await host.run())).toEqual([`created ${id}`]);
  });
});

describe("pages that move while they are read", () => {
  it("because items are added: nothing is emitted twice or lost", async () => {
    const { shelf, host, api } = start(paged);
    shelf.add(35);
    await host.activate();
    const fresh: string[] = [];
    api.listen(() => {
      if (fresh.length < 12) fresh.push(...shelf.add(3));
    });
    await host.settle(MINUTE);
    expect(eventLines(host.events).sort()).toEqual(created(fresh));
  });

  it.each([true, false])("because an item is gone: another one, skipped for that, is not emitted as gone (with a count: %p)", async (counts) => {
    for (let skipped = 11; skipped < 34; skipped++) {
      const { shelf, host, api } = start(paged);
      shelf.counts = counts;
      shelf.add(35);
      await host.activate();
      const first = shelf.ids[0] ?? "";
      api.listen((count) => {
        if (count === 1 + Math.floor(skipped / PAGE)) shelf.remove(first);
      });
      await host.run();
      api.listen(undefined);
      expect(eventLines(await host.settle(MINUTE))).toEqual([`deleted ${first}`]);
    }
  });

  it("because an item is gone in each of two readings: one that was skipped twice is not emitted as gone", async () => {
    const { shelf, host, api } = start(paged);
    shelf.add(35);
    await host.activate();
    const gone = [shelf.ids[0] ?? "", shelf.ids[1] ?? ""];
    for (const id of gone) {
      // What is at the head of the second page when the first one has been read.
      const victim = shelf.ids[PAGE] ?? "";
      api.listen((count) => {
        if (count === 2) shelf.remove(id);
      });
      await host.run();
      // The same one is skipped again: it goes back to where the next page starts.
      shelf.list = [...shelf.list.filter((item) => item.id !== victim).slice(0, PAGE), ...shelf.list.filter((item) => item.id === victim), ...shelf.list.filter((item) => item.id !== victim).slice(PAGE)];
    }
    api.listen(undefined);
    expect(eventLines(await host.settle(MINUTE)).sort()).toEqual(gone.map((id) => `deleted ${id}`).sort());
  });

  it.each([true, false])("in the baseline: an old item that was skipped is not emitted as new, and what comes next is emitted (with a count: %p)", async (counts) => {
    const { shelf, host, api } = start(paged, { eventTypes: ["created", "updated"] });
    shelf.counts = counts;
    shelf.add(35);
    api.listen((count) => {
      if (count === 2) shelf.remove(shelf.ids[0] ?? "");
    });
    await host.activate();
    api.listen(undefined);
    const [id] = shelf.add(1);
    expect(eventLines(await host.run())).toEqual([`created ${id}`]);
    expect(await host.settle(MINUTE)).toEqual([]);
  });
});

describe("a baseline", () => {
  it("is read once more only where nothing says that it is complete", async () => {
    for (const [counts, size, requests] of [[true, 35, 4], [false, 35, 8], [false, PAGE - 1, 1]] as const) {
      const { shelf, host, api } = start(paged);
      shelf.counts = counts;
      shelf.add(size);
      await host.activate();
      expect(api.asked).toHaveLength(requests);
    }
  });

  it.each([6, 7, 8])("is complete though it cannot be read once more, because request %d fails", async (at) => {
    const { shelf, host, api } = start(paged);
    shelf.counts = false;
    shelf.add(35);
    breakAt(api, at);
    await host.activate();
    api.listen(undefined);
    pass(2 * SECOND);
    const [id] = shelf.add(1);
    expect(eventLines(await host.run())).toEqual([`created ${id}`]);
  });

  it("that has items go away time and again is given up after three readings, and emits nothing old", async () => {
    const { shelf, host, api } = start(paged, { eventTypes: ["created", "updated"] });
    shelf.add(45);
    api.listen(() => shelf.remove(shelf.ids[0] ?? ""));
    await host.activate();
    expect(api.asked.length).toBeLessThanOrEqual(15);
    api.listen(undefined);
    expect(await host.settle(MINUTE)).toEqual([]);
    const [id] = shelf.add(1);
    expect(eventLines(await host.run())).toEqual([`created ${id}`]);
  });

  it("of several polls emits what is created after its first, once, and with the same id after a crash", async () => {
    const { shelf, host, api } = start(paged, { pollBudget: 5 });
    shelf.add(35);
    pass(MINUTE);
    api.latencyMs = 1_900;
    await host.activate();
    pass(MINUTE);
    const [changed = "", ...fresh] = shelf.add(3);
    // To where the reading still comes by.
    shelf.list = [...shelf.list.slice(3), ...shelf.list.slice(0, 3)];
    api.latencyMs = 1;
    await host.tryRun({ at: 2, how: "kill" });
    await host.run();
    shelf.change(changed, { name: "second" });
    await host.settle(MINUTE);
    expect([...new Set(eventLines(host.events))].sort()).toEqual([...created([changed, ...fresh]), `updated ${changed}`]);
    expect(new Set(host.events.map(({ id }) => id)).size).toBe(4);
    expect(repeated(host.events)).toHaveLength(2);
  });

  it("whose first page alone was read emits nothing old where the rest moves into that page", async () => {
    for (const counts of [true, false]) {
      const { shelf, host, api } = start(paged, { eventTypes: ["created", "updated"] });
      shelf.counts = counts;
      shelf.add(PAGE + 1);
      pass(HOUR);
      breakAt(api, 2);
      await host.activate();
      api.listen(undefined);
      shelf.remove(shelf.ids[0] ?? "");
      expect(await host.settle(MINUTE)).toEqual([]);
    }
  });

  it.each(["has no time", "fails"])("in moving pages whose second reading %s emits nothing old", async (why) => {
    const { shelf, host, api } = start(paged, { eventTypes: ["created", "updated"] });
    shelf.counts = false;
    shelf.add(35);
    pass(HOUR);
    api.listen((count) => {
      if (count === 4) shelf.remove(shelf.ids[0] ?? ""); // before the last page
      if (count === 4 && why === "has no time") pass(11 * SECOND);
      if (count === 5 && why === "fails") throw new HighLevelError("The connection broke (ECONNRESET).", "network");
    });
    await host.activate();
    api.listen(undefined);
    expect(await host.settle(MINUTE)).toEqual([]);
  });

  describe("that goes on in another poll", () => {
    /** 35 items, of which two pages were read a minute ago; nothing says how many there are. */
    const begun = async () => {
      const all = start(paged, { pollBudget: 5 });
      all.shelf.counts = false;
      const ids = all.shelf.add(35);
      pass(MINUTE);
      all.api.latencyMs = 1_900;
      await all.host.activate();
      all.api.latencyMs = 1;
      pass(MINUTE);
      return { ...all, last: ids.at(-1) ?? "" }; // on the first page
    };

    it.each(["fails", "has no time"])("emits nothing twice where the second reading %s", async (why) => {
      const { shelf, host, api } = await begun();
      const [id = ""] = shelf.add(1);
      api.listen((count) => {
        if (count < 5) return;
        if (why === "fails") throw new HighLevelError("The connection broke (ECONNRESET).", "network");
        pass(1_500);
      });
      await host.tryRun();
      api.listen(undefined);
      shelf.change(id, { name: "second" });
      expect([...host.events, ...await host.settle(MINUTE)].at(-1)?.event.name).toBe("second");
      expect(repeated(host.events)).toEqual([]);
    });

    it.each(["error", "kill"] as const)("emits a change with the same id again after a crash (%s), also where another reading comes upon it", async (how) => {
      const { shelf, host, api } = await begun();
      const changed = shelf.ids.slice(0, 2);
      api.listen((count) => {
        if (count !== 5) return;
        // The second reading has passed their page; it grows, so that there is a third.
        for (const id of changed) shelf.change(id, { name: "second" });
        shelf.list.push({ id: "x", name: "x", done: false });
      });
      expect(eventLines((await host.tryRun({ at: 1, how })).emitted)).toEqual([`updated ${changed[0]}`]);
      api.listen(undefined);
      expect(eventLines(await host.settle(MINUTE)).sort()).toEqual(changed.map((id) => `updated ${id}`).sort());
      expect(new Set(host.events.map(({ id }) => id)).size).toBe(2);
    });

    it("emits what has changed since", async () => {
      const { shelf, host, last } = await begun();
      shelf.change(last, { name: "second" });
      expect(eventLines(await host.settle(MINUTE))).toEqual([`updated ${last}`]);
    });

    it("emits what is gone since, also where the list grows with every reading", async () => {
      const { shelf, host, api, last } = await begun();
      shelf.remove(last);
      api.listen((count) => {
        if (count === 4 || count === 8) shelf.list.push({ id: `x${count}`, name: "x", done: false });
      });
      await host.run();
      api.listen(undefined);
      await host.settle(MINUTE);
      expect(eventLines(host.events)).toContain(`deleted ${last}`);
    });
  });

  it.each([["in pages", paged], ["whole", whole]] as const)("emits what is gone, though the count says that there are two more than the list (%s)", async (_, component) => {
    const { shelf, host } = start(component);
    shelf.uncounted = 2;
    const ids = shelf.add(35);
    await host.activate();
    pass(15 * MINUTE);
    shelf.remove(ids[20] ?? "");
    expect(eventLines(await host.settle(MINUTE))).toEqual([`deleted ${ids[20]}`]);
  });

  it.each([["in pages", paged], ["whole", whole]] as const)("emits nothing of an item that is counted and not shown for a quarter of an hour (%s)", async (_, component) => {
    const { shelf, host } = await deployed(component, 35);
    shelf.uncounted = 1;
    const [hidden] = shelf.list.splice(20, 1);
    for (let poll = 0; poll < 15; poll++) {
      expect(await host.run()).toEqual([]);
      pass(MINUTE);
    }
    shelf.uncounted = 0;
    shelf.list.splice(20, 0, hidden!); // was there
    expect(await host.settle(MINUTE)).toEqual([]);
  });

  it("emits nothing of what stood behind a page that comes empty and counts nothing", async () => {
    const { shelf, host } = await deployed(paged, 35);
    shelf.end = PAGE;
    for (let poll = 0; poll < 3; poll++) expect(await host.run()).toEqual([]);
    shelf.end = Infinity;
    expect(await host.settle(MINUTE)).toEqual([]);
  });

  it.each([PAGE, 3 * PAGE, 35])("in pages that each count their own items emits what is gone, of %d", async (size) => {
    const { shelf, host } = start(paged);
    shelf.countsPages = true;
    const ids = shelf.add(size);
    await host.activate();
    expect(await host.run()).toEqual([]);
    shelf.remove(ids[5] ?? "");
    const [fresh] = shelf.add(1);
    expect(eventLines(await host.settle(MINUTE))).toEqual([`created ${fresh}`, `deleted ${ids[5]}`]);
  });

  it("whose empty page behind the last counts nothing emits what is gone", async () => {
    const { shelf, host } = start(paged);
    const ids = shelf.add(2 * PAGE);
    shelf.end = 2 * PAGE;
    await host.activate();
    shelf.remove(ids[5] ?? "");
    const [fresh] = shelf.add(1);
    expect(eventLines(await host.settle(MINUTE))).toEqual([`created ${fresh}`, `deleted ${ids[5]}`]);
  });

  it.each([["in pages, and one more to see that there is none", paged, 5], ["whole", whole, 1]] as const)("ends, though the count says that there is one more than the list (%s)", async (_, component, requests) => {
    const { shelf, host } = start(component);
    shelf.uncounted = 1;
    const ids = shelf.add(35);
    await host.activate();
    pass(15 * MINUTE);
    const fresh = shelf.add(1);
    shelf.list.push({ id: "undated", name: "x", done: false });
    shelf.change(ids[20] ?? "", { name: "second" });
    const poll = await host.counted();
    expect(poll.requests).toBe(requests);
    expect(eventLines(poll.emitted).sort()).toEqual([...created([...fresh, "undated"]), `updated ${ids[20]}`]);
  });
});
