import { HighLevelError } from "../http/errors.ts";
import type { Db, Fields } from "../types.ts";

/** The one key of `$.service.db` that this package uses. */
const KEY = "state";
/** Of this layout; states of other versions start anew. */
const VERSION = 1;
/** Pipedream keeps 60 KB a component; measured as UTF-8 JSON, with room for its own bookkeeping. */
export const MAX_STATE_BYTES = 60_000;

interface Envelope<S> {
  v: number;
  /** Fingerprint of the location and of every prop that shapes what is watched. */
  scope: string;
  strategy: S;
}

/**
 * The saved state, if it was written by this layout for this scope.
 * @returns "foreign" where something else is stored: unreadable, of another version or of other props
 */
export function loadState<S extends Fields>(db: Db, scope: string, isState: (value: Fields) => boolean): S | "none" | "foreign" {
  const saved = db.get(KEY);
  if (saved === undefined || saved === null) return "none";
  const { v, scope: savedScope, strategy } = saved as Partial<Envelope<S>>; // unknown content: every part is checked
  if (v !== VERSION || savedScope !== scope || strategy === null || typeof strategy !== "object") return "foreign";
  return isState(strategy) ? strategy : "foreign";
}

/**
 * Commits the state: the last thing a poll does.
 * @throws HighLevelError where it would not fit; the old state stays, so nothing is lost
 */
export function saveState(db: Db, scope: string, strategy: object): void {
  const envelope: Envelope<object> = { v: VERSION, scope, strategy };
  const bytes = Buffer.byteLength(JSON.stringify(envelope));
  if (bytes > MAX_STATE_BYTES) {
    throw new HighLevelError(
      `There is more to watch than this trigger can remember (${bytes} of ${MAX_STATE_BYTES} bytes). Narrow what it watches, for example with a filter; nothing was skipped.`,
      "invalid",
    );
  }
  db.set(KEY, envelope);
}
