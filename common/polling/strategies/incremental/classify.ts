import type { Resume } from "./state.ts";

/** One version of a record, as a reading comes upon it. Times in epoch ms. */
export interface Sighting {
  /** By which the reading sorts: when the record was created or last changed. */
  version: number;
  /** When it was created; its version where HighLevel does not say. */
  bornAt: number;
  /** The version that was seen last; absent where none is remembered. */
  before?: number;
}

/** What the reading knows. Times in epoch ms. */
export interface Knowledge {
  order: "asc" | "desc";
  /** What is dated later waits. */
  to: number;
  /** A record born before this and not remembered is an old one. */
  known: number;
  /** The unfinished reading that this one continues. */
  resume?: Pick<Resume, "begun" | "position" | "sure">;
  /** A start only learns what there is: what is newer is left to the polls to come. Infinity otherwise. */
  learntAt: number;
  /** Whether the user chose creations. */
  wantsCreated: boolean;
}

/**
 * - `seen`: told before, or dated too far ahead; nothing to do.
 * - `postponed`: news for the next poll.
 * - `remembered`: it changed while a start learnt what there is; the next poll tells the change, and must not take it for a creation.
 * - `created`, `updated`: to be told now.
 */
export type Verdict = "seen" | "postponed" | "remembered" | "created" | "updated";

/**
 * Told by an unfinished reading downwards that now begins again from the top, and forgotten since: there is room for the
 * newest of what it has told only.
 */
const isForgotten = (version: number, { order, resume }: Knowledge) =>
  order === "desc" && resume !== undefined && version > resume.position && version < resume.sure;

/** What a reading makes of a record: a pure function, with a truth table as its test. */
export function classify({ version, bornAt, before }: Sighting, knowledge: Knowledge): Verdict {
  const { to, known, resume, learntAt, wantsCreated } = knowledge;
  if (version > to) return "seen";
  // An older version than the one before comes from a copy of the index that is behind.
  if (before === undefined ? isForgotten(version, knowledge) : version <= before) return "seen";
  if (version > learntAt) return before === undefined && bornAt <= learntAt ? "remembered" : "postponed";
  if (before !== undefined || bornAt < known) return "updated";
  // The reading may have told its creation, and forgotten it, before the record moved ahead of it.
  if (resume !== undefined && version >= resume.begun && bornAt < resume.sure) return "updated";
  // For users who did not choose creations, what was created and changed since is a change.
  return version > bornAt && !wantsCreated ? "updated" : "created";
}
