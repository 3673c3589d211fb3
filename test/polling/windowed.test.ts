import { describe, expect, it } from "@jest/globals";
import { DAY, HOUR, MINUTE, NOW, SECOND, pass, repeated, eventLines } from "./host.ts";
import { ROOMS, allRooms, deployed, oneRoom, searching, start } from "./diary.ts";

describe("the baseline of a window", () => {
  it.each(["activate", "run"] as const)("is silent in %s", async (hook) => {
    const { diary, host } = start();
    for (let index = 0; index < 40; index++) diary.book();
    expect(await host[hook]()).toEqual([]);
    expect(await host.settle(MINUTE)).toEqual([]);
  });

  it("comes with the 25 newest as samples at the first deployment", async () => {
    const { diary, host } = start();
    for (let index = 0; index < 20; index++) diary.book();
    pass(SECOND);
    const newest = Array.from({ length: 25 }, () => diary.book());
    expect(eventLines(await host.deploy()).sort()).toEqual(newest.map((id) => `created ${id}`).sort());
    expect(await host.settle(MINUTE)).toEqual([]);
  });

  it("emits a sample once that moves to another room meanwhile", async () => {
    const { diary, host, api } = start();
    const id = diary.book(HOUR, { room: "a" });
    api.listen((count) => diary.change(id, { room: ROOMS[count - 2] }));
    expect(eventLines(await host.deploy())).toEqual([`created ${id}`]);
  });

  it("of an empty diary takes what comes next for new", async () => {
    const { diary, host } = start();
    expect(await host.deploy()).toEqual([]);
    const id = diary.book();
    expect(eventLines(await host.run())).toEqual([`created ${id}`]);
    expect(await host.settle(MINUTE)).toEqual([]);
  });

  it("is made anew, silently, by an update that changes what is watched", async () => {
    const { diary, host } = await deployed();
    diary.book();
    host.props = { query: "x" };
    expect(await host.activate()).toEqual([]);
    expect(await host.run()).toEqual([]);
  });
});

