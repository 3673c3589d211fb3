import { describe, expect, it } from "@jest/globals";
import { DAY, DB_BYTES, HOUR, MINUTE, NOW, pass, repeated, eventLines } from "./host.ts";
import type { Emitted } from "./host.ts";
import { allRooms, searching, start } from "./diary.ts";
import type { Trigger } from "./diary.ts";

const ALL = ["a", "b", "c", "d", "e"];
const OLD = { dateAdded: NOW - 30 * DAY, dateUpdated: NOW - 30 * DAY };

/** Five rooms with a booking each (`old-a` and so on), known since a minute; from now on, a poll has time for one room. */
async function slow(trigger: Trigger = allRooms) {
  const { diary, api, host } = start({ pollBudget: 5 }, trigger);
  diary.rooms.splice(0, 3, "e", "d", "c", "b", "a");
  for (const room of ALL) diary.book(HOUR, { ...OLD, id: `old-${room}`, room });
  await host.activate();
  pass(MINUTE);
  api.latencyMs = 1_200;
  const polls = async (count: number, everyMs = MINUTE): Promise<Emitted[]> => {
    const events: Emitted[] = [];
    for (let poll = 0; poll < count; poll++) {
      const { emitted, requests } = await host.counted();
      events.push(...emitted);
      // The rooms, one of them, and what was looked up: what it has no time for is not begun.
      expect(requests).toBeLessThanOrEqual(3);
      pass(everyMs);
    }
    return events;
  };
  return { diary, api, host, polls };
}

describe("a scan that one poll has no time for", () => {
  it("goes on list by list, emits each at once, and begins anew only when it is complete", async () => {
    const { diary, api, host } = await slow();
    for (const room of ALL) diary.change(`old-${room}`, { title: "second" });
    for (const room of [...ALL, ...ALL]) {
      const first = host.events.length < ALL.length;
      const before = api.asked.length;
      const { emitted, requests } = await host.counted();
      expect(eventLines(emitted)).toEqual(first ? [`updated old-${room}`] : []);
      expect(api.asked.slice(before).map(({ query }) => query?.room)).toEqual([undefined, room]);
      expect(requests).toBe(2);
      pass(MINUTE);
    }
  });

  it("emits once what is booked and changed meanwhile, in rooms read and not read", async () => {
    const { diary, host, polls } = await slow();
    await polls(2);
    for (const room of ALL) {
      diary.book(HOUR, { id: `new-${room}`, room });
      diary.change(`old-${room}`, { status: "confirmed" });
    }
    expect(eventLines(await polls(3)).sort()).toEqual(["c", "d", "e"].flatMap((room) => [`created new-${room}`, `updated old-${room}`]).sort());
    expect(eventLines(await polls(10)).sort()).toEqual(["a", "b"].flatMap((room) => [`created new-${room}`, `updated old-${room}`]).sort());
    expect(repeated(host.events)).toEqual([]);
  });

  it.each([["not read yet to one that was", "old-e", "a"], ["read to one that was not", "old-a", "e"]])("emits once of a booking that moves from a room %s", async (_, id, room) => {
    const { diary, polls } = await slow();
    await polls(2);
    diary.change(id, { room });
    expect(eventLines(await polls(20))).toEqual([`updated ${id}`]);
  });

  it("takes for new what has come before the scan and moved during it to a room already read", async () => {
    const { diary, polls } = await slow();
    await polls(4, 10 * MINUTE);
    const id = diary.book(HOUR, { room: "c" });
    await polls(2, 20 * MINUTE);
    diary.change(id, { room: "a" });
    expect(eventLines(await polls(20))).toEqual([`created ${id}`]);
  });

  it("emits nothing of what the unfinished scan's span loses and gains with time", async () => {
    const { diary, polls } = await slow();
    for (const room of ALL) {
      diary.book(-DAY + 20 * MINUTE, { ...OLD, room });
      diary.book(7 * DAY + 20 * MINUTE, { ...OLD, room });
    }
    await polls(5, 1_000);
    expect(await polls(30, 10 * MINUTE)).toEqual([]);
  });

  it("keeps to one span, so that nothing is missed at its edge", async () => {
    const { diary, polls } = await slow();
    const id = diary.book(-DAY + 30 * MINUTE, { room: "e" });
    expect(eventLines(await polls(5))).toEqual([`created ${id}`]);
    await polls(1);
    diary.change(id, { title: "second" });
    expect(eventLines(await polls(5, 15 * MINUTE))).toEqual([`updated ${id}`]);
    expect(await polls(20)).toEqual([]);
  });

  it.each([["looked up", allRooms], ["searched for", searching]])("takes what is absent for gone only after two complete ones, and then it is %s", async (_, trigger) => {
    const { diary, host, polls } = await slow(trigger);
    for (const id of ["old-b", "old-e"]) diary.remove(id);
    diary.move("old-a", 20 * DAY);
    expect(await polls(9)).toEqual([]);
    expect(eventLines(await polls(20)).sort()).toEqual(["deleted old-b", "deleted old-e", "rescheduled old-a"]);
    expect(await polls(20)).toEqual([]);
    expect(repeated(host.events)).toEqual([]);
  });

  it("goes on watching what was moved to behind its span, where the span of the next scan reaches", async () => {
    const { diary, polls } = await slow();
    diary.move("old-a", 7 * DAY + 20 * MINUTE);
    await polls(6);
    // The second scan, whose span ends before that, comes to its end when it lies in the watched days.
    pass(30 * MINUTE);
    expect(eventLines(await polls(4))).toEqual(["rescheduled old-a"]);
    diary.move("old-a", 20 * DAY);
    expect(eventLines(await polls(20))).toEqual(["rescheduled old-a"]);
  });

  it("does not take for deleted what moves to another room while it is searched for", async () => {
    const { diary, polls } = await slow(searching);
    diary.move("old-e", 20 * DAY);
    await polls(12);
    diary.change("old-e", { room: "a" });
    expect(eventLines(await polls(30))).toEqual(["rescheduled old-e"]);
  });

  it.each([0, 5])("finds again, and emits once, what has always moved ahead of it, and %d polls later moves again", async (count) => {
    const { diary, polls } = await slow();
    diary.isDetailed = true;
    await polls(2);
    diary.change("old-e", { room: "a" });
    await polls(3);
    diary.change("old-e", { room: "e" });
    await polls(1);
    diary.change("old-e", { room: "a" });
    expect(eventLines(await polls(4))).toEqual(["rescheduled old-e"]);
    expect(await polls(count)).toEqual([]);
    diary.move("old-e", 20 * DAY);
    expect(eventLines(await polls(20))).toEqual(["rescheduled old-e"]);
  });

  it("counts a room that opens meanwhile with the next scan, and forgets one that closes", async () => {
    const { diary, polls } = await slow();
    await polls(3);
    diary.rooms.push("b2");
    const id = diary.book(HOUR, { room: "b2" });
    diary.change("old-d", { room: "b" });
    diary.rooms.splice(diary.rooms.indexOf("d"), 1);
    expect(await polls(1)).toEqual([]);
    expect(eventLines(await polls(20)).sort()).toEqual([`created ${id}`, "updated old-d"]);
  });

  it("does not keep the user from learning that it never gets on", async () => {
    const { api, host } = await slow();
    api.latencyMs = 6_000;
    expect((await host.tryRun()).error?.message).toBe("No time left.");
  });
});

