import { HighLevelError } from "../../api/http/errors.ts";
import type { Db, Fields } from "../../core/types.ts";
import { hasNumbers, isObject } from "./shape.ts";

/** The one key of `$.service.db` that this package uses. */
const KEY = "state";
/** Layout of the envelope; any other version starts a new baseline. */
const VERSION = 1;
/** Pipedream stores 60 KB per component; measured as UTF-8 JSON, with room for its own bookkeeping. */
export const MAX_STATE_BYTES = 60_000;

/** Answers that rarely change, by the name of the lookup; `at` is when it was made, epoch ms. */
export type CachedLookups = Record<string, { answer: string; at: number }>;

/** What is saved with a strategy's state. */
export interface Account {
  /** Fingerprint of the account and of every prop that shapes what is watched. */
  settings: string;
  /** How many baselines came before this one: keeps its event ids apart from theirs, which count the same way. */
  baseline: number;
  cachedLookups: CachedLookups;
}

/** What is stored. `scope` (the settings) and `recalled` (the cached lookups) keep their original keys, so that states already saved can be read. */
interface Envelope<S> {
  v: number;
  scope: string;
  baseline: number;
  recalled?: CachedLookups;
  strategy: S;
}

/** What {@link loadState} found. */
export interface Loaded<S> {
  /** "foreign": what is stored is unreadable, or of another version or other settings. */
  state: S | "none" | "foreign";
  /** Number of the baseline that the state belongs to, or that the next one gets. */
  baseline: number;
  cachedLookups: CachedLookups;
}

function isCachedLookups(value: unknown): value is CachedLookups {
  return isObject(value) && Object.values(value).every((one) => isObject(one) && typeof one.answer === "string" && hasNumbers(one, "at"));
}

/** The saved state, if it has this layout and was saved with these settings. */
export function loadState<S extends Fields>(db: Db, settings: string, isState: (value: Fields) => boolean): Loaded<S> {
  const saved = db.get(KEY);
  if (saved === undefined || saved === null) return { state: "none", baseline: 0, cachedLookups: {} };
  const { v, scope, strategy, baseline: savedBaseline, recalled } = saved as Partial<Envelope<S>>; // unknown content: every part is checked
  const baseline = typeof savedBaseline === "number" ? savedBaseline : 0;
  const isOurs = v === VERSION && scope === settings && isObject(strategy) && isState(strategy);
  if (!isOurs) return { state: "foreign", baseline: baseline + 1, cachedLookups: {} };
  return { state: strategy, baseline, cachedLookups: isCachedLookups(recalled) ? recalled : {} };
}

/**
 * Commits the state: the last thing a poll does.
 * @throws HighLevelError if it does not fit; the old state stays, so nothing is lost
 */
export function saveState(db: Db, { settings, baseline, cachedLookups }: Account, strategy: object): void {
  const recalled = Object.keys(cachedLookups).length > 0 && { recalled: cachedLookups };
  const envelope: Envelope<object> = { v: VERSION, scope: settings, baseline, ...recalled, strategy };
  const bytes = Buffer.byteLength(JSON.stringify(envelope));
  if (bytes > MAX_STATE_BYTES) {
    throw new HighLevelError(
      `There is more to watch than this trigger can remember (${bytes} of ${MAX_STATE_BYTES} bytes). Narrow what it watches, for example with a filter; nothing was skipped.`,
      "invalid",
    );
  }
  db.set(KEY, envelope);
}
