import { describe, expect, it } from "@jest/globals";
import { DAY, HOUR, MINUTE, NOW, SECOND, pass, repeated, told } from "./host.ts";
import { ROOMS, deployed, start } from "./diary.ts";

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
    expect(told(await host.deploy()).sort()).toEqual(newest.map((id) => `created ${id}`).sort());
    expect(await host.settle(MINUTE)).toEqual([]);
  });

  it("of an empty diary takes what comes next for new", async () => {
    const { diary, host } = start();
    expect(await host.deploy()).toEqual([]);
    const id = diary.book();
    expect(told(await host.run())).toEqual([`created ${id}`]);
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
  it("where nothing happened emits nothing and reads each list once", async () => {
    const { host } = await deployed();
    for (let poll = 0; poll < 3; poll++) expect(await host.counted()).toEqual({ emitted: [], requests: ROOMS.length });
  });

  it("tells what is created, moved, changed and cancelled, each once", async () => {
    const { diary, host, ids: [one, two, three, four] } = await deployed();
    diary.move(one, 3 * HOUR);
    diary.change(two, { title: "second" });
    diary.change(three, { status: "cancelled" });
    diary.change(four, { status: "confirmed" });
    const id = diary.book();
    expect(told(await host.run()).sort()).toEqual([`cancelled ${three}`, `created ${id}`, `rescheduled ${one}`, `updated ${four}`, `updated ${two}`].sort());
    expect(await host.settle(MINUTE)).toEqual([]);
  });

  it("tells a move there and back again as two events with ids of their own", async () => {
    const { diary, host, ids: [id] } = await deployed();
    const first = Date.now() + HOUR;
    for (const startTime of [first + HOUR, first, first + HOUR]) {
      diary.change(id, { startTime });
      expect(told(await host.run())).toEqual([`rescheduled ${id}`]);
    }
    expect(repeated(host.events)).toEqual([]);
  });

  it("tells nothing of what time moves into the span, through it, and out of it", async () => {
    const { diary, host } = await deployed();
    for (let day = 1; day < 30; day++) diary.book(day * DAY + HOUR / 2, { dateAdded: NOW - 60 * DAY, dateUpdated: NOW - 60 * DAY });
    await host.run();
    for (let hour = 0; hour < 30 * 4; hour++) {
      pass(6 * HOUR);
      expect(await host.run()).toEqual([]);
    }
  });

  it("tells of one that is booked outside the span only when it is moved into it", async () => {
    const { diary, host } = await deployed();
    const id = diary.book(20 * DAY);
    pass(HOUR);
    expect(await host.run()).toEqual([]);
    pass(HOUR);
    diary.move(id, DAY);
    expect(told(await host.run())).toEqual([`rescheduled ${id}`]);
    expect(await host.settle(MINUTE)).toEqual([]);
  });

  it("tells of one that was moved out of the span, and of its return", async () => {
    const { diary, host, ids: [id] } = await deployed();
    diary.move(id, 20 * DAY);
    expect(told(await host.settle(MINUTE))).toEqual([`rescheduled ${id}`]);
    diary.move(id, DAY);
    expect(told(await host.settle(MINUTE))).toEqual([`rescheduled ${id}`]);
    expect(repeated(host.events)).toEqual([]);
  });

  it("tells of what is gone after two polls, once", async () => {
    const { diary, host, ids: [id] } = await deployed();
    diary.remove(id);
    expect(await host.run()).toEqual([]);
    pass(MINUTE);
    expect(told(await host.run())).toEqual([`deleted ${id}`]);
    expect(await host.settle(MINUTE)).toEqual([]);
  });

  it("finds one that shows only ten minutes after it was booked", async () => {
    const { diary, host } = await deployed();
    for (let minute = 0; minute < 10; minute++) {
      pass(MINUTE);
      await host.run();
    }
    const id = diary.book(HOUR, { dateAdded: Date.now() - 10 * MINUTE, dateUpdated: Date.now() - 10 * MINUTE });
    expect(told(await host.run())).toEqual([`created ${id}`]);
  });

  it.each([["starts at the very edge of the span", {}], ["has no start", { startTime: 0 }]])("does not tell one again that %s", async (_, fields) => {
    const { diary, host } = await deployed();
    pass(SECOND * 15);
    const id = diary.book(-DAY + 20 * SECOND, fields);
    expect(told(await host.run())).toEqual([`created ${id}`]);
    pass(10 * SECOND);
    expect(await host.run()).toEqual([]);
  });

  it("tells only the kinds that were chosen", async () => {
    const { diary, host, ids: [one, two] } = await deployed({ kinds: ["cancelled"] });
    diary.move(one, 3 * HOUR);
    diary.change(two, { status: "cancelled" });
    diary.book();
    expect(told(await host.settle(MINUTE))).toEqual([`cancelled ${two}`]);
  });
});
