import { describe, expect, it } from "@jest/globals";
import { DB_BYTES, MINUTE, SECOND, breakAt, pass, repeated, told } from "./host.ts";
import { PAGE, paged, start, whole } from "./shelf.ts";

const created = (ids: string[]) => ids.map((id) => `created ${id}`).sort();

describe.each([["whole", whole], ["in pages", paged]] as const)("a list that comes %s", (_, component) => {
  const deployed = async (old = 25, props = {}) => {
    const all = start(component, props);
    const ids = all.shelf.add(old);
    await all.host.activate();
    pass(15 * MINUTE);
    return { ...all, ids: ids as [string, string, string] };
  };

  describe("the baseline", () => {
    it.each(["activate", "run"] as const)("is silent in %s", async (hook) => {
      const { shelf, host } = start(component);
      shelf.add(45);
      expect(await host[hook]()).toEqual([]);
      expect(await host.settle(MINUTE)).toEqual([]);
    });

    it("comes with the 25 newest as samples at the first deployment", async () => {
      const { shelf, host } = start(component);
      shelf.add(30);
      pass(SECOND);
      const ids = shelf.add(25);
      shelf.list.reverse();
      expect(told(await host.deploy()).sort()).toEqual(created(ids));
      expect(await host.run()).toEqual([]);
    });

    it("has samples also where nothing has a time, and none of kinds that nobody chose", async () => {
      const { shelf, host } = start(component);
      shelf.add(30);
      shelf.list = shelf.list.map(({ dateAdded: _time, ...item }) => item);
      expect(await host.deploy()).toHaveLength(25);
      const other = start(component, { kinds: ["deleted"] });
      other.shelf.add(30);
      expect(await other.host.deploy()).toEqual([]);
    });

    it("of an empty list takes what comes next for new", async () => {
      const { shelf, host } = start(component);
      expect(await host.deploy()).toEqual([]);
      const ids = shelf.add(3);
      expect(told(await host.run()).sort()).toEqual(created(ids));
    });

    it("stays at a second deployment and at an update that changes nothing", async () => {
      const { shelf, host } = await deployed();
      const ids = shelf.add(2);
      expect(await host.deploy()).toEqual([]);
      expect(await host.activate()).toEqual([]);
      expect(told(await host.run()).sort()).toEqual(created(ids));
    });

    it("is made anew, silently, by an update that changes what is watched", async () => {
      const { shelf, host, api } = await deployed();
      for (const change of [() => { host.props = { query: "x" }; }, () => { api.$auth.locationId = "loc2"; }, () => { host.props = { kinds: ["created", "deleted"] }; }]) {
        shelf.add(3);
        change();
        expect(await host.activate()).toEqual([]);
        expect(await host.run()).toEqual([]);
      }
    });
  });

  describe("a poll", () => {
    it("where nothing happened emits nothing and reads the list once", async () => {
      const { host } = await deployed(25);
      for (let poll = 0; poll < 3; poll++) expect(await host.counted()).toEqual({ emitted: [], requests: component === whole ? 1 : 3 });
    });

    it("tells what is new, changed and marked, each once", async () => {
      const { shelf, host, ids: [one, two, three] } = await deployed();
      shelf.change(one, { name: "second" });
      shelf.change(two, { done: true });
      shelf.change(three, { done: true, name: "second" });
      const [fresh] = shelf.add(1);
      expect(told(await host.run()).sort()).toEqual([`completed ${two}`, `completed ${three}`, `created ${fresh}`, `updated ${one}`]);
      expect(await host.settle(MINUTE)).toEqual([]);
      shelf.change(two, { done: false });
      expect(told(await host.run())).toEqual([`updated ${two}`]);
    });

    it("tells a change there and back again as events with ids of their own", async () => {
      const { shelf, host, ids: [id] } = await deployed();
      for (const name of ["second", "first", "second", "first"]) {
        shelf.change(id, { name });
        expect(told(await host.run())).toEqual([`updated ${id}`]);
      }
      expect(repeated(host.events)).toEqual([]);
    });

    it("has an event's record at its root, and a time where there is one", async () => {
      const { shelf, host } = await deployed(0);
      shelf.add(1);
      expect(await host.run()).toMatchObject([{ kind: "created", ts: Date.now(), summary: "Item created: first", event: { id: "i0000", name: "first", _event: { kind: "created" } } }]);
    });

    it("is not moved by another order or by fields that always differ", async () => {
      const { shelf, host } = await deployed();
      shelf.list.reverse();
      expect(await host.run()).toEqual([]);
    });

    it("tells only the kinds that were chosen, and knows the others all the same", async () => {
      const { shelf, host, ids: [one, two] } = await deployed(25, { kinds: ["completed"] });
      shelf.add(1);
      shelf.change(one, { name: "second" });
      shelf.change(two, { done: true });
      shelf.remove(two);
      expect(await host.settle(MINUTE)).toEqual([]);
      shelf.change(one, { done: true });
      expect(told(await host.run())).toEqual([`completed ${one}`]);
    });
  });

  describe("an item that is new and marked already", () => {
    it.each([[["created", "completed"], "created"], [["completed"], "completed"]])("with the kinds %p chosen is %s, once", async (kinds, kind) => {
      const { shelf, host } = await deployed(25, { kinds });
      const [id] = shelf.add(1);
      shelf.change(id ?? "", { done: true });
      expect(told(await host.run())).toEqual([`${kind} ${id}`]);
      expect(await host.settle(MINUTE)).toEqual([]);
    });
  });

  describe("what is gone", () => {
    it("is told once, by its id, when it was absent twice in a row", async () => {
      const { shelf, host, ids: [id] } = await deployed();
      shelf.remove(id);
      expect(await host.run()).toEqual([]);
      expect(await host.run()).toMatchObject([{ kind: "deleted", event: { id, _event: { kind: "deleted" } }, summary: `Item deleted: ${id}` }]);
      expect(await host.settle(MINUTE)).toEqual([]);
    });

    it("for one poll only is not told, nor is its return", async () => {
      const { shelf, host, ids: [id] } = await deployed();
      const before = shelf.list;
      for (let time = 0; time < 3; time++) {
        shelf.remove(id);
        expect(await host.run()).toEqual([]);
        shelf.list = before;
        expect(await host.run()).toEqual([]);
      }
    });

    it("and comes back later is new, with an id of its own each time", async () => {
      const { shelf, host, ids: [id] } = await deployed();
      const before = shelf.list;
      for (let time = 0; time < 2; time++) {
        shelf.remove(id);
        await host.run();
        await host.run();
        shelf.list = before;
        await host.run();
      }
      expect(told(host.events)).toEqual([`deleted ${id}`, `created ${id}`, `deleted ${id}`, `created ${id}`]);
      expect(repeated(host.events)).toEqual([]);
    });

    it("may be the whole list", async () => {
      const { shelf, host, ids } = await deployed();
      shelf.list = [];
      expect(told(await host.settle(MINUTE)).sort()).toEqual(ids.map((id) => `deleted ${id}`).sort());
    });

    it.each(["a,b", "ü ☃", "https://example.com/?a=1&b=2", "%2C"])("is told by its id, whatever its characters: %s", async (id) => {
      const { shelf, host } = start(component);
      shelf.add(3);
      shelf.add(1, () => id);
      await host.activate();
      shelf.remove(id);
      expect(told(await host.settle(MINUTE))).toEqual([`deleted ${id}`]);
    });
  });

  describe("a crash", () => {
    it.each(["error", "kill"] as const)("(%s) at any emission loses nothing; only the crashed poll's events come again, with their ids", async (how) => {
      for (let at = 0; at < 15; at++) {
        const { shelf, host, ids } = await deployed();
        const removed = [ids[0], ids[1]];
        for (const id of removed) shelf.remove(id);
        await host.run();
        const fresh = shelf.add(12);
        shelf.change(ids[2], { name: "second" });
        const { emitted } = await host.tryRun({ at, how });
        await host.run();
        expect([...new Set(told(host.events))].sort()).toEqual([...created(fresh), ...removed.map((id) => `deleted ${id}`), `updated ${ids[2]}`].sort());
        expect(new Set(host.events.map(({ id }) => id)).size).toBe(15);
        const before = emitted.map(({ id }) => id);
        for (const id of repeated(host.events)) expect(before).toContain(id);
        expect(await host.settle(MINUTE)).toEqual([]);
      }
    });

    it.each(["error", "kill"] as const)("(%s) before the state is saved repeats the poll with the same ids", async (how) => {
      const { shelf, host } = await deployed();
      shelf.add(12);
      const { emitted, error } = await host.tryRun({ at: "save", how });
      expect(error?.message).toBe("crash");
      expect((await host.run()).map(({ id }) => id)).toEqual(emitted.map(({ id }) => id));
      expect(await host.settle(MINUTE)).toEqual([]);
    });
  });

  it.each<[string, (saved: Record<string, unknown>) => unknown]>([
    ["is no object", () => "garbage"],
    ["is empty", () => ({})],
    ["is of an older layout", (saved) => ({ ...saved, v: 0 })],
    ["belongs to other props", (saved) => ({ ...saved, scope: "other" })],
    ["has content of another strategy", (saved) => ({ ...saved, strategy: { floor: 1, known: 1, seen: { base: 1, entries: "" }, undated: [] } })],
    ["has no entries", (saved) => ({ ...saved, strategy: { pages: 1 } })],
    ["has entries that are no text", (saved) => ({ ...saved, strategy: { pages: 1, entries: ["a"] } })],
    ["has a broken place to go on", (saved) => ({ ...saved, strategy: { ...saved.strategy as object, resume: 7 } })],
  ])("a saved state that %s leads to a new baseline without events", async (_name, spoil) => {
    const { shelf, host } = await deployed();
    shelf.add(3);
    host.db = { state: JSON.stringify(spoil(JSON.parse(host.db.state ?? "") as Record<string, unknown>)) };
    expect(await host.run()).toEqual([]);
    const [id] = shelf.add(1);
    expect(told(await host.run())).toEqual([`created ${id}`]);
  });
});

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
    expect(told(host.events)).toEqual([`created ${id}`]);
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

  it("tells changes once, wherever they are, and what is gone after two complete readings", async () => {
    const { shelf, host, ids } = await slow();
    await host.activate();
    await polls(host, 5);
    const fresh = shelf.add(1);
    shelf.change(ids[3]!, { name: "second" });
    shelf.change(ids[80]!, { done: true });
    await polls(host, 8);
    expect(told(host.events).sort()).toEqual([`completed ${ids[80]}`, `created ${fresh[0]}`, `updated ${ids[3]}`]);
    shelf.remove(ids[50]!);
    await polls(host, 14);
    expect(told(host.events).slice(3)).toEqual([`deleted ${ids[50]}`]);
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
      expect(new Set(told(host.events)).size).toBe(9);
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
    expect(told(host.events).sort()).toEqual(ids.map((id) => `updated ${id}`).sort());
    expect(await host.settle(MINUTE)).toEqual([]);
  });
});

