import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { isoInZone, isoWithOffset, momentOf, toMs } from "../../common/core/time.ts";
import { atLocal } from "../../local/sandbox/zone.ts";
import { sampled } from "../support/effort.ts";
import { CLOCK_CHANGES, DAYS, ZONELESS_TIMES } from "./clock-changes.ts";

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
const SEED = { seed: 11, numRuns: 100 };

/** What the clocks of a zone show, by Intl alone. */
const clocks = new Map(CLOCK_CHANGES.map(([timeZone]) => [timeZone, new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "medium" })]));
const wallOf = (ms: number, timeZone: string) => clocks.get(timeZone)!.format(ms); // all zones of these tests stand in the table
const offsetOf = (ms: number, timeZone: string) => Date.parse(`${wallOf(ms, timeZone).replace(" ", "T")}Z`) - Math.floor(ms / 1000) * 1000;

/** The clock changes of a zone in a year: the first moment of each new offset. */
function changesIn(year: number, timeZone: string): number[] {
  const from = Date.UTC(year, 0);
  return Array.from({ length: 366 }, (_, day) => from + day * DAY)
    .filter((day) => offsetOf(day, timeZone) !== offsetOf(day + DAY, timeZone))
    .map((day) => {
      let [before, after] = [day, day + DAY];
      while (after - before > MINUTE) {
        const middle = before + Math.floor((after - before) / MINUTE / 2) * MINUTE;
        if (offsetOf(middle, timeZone) === offsetOf(before, timeZone)) before = middle;
        else after = middle;
      }
      return after;
    });
}

const NIGHTS = [...new Set(CLOCK_CHANGES.map(([zone]) => zone))].flatMap((zone) => [2011, 2024, 2026].flatMap((year) => changesIn(year, zone).map((change) => ({ zone, change }))));
/** A minute near a clock change: in the hours before and behind it. */
const nearChanges = fc.record({ night: fc.constantFrom(...NIGHTS), minutes: fc.integer({ min: -26 * 60, max: 26 * 60 }) });

describe("a wall-clock time", () => {
  it.each(CLOCK_CHANGES)("in %s, %s is %s", (zone, wall, iso) => expect(isoWithOffset(wall, "Due Date", zone)).toBe(iso));

  it.each(CLOCK_CHANGES)("in the sandbox's %s, %s is %s", (zone, wall, iso) => {
    const [, hours = 0, minutes = 0, seconds = 0] = wall.split(/[ :]/).map(Number);
    expect(atLocal(wall.slice(0, 10), hours * 60 + minutes + seconds / 60, zone)).toBe(Date.parse(iso));
  });

  it("near any clock change is what the clocks show, the first time they do; or else later by what was skipped", () => {
    expect(NIGHTS.length).toBeGreaterThan(50);
    fc.assert(fc.property(nearChanges, ({ night: { zone, change }, minutes }) => {
      const before = offsetOf(change - MINUTE, zone);
      const wall = change + before + minutes * MINUTE;
      const text = new Date(wall).toISOString().slice(0, 16);
      const ms = Date.parse(isoWithOffset(text, "Due Date", zone));
      // All zones of the table are whole quarters of an hour away from UTC, from -12 to +14 hours.
      const candidates = Array.from({ length: 26 * 4 + 1 }, (_, quarter) => wall + (quarter - 14 * 4) * 15 * MINUTE);
      const shown = candidates.filter((candidate) => candidate + offsetOf(candidate, zone) === wall);
      expect(ms).toBe(shown[0] ?? wall - before);
      expect(atLocal(text.slice(0, 10), Number(text.slice(11, 13)) * 60 + Number(text.slice(14)), zone)).toBe(ms);
    }), SEED);
  });

  it("is told back as it is, at any moment", () => {
    fc.assert(fc.property(nearChanges, ({ night: { zone, change }, minutes }) => {
      const ms = change + minutes * MINUTE;
      const iso = isoInZone(ms, zone);
      expect(Date.parse(iso)).toBe(ms);
      expect(iso.slice(0, 19).replace("T", " ")).toBe(wallOf(ms, zone));
    }), SEED);
  });
});

