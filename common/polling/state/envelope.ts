import { HighLevelError } from "../../api/http/errors.ts";
import type { Db, Fields } from "../../core/types.ts";

/** The one key of `$.service.db` that this package uses. */
const KEY = "state";
/** Of this layout; states of other versions start anew. */
const VERSION = 1;
/** Pipedream keeps 60 KB a component; measured as UTF-8 JSON, with room for its own bookkeeping. */
export const MAX_STATE_BYTES = 60_000;

/** Answers that are believed for a while, by name, with when they were asked for (epoch ms). */
export type Recalled = Record<string, { answer: string; at: number }>;

/** What belongs to a state, whatever the strategy. */
export interface Account {
  /** Fingerprint of the location and of every prop that shapes what is watched. */
  scope: string;
  /** How many baselines came before the present one. Tells the events after it apart from earlier ones, which counted the same way. */
  baseline: number;
  recalled: Recalled;
}

interface Envelope<S> extends Partial<Account> {
  v: number;
  strategy: S;
}

/** What {@link loadState} found. */
export interface Loaded<S> {
  /** "foreign": something else is stored, unreadable, of another version or of other props. */
  state: S | "none" | "foreign";
  /** Number of the baseline that the state belongs to, or that the next one gets. */
  baseline: number;
  recalled: Recalled;
}

function isRecalled(value: unknown): value is Recalled {
  const isAnswer = (one: unknown) => typeof (one as Recalled[string] | null)?.answer === "string" && typeof (one as Recalled[string]).at === "number";
  return value !== null && typeof value === "object" && Object.values(value).every(isAnswer);
}

/** The saved state, if it was written by this layout for this scope. */
export function loadState<S extends Fields>(db: Db, scope: string, isState: (value: Fields) => boolean): Loaded<S> {
  const saved = db.get(KEY);
  if (saved === undefined || saved === null) return { state: "none", baseline: 0, recalled: {} };
  const { v, scope: savedScope, strategy, baseline: saidBaseline, recalled } = saved as Partial<Envelope<S>>; // unknown content: every part is checked
  const baseline = typeof saidBaseline === "number" ? saidBaseline : 0;
  const isOurs = v === VERSION && savedScope === scope && strategy !== null && typeof strategy === "object" && isState(strategy);
  if (!isOurs) return { state: "foreign", baseline: baseline + 1, recalled: {} };
  return { state: strategy, baseline, recalled: isRecalled(recalled) ? recalled : {} };
}

/**
 * Commits the state: the last thing a poll does.
 * @throws HighLevelError where it would not fit; the old state stays, so nothing is lost
 */
export function saveState(db: Db, { scope, baseline, recalled }: Account, strategy: object): void {
  const envelope: Envelope<object> = { v: VERSION, scope, baseline, ...(Object.keys(recalled).length > 0 && { recalled }), strategy };
  const bytes = Buffer.byteLength(JSON.stringify(envelope));
  if (bytes > MAX_STATE_BYTES) {
    throw new HighLevelError(
      `There is more to watch than this trigger can remember (${bytes} of ${MAX_STATE_BYTES} bytes). Narrow what it watches, for example with a filter; nothing was skipped.`,
      "invalid",
    );
  }
  db.set(KEY, envelope);
}