describe("pages that move while they are read", () => {
  it("because items are added: nothing is told twice or lost", async () => {
    const { shelf, host, api } = start(paged);
    shelf.add(35);
    await host.activate();
    const fresh: string[] = [];
    api.listen(() => {
      if (fresh.length < 12) fresh.push(...shelf.add(3));
    });
    await host.settle(MINUTE);
    expect(told(host.events).sort()).toEqual(created(fresh));
  });

  it.each([true, false])("because an item is gone: another one, skipped for that, is not told as gone (with a count: %p)", async (counts) => {
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
      expect(told(await host.settle(MINUTE))).toEqual([`deleted ${first}`]);
    }
  });

  it("because an item is gone in each of two readings: one that was skipped twice is not told as gone", async () => {
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
    expect(told(await host.settle(MINUTE)).sort()).toEqual(gone.map((id) => `deleted ${id}`).sort());
  });

  it("in the baseline: an old item that was skipped is not told as new", async () => {
    const { shelf, host, api } = start(paged, { kinds: ["created", "updated"] });
    shelf.add(35);
    api.listen((count) => {
      if (count === 2) shelf.remove(shelf.ids[0] ?? "");
    });
    await host.activate();
    api.listen(undefined);
    expect(await host.settle(MINUTE)).toEqual([]);
    const [id] = shelf.add(1);
    expect(told(await host.run())).toEqual([`created ${id}`]);
  });
});

