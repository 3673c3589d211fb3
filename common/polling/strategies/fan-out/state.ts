import type { Cursor } from "../../../api/pagination/paginators.ts";
import type { Fields } from "../../../core/types.ts";
import type { PackedMarks } from "./marks.ts";
import type { PackedSeen } from "../../state/seen.ts";

/** A parent whose children are being read. Times in epoch ms. */
export interface Place {
  /** Id of the parent. */
  of: string;
  /** Time of its last child; absent if the user named the parent. */
  date?: number;
  /** Children from here on are emitted. */
  lower: number;
  /** HighLevel's clock at the first page. */
  read?: number;
  /** The next page of children. */
  after?: Cursor;
  /** Newer children were emitted already, or were not visible then. */
  told?: number;
}

/** Where an unfinished reading resumes. Times in epoch ms. */
interface Resume {
  /** Where it began. */
  from: number;
  /** Parents whose last child is older are done. */
  past: number;
  /** By its end, what was visible then has been emitted. */
  asOf: number;
  child?: Place;
}

export interface State {
  /** The watermark: everything visible that is older has been handled. Epoch ms. */
  floor: number;
  seen: PackedSeen;
  marks: PackedMarks;
  /** Fingerprints of the children without a time, most recently read last. */
  undated: string;
  resume?: Resume;
}

const isPacked = (value: PackedSeen | PackedMarks | undefined) => typeof value?.base === "number" && typeof value.entries === "string";

function isResume(value: unknown): boolean {
  if (value === null || typeof value !== "object") return false;
  const { from, past, asOf, child } = value as Partial<Resume>; // unknown content: every part is checked
  const isPlace = child === undefined || (typeof child?.of === "string" && typeof child.lower === "number");
  return [from, past, asOf].every((time) => typeof time === "number") && isPlace;
}

/** Whether a saved state has this shape. */
export function isState(value: Fields): boolean {
  const { floor, seen, marks, undated, resume } = value as Partial<State>; // unknown content: every part is checked
  return typeof floor === "number" && isPacked(seen) && isPacked(marks) && typeof undated === "string"
    && (resume === undefined || isResume(resume));
}
