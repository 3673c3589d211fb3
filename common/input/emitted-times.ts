import { DAY_MS } from "../core/durations.ts";
import { bare } from "../core/text/characters.ts";
import { isoDate, toMs } from "../core/time.ts";
import { objectOf, shown } from "../core/text/values.ts";

/** The end of the year 9999: larger numbers are not taken for times. */
const LAST_MS = 253_402_300_799_999;

/**
 * A time as machines write it: epoch s (10 digits) or ms (13 digits), or `{ seconds, nanoseconds }`; also as text.
 * Other lengths are left alone: a person may have written 202612010900.
 * @returns ISO text in UTC; undefined for anything else, such as what people write
 */
export function isoOfEpoch(value: unknown): string | undefined {
  const stamp = objectOf(value);
  const text = String(value).trim();
  const ms = stamp ? toMs(stamp) : /^(\d{10}|\d{13})$/.test(text) ? toMs(text) : undefined;
  return ms === undefined || ms > LAST_MS ? undefined : new Date(ms).toISOString();
}

/**
 * A calendar date as YYYY-MM-DD, from what people write or what HighLevel returns: ISO text, or epoch ms of midnight in UTC
 * (also before 1970).
 * @param label of the field, for the error
 * @throws ConfigurationError for anything else
 */
export function calendarDate(value: unknown, label: string): string {
  const text = bare(value);
  const ms = /^-?\d+$/.test(text) ? Number(text) : NaN;
  // A whole number of days is taken as ms however small it is: birthdays around 1970 have few digits.
  const isWholeDay = ms % DAY_MS === 0 && Math.abs(ms) <= LAST_MS;
  return isoDate(isWholeDay ? new Date(ms) : isoOfEpoch(value) ?? (value instanceof Date ? value : bare(shown(value))), label);
}