describe("the capacity", () => {
  const uuid = (index: number) => `3f2b8c1e-77aa-4b6d-9e10-${String(index).padStart(12, "0")}`;
  const tag = (index: number) => `0TkCdp9PfvLeWKYR${String(index).padStart(4, "0")}`;

  it.each<[number, string, (index: number) => string, string[]]>([
    [4_300, "36-character ids, without deletions", uuid, ["created", "updated", "completed"]],
    [2_000, "20-character ids, with deletions", tag, ["created", "deleted"]],
    [1_300, "36-character ids, with deletions", uuid, ["created", "deleted"]],
  ])("is %d items with %s, below 60,000 bytes at every moment", async (count, _name, id, kinds) => {
    const { shelf, host, api } = start(paged, { kinds, pageSize: 100, pollBudget: 5 });
    shelf.add(count - 10, id);
    api.latencyMs = 300;
    for (let poll = 0; poll < 10; poll++) {
      await host.run();
      expect(host.stateBytes).toBeLessThan(DB_BYTES);
    }
    const fresh = shelf.add(10, id);
    api.latencyMs = 1;
    expect(told(await host.settle(MINUTE)).sort()).toEqual(created(fresh));
    expect(host.stateBytes).toBeLessThan(DB_BYTES);
    expect(host.stateBytes).toBeGreaterThan(50_000);
  });

  it.each([["whole", whole], ["in pages", paged]] as const)("exceeded by a list that comes %s is a clear error, and nothing is told again and again", async (_, component) => {
    const { shelf, host } = start(component, { kinds: ["created"], pageSize: 100 });
    shelf.add(4_300, uuid);
    await host.activate();
    pass(MINUTE);
    const fresh = shelf.add(60, uuid);
    const says = /^There are more items than this trigger can watch: it stopped at \d+\. Narrow the list; nothing was skipped\.$/;
    const errors: (string | undefined)[] = [];
    for (let poll = 0; poll < 4; poll++) {
      pass(MINUTE);
      errors.push((await host.tryRun()).error?.message);
    }
    // A reading that has made progress ends without an error; the next one fails where it goes on.
    for (const error of errors.slice(1)) expect(error).toMatch(says);
    expect(repeated(host.events)).toEqual([]);
    for (const text of told(host.events)) expect(created(fresh)).toContain(text);
  });

  it("exceeded with deletions chosen says that leaving them out helps", async () => {
    const { shelf, host } = start(whole, { kinds: ["created", "deleted"] });
    shelf.add(2_500, uuid);
    await expect(host.deploy()).rejects.toThrow('Leave out the event "deleted" (then about 4,300 can be watched), or narrow the list; nothing was skipped.');
    expect(host.db).toEqual({});
    expect(host.events).toEqual([]);
  });
});

