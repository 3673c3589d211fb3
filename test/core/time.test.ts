import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { isoDate, isoWithOffset, isZoneless, toMs } from "../../common/core/time.ts";

const NINE = Date.UTC(2026, 0, 15, 9, 28, 41);

describe("a time as epoch ms", () => {
  it.each([
    ["2026-01-15T09:28:41.000Z", NINE],
    ["2026-01-15T09:28:41.250Z", NINE + 250],
    ["2026-01-15T04:28:41-05:00", NINE],
    ["2026-01-15T09:28:41", NINE],
    ["2026-01-15 09:28:41", NINE],
    [" 2026-01-15 09:28:41 ", NINE],
    ["2026-01-15 09:28", NINE - 41_000],
    ["2026-01-15", Date.UTC(2026, 0, 15)],
    [NINE, NINE],
    [NINE / 1000, NINE],
    [String(NINE), NINE],
    [String(NINE / 1000), NINE],
    [NINE + 0.4, NINE],
    [{ seconds: NINE / 1000, nanoseconds: 250_000_000 }, NINE + 250],
    [{ _seconds: NINE / 1000, _nanoseconds: 999_999 }, NINE],
    [{ seconds: NINE / 1000 }, NINE],
  ])("is read from %p", (value, ms) => expect(toMs(value)).toBe(ms));

  it.each([[undefined], [null], [""], ["soon"], ["2026-13-45T00:00:00Z"], [0], [-5], [NaN], [Infinity], [true], [{}], [[]], [{ seconds: "1" }]])(
    "is not read from %p",
    (value) => expect(toMs(value)).toBeUndefined(),
  );
});

describe("a date and time with offset", () => {
  it.each([
    ["2026-12-01T09:00:00-05:00", "Asia/Tokyo", "2026-12-01T09:00:00-05:00"],
    ["2026-12-01 09:00:00Z", "Asia/Tokyo", "2026-12-01T09:00:00Z"],
    ["2026-12-01T09:00:00+1400", "Asia/Tokyo", "2026-12-01T09:00:00+14:00"],
    ["2026-12-01 09:00", "America/New_York", "2026-12-01T09:00:00-05:00"],
    ["2026-07-01 09:00", "America/New_York", "2026-07-01T09:00:00-04:00"],
    ["2026-07-01T09:00:30", "Asia/Kathmandu", "2026-07-01T09:00:30+05:45"],
    ["2026-07-01", "America/St_Johns", "2026-07-01T00:00:00-02:30"],
    ["2026-07-01 00:00", "UTC", "2026-07-01T00:00:00+00:00"],
    ["2028-02-29 23:59:59", "Pacific/Auckland", "2028-02-29T23:59:59+13:00"],
    // Around the clock changes of New York: the hour before and the hour behind each.
    ["2026-03-08 01:59", "America/New_York", "2026-03-08T01:59:00-05:00"],
    ["2026-03-08 03:00", "America/New_York", "2026-03-08T03:00:00-04:00"],
    ["2026-11-01 00:59", "America/New_York", "2026-11-01T00:59:00-04:00"],
    ["2026-11-01 02:00", "America/New_York", "2026-11-01T02:00:00-05:00"],
  ])("%s in %s is %s", (text, zone, iso) => expect(isoWithOffset(text, "Due Date", zone)).toBe(iso));

  it("takes a Date and UTC by default", () => {
    expect(isoWithOffset(new Date(NINE), "Due Date")).toBe("2026-01-15T09:28:41.000Z");
    expect(isoWithOffset("2026-01-15 09:28:41", "Due Date")).toBe("2026-01-15T09:28:41+00:00");
  });

  it("names the instant that the wall clock of the zone shows, at any time of the year", () => {
    const wallOf = (ms: number, timeZone: string) => new Date(ms).toLocaleString("sv-SE", { timeZone });
    const zones = fc.constantFrom("America/New_York", "Europe/Berlin", "Australia/Lord_Howe", "Asia/Kolkata", "America/Phoenix", "Pacific/Apia");
    const instants = fc.integer({ min: Date.UTC(2024, 0) / 1000, max: Date.UTC(2030, 0) / 1000 });
    fc.assert(fc.property(zones, instants, (zone, seconds) => {
      const wall = wallOf(seconds * 1000, zone);
      const iso = isoWithOffset(wall, "When", zone);
      expect(wallOf(Date.parse(iso), zone)).toBe(wall);
      expect(iso.slice(0, 19)).toBe(wall.replace(" ", "T"));
    }), { seed: 11, numRuns: 100 });
  });

  it.each([
    ["tomorrow"], [""], [undefined], [null], [1_700_000_000_000], ["2026-02-30"], ["2026-06-31 10:00"], ["2027-02-29"],
    ["2026-12-01 24:00"], ["2026-12-01 12:60"], ["2026-12-01T12:00:61Z"], ["2026-12-01T09:00+14:01"], ["2026-12-01T09:00-14:30"], ["2026-12-01T09:00+05:60"], ["12/01/2026"], ["2026-1-5"],
  ])("%p is refused, with the field's name and an example", (value) => {
    expect(() => isoWithOffset(value, "Due Date")).toThrow(
      `Due Date: "${String(value)}" is not a date and time. Write it like 2026-12-01T09:00:00-05:00 (or without the offset, for the sub-account's time zone).`,
    );
  });

  it.each([["2026-12-01 09:00", true], ["2026-12-01", true], ["2026-12-01T09:00:00.5", true], ["2026-12-01T09:00Z", false], ["2026-12-01T09:00+0530", false], ["soon", false]])(
    "%s has no zone: %p",
    (text, zoneless) => expect(isZoneless(text)).toBe(zoneless),
  );
});

describe("a calendar date", () => {
  it.each([["2026-12-31"], ["2026/12/31"], ["2026.12.31"], ["2026-12-31T10:00:00Z"], [new Date(Date.UTC(2026, 11, 31))]])(
    "is read from %p",
    (value) => expect(isoDate(value, "Birthday")).toBe("2026-12-31"),
  );

  it.each([["12/31/2026"], ["12-31-2026"], ["12.31.2026"]])("is read from %p, month first, as HighLevel reads it", (value) => {
    expect(isoDate(value, "Birthday")).toBe("2026-12-31");
  });

  it("is read where day and month are the same", () => expect(isoDate("04/04/1990", "Birthday")).toBe("1990-04-04"));

  it.each([["03/04/1990"], ["03.04.1990"], ["03-04-1990"], ["03_04_1990"]])("is not guessed from %p", (value) => {
    expect(() => isoDate(value, "Birthday")).toThrow(`Birthday: "${value}" can be read in two ways. Write it like 1990-03-04 (year, month, day).`);
  });

  it.each([["2026-13-01"], ["2026-00-10"], ["2026-02-30"], ["31.12.2026"], ["soon"], [""], [undefined]])("is not read from %p", (value) => {
    expect(() => isoDate(value, "Birthday")).toThrow(/^Birthday: ".*" is not a date/);
  });
});
