import type { Cursor } from "../../../api/pagination/paginators.ts";
import type { Fields } from "../../../core/types.ts";
import { LOOKBACK_MS, MAX_UNDATED, refuseUndated, undatedKey } from "../../tolerances.ts";
import { Seen } from "../../state/seen.ts";
import type { PackedSeen } from "../../state/seen.ts";

/** What is kept between two polls. */
export interface State {
  /** Everything visible that is older than this has been handled; the next reading starts here. Epoch ms. */
  floor: number;
  /** A record created before this and not in `seen` is an old one. Epoch ms; follows `floor` once a reading is complete. */
  known: number;
  seen: PackedSeen;
  /** Fingerprints of the records without a time, the last read last. */
  undated: string[];
  resume?: Resume;
}

/** An unfinished reading. */
export interface Resume {
  /** The next page; absent, though never in what is saved, where HighLevel refuses it and the reading begins again. */
  after?: Cursor;
  /** How far down it has to go (newest first), or where it began, epoch ms. */
  from: number;
  /** HighLevel's clock when it began, epoch ms. */
  begun: number;
  /** How far it has come: what lies behind this has been read. Epoch ms. */
  position: number;
  /** Of what this reading has told, `seen` may have forgotten what is older than this. Epoch ms. */
  sure: number;
}

function isResume(value: unknown): boolean {
  if (value === null || typeof value !== "object") return false;
  const { after, from, begun, position, sure } = value as Partial<Resume>; // unknown content: every part is checked
  return typeof after === "object" && after !== null && [from, begun, position, sure].every((time) => typeof time === "number");
}

/** Whether a saved state has this shape. */
export function isState(value: Fields): boolean {
  const { floor, known, seen, undated, resume } = value as Partial<State>; // unknown content: every part is checked
  return typeof floor === "number" && typeof known === "number"
    && typeof seen?.base === "number" && typeof seen.entries === "string" && Array.isArray(undated)
    && (resume === undefined || isResume(resume));
}

/**
 * The state from which an unfinished reading begins again without its cursor; undefined where there is none.
 * Upwards, it begins at its position, and `seen` knows the records of that timestamp; only what it has no room for would come again.
 * Downwards, it begins at the top; what it has told and forgotten is passed over, see `isForgotten` in classify.ts.
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

  /** Before anything of a page is told: what cannot be remembered would be told again and again. */
  expectUndated(count: number): void {
    this.undatedRead += count;
    refuseUndated(this.undatedRead);
  }

  /** Notes a record without a time; true where it was not known. */
  addUndated(id: string): boolean {
    const key = undatedKey(id);
    const isNew = !this.undated.delete(key);
    this.undated.add(key);
    return isNew;
  }

  /**
   * The state to keep at the end of a reading that began at `begun`.
   * @param passed whether records may have moved away before it came to them. Then the next reading finds them, and
   * must still know which creations of this one were told.
   */
  pack(begun: number, passed: boolean): State {
    const floor = this.floorAt(begun);
    // What was told and forgotten on the way must not be read again.
    const { packed, floor: complete } = this.seen.pack(passed ? this.sure : Math.max(floor, this.sure));
    return { floor: Math.max(floor, complete), known: complete, seen: packed, undated: this.lastUndated() };
  }

  /**
   * The state to keep in the middle of a reading. What it still comes to must not be forgotten: newest first, that is
   * what lies below its position. What it has told is kept as far as there is room.
   */
  packUnfinished(resume: Omit<Resume, "sure">, order: "asc" | "desc"): State {
    const { known } = this.state;
    const due = order === "desc" ? { from: resume.from, to: resume.position } : undefined;
    const { packed, floor: complete } = this.seen.pack(known, due);
    return {
      floor: Math.max(this.floorAt(resume.begun), complete),
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
   * What becomes visible behind the back of a reading is not older than its beginning less the overlap. Where
   * nothing came for longer, the floor stays at the newest that was seen: what an index that stood still shows at last is newer.
   */
  private floorAt(begun: number): number {
    return Math.max(this.state.floor, Math.min(this.seen.newest(begun), begun - LOOKBACK_MS));
  }

  private lastUndated(): string[] {
    return [...this.undated].slice(-MAX_UNDATED);
  }
}
