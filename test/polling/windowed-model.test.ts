/** Random histories against an oracle: what was emitted must be what happened, once. */
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { histories } from "../support/effort.ts";
import { DAY, HOUR, MINUTE, NOW, SECOND, breakAt, pass, setTime } from "./host.ts";
import type { Crash } from "./host.ts";
import { allRooms, oneRoom, searching, start } from "./diary.ts";
import type { Booking, Trigger } from "./diary.ts";
import { LONGEST, Oracle } from "./diary-oracle.ts";

const ACTS = ["book", "move", "shift", "retitle", "confirm", "cancel", "remove", "close room", "open room"] as const;
type Act = (typeof ACTS)[number];

interface Place { zone: "inside" | "front" | "back" | "out"; minutes: number }
interface Step {
  /** Time before the step. */
  waitMs: number;
  acts: { what: Act; pick: number; at: Place; lagMs: number }[];
  /** What happens between the requests of the poll. */
  between: ({ what: Act; pick: number; at: Place } | undefined)[];
  poll: { how: "whole" | "short" | "shorter" | "broken" | "crashed" | "none"; at: number; crash: Crash };
}

/** Where in time something is put: inside of the span, anywhere, or at one of its edges as they are then. */
const at = fc.record({ zone: fc.constantFrom("inside" as const, "inside" as const, "inside" as const, "front" as const, "back" as const, "out" as const), minutes: fc.integer({ min: -90, max: 90 }) });
const act = fc.record({ what: fc.constantFrom(...ACTS, "book" as const, "move" as const, "shift" as const), pick: fc.nat(), at, lagMs: fc.constantFrom(0, 0, 0, 20 * SECOND, 5 * MINUTE, 10 * MINUTE) });
const step: fc.Arbitrary<Step> = fc.record({
  waitMs: fc.oneof({ weight: 3, arbitrary: fc.integer({ min: 1, max: 20 }).map((minutes) => minutes * MINUTE) }, { weight: 1, arbitrary: fc.constantFrom(HOUR, 6 * HOUR, 15 * HOUR) }),
  acts: fc.array(act, { maxLength: 4 }),
  between: fc.array(fc.option(act, { nil: undefined }), { maxLength: 6 }),
  poll: fc.record({
    how: fc.constantFrom("whole" as const, "whole" as const, "short" as const, "shorter" as const, "shorter" as const, "broken" as const, "crashed" as const, "none" as const),
    at: fc.integer({ min: 1, max: 6 }),
    crash: fc.record({ at: fc.oneof(fc.nat(6), fc.constant("save" as const)), how: fc.constantFrom("error" as const, "kill" as const) }),
  }),
});
const history = fc.record({ eventTypes: fc.constantFrom(undefined, undefined, ["created", "rescheduled", "cancelled", "updated"]), shortBaseline: fc.boolean(), isDetailed: fc.boolean(), steps: fc.array(step, { minLength: 2, maxLength: 14 }) });
type History = typeof history extends fc.Arbitrary<infer T> ? T : never;

/** With a budget of 5 s: all requests, two lists a poll, or one. */
const LATENCY = { whole: 1, short: 900, shorter: 1_200, broken: 1, crashed: 1, none: 1 };

async function play(component: Trigger, { eventTypes, shortBaseline, isDetailed, steps }: History): Promise<void> {
  setTime(NOW);
  const { diary, api, host } = start({ pollBudget: 5, ...(eventTypes && { eventTypes }) }, component);
  diary.isDetailed = isDetailed;
  const oracle = new Oracle(diary, component === oneRoom ? ["a"] : undefined, !eventTypes, component === searching);
  const inBaseline = () => (JSON.parse(host.db.state ?? "") as { strategy: { baseline?: true } }).strategy.baseline === true;
  let turn = 0;
  const timeOf = ({ zone, minutes }: Place) => ({ inside: NOW + 5 * DAY, front: Date.now() + 7 * DAY, back: Date.now() - DAY, out: NOW + 20 * DAY })[zone] + minutes * MINUTE;
  const perform = (what: Act, pick: number, place: Place, lagMs = 0) => {
    // Each version has a time of its own.
    pass(1);
    turn++;
    const room = diary.rooms[pick % diary.rooms.length] ?? "a";
    const id = diary.ids[pick % Math.max(1, diary.ids.length)];
    if (what === "book") oracle.book(diary.book(0, { room, startTime: timeOf(place) }, lagMs));
    if (what === "open room") diary.rooms.push(`${room.charAt(0)}${turn}`);
    if (what === "close room" && diary.rooms.length > 2 && component !== oneRoom) {
      diary.rooms.splice(diary.rooms.indexOf(room), 1);
      oracle.close(room);
    }
    if (!id) return;
    const changes: Partial<Record<Act, Partial<Booking>>> = {
      move: { startTime: timeOf(place) }, shift: { room }, retitle: { title: `title ${turn % 3}` }, confirm: { status: "confirmed" }, cancel: { status: "cancelled" },
    };
    const change = changes[what];
    if (change) {
      diary.change(id, change, lagMs);
      oracle.change(id);
    }
    if (what === "remove") {
      diary.remove(id);
      oracle.remove(id);
    }
  };

  for (let index = 0; index < 8; index++) oracle.book(diary.book(index * 24 * HOUR, { dateAdded: NOW - 30 * DAY, dateUpdated: NOW - 30 * DAY }));
  api.latencyMs = shortBaseline ? LATENCY.shorter : 1;
  await host.activate();
  oracle.deployed();

  for (const { waitMs, acts, between, poll } of steps) {
    pass(Date.now() + waitMs < NOW + LONGEST ? waitMs : MINUTE);
    oracle.inBaseline = inBaseline();
    for (const { what, pick, at, lagMs } of acts) perform(what, pick, at, lagMs);
    if (poll.how === "none") continue;
    api.latencyMs = LATENCY[poll.how];
    api.listen((count) => {
      const next = between[count - 1];
      if (next) perform(next.what, next.pick, next.at);
    });
    if (poll.how === "broken") breakAt(api, poll.at);
    const { emitted, error } = await host.tryRun(poll.how === "crashed" ? poll.crash : undefined);
    if (poll.how === "crashed") oracle.crashed(emitted);
    if (["whole", "short", "shorter"].includes(poll.how)) expect(error).toBeUndefined();
    api.listen(undefined);
  }
  api.latencyMs = 1;
  // What shows late, and what is gone twice.
  for (let poll = 0; poll < 8; poll++) {
    pass(4 * MINUTE);
    await host.run();
  }
  await host.settle(MINUTE);
  oracle.judge(host.events);
}

describe.each<[string, Trigger]>([["of all rooms", allRooms], ["of all rooms, searched through", searching], ["of one room", oneRoom]])("a random history %s", (_, component) => {
  it("is emitted completely, once, and with nothing else", async () => {
    await fc.assert(fc.asyncProperty(history, (one) => play(component, one)), { seed: 33, numRuns: histories(120) });
  });
});
