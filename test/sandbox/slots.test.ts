import { describe, expect, it } from "@jest/globals";
import { freeSlots } from "../../local/sandbox/calendars/slots.ts";
import { Clock } from "../../local/sandbox/clock.ts";
import { seedDemo } from "../../local/sandbox/seed/demo.ts";
import { Store } from "../../local/sandbox/store.ts";
import { atLocal, dateAt, zonedIso } from "../../local/sandbox/zone.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A store as a sandbox has it that is started at a moment. */
function startedAt(ms: number) {
  const store = new Store(new Clock(() => ms), 1, 0);
  return { store, location: seedDemo(store) };
}

describe("what the demo location starts with", () => {
  // Such as 14:57 UTC: two hours later, a slot comes within the notice.
  const monday = Array.from({ length: 24 }, (_, hour) => Date.parse("2026-11-30T00:57:00Z") + hour * HOUR);
  const others = ["2026-12-05T03:57:00Z", "2026-12-06T12:57:00Z", "2026-12-02T04:59:59Z", "2026-03-08T04:59:59Z", "2026-11-01T03:59:59Z"].map((at) => Date.parse(at));

  it("has a first free slot far from the notice that a booking needs, at any hour", () => {
    for (const now of [...monday, ...others]) {
      const { store, location } = startedAt(now);
      for (const calendar of store.calendars.in(location.id).filter(({ isActive }) => isActive)) {
        const [first] = freeSlots(store, calendar, now, now + 14 * DAY);
        // A sandbox that is kept running stays so for hours.
        expect(first! - (now + 2 * HOUR)).toBeGreaterThan(6 * HOUR);
      }
    }
  });

  it.each(["2026-03-07T15:00:00Z", "2026-07-01T15:00:00Z", "2026-12-31T23:59:00Z"])("has lunch at noon on its own clocks, summer or winter: %s", (at) => {
    const { store, location } = startedAt(Date.parse(at));
    const lunch = store.blockedSlots.in(location.id).find(({ title }) => title === "Team lunch");
    expect(zonedIso(lunch!.startTime, location.timezone).slice(11, 16)).toBe("12:00");
  });
});

describe("free slots", () => {
  it.each([
    ["the night before the clocks go forward", "America/New_York", "2026-03-07T23:30", "2026-03-08"],
    ["the night before they go back", "America/New_York", "2026-10-31T00:30", "2026-11-01"],
    ["the night before midnight is skipped", "America/Santiago", "2026-09-05T23:30", "2026-09-06"],
    ["the night before half an hour is skipped", "Australia/Lord_Howe", "2026-10-03T23:45", "2026-10-04"],
  ])("leave out no day: %s", (_, timezone, wall, date) => {
    const now = atLocal(wall.slice(0, 10), Number(wall.slice(11, 13)) * 60 + Number(wall.slice(14)), timezone);
    const { store, location } = startedAt(now);
    store.locations.change(location, { timezone });
    const allDay = [{ daysOfTheWeek: [0, 1, 2, 3, 4, 5, 6], hours: [{ openHour: 0, openMinute: 0, closeHour: 23, closeMinute: 0 }] }];
    const calendar = store.calendars.put({ ...store.calendars.get("SandboxCalendar00001")!, id: "AllDay", openHours: allDay, allowBookingAfter: 0 });
    const dates = new Set(freeSlots(store, calendar, now, now + 3 * DAY).map((slot) => dateAt(slot, timezone)));
    expect([...dates]).toContain(date);
    expect([...dates].sort()).toEqual([...dates]);
  });
});

describe("a time on the clocks of a zone", () => {
  it.each([
    ["is the first of two", "America/New_York", "2026-11-01", 90, "2026-11-01T01:30:00-04:00"],
    ["is as much later as the clocks skip", "America/New_York", "2026-03-08", 150, "2026-03-08T03:30:00-04:00"],
    ["is on its day where midnight is skipped", "America/Santiago", "2026-09-06", 0, "2026-09-06T01:00:00-03:00"],
    ["is the first of two around midnight", "America/Santiago", "2026-04-04", 1410, "2026-04-04T23:30:00-03:00"],
    ["knows skips of half an hour", "Australia/Lord_Howe", "2026-10-04", 135, "2026-10-04T02:45:00+11:00"],
    ["knows repeats of half an hour", "Australia/Lord_Howe", "2026-04-05", 105, "2026-04-05T01:45:00+11:00"],
    ["knows both sides of a skip east of Greenwich", "Europe/Berlin", "2026-03-29", 119, "2026-03-29T01:59:00+01:00"],
    ["knows both sides of a skip east of Greenwich", "Europe/Berlin", "2026-03-29", 180, "2026-03-29T03:00:00+02:00"],
    ["is the first of two east of Greenwich", "Europe/Berlin", "2026-10-25", 150, "2026-10-25T02:30:00+02:00"],
    ["is later by a day that is skipped", "Pacific/Apia", "2011-12-30", 720, "2011-12-31T12:00:00+14:00"],
  ])("%s: %s %s", (_, timezone, date, minutes, expected) => {
    expect(zonedIso(atLocal(date, minutes, timezone), timezone)).toBe(expected);
  });
});
