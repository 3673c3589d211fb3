import { counted, textsOf } from "../core/text/values.ts";

interface Moved {
  /** What the form named. */
  given: unknown;
  /** Those that HighLevel says it added or removed; undefined where it does not say. */
  done: unknown;
  noun: string;
  /** Why one that was given is not among these: "already a follower". */
  otherwise: string;
  /** For additions: what the record has now, if HighLevel says so. One that is not there was not "already" there. */
  present?: unknown;
}

/** Few enough to be read in one line. */
const MOST_NAMED = 5;

/** HighLevel writes tags in small letters. */
const key = (text: string) => text.toLowerCase();

/** "1 follower (u2: already a follower)": how many were added or removed, and which were not, and why. */
export function movedSummary({ given, done, noun, otherwise, present }: Moved): string {
  const wanted = textsOf(given);
  const moved = done === undefined ? wanted : textsOf(done);
  const known = new Set(moved.map(key));
  const left = wanted.filter((text) => !known.has(key(text)));
  // HighLevel may name them otherwise than the form does: then their number is all that is known.
  const names = left.length === wanted.length - moved.length && left.length <= MOST_NAMED ? left.join(", ") : `${wanted.length - moved.length} others`;
  const there = present === undefined ? undefined : new Set(textsOf(present).map(key));
  const why = !there || left.every((text) => there.has(key(text))) ? otherwise : "HighLevel does not say why";
  return `${counted(moved.length, noun)}${moved.length < wanted.length ? ` (${names}: ${why})` : ""}`;
}
