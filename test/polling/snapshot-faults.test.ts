import { describe, expect, it } from "@jest/globals";
import { MINUTE, created, repeated, eventLines, uuid } from "./host.ts";
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
        expect([...new Set(eventLines(host.events))].sort()).toEqual([...created(fresh), ...removed.map((id) => `deleted ${id}`), `updated ${ids[2]}`].sort());
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
    expect(eventLines(await host.run())).toEqual([`created ${id}`]);
  });
});

describe("the capacity", () => {
  it("exceeded with deletions chosen says that leaving them out helps", async () => {
    const { shelf, host } = start(whole, { eventTypes: ["created", "deleted"] });
    shelf.add(2_500, uuid);
    await expect(host.deploy()).rejects.toThrow('Leave out the event "deleted" (then about 4,300 can be watched), or narrow the list; nothing was skipped.');
    expect(host.db).toEqual({});
    expect(host.events).toEqual([]);
  });
});
