import type { Resume } from "./state.ts";

/** One version of a record, as a reading finds it. Times in epoch ms. */
export interface Sighting {
  /** The time the reading sorts by: when the record was created or last changed. */
  version: number;
  /** When it was created; its version if HighLevel does not say. */
  bornAt: number;
  /** The version that was seen last; absent if none is remembered. */
  before?: number;
}

/** What the reading knows. Times in epoch ms. */
export interface Knowledge {
  order: "asc" | "desc";
  /** Records dated later wait. */
  to: number;
  /** A record created before this and not remembered is an old one. */
  known: number;
  /** The unfinished reading that this one resumes. */
  resume?: Pick<Resume, "begun" | "position" | "sure">;
  /** When the baseline was taken, if this reading is part of it: newer records are left to later polls. Infinity otherwise. */
  baselineAt: number;
  /** Whether the user chose creations. */
  wantsCreated: boolean;
}

/**
 * - `seen`: emitted before, or dated too far ahead; nothing to do.
 * - `postponed`: new; the next poll emits it.
 * - `remembered`: changed while the baseline was read; the next poll emits the change, and must not take it for a creation.
 * - `created`, `updated`: to be emitted now.
 */
export type Verdict = "seen" | "postponed" | "remembered" | "created" | "updated";

/**
 * Whether a newest-first reading that began again at the top has emitted this version and forgotten it: it has room to
 * remember only the newest that it emitted.
 */
const isForgotten = (version: number, { order, resume }: Knowledge) =>
  order === "desc" && resume !== undefined && version > resume.position && version < resume.sure;

/** What a reading does with a record: a pure function, tested by a truth table. */
export function classify({ version, bornAt, before }: Sighting, knowledge: Knowledge): Verdict {
  const { to, known, resume, baselineAt, wantsCreated } = knowledge;
  if (version > to) return "seen";
  // A version older than the last one seen comes from a copy of the index that lags behind.
  if (before === undefined ? isForgotten(version, knowledge) : version <= before) return "seen";
  if (version > baselineAt) return before === undefined && bornAt <= baselineAt ? "remembered" : "postponed";
  if (before !== undefined || bornAt < known) return "updated";
  // The reading may have emitted its creation, and forgotten it, before the record moved ahead.
  if (resume !== undefined && version >= resume.begun && bornAt < resume.sure) return "updated";
  // If creations were not chosen, a record that was created and changed since counts as changed.
  return version > bornAt && !wantsCreated ? "updated" : "created";
}