describe("a poll of a window", () => {
  it.each([["of all rooms emits nothing and reads each list once", allRooms, 1 + ROOMS.length], ["of one room is one request", oneRoom, 1]])("where nothing happened %s", async (_, trigger, requests) => {
    const { host } = await deployed({}, trigger);
    for (let poll = 0; poll < 3; poll++) expect(await host.counted()).toEqual({ emitted: [], requests });
  });

  it("emits what is created, moved, changed and cancelled, each once", async () => {
    const { diary, host, ids: [one, two, three, four] } = await deployed();
    diary.move(one, 3 * HOUR);
    diary.change(two, { title: "second" });
    diary.change(three, { status: "cancelled" });
    diary.change(four, { status: "confirmed" });
    const id = diary.book();
    expect(eventLines(await host.run()).sort()).toEqual([`cancelled ${three}`, `created ${id}`, `rescheduled ${one}`, `updated ${four}`, `updated ${two}`].sort());
    expect(await host.settle(MINUTE)).toEqual([]);
  });

  it("emits a move there and back again as two events with ids of their own", async () => {
    const { diary, host, ids: [id] } = await deployed();
    const first = Date.now() + HOUR;
    for (const startTime of [first + HOUR, first, first + HOUR]) {
      diary.change(id, { startTime });
      expect(eventLines(await host.run())).toEqual([`rescheduled ${id}`]);
    }
    expect(repeated(host.events)).toEqual([]);
  });

  it("emits nothing of what time moves into the span, through it, and out of it", async () => {
    const { diary, host } = await deployed();
    for (let day = 1; day < 30; day++) diary.book(day * DAY + HOUR / 2, { dateAdded: NOW - 60 * DAY, dateUpdated: NOW - 60 * DAY });
    await host.run();
    for (let hour = 0; hour < 30 * 4; hour++) {
      pass(6 * HOUR);
      // Nor is it looked up.
      expect(await host.counted()).toEqual({ emitted: [], requests: 1 + ROOMS.length });
    }
  });

  it("emits one that is gone in the last minute before time would have moved it out of the span", async () => {
    const { diary, host } = await deployed();
    const id = diary.book(-DAY + 90 * SECOND);
    await host.run();
    diary.remove(id);
    pass(70 * SECOND);
    await host.run();
    expect(eventLines(await host.run())).toEqual([`deleted ${id}`]);
  });

  it.each([true, false])("emits nothing of one that could not be read for a while and has left the span with time (looks different by its id: %s)", async (isDetailed) => {
    const { diary, host } = await deployed();
    diary.isDetailed = isDetailed;
    diary.book(-DAY + 3 * MINUTE, { room: "b", dateAdded: NOW - 30 * DAY, dateUpdated: NOW - 30 * DAY });
    await host.run();
    diary.rooms.splice(diary.rooms.indexOf("b"), 1);
    await host.run();
    diary.rooms.push("b");
    pass(5 * MINUTE);
    await host.run();
    expect(eventLines(host.events)).toEqual([]);
  });

  it("emits one that is booked outside the span only when it is moved into it", async () => {
    const { diary, host } = await deployed();
    const id = diary.book(20 * DAY);
    pass(HOUR);
    expect(await host.run()).toEqual([]);
    pass(HOUR);
    diary.move(id, DAY);
    expect(eventLines(await host.run())).toEqual([`rescheduled ${id}`]);
    expect(await host.settle(MINUTE)).toEqual([]);
  });

  it("emits nothing of one that was changed behind the end of the span when the span reaches it, but if it was booked just now", async () => {
    const { diary, host } = await deployed();
    const old = diary.book(7 * DAY + 2 * MINUTE, { dateAdded: NOW - 30 * DAY });
    const fresh = diary.book(7 * DAY + 2 * MINUTE);
    await host.run();
    diary.change(old, { title: "second" });
    pass(3 * MINUTE);
    expect(eventLines(await host.run())).toEqual([`created ${fresh}`]);
    diary.change(old, { title: "third" });
    expect(eventLines(await host.settle(MINUTE))).toEqual([`updated ${old}`]);
  });

  it.each([["looked up", allRooms], ["searched for", searching]])("emits one that was moved out of the span, and of its return, if gone ones are %s", async (_, trigger) => {
    const { diary, host, ids: [id] } = await deployed({}, trigger);
    diary.move(id, 20 * DAY);
    expect(eventLines(await host.settle(MINUTE))).toEqual([`rescheduled ${id}`]);
    for (const inMs of [DAY, 20 * DAY, DAY]) {
      diary.move(id, inMs);
      expect(eventLines(await host.settle(MINUTE))).toEqual([`rescheduled ${id}`]);
    }
    expect(repeated(host.events)).toEqual([]);
  });

  it.each([["emitted", ["created", "updated", "rescheduled", "deleted"]], ["not emitted", ["created", "updated", "rescheduled"]]])("does not tell a booking anew that comes back into the span minutes later, if deletions are %s", async (_, eventTypes) => {
    const { diary, host } = await deployed({ eventTypes });
    const id = diary.book();
    await host.run();
    diary.move(id, 20 * DAY);
    await host.settle(MINUTE);
    diary.move(id, DAY);
    expect(eventLines(await host.settle(MINUTE))).toEqual([`rescheduled ${id}`]);
    expect(repeated(host.events)).toEqual([]);
  });

  it("does not tell a booking anew that comes back after hundreds have left", async () => {
    const { diary, host } = await deployed();
    for (let index = 0; index < 250; index++) diary.book(-DAY + 2 * MINUTE);
    await host.run();
    pass(3 * MINUTE);
    const id = diary.book();
    await host.run();
    diary.move(id, 20 * DAY);
    await host.settle(MINUTE);
    diary.move(id, DAY);
    expect(eventLines(await host.settle(MINUTE))).toEqual([`rescheduled ${id}`]);
  });

  it("does not tell a booking anew that time has moved out of the span, and a hand back into it", async () => {
    const { diary, host } = await deployed();
    const id = diary.book(-DAY + 2 * MINUTE);
    expect(eventLines(await host.run())).toEqual([`created ${id}`]);
    pass(3 * MINUTE);
    expect(await host.run()).toEqual([]);
    diary.move(id, DAY);
    expect(eventLines(await host.settle(MINUTE))).toEqual([`rescheduled ${id}`]);
  });

  it("emits one that was moved out of the span just before time would have moved it out", async () => {
    const { diary, host } = await deployed();
    const id = diary.book(-DAY + 3 * MINUTE);
    await host.run();
    diary.move(id, 20 * DAY);
    pass(MINUTE);
    expect(await host.run()).toEqual([]);
    pass(5 * MINUTE);
    expect(eventLines(await host.run())).toEqual([`rescheduled ${id}`]);
  });

  it.each([["looked up", allRooms], ["searched for", searching]])("emits what is gone after two polls, once, if it is %s", async (_, trigger) => {
    const { diary, host, ids: [id] } = await deployed({}, trigger);
    diary.remove(id);
    expect(await host.run()).toEqual([]);
    pass(MINUTE);
    expect(eventLines(await host.run())).toEqual([`deleted ${id}`]);
    expect(await host.settle(MINUTE)).toEqual([]);
  });

  it("finds one that shows only ten minutes after it was booked", async () => {
    const { diary, host } = await deployed();
    for (let minute = 0; minute < 10; minute++) {
      pass(MINUTE);
      await host.run();
    }
    const id = diary.book(HOUR, { dateAdded: Date.now() - 10 * MINUTE, dateUpdated: Date.now() - 10 * MINUTE });
    expect(eventLines(await host.run())).toEqual([`created ${id}`]);
  });

  it.each([["starts at the very edge of the span", {}], ["has no start", { startTime: 0 }]])("does not tell one again that %s", async (_, fields) => {
    const { diary, host } = await deployed();
    pass(SECOND * 15);
    const id = diary.book(-DAY + 20 * SECOND, fields);
    expect(eventLines(await host.run())).toEqual([`created ${id}`]);
    pass(10 * SECOND);
    expect(await host.run()).toEqual([]);
  });

  it("emits a change whose own event type was not chosen as updated", async () => {
    const { diary, host, ids: [one, two] } = await deployed({ eventTypes: ["created", "updated"] });
    diary.move(one, 2 * DAY);
    diary.change(two, { status: "cancelled" });
    expect(eventLines(await host.settle(MINUTE)).sort()).toEqual([`updated ${one}`, `updated ${two}`]);
  });

  it("emits a move into the span, or out of it, as updated where no moves were chosen", async () => {
    const { diary, host, ids: [one] } = await deployed({ eventTypes: ["updated", "deleted"] });
    const other = diary.book(20 * DAY);
    pass(HOUR);
    await host.run();
    diary.move(one, 20 * DAY);
    diary.move(other, DAY);
    expect(eventLines(await host.settle(MINUTE)).sort()).toEqual([`updated ${one}`, `updated ${other}`].sort());
  });

  it("emits only the event types that were chosen", async () => {
    const { diary, host, ids: [one, two] } = await deployed({ eventTypes: ["cancelled"] });
    diary.move(one, 3 * HOUR);
    diary.change(two, { status: "cancelled" });
    diary.book();
    expect(eventLines(await host.settle(MINUTE))).toEqual([`cancelled ${two}`]);
  });

  it.each([["inside of the span", DAY + HOUR], ["out of the span", 20 * DAY]])("emits one that was moved %s and cancelled at once what was chosen of the two", async (_, inMs) => {
    for (const eventTypes of [["rescheduled", "deleted"], ["cancelled", "deleted"], ["cancelled", "rescheduled", "deleted"]]) {
      const { diary, host, ids: [id] } = await deployed({ eventTypes });
      diary.move(id, inMs);
      diary.change(id, { status: "cancelled" });
      expect(eventLines(await host.settle(MINUTE))).toEqual([`${eventTypes[0] ?? ""} ${id}`]);
    }
  });

  it("emits one that was handed to a room which is not watched, and of its return", async () => {
    const { diary, host, ids: [, , id] } = await deployed({}, oneRoom);
    for (const room of ["b", "a", "b"]) {
      diary.change(id, { room });
      expect(eventLines(await host.settle(MINUTE))).toEqual([`rescheduled ${id}`]);
    }
    expect(repeated(host.events)).toEqual([]);
  });

  it("emits a return into the span as that, whatever else has changed", async () => {
    const { diary, host, ids: [id] } = await deployed();
    diary.move(id, 20 * DAY);
    await host.run();
    await host.run();
    pass(MINUTE);
    diary.move(id, DAY);
    diary.change(id, { status: "cancelled" });
    expect(eventLines(await host.settle(MINUTE))).toEqual([`rescheduled ${id}`]);
  });

  it("emits nothing of what happens in a room that is not watched", async () => {
    const { diary, host, ids: [, , id] } = await deployed({}, oneRoom);
    diary.change(id, { room: "b" });
    await host.run();
    expect(eventLines(await host.run())).toEqual([`rescheduled ${id}`]);
    for (const title of ["second", "third"]) {
      diary.change(id, { title });
      expect(await host.settle(MINUTE)).toEqual([]);
    }
    expect(await host.counted()).toEqual({ emitted: [], requests: 1 });
  });

  it.each([true, false])("emits nothing of one whose room has closed, but what has changed when it opens again (looks different by its id: %s)", async (isDetailed) => {
    const { diary, host, ids } = await deployed();
    diary.isDetailed = isDetailed;
    const id = ids.find((one) => diary.get(one)?.room === "b") ?? "";
    diary.rooms.splice(diary.rooms.indexOf("b"), 1);
    const events = await host.run();
    events.push(...await host.run());
    diary.change(id, { title: "second" });
    events.push(...await host.settle(MINUTE));
    diary.rooms.push("b");
    events.push(...await host.settle(MINUTE));
    // As long as it looks different, it cannot be known whether it was changed.
    expect(events.filter(({ event }) => event.id === id).map(({ kind, event }) => `${kind} ${String(event.title)}`)).toEqual([...(isDetailed ? ["rescheduled first"] : []), "rescheduled second"]);
    expect(await host.settle(MINUTE)).toEqual([]);
  });

  it("emits once of a version that shows by its id first and in the lists later", async () => {
    const { diary, host, ids } = await deployed();
    const id = ids.find((one) => diary.get(one)?.room === "b") ?? "";
    diary.rooms.splice(diary.rooms.indexOf("b"), 1);
    await host.run();
    diary.change(id, { room: "c", title: "second" }, 10 * MINUTE);
    const events = await host.run();
    diary.rooms.push("b");
    events.push(...await host.settle(MINUTE));
    pass(10 * MINUTE);
    events.push(...await host.settle(MINUTE));
    expect(eventLines(events)).toEqual([`rescheduled ${id}`]);
  });

  it("emits one that moves on from room to room while it is read in the first, in versions that the ids tell apart", async () => {
    const { diary, host, api, ids: [id] } = await deployed();
    diary.change(id, { room: "a", title: "second" });
    const versions = [{ room: "b", title: "third" }, { room: "c", title: "second" }];
    api.listen((count) => diary.change(id, versions[count - 3] ?? {}));
    expect((await host.run()).map(({ event }) => event.title)).toEqual(["second"]);
    api.listen(undefined);
    expect((await host.settle(MINUTE)).map(({ event }) => `${String(event.title)} ${String(event.room)}`)).toEqual(["second c"]);
    expect(repeated(host.events)).toEqual([]);
  });
});
