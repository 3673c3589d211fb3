import { MINUTE_MS } from "../../../core/durations.ts";
import { Marks } from "./marks.ts";
import type { Place, State } from "./state.ts";
import { LOOKBACK_MS, MAX_UNDATED, refuseUndated, TICK_MS, undatedKey } from "../../tolerances.ts";
import { ENTRY_CHARS, MAX_SEEN, Seen } from "../../state/seen.ts";
import { MAX_STATE_BYTES } from "../../state/envelope.ts";

/** For everything but the children and the parents: the envelope, and where a reading is to resume. */
const RESERVED_BYTES = 1_500;
/** What the marks of parents leave for the children at least. */
const LEAST_SEEN_BYTES = 7_000;

/** The working copy of the state during one poll of `fanOut`. All times in epoch ms. */
export class Memory {
  /** Where this reading began. */
  readonly from: number;
  /** Parents whose last child is older are done. */
  past: number;
  /** The parent that is read now. */
  child: Place | undefined;
  /** Whether this poll has completed a page, so that its progress can be saved. */
  hasMoved = false;
  private asOf: number | undefined;
  private floor: number;
  private readonly seen: Seen;
  private readonly marks: Marks;
  private undated: string[];
  private undatedRead = 0;

  constructor({ floor, seen, marks, undated, resume }: State) {
    this.floor = floor;
    this.from = resume?.from ?? floor;
    this.past = resume?.past ?? floor;
    this.asOf = resume?.asOf;
    this.child = resume?.child;
    this.seen = Seen.unpack(seen);
    this.marks = Marks.unpack(marks);
    this.undated = undated.match(/.{8}/g) ?? [];
  }

  /** An empty memory with the watermark `floor`. */
  static empty(floor: number): Memory {
    const none = { base: floor, entries: "" };
    return new Memory({ floor, seen: none, marks: none, undated: "" });
  }

  /** Notes that the reading begins, or resumes, at `now`. */
  begin(now: number): void {
    this.asOf ??= now;
  }

  /**
   * Whether a parent has to be read. One that has not moved is read again once its last child is 1, 2, 4, 8 and 15
   * minutes old, for children that become visible late; then no more.
   * @param date time of its last child
   */
  isDue(id: string, date: number | undefined, now: number): boolean {
    const mark = this.marks.get(id);
    if (date === undefined || !mark || date > mark.date) return true;
    const then = mark.read - date;
    if (then >= LOOKBACK_MS) return false;
    if (now - date >= Math.min(LOOKBACK_MS, Math.max(MINUTE_MS, 2 * then))) return true;
    // Skipped in this reading: its children are emitted up to its mark only.
    this.asOf = Math.min(this.asOf ?? now, mark.read);
    return false;
  }

  /** Turns to a parent. Children older than the lookback when it was last read have been emitted. */
  turnTo(of: string, date: number | undefined): Place {
    const mark = date === undefined ? undefined : this.marks.get(of);
    const lower = Math.max(this.from, mark ? mark.read - LOOKBACK_MS + 1 : -Infinity);
    this.child = { of, ...(date !== undefined && { date }), lower };
    return this.child;
  }

  /** Notes when a page of children was read, and the times of those not dated ahead. */
  reach(place: Place, now: number, times: number[]): void {
    const isFirst = place.read === undefined;
    const read = place.read ??= now;
    if (place.date !== undefined) place.date = Math.max(place.date, ...times.filter((time) => time <= read + TICK_MS));
    // The window of a single parent stays where it is until something comes.
    else if (isFirst) this.asOf = Math.min(this.asOf ?? now, Math.max(this.from, ...times) + LOOKBACK_MS);
  }

  /** Called before a page is emitted: what cannot be remembered would be emitted in every poll. */
  countUndated(count: number): void {
    this.undatedRead += count;
    refuseUndated(this.undatedRead);
  }

  /**
   * Remembers a child, unless no other reading can reach it.
   * @param isLast whether the next page may contain it again
   * @returns whether it is new
   */
  add({ date, read = 0 }: Place, id: string, time: number | undefined, isLast: boolean): boolean {
    if (time === undefined) {
      const key = undatedKey(id);
      const isNew = !this.undated.includes(key);
      this.undated = [...this.undated.filter((known) => known !== key), key].slice(-MAX_UNDATED);
      return isNew;
    }
    const isNew = this.seen.version(id) === undefined;
    const settled = date === undefined ? (this.asOf ?? 0) - LOOKBACK_MS - 1 : Marks.settled(date, read);
    if (isNew && (isLast || time > settled)) this.know(id, time);
    return isNew;
  }

  know(id: string, time: number): void {
    this.seen.set(id, time);
  }

  /** Ends the reading of a parent. Its children were emitted up to `to`; if any are dated later, it is not marked and is read again. */
  done(to: number): void {
    const { of, date, read } = this.child ?? {};
    if (of !== undefined && date !== undefined && date <= to && read !== undefined) this.marks.set(of, date, read);
    this.child = undefined;
  }

  /** The state in the middle of a reading. What was emitted before it began has to be known until it ends. */
  pause(): State {
    const asOf = this.asOf ?? this.from;
    const floor = this.watermarkAt(asOf);
    const resume = { from: this.from, past: this.past, asOf, ...(this.child && { child: this.child }) };
    // A single parent is read newest first: what is yet to be read is kept first.
    const isNamed = this.child !== undefined && this.child.date === undefined;
    const asked = isNamed ? floor : this.from;
    const state = this.packed(asked, -Infinity, isNamed ? { from: this.from, to: floor - 1 } : undefined);
    return { ...state, floor: state.floor > asked ? Math.max(this.floor, state.floor) : this.floor, resume };
  }

  /**
   * The state at the end of a reading. What it missed is no older than its beginning less the lookback.
   * @param begun when it began, epoch ms on HighLevel's clock
   */
  finish(begun = this.asOf ?? this.from): State {
    const floor = this.watermarkAt(begun);
    return this.packed(floor, floor);
  }

  private watermarkAt(asOf: number): number {
    return Math.max(this.floor, asOf - LOOKBACK_MS);
  }

  /**
   * Packs what fits: the parents from `marksFrom` on, then the children from `asked` on. If children are forgotten,
   * their parents' marks say that they were emitted, and late ones among them are no longer looked for.
   * @returns the state; its watermark is the time from which all children are known
   */
  private packed(asked: number, marksFrom: number, due?: Parameters<Seen["pack"]>[1]): State {
    const undated = this.undated.join("");
    const room = MAX_STATE_BYTES - RESERVED_BYTES - undated.length;
    const mostMarks = room - LEAST_SEEN_BYTES;
    const left = room - this.marks.pack(marksFrom, mostMarks).entries.length;
    const { packed: seen, floor } = this.seen.pack(asked, due, Math.min(MAX_SEEN, Math.floor(left / ENTRY_CHARS)));
    if (floor > asked) this.marks.raise(floor);
    return { floor, seen, marks: this.marks.pack(marksFrom, mostMarks), undated };
  }
}
