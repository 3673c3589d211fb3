import { describe, expect, it } from "@jest/globals";
import { DB_BYTES, MINUTE, created, pass, repeated, told } from "./host.ts";
import { deployed, paged, start, whole } from "./shelf.ts";

describe.each([["whole", whole], ["in pages", paged]] as const)("a list that comes %s", (_, component) => {
  describe("a crash", () => {
    it.each(["error", "kill"] as const)("(%s) at any emission loses nothing; only the crashed poll's events come again, with their ids", async (how) => {
      for (let at = 0; at < 15; at++) {
        const { shelf, host, ids } = await deployed(component);
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

    it.each(["error", "kill"] as const)("(%s) before the state is saved repeats the poll with the same ids, though a new item has changed since", async (how) => {
      const { shelf, host } = await deployed(component);
      const [id] = shelf.add(12);
      const { emitted, error } = await host.tryRun({ at: "save", how });
      expect(error?.message).toBe("crash");
      shelf.change(id ?? "", { name: "second" });
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
    ["has no entries", (saved) => ({ ...saved, strategy: { scans: 1 } })],
    ["has entries that are no text", (saved) => ({ ...saved, strategy: { scans: 1, entries: ["a"] } })],
    ["has no count of complete scans", (saved) => ({ ...saved, strategy: { ...saved.strategy as object, complete: undefined } })],
    ["has a broken baseline", (saved) => ({ ...saved, strategy: { ...saved.strategy as object, baseline: { since: 1 } } })],
    ["has a baseline of another layout", (saved) => ({ ...saved, strategy: { ...saved.strategy as object, baseline: 0 } })],
    ["has a broken lack", (saved) => ({ ...saved, strategy: { ...saved.strategy as object, lack: { count: 1, since: null } } })],
    ["has a broken place to go on", (saved) => ({ ...saved, strategy: { ...saved.strategy as object, resume: 7 } })],
  ])("a saved state that %s leads to a new baseline without events", async (_name, spoil) => {
    const { shelf, host } = await deployed(component);
    shelf.add(3);
    host.db = { state: JSON.stringify(spoil(JSON.parse(host.db.state ?? "") as Record<string, unknown>)) };
    expect(await host.run()).toEqual([]);
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

  it.each([
    ["whole", whole, ["created"], 4_290], ["in pages", paged, ["created"], 4_290],
    ["whole", whole, ["created", "deleted"], 1_990], ["in pages", paged, ["created", "deleted"], 1_990],
  ] as const)("is not exceeded by a full list that comes %s where others take the place of those that go (%j)", async (_, component, kinds, full) => {
    const { shelf, host } = start(component, { kinds: [...kinds], pageSize: 100 });
    const ids = shelf.add(full, tag);
    await host.activate();
    pass(MINUTE);
    const gone = ids.slice(0, 300);
    for (const id of gone) shelf.remove(id);
    const fresh = shelf.add(250, tag);
    const { emitted, error } = await host.tryRun();
    expect(error).toBeUndefined();
    expect(told(emitted).filter((text) => text.startsWith("created")).sort()).toEqual(created(fresh));
    await host.settle(MINUTE);
    expect(told(host.events).sort()).toEqual([...created(fresh), ...(kinds.length > 1 ? gone.map((id) => `deleted ${id}`).sort() : [])]);
  });

  it("exceeded with deletions chosen says that leaving them out helps", async () => {
    const { shelf, host } = start(whole, { kinds: ["created", "deleted"] });
    shelf.add(2_500, uuid);
    await expect(host.deploy()).rejects.toThrow('Leave out the event "deleted" (then about 4,300 can be watched), or narrow the list; nothing was skipped.');
    expect(host.db).toEqual({});
    expect(host.events).toEqual([]);
  });
});
