const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Making one takes longer than using it a hundred times. */
const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const clock = clocks.get(timeZone) ?? new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "medium" });
  clocks.set(timeZone, clock);
  return clock;
}

/** Milliseconds that the clocks of an IANA time zone are ahead of UTC at an instant. */
export function offsetAt(ms: number, timeZone: string): number {
  const text = clockOf(timeZone).format(ms);
  return Date.parse(`${text.replace(" ", "T")}Z`) - Math.floor(ms / 1000) * 1000;
}

/** True for the name of a time zone. */
export function isZone(timeZone: string): boolean {
  try {
    return Boolean(clockOf(timeZone));
  } catch {
    return false;
  }
}

/** ISO 8601 on the clocks of a time zone, with its offset: 2026-07-01T09:00:00-04:00. */
export function zonedIso(ms: number, timeZone: string): string {
  const offset = offsetAt(ms, timeZone) / MINUTE;
  const two = (value: number) => String(Math.floor(value)).padStart(2, "0");
  const size = Math.abs(offset);
  return `${new Date(ms + offset * MINUTE).toISOString().slice(0, 19)}${offset < 0 ? "-" : "+"}${two(size / 60)}:${two(size % 60)}`;
}

/** The date (YYYY-MM-DD) on the clocks of a time zone at an instant. */
export function dateAt(ms: number, timeZone: string): string {
  return new Date(ms + offsetAt(ms, timeZone)).toISOString().slice(0, 10);
}

/**
 * The instant at which the clocks of a time zone show a date (YYYY-MM-DD) and so many minutes since midnight: the first
 * one of two, and, where the clocks skip that time, as much later as they skip.
 */
export function atLocal(date: string, minutes: number, timeZone: string): number {
  const wall = Date.parse(`${date}T00:00:00Z`) + minutes * MINUTE;
  // One of these holds: no zone changes its clocks twice within two days.
  const before = wall - offsetAt(wall - DAY, timeZone);
  const after = wall - offsetAt(wall + DAY, timeZone);
  const isShown = (ms: number) => ms + offsetAt(ms, timeZone) === wall;
  return !isShown(before) && isShown(after) ? after : before;
}
