/** A promise, and whether it was kept. */
export interface Check {
  what: string;
  is: number;
  should: string;
  ok: boolean;
}

/** Formats a number: 10,000. */
export const written = (value: number): string => value.toLocaleString("en-US", { maximumFractionDigits: 1 });

/** Kept if `is` is not above `most`. */
export const atMost = (what: string, is: number, most: number): Check => ({ what, is, should: `at most ${written(most)}`, ok: is <= most });

/** Kept if `is` is that number. */
export const exactly = (what: string, is: number, should: number): Check => ({ what, is, should: written(should), ok: is === should });

/** The broken promises. */
export const broken = (checks: Check[]): Check[] => checks.filter(({ ok }) => !ok);

/** Bytes as MB of 2^20, with one decimal. */
export const inMb = (bytes: number): number => Math.round(bytes / 2 ** 20 * 10) / 10;

/** What we promise about the memory and state of every poll. */
export const LIMITS = { peakMb: 64, stateBytes: 60_000, budgetMs: 25_000 };