describe("a baseline that one poll has no time for", () => {
  it("is silent, but emits what comes after its first poll", async () => {
    const { diary, api, host } = start({ pollBudget: 5 });
    const [first = ""] = Array.from({ length: 30 }, (_, index) => diary.book(HOUR, { dateAdded: NOW - MINUTE, dateUpdated: NOW - MINUTE, room: index === 0 ? "c" : "b" }));
    api.latencyMs = 1_200;
    expect(await host.activate()).toEqual([]);
    pass(MINUTE);
    diary.change(first, { startTime: 0 });
    const fresh = ["a", "b", "c"].map((room) => diary.book(HOUR, { room }));
    for (let poll = 0; poll < 2; poll++) await host.run();
    expect(eventLines(host.events)).toEqual(fresh.slice(1).map((id) => `created ${id}`));
    expect(eventLines(await host.settle(MINUTE))).toEqual([`created ${fresh[0]!}`]);
  });

  it("comes with the newest of its first poll as samples", async () => {
    const { diary, api, host } = start({ pollBudget: 5 });
    for (let index = 0; index < 90; index++) diary.book(HOUR, { dateAdded: NOW - index * MINUTE });
    api.latencyMs = 1_200;
    const samples = await host.deploy();
    expect(samples.map(({ event }) => event.room)).toEqual(Array.from({ length: 25 }, () => "a"));
    expect(await host.settle(MINUTE)).toEqual([]);
  });
});

describe("the state of an unfinished scan", () => {
  it.each([[["created"], 3_100], [["created", "deleted"], 1_470]])("of %j with as many bookings as fit, of which many have left, is below 60,000 bytes", async (eventTypes, most) => {
    const uuid = (index: number) => `3f2b8c1e-77aa-4b6d${String(index).padStart(8, "0")}`;
    const { diary, api, host } = start({ eventTypes, pollBudget: 5 });
    for (let index = 0; index < most; index++) diary.book(index < 500 ? -DAY + 2 * MINUTE : index * MINUTE, { id: uuid(index), room: "a" });
    await host.activate();
    pass(3 * MINUTE);
    for (let index = most; index < most + 500; index++) diary.book(index * MINUTE, { id: uuid(index), room: "b" });
    await host.run();
    api.latencyMs = 1_200;
    await host.run();
    expect(JSON.parse(host.db.state ?? "")).toMatchObject({ strategy: { resume: { after: "a" } } });
    expect(host.stateBytes).toBeGreaterThan(57_000);
    expect(host.stateBytes).toBeLessThan(DB_BYTES);
  });
});
