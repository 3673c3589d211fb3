import { ConfigurationError } from "#platform";
import { atInstant, toZonedDateTime, wallClock, zonedText } from "./temporal.ts";
import { DAY_MS } from "./durations.ts";
import { bare } from "./text/characters.ts";

interface Stamp { seconds?: number; _seconds?: number; nanoseconds?: number; _nanoseconds?: number }

/** Epoch numbers below this are seconds: as ms they would be before March 1973. */
const MS_FROM = 1e11;

/**
 * A time as epoch ms, from any form HighLevel uses: ISO text, epoch ms or s, `{seconds, nanoseconds}`.
 * @returns undefined for anything that is not a readable time, such as 0
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

/** A zone or an offset after the time of day, also as JavaScript and mail write it. */
const NAMES_ZONE = /\d:\d.*(Z|GMT|UTC|[ECMP][SD]T|[+-]\d{2})/i;

/** A time without a zone is read as UTC: it must not depend on the time zone of the machine that runs the poll. */
function inUtc(text: string): string {
  if (isZoneless(text)) return /\d:\d/.test(text) ? `${text.replace(" ", "T")}Z` : text;
  return ISO.test(text) || NAMES_ZONE.test(text) ? text : `${text} UTC`;
}

const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?(Z|[+-]\d{2}:?\d{2})?$/i;

/** True for text in the form of a date, or a date and time, without a zone, such as "2026-12-01 09:00". */
export function isZoneless(text: string): boolean {
  const match = ISO.exec(text.trim());
  return match !== null && match[7] === undefined;
}

/** False for a day that the calendar does not have, which JavaScript would take for another one. */
function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** No clock on earth is further from UTC. */
const MOST_OFFSET_MINUTES = 14 * 60;

/** An offset as `+05:30`; undefined for one that no clock has. */
function offsetOf(text: string): string | undefined {
  if (/^z$/i.test(text)) return "Z";
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(text) ?? [];
  return Number(minutes) <= 59 && Number(hours) * 60 + Number(minutes) <= MOST_OFFSET_MINUTES ? `${sign}${hours}:${minutes}` : undefined;
}

/** Offset instead of zone, whole seconds: 2026-12-01T09:00:00-05:00. */
const ISO_FORM = { timeZoneName: "never", smallestUnit: "second" } as const;

/** An instant (epoch ms) as ISO text on the clocks of an IANA time zone, with its offset. */
export function isoInZone(ms: number, timeZone: string): string {
  return zonedText(atInstant(BigInt(ms) * 1_000_000n, timeZone), ISO_FORM);
}

/** The zone comes from HighLevel, where some sub-accounts have zones that never existed. */
function unknownZone(text: string, label: string, timeZone: string): ConfigurationError {
  return new ConfigurationError(
    `${label}: "${text}" has no offset, so it is a time in the sub-account's time zone. HighLevel calls that "${timeZone}", which is not a known time zone. `
    + "Write the time with its offset, such as 2026-12-01T09:00:00-05:00, or choose another time zone in HighLevel: Settings > Business Profile.",
  );
}

/**
 * A form's date and time as ISO text with its offset, as HighLevel wants it. A time that a clock change skips moves forward by
 * what was skipped; of one that comes twice, the first counts.
 * @param label of the field, for the error
 * @param timeZone IANA zone for a value without one; only needed where {@link isZoneless}
 * @throws ConfigurationError for anything that is not a date and time, and for a zone that does not exist
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

/** What people write for "without end". The year of the day after it has five digits. */
const FOREVER = "9999-12-31";

/**
 * A form's date and time as epoch ms. A date alone is the whole day: its first moment, or its last.
 * @param label of the field, for the error
 * @param isLast whether the end of a day is meant
 * @param timeZone as for {@link isoWithOffset}
 * @throws ConfigurationError as {@link isoWithOffset} does
 */
export function momentOf(value: unknown, label: string, isLast: boolean, timeZone?: string): number {
  const first = isoWithOffset(value, label, timeZone);
  const [, date, zone = ""] = /^(\d{4}-\d{2}-\d{2})(Z|[+-]\d{2}:?\d{2})?$/i.exec(String(value).trim()) ?? [];
  if (!isLast || date === undefined || date === FOREVER) return Date.parse(first);
  // Where midnight is skipped or comes twice, a day does not end at 23:59:59: it ends where the next one begins.
  const next = new Date(Date.parse(date) + DAY_MS).toISOString().slice(0, 10);
  return Date.parse(isoWithOffset(`${next}${zone}`, label, timeZone)) - 1;
}

/** Year first or, as HighLevel also accepts, month first; a time after the date is dropped. */
const DATE = /^(?:(\d{4})[-/._](\d{2})[-/._](\d{2})(?:[T ]\d{2}:\d{2}.*)?|(\d{2})[-/._](\d{2})[-/._](\d{4}))$/;

/** Whether a text may be meant day first as well as, like HighLevel reads it, month first: 03/04/1990. */
const isAmbiguous = (first = "", second = "") => first !== second && Number(first) <= 12 && Number(second) <= 12;

/**
 * A calendar date as YYYY-MM-DD.
 * @param label of the field, for the error
 * @throws ConfigurationError for anything else, and for a date that can be read in two ways
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
  // A day that does not exist would come out as another one.
  if (date === `${y}-${m}-${d}`) return date;
  throw new ConfigurationError(`${label}: "${text}" is not a date. Write it like 2026-12-31 (year, month, day).`);
}
