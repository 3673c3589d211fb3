import { MINUTE_MS } from "../core/durations.ts";
import { fingerprint } from "../core/fingerprint.ts";
import { HighLevelError } from "../api/http/errors.ts";

/** How far polling looks back, and what it tolerates in records. */

/** Records may become visible this long after their time (search index lag, clocks), ms. */
export const LOOKBACK_MS = 15 * MINUTE_MS;
/** Records dated further ahead wait until their time comes: they must not push a window into the future. */
export const AHEAD_MS = 5 * MINUTE_MS;
/** HighLevel's clock ticks in whole seconds, so it may be this far behind its records, ms. */
export const TICK_MS = 1_000;
/** How many records without a time are remembered; more in one reading are an error. */
export const MAX_UNDATED = 200;

/** What is remembered of a record without a time. */
export const undatedKey = (id: string) => fingerprint(id, 8);

/** @throws HighLevelError if a reading has more records without a time than can be remembered */
export function refuseUndated(count: number): void {
  if (count <= MAX_UNDATED) return;
  throw new HighLevelError(`More than ${MAX_UNDATED} records of the list have no date, so that new ones cannot be told from old ones. Narrow the list.`, "invalid");
}
