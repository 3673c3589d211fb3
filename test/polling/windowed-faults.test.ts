import { describe, expect, it } from "@jest/globals";
import { DAY, HOUR, MINUTE, NOW, breakAt, pass, repeated, eventLines } from "./host.ts";
import { ROOMS, allRooms, deployed, searching } from "./diary.ts";

describe("a poll of a window that fails", () => {
  it.each([1, 2, 3, 4])("at request %d emits what it has read, and the next one the rest, once", async (at) => {
    const { diary, host, api } = await deployed();
    const fresh = [diary.book(), diary.book(), diary.book()];
    breakAt(api, at);
    const { emitted, error } = await host.tryRun();
    expect(emitted).toHaveLength(Math.max(0, at - 2));
    // Without any progress, the user learns of it.
    expect(error?.message).toBe(at <= 2 ? "The connection broke (ECONNRESET)." : undefined);
    api.listen(undefined);
    expect(eventLines([...emitted, ...await host.settle(MINUTE)]).sort()).toEqual(fresh.map((id) => `created ${id}`).sort());
    expect(repeated(host.events)).toEqual([]);
  });

  // A look-up that fails is one of the next scan's, so that it keeps nothing else from being emitted; a search goes on.
  it.each([["looks up", allRooms, ROOMS.length + 3, 1 + ROOMS.length + 1], ["searches for", searching, ROOMS.length + 4, ROOMS.length]])("while it %s what is gone emits the rest in the next one", async (_, trigger, at, most) => {
    const { diary, host, api, ids: [one, two] } = await deployed({}, trigger);
    diary.remove(one);
    diary.remove(two);
    await host.run();
    const id = diary.book();
    breakAt(api, at);
    const { emitted } = await host.tryRun();
    expect(eventLines(emitted)).toContain(`created ${id}`);
    api.listen(undefined);
    const { emitted: rest, requests } = await host.counted();
    expect(requests).toBeLessThanOrEqual(most);
    expect(eventLines([...emitted, ...rest, ...await host.run(), ...await host.settle(MINUTE)]).sort()).toEqual([`created ${id}`, `deleted ${one}`, `deleted ${two}`].sort());
    expect(repeated(host.events)).toEqual([]);
  });

  it.each([400, 403, 500])("with %d for good where it looks up one that is gone does not keep the others from being emitted", async (status) => {
    const { diary, host, ids: [one, two] } = await deployed();
    diary.move(one, 20 * DAY);
    diary.remove(two);
    diary.refused = { id: one, status };
    await host.settle(MINUTE);
    expect(eventLines(host.events)).toEqual([`deleted ${two}`]);
    const id = diary.book();
    expect(eventLines(await host.run())).toEqual([`created ${id}`]);
    expect(console.log).toHaveBeenCalledWith(expect.stringContaining("HighLevel cannot show this one."));
    diary.refused = undefined;
    expect(eventLines(await host.settle(MINUTE))).toEqual([`rescheduled ${one}`]);
  });

  it.each([["in the midst of the span", HOUR], ["and time moves the span past them", 5 * MINUTE - DAY]])("has no time to look for all that is gone %s: the others follow", async (_, inMs) => {
    const { diary, host, api } = await deployed({ pollBudget: 5 });
    const ids = Array.from({ length: 20 }, () => diary.book(inMs));
    await host.run();
    for (const id of ids) diary.remove(id);
    await host.run();
    api.latencyMs = 500;
    const events: string[] = [];
    for (let poll = 0; poll < 12; poll++) {
      pass(MINUTE);
      const more = eventLines(await host.run());
      if (events.length < ids.length) expect(more.length).toBeGreaterThan(0);
      events.push(...more);
    }
    expect(events.sort()).toEqual(ids.map((id) => `deleted ${id}`).sort());
  });

  it.each(["error", "kill"] as const)("by a crash (%s) at any emission or before saving repeats it with the same ids", async (how) => {
    for (const at of [0, 1, 2, 3, 4, "save"] as const) {
      const { diary, host, ids: [one, two, three] } = await deployed();
      diary.remove(one);
      await host.run();
      diary.move(two, 3 * HOUR);
      diary.change(three, { title: "second" });
      const fresh = [diary.book(), diary.book()];
      await host.tryRun({ at, how });
      await host.settle(MINUTE);
      expect([...new Set(eventLines(host.events))].sort()).toEqual([...fresh.map((id) => `created ${id}`), `deleted ${one}`, `rescheduled ${two}`, `updated ${three}`].sort());
      expect(new Set(host.events.map(({ id }) => id)).size).toBe(5);
    }
  });
});

describe("a poll of a window that dies before it saves", () => {
  const idsOf = (events: { id: string }[]) => events.map(({ id }) => id);

  it.each([["looks up", allRooms], ["searches for", searching]])("and %s what was moved out of the span names each move by what it made of it", async (_, trigger) => {
    const { diary, host, ids: [one] } = await deployed({}, trigger);
    diary.move(one, 20 * DAY);
    await host.run();
    const first = await host.tryRun({ at: "save", how: "kill" });
    const same = await host.tryRun({ at: "save", how: "kill" });
    expect(eventLines(first.emitted)).toEqual([`rescheduled ${one}`]);
    expect(idsOf(same.emitted)).toEqual(idsOf(first.emitted));
    diary.move(one, 30 * DAY);
    const moved = await host.tryRun({ at: "save", how: "kill" });
    diary.change(one, { status: "cancelled" });
    const cancelled = await host.run();
    expect(eventLines(moved.emitted)).toEqual([`rescheduled ${one}`]);
    expect(new Set(idsOf([...first.emitted, ...moved.emitted, ...cancelled])).size).toBe(3);
    for (const id of idsOf(host.events)) expect(id.length).toBeLessThanOrEqual(64);
  });

  it("names a move out of the span and back into it, and out of it again as before, by different ids", async () => {
    const { diary, host, ids: [one] } = await deployed();
    const there = diary.get(one)?.startTime;
    for (let time = 0; time < 3; time++) {
      diary.change(one, { startTime: NOW + 20 * DAY });
      await host.settle(MINUTE);
      diary.change(one, { startTime: there });
      await host.settle(MINUTE);
    }
    expect(eventLines(host.events)).toEqual(Array.from({ length: 6 }, () => `rescheduled ${one}`));
    expect(repeated(host.events)).toEqual([]);
  });
});

const SOUND = { scans: 1, begun: 1, since: 1, reach: 1, entries: "", left: "" };

describe("the state of a window", () => {
  it.each<[string, unknown]>([
    ["is garbage", "garbage"],
    ["is of an older layout", { v: 0, scope: "", strategy: {} }],
    ["has no time of reading", { v: 1, strategy: { ...SOUND, begun: undefined } }],
    ["has entries that are no text", { v: 1, strategy: { ...SOUND, entries: 7 } }],
    ["has no place where its scan goes on", { v: 1, strategy: { ...SOUND, resume: null } }],
    ["has a scan of no span", { v: 1, strategy: { ...SOUND, resume: { begun: 1, after: "a" } } }],
  ])("that %s leads to a new baseline without events", async (_name, saved) => {
    const { diary, host } = await deployed();
    const { scope } = JSON.parse(host.db.state ?? "") as { scope: string };
    host.db = { state: JSON.stringify(typeof saved === "object" ? { scope, ...saved } : saved) };
    diary.book();
    expect(await host.run()).toEqual([]);
    const id = diary.book();
    expect(eventLines(await host.run())).toEqual([`created ${id}`]);
  });
});