describe("a day", () => {
  it.each(DAYS)("in %s, %s begins at %s and ends at %s", (zone, day, first, last) => {
    expect(new Date(momentOf(day, "When", false, zone)).toISOString()).toBe(first);
    expect(new Date(momentOf(day, "When", true, zone)).toISOString()).toBe(last);
  });

  it("is all of what the clocks show with its date, and no more, near any clock change", () => {
    fc.assert(fc.property(nearChanges, ({ night: { zone, change }, minutes }) => {
      const day = wallOf(change + minutes * MINUTE, zone).slice(0, 10);
      const [first, last] = [momentOf(day, "When", false, zone), momentOf(day, "When", true, zone)];
      const dates = [first - 1, first, last, last + 1].map((ms) => wallOf(ms, zone).slice(0, 10));
      expect(dates.map((date) => date === day)).toEqual([false, true, true, false]);
    }), SEED);
  });

  it.each([
    ["2026-03-31-05:00", "2026-03-31T05:00:00.000Z", "2026-04-01T04:59:59.999Z"],
    ["2026-03-31Z", "2026-03-31T00:00:00.000Z", "2026-03-31T23:59:59.999Z"],
    ["2026-03-31+0530", "2026-03-30T18:30:00.000Z", "2026-03-31T18:29:59.999Z"],
    ["2026-03-31T10:00:30.5Z", "2026-03-31T10:00:30.500Z", "2026-03-31T10:00:30.500Z"],
  ])("or a time with an offset of its own, %s, needs no zone", (text, first, last) => {
    expect(new Date(momentOf(text, "When", false, "Mars/Olympus")).toISOString()).toBe(first);
    expect(new Date(momentOf(text, "When", true, "Mars/Olympus")).toISOString()).toBe(last);
  });
});

it.each([["GMT-05:00"], ["Pacific Standard Time"], [""], ["Mars/Olympus"]])("a sub-account whose time zone is called %j is an error that says what to do", (zone) => {
  expect(() => isoWithOffset("2026-12-01 09:00", "Due Date", zone)).toThrow(
    `Due Date: "2026-12-01 09:00" has no offset, so it is a time in the sub-account's time zone. In HighLevel that is "${zone}", which is not a known time zone. `
    + "Write the time with its offset, such as 2026-12-01T09:00:00-05:00, or choose another time zone in HighLevel: Settings > Business Profile.",
  );
});

it.each([
  ["2026-12-01-05:00", "2026-12-01T00:00:00-05:00"], ["2026-12-01z", "2026-12-01T00:00:00Z"],
  ["2026-12-01T09:00-0530", "2026-12-01T09:00-05:30"], ["2026-12-01 09:00:00.25Z", "2026-12-01T09:00:00.25Z"],
])("%s is sent as %s", (text, iso) => expect(isoWithOffset(text, "When")).toBe(iso));

it.each(ZONELESS_TIMES)("a record's %s is %s", (text, iso) => expect(toMs(text)).toBe(iso === undefined ? undefined : Date.parse(iso)));

it.each(sampled([["Pacific/Apia"], ["America/Santiago"]], 2))("nothing of it depends on a machine whose clock runs in %s", (TZ) => {
  const child = fileURLToPath(new URL("clock-changes-child.ts", import.meta.url));
  const printed = execFileSync(process.execPath, ["--import", "tsx", child], { encoding: "utf8", env: { ...process.env, TZ } });
  expect(JSON.parse(printed)).toEqual({
    machine: TZ,
    changes: CLOCK_CHANGES.map(([, , iso]) => iso),
    days: DAYS.map(([, , first, last]) => [Date.parse(first), Date.parse(last)]),
    zoneless: ZONELESS_TIMES.map(([, iso]) => (iso === undefined ? null : Date.parse(iso))),
  });
});
