const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Cached: creating one takes longer than using it a hundred times. */
const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const clock = clocks.get(timeZone) ?? new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "medium" });
  clocks.set(timeZone, clock);
  return clock;
}

/** YYYY-MM-DD HH:mm:ss in a time zone. */
export const localText = (ms: number, timeZone: string): string => clockOf(timeZone).format(ms);

/** How far an IANA time zone is ahead of UTC at an instant, ms. */
export function offsetAt(ms: number, timeZone: string): number {
  const text = localText(ms, timeZone);
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

/** ISO 8601 in a time zone, with its offset: 2026-07-01T09:00:00-04:00. */
export function zonedIso(ms: number, timeZone: string): string {
  const offset = offsetAt(ms, timeZone) / MINUTE;
  const two = (value: number) => String(Math.floor(value)).padStart(2, "0");
  const size = Math.abs(offset);
  return `${new Date(ms + offset * MINUTE).toISOString().slice(0, 19)}${offset < 0 ? "-" : "+"}${two(size / 60)}:${two(size % 60)}`;
}

/**
 * The instant of a date (YYYY-MM-DD) and minutes since midnight in a time zone.
 * A time skipped by a clock change moves forward by the length of the gap; of a time that occurs twice, the first counts.
 */
export function atLocal(date: string, minutes: number, timeZone: string): number {
  const wall = Date.parse(`${date}T00:00:00Z`) + minutes * MINUTE;
  const [before, after] = [offsetAt(wall - DAY, timeZone), offsetAt(wall + DAY, timeZone)];
  const shown = [wall - before, wall - after].filter((ms) => ms + offsetAt(ms, timeZone) === wall);
  return shown.length > 0 ? Math.min(...shown) : wall - before;
}

/** The date (YYYY-MM-DD) in a time zone at an instant. */
export function dateAt(ms: number, timeZone: string): string {
  return localText(ms, timeZone).slice(0, 10);
}

/** The dates (YYYY-MM-DD) in a time zone between two instants. Not every day has 24 hours. */
export function datesBetween(from: number, to: number, timeZone: string): string[] {
  const [first, last] = [from, to].map((ms) => Date.parse(dateAt(ms, timeZone))) as [number, number]; // as many as are given
  return Array.from({ length: (last - first) / DAY + 1 }, (_, index) => new Date(first + index * DAY).toISOString().slice(0, 10));
}
