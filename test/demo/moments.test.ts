import { afterEach, describe, expect, it, jest } from "@jest/globals";
import { play } from "../../local/demo/play.ts";
import { story, watches } from "../../local/demo/story.ts";
import { moments } from "../../local/moments/moments.ts";
import { isZone, offsetAt } from "../../local/sandbox/zone.ts";
import { REAL_TIMERS } from "../support/timers.ts";

/** The part of the story whose answer could depend on the hour. `npm run moments` plays all of it, in other time zones of the machine too. */
const TIMED = ["list-calendar-events", "get-contact-appointments", "get-free-slots"];
const watched = watches.filter(({ trigger }) => TIMED.includes(trigger));
const steps = story.filter(({ expect: events }) => TIMED.some((slug) => slug in events));

afterEach(() => {
  jest.useRealTimers();
});

describe("the demo", () => {
  it.each([
    ["as slots are about to come within the notice", "2026-11-30T14:57:00Z"],
    ["at the weekend, across midnight", "2026-12-06T04:59:59.900Z"],
    ["as New York's clocks go forward", "2026-03-08T06:59:59.900Z"],
    ["as they go back", "2026-11-01T05:59:59.900Z"],
  ])("books, cancels and tells of both %s", async (_, at) => {
    jest.useFakeTimers({ now: Date.parse(at), doNotFake: [...REAL_TIMERS] });
    const wait = async (ms: number) => jest.setSystemTime(Date.now() + ms);
    expect(await play(watched, steps, { say: () => undefined, wait })).toEqual([]);
  });
});

describe("the moments of npm run moments", () => {
  it("are times in zones that exist", () => {
    expect(moments.filter(({ at, zone }) => Number.isNaN(Date.parse(`${at}Z`)) || !isZone(zone))).toEqual([]);
  });

  it("are on a clock change where they say so", () => {
    const changes = moments.filter(({ why }) => /^(New York|Berlin|Santiago|Lord Howe|Newfoundland) /.test(why));
    expect(changes.length).toBeGreaterThanOrEqual(8);
    for (const { at, zone, why } of changes) {
      const before = Date.parse(`${at}Z`);
      const place = why.startsWith("New York") ? "America/New_York" : zone;
      expect([at, offsetAt(before + 5_000, place) - offsetAt(before, place)]).not.toEqual([at, 0]);
    }
  });
});
