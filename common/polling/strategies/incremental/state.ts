import type { Cursor } from "../../../api/pagination/paginators.ts";
import type { Fields } from "../../../core/types.ts";
import { LOOKBACK_MS, MAX_UNDATED, refuseUndated, undatedKey } from "../../tolerances.ts";
import { Seen } from "../../state/seen.ts";
import type { PackedSeen } from "../../state/seen.ts";
import { hasNumbers, isObject, isPacked } from "../../state/shape.ts";

/** What is kept between two polls. */
export interface State {
  /** The watermark: everything visible that is older has been handled; the next reading starts here. Epoch ms. */
  floor: number;
  /** A record created before this and not in `seen` is an old one. Epoch ms; follows the watermark once a reading is complete. */
  known: number;
  seen: PackedSeen;
  /** Fingerprints of the records without a time, most recently read last. */
  undated: string[];
  resume?: Resume;
}

/** An unfinished reading. */
export interface Resume {
  /** The next page. Always saved; absent only after HighLevel has refused it, when the reading begins again. */
  after?: Cursor;
  /** How far down it goes (newest first), or where it began (oldest first). Epoch ms. */
  from: number;
  /** HighLevel's clock when it began, epoch ms. */
  begun: number;
  /** How far it has come: everything behind this has been read. Epoch ms. */
  position: number;
  /** `seen` may have forgotten what this reading emitted before this time. Epoch ms. */
  sure: number;
}

const isResume = (value: unknown) => isObject(value) && isObject(value.after) && hasNumbers(value, "from", "begun", "position", "sure");

/** Whether a saved state has this shape. */
export function isState(value: Fields): boolean {
  const { seen, undated, resume } = value;
  return hasNumbers(value, "floor", "known") && isPacked(seen) && Array.isArray(undated) && (resume === undefined || isResume(resume));
}

/**
 * The state from which an unfinished reading begins again without its cursor; undefined if there is no such reading.
 * Oldest first, it begins at its position; `seen` knows the records of that timestamp, except those it has no room for.
 * Newest first, it begins at the top, and skips what it has emitted and forgotten: see `isForgotten` in classify.ts.
 */
export function withoutCursor({ resume, ...state }: State, order: "asc" | "desc"): State | undefined {
  return resume && { ...state, resume: { ...resume, after: undefined, from: order === "asc" ? resume.position : resume.from } };
}

/** The working copy of a state during one poll. */
export class Window {
  readonly seen: Seen;
  private readonly undated: Set<string>;
  private undatedRead = 0;

  constructor(readonly state: State) {
    this.seen = Seen.unpack(state.seen);
    this.undated = new Set(state.undated);
  }

  /** Called before a page is emitted: what cannot be remembered would be emitted in every poll. */
  countUndated(count: number): void {
    this.undatedRead += count;
    refuseUndated(this.undatedRead);
  }

  /** Remembers a record without a time; true if it is new. */
  addUndated(id: string): boolean {
    const key = undatedKey(id);
    const isNew = !this.undated.delete(key);
    this.undated.add(key);
    return isNew;
  }

  /**
   * The state at the end of a reading that began at `begun`.
   * @param passed whether records may have moved away before they were read. The next reading finds them, and must
   * still know which creations this one emitted.
   */
  pack(begun: number, passed: boolean): State {
    const floor = this.watermarkAt(begun);
    // What was emitted and forgotten on the way must not be read again.
    const { packed, floor: complete } = this.seen.pack(passed ? this.sure : Math.max(floor, this.sure));
    return { floor: Math.max(floor, complete), known: complete, seen: packed, undated: this.lastUndated() };
  }

  /**
   * The state in the middle of a reading. What is yet to be read must not be forgotten: newest first, that is whatever
   * lies below its position. What it has emitted is kept as far as there is room.
   */
  packUnfinished(resume: Omit<Resume, "sure">, order: "asc" | "desc"): State {
    const { known } = this.state;
    const due = order === "desc" ? { from: resume.from, to: resume.position } : undefined;
    const { packed, floor: complete } = this.seen.pack(known, due);
    return {
      floor: Math.max(this.watermarkAt(resume.begun), complete),
      known,
      seen: packed,
      undated: this.lastUndated(),
      resume: { ...resume, sure: Math.max(complete, this.sure) },
    };
  }

  private get sure(): number {
    return this.state.resume?.sure ?? this.state.known;
  }

  /**
   * The watermark after a reading. What the reading missed is no older than its beginning less the lookback. If nothing
   * came for longer, the watermark stays at the newest record seen, in case the search index has stood still.
   */
  private watermarkAt(begun: number): number {
    return Math.max(this.state.floor, Math.min(this.seen.newest(begun), begun - LOOKBACK_MS));
  }

  private lastUndated(): string[] {
    return [...this.undated].slice(-MAX_UNDATED);
  }
}
