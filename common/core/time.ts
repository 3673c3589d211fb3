import { ConfigurationError } from "#platform";
import { atInstant, toZonedDateTime, wallClock, zonedText } from "./temporal.ts";
import { DAY_MS } from "./durations.ts";
import { bare } from "./text/characters.ts";

interface Stamp { seconds?: number; _seconds?: number; nanoseconds?: number; _nanoseconds?: number }

/** Smaller epoch numbers are seconds: as ms they would be before March 1973. */
const MS_FROM = 1e11;

/**
 * A time as epoch ms, from any format HighLevel uses: ISO text, epoch ms or s, `{seconds, nanoseconds}`.
 * @returns undefined for anything that is not a valid time, such as 0
 */
export function toMs(value: unknown): number | undefined {
  if (typeof value === "number") {
    if (!Number.isFinite(value) || value <= 0) return undefined;
    return Math.round(value < MS_FROM ? value * 1000 : value);
  }
  if (typeof value === "string") {
    if (/^\d{10,}$/.test(value)) return toMs(Number(value));
    const ms = Date.parse(inUtc(value.trim()));
    return Number.isNaN(ms) ? undefined : ms;
  }
  if (value !== null && typeof value === "object") {
    const { seconds, _seconds, nanoseconds, _nanoseconds } = value as Stamp; // both spellings occur; fields are checked
    const whole = seconds ?? _seconds;
    return typeof whole === "number" ? whole * 1000 + Math.floor((nanoseconds ?? _nanoseconds ?? 0) / 1e6) : undefined;
  }
  return undefined;
}

/** A zone or an offset after the time of day, also in the formats of JavaScript and email. */
const NAMES_ZONE = /\d:\d.*(Z|GMT|UTC|[ECMP][SD]T|[+-]\d{2})/i;

/** Reads a time without a zone as UTC, so that it does not depend on the machine's own time zone. */
function inUtc(text: string): string {
  if (isZoneless(text)) return /\d:\d/.test(text) ? `${text.replace(" ", "T")}Z` : text;
  return ISO.test(text) || NAMES_ZONE.test(text) ? text : `${text} UTC`;
}

const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?(Z|[+-]\d{2}:?\d{2})?$/i;

/** True for a date, or a date and time, without a zone, such as "2026-12-01 09:00". */
export function isZoneless(text: string): boolean {
  const match = ISO.exec(text.trim());
  return match !== null && match[7] === undefined;
}

/** False for a day that does not exist; JavaScript would roll it over to another one. */
function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** No clock on earth is further from UTC. */
const MOST_OFFSET_MINUTES = 14 * 60;

/** An offset as `+05:30`; undefined for an impossible one. */
function offsetOf(text: string): string | undefined {
  if (/^z$/i.test(text)) return "Z";
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(text) ?? [];
  return Number(minutes) <= 59 && Number(hours) * 60 + Number(minutes) <= MOST_OFFSET_MINUTES ? `${sign}${hours}:${minutes}` : undefined;
}

/** Offset instead of zone, whole seconds: 2026-12-01T09:00:00-05:00. */
const ISO_FORM = { timeZoneName: "never", smallestUnit: "second" } as const;

/** An instant (epoch ms) as ISO text in an IANA time zone, with its offset. */
export function isoInZone(ms: number, timeZone: string): string {
  return zonedText(atInstant(BigInt(ms) * 1_000_000n, timeZone), ISO_FORM);
}

/** The zone comes from HighLevel, where some sub-accounts have invalid ones. */
function unknownZone(text: string, label: string, timeZone: string): ConfigurationError {
  return new ConfigurationError(
    `${label}: "${text}" has no offset, so it is a time in the sub-account's time zone. In HighLevel that is "${timeZone}", which is not a known time zone. `
    + "Write the time with its offset, such as 2026-12-01T09:00:00-05:00, or choose another time zone in HighLevel: Settings > Business Profile.",
  );
}

