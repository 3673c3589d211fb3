/** As many items in a list as a state can remember, and more. */
import { describe, expect, it } from "@jest/globals";
import { DB_BYTES, MINUTE, created, pass, repeated, eventLines, uuid } from "./host.ts";
import { paged, start, whole } from "./shelf.ts";

describe("the capacity", () => {
  const tag = (index: number) => `0TkCdp9PfvLeWKYR${String(index).padStart(4, "0")}`;

  it.each<[number, string, (index: number) => string, string[]]>([
    [4_300, "36-character ids, without deletions", uuid, ["created", "updated", "completed"]],
    [2_000, "20-character ids, with deletions", tag, ["created", "deleted"]],
    [1_300, "36-character ids, with deletions", uuid, ["created", "deleted"]],
  ])("is %d items with %s, below 60,000 bytes at every moment", async (count, _name, id, eventTypes) => {
    const { shelf, host, api } = start(paged, { eventTypes, pageSize: 100, pollBudget: 5 });
    shelf.add(count - 10, id);
    api.latencyMs = 300;
    for (let poll = 0; poll < 10; poll++) {
      await host.run();
      expect(host.stateBytes).toBeLessThan(DB_BYTES);
    }
    const fresh = shelf.add(10, id);
    api.latencyMs = 1;
    expect(eventLines(await host.settle(MINUTE)).sort()).toEqual(created(fresh));
    expect(host.stateBytes).toBeLessThan(DB_BYTES);
    expect(host.stateBytes).toBeGreaterThan(50_000);
  });

  it.each([["whole", whole], ["in pages", paged]] as const)("exceeded by a list that comes %s is a clear error, and nothing is emitted again and again", async (_, component) => {
    const { shelf, host } = start(component, { eventTypes: ["created"], pageSize: 100 });
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
    for (const text of eventLines(host.events)) expect(created(fresh)).toContain(text);
  });

  it.each([
    ["whole", whole, ["created"], 4_290], ["in pages", paged, ["created"], 4_290],
    ["whole", whole, ["created", "deleted"], 1_990], ["in pages", paged, ["created", "deleted"], 1_990],
  ] as const)("is not exceeded by a full list that comes %s where others take the place of those that go (%j)", async (_, component, eventTypes, full) => {
    const { shelf, host } = start(component, { eventTypes: [...eventTypes], pageSize: 100 });
    const ids = shelf.add(full, tag);
    await host.activate();
    pass(MINUTE);
    const gone = ids.slice(0, 300);
    for (const id of gone) shelf.remove(id);
    const fresh = shelf.add(250, tag);
    const { emitted, error } = await host.tryRun();
    expect(error).toBeUndefined();
    expect(eventLines(emitted).filter((text) => text.startsWith("created")).sort()).toEqual(created(fresh));
    await host.settle(MINUTE);
    expect(eventLines(host.events).sort()).toEqual([...created(fresh), ...(eventTypes.length > 1 ? gone.map((id) => `deleted ${id}`).sort() : [])]);
  });
});
