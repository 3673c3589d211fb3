import { ConfigurationError } from "@pipedream/platform";
import { bare } from "./text/characters.ts";

interface Stamp { seconds?: number; _seconds?: number; nanoseconds?: number; _nanoseconds?: number }

/** Epoch numbers below this are seconds: as ms they would lie before March 1973. */
const MS_FROM = 1e11;

/**
 * One time as epoch ms, from every form HighLevel uses: ISO text, epoch ms or s, `{seconds, nanoseconds}`.
 * @returns undefined where there is no readable time
 */
export function toMs(value: unknown): number | undefined {
  if (typeof value === "number") {
    if (!Number.isFinite(value) || value <= 0) return undefined;
    return Math.round(value < MS_FROM ? value * 1000 : value);
  }
  if (typeof value === "string") {
    if (/^\d{10,}$/.test(value)) return toMs(Number(value));
    // Zone-less times must not depend on the clock of the machine that runs the poll.
    const ms = Date.parse(isZoneless(value) && /\d:\d/.test(value) ? `${value.trim().replace(" ", "T")}Z` : value);
    return Number.isNaN(ms) ? undefined : ms;
  }
  if (value !== null && typeof value === "object") {
    const { seconds, _seconds, nanoseconds, _nanoseconds } = value as Stamp; // both spellings occur; fields are checked
    const whole = seconds ?? _seconds;
    return typeof whole === "number" ? whole * 1000 + Math.floor((nanoseconds ?? _nanoseconds ?? 0) / 1e6) : undefined;
  }
  return undefined;
}

/** Minutes that `timeZone` is ahead of UTC at an instant. */
function offsetMinutes(ms: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone, hourCycle: "h23", year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric", second: "numeric",
  }).formatToParts(ms);
  const part = (type: string) => Number(parts.find((candidate) => candidate.type === type)?.value);
  const local = Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"), part("second"));
  return Math.round((local - ms) / 60_000);
}

const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?(Z|[+-]\d{2}:?\d{2})?$/i;

/** True for a readable date or date and time without zone, such as "2026-12-01 09:00". */
export function isZoneless(text: string): boolean {
  const match = ISO.exec(text.trim());
  return match !== null && match[7] === undefined;
}

/** "Z", none, or one that a clock on earth can have: at most 14 hours. */
function isOffset(text = "Z"): boolean {
  const [, hours, minutes] = /^[+-](\d{2}):?(\d{2})$/.exec(text) ?? [];
  return hours === undefined || (Number(hours) <= 14 && Number(minutes) <= 59);
}

const pad = (value: number) => String(value).padStart(2, "0");

function offsetText(minutes: number): string {
  const size = Math.abs(minutes);
  return `${minutes < 0 ? "-" : "+"}${pad(Math.floor(size / 60))}:${pad(size % 60)}`;
}

/** An instant (epoch ms) as ISO text on the clocks of an IANA time zone, with its offset. */
export function isoInZone(ms: number, timeZone: string): string {
  const offset = offsetMinutes(ms, timeZone);
  return `${new Date(ms + offset * 60_000).toISOString().slice(0, 19)}${offsetText(offset)}`;
}

/**
 * A form's date and time as ISO text with offset, as HighLevel wants it.
 * @param label of the field, for the error
 * @param timeZone IANA zone for a value without one; only needed where {@link isZoneless}
 * @throws ConfigurationError for anything that is no date and time
 */
export function isoWithOffset(value: unknown, label: string, timeZone = "UTC"): string {
  const text = value instanceof Date ? value.toISOString() : String(value).trim();
  const match = ISO.exec(text);
  const [year, month, day, hour, minute, second] = (match ?? []).slice(1, 7).map((part) => Number(part ?? 0));
  const wall = Date.UTC(year ?? NaN, (month ?? NaN) - 1, day, hour, minute, second);
  if (!match || Number.isNaN(wall) || new Date(wall).getUTCDate() !== day || new Date(wall).getUTCMonth() !== month! - 1 || !isOffset(match[7]) || hour! > 23 || minute! > 59 || second! > 59) {
    throw new ConfigurationError(`${label}: "${text}" is not a date and time. Write it like 2026-12-01T09:00:00-05:00 (or without the offset, for the sub-account's time zone).`);
  }
  if (match[7]) return text.replace(" ", "T");
  // Two rounds, because the offset of the guess may lie on the other side of a clock change.
  let offset = offsetMinutes(wall, timeZone);
  offset = offsetMinutes(wall - offset * 60_000, timeZone);
  return `${new Date(wall).toISOString().slice(0, 19)}${offsetText(offset)}`;
}

/** Year first or, as HighLevel takes it too, month first; a time behind the date is dropped. */
const DATE = /^(?:(\d{4})[-/._](\d{2})[-/._](\d{2})(?:[T ]\d{2}:\d{2}.*)?|(\d{2})[-/._](\d{2})[-/._](\d{4}))$/;

/**
 * A calendar date as YYYY-MM-DD.
 * @throws ConfigurationError for anything else
 */
export function isoDate(value: unknown, label: string): string {
  const text = value instanceof Date ? value.toISOString() : bare(value);
  const [, year, month, day, monthFirst, dayThen, yearLast] = DATE.exec(text) ?? [];
  const [y, m, d] = [year ?? yearLast, month ?? monthFirst, day ?? dayThen];
  const ms = Date.UTC(Number(y), Number(m) - 1, Number(d));
  const date = Number.isNaN(ms) ? "" : new Date(ms).toISOString().slice(0, 10);
  // A day that does not exist would come out as another one.
  if (date === `${y}-${m}-${d}`) return date;
  throw new ConfigurationError(`${label}: "${text}" is not a date. Write it like 2026-12-31 (year, month, day).`);
}
