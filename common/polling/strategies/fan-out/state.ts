import type { Cursor } from "../../../api/pagination/paginators.ts";
import type { Fields } from "../../../core/types.ts";
import type { PackedMarks } from "./marks.ts";
import type { PackedSeen } from "../../state/seen.ts";
import { hasNumbers, isObject, isPacked } from "../../state/shape.ts";

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

const isPlace = (value: unknown) => isObject(value) && typeof value.of === "string" && hasNumbers(value, "lower");
const isResume = (value: unknown) => isObject(value) && hasNumbers(value, "from", "past", "asOf") && (value.child === undefined || isPlace(value.child));

/** Whether a saved state has this shape. */
export function isState(value: Fields): boolean {
  const { seen, marks, undated, resume } = value;
  return hasNumbers(value, "floor") && isPacked(seen) && isPacked(marks) && typeof undated === "string" && (resume === undefined || isResume(resume));
}