/**
 * A form's date and time as ISO text with its offset, as HighLevel requires. A time skipped by a clock change moves forward by
 * the length of the gap; of a time that occurs twice, the first counts.
 * @param label of the field, for the error
 * @param timeZone IANA zone for a value without one; only needed where {@link isZoneless}
 * @throws ConfigurationError for anything that is not a date and time, and for an invalid zone
 */
export function isoWithOffset(value: unknown, label: string, timeZone = "UTC"): string {
  const text = value instanceof Date ? value.toISOString() : String(value).trim();
  const match = ISO.exec(text);
  const [year, month, day, hour, minute, second] = (match ?? []).slice(1, 7).map((part) => Number(part ?? 0)) as [number, number, number, number, number, number]; // as many as the pattern has
  const zone = match?.[7];
  const offset = offsetOf(zone ?? "Z");
  if (!match || !offset || !isDay(year, month, day) || hour > 23 || minute > 59 || second > 59) {
    throw new ConfigurationError(`${label}: "${text}" is not a date and time. Write it like 2026-12-01T09:00:00-05:00 (or without the offset, for the sub-account's time zone).`);
  }
  if (zone) return `${text.slice(0, 10)}T${text.slice(11, -zone.length) || "00:00:00"}${offset}`;
  try {
    return zonedText(toZonedDateTime(wallClock(year, month, day, hour, minute, second), timeZone), ISO_FORM);
  } catch {
    throw unknownZone(text, label, timeZone);
  }
}

/** How people write "no end date". The year of the next day would have five digits. */
const FOREVER = "9999-12-31";

/**
 * A form's date and time as epoch ms. A date alone means the first or the last moment of that day.
 * @param label of the field, for the error
 * @param isLast whether a date alone means its last moment
 * @param timeZone as for {@link isoWithOffset}
 * @throws ConfigurationError as {@link isoWithOffset} does
 */
export function momentOf(value: unknown, label: string, isLast: boolean, timeZone?: string): number {
  const first = isoWithOffset(value, label, timeZone);
  const [, date, zone = ""] = /^(\d{4}-\d{2}-\d{2})(Z|[+-]\d{2}:?\d{2})?$/i.exec(String(value).trim()) ?? [];
  if (!isLast || date === undefined || date === FOREVER) return Date.parse(first);
  // A day ends where the next one begins, which is not always after 23:59:59: clock changes can skip or repeat midnight.
  const next = new Date(Date.parse(date) + DAY_MS).toISOString().slice(0, 10);
  return Date.parse(isoWithOffset(`${next}${zone}`, label, timeZone)) - 1;
}

/** Year first or, as HighLevel also accepts, month first; a time after the date is ignored. */
const DATE = /^(?:(\d{4})[-/._](\d{2})[-/._](\d{2})(?:[T ]\d{2}:\d{2}.*)?|(\d{2})[-/._](\d{2})[-/._](\d{4}))$/;

/** Whether a date could be day first or, as HighLevel reads it, month first: 03/04/1990. */
const isAmbiguous = (first = "", second = "") => first !== second && Number(first) <= 12 && Number(second) <= 12;

/**
 * A calendar date as YYYY-MM-DD.
 * @param label of the field, for the error
 * @throws ConfigurationError for anything else, and for an ambiguous date
 */
export function isoDate(value: unknown, label: string): string {
  const text = value instanceof Date ? value.toISOString() : bare(value);
  const [, year, month, day, monthFirst, dayThen, yearLast] = DATE.exec(text) ?? [];
  const [y, m, d] = [year ?? yearLast, month ?? monthFirst, day ?? dayThen];
  const ms = Date.UTC(Number(y), Number(m) - 1, Number(d));
  const date = Number.isNaN(ms) ? "" : new Date(ms).toISOString().slice(0, 10);
  if (date && monthFirst && isAmbiguous(monthFirst, dayThen)) {
    throw new ConfigurationError(`${label}: "${text}" can be read in two ways. Write it like ${date} (year, month, day).`);
  }
  // JavaScript rolls a day that does not exist over to another one.
  if (date === `${y}-${m}-${d}`) return date;
  throw new ConfigurationError(`${label}: "${text}" is not a date. Write it like 2026-12-31 (year, month, day).`);
}
