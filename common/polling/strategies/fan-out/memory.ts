import { Marks } from "./marks.ts";
import type { Place, State } from "./state.ts";
import { LOOKBACK_MS, refuseUndated, TICK_MS, undatedKey } from "../../tolerances.ts";
import { ENTRY_CHARS, MAX_SEEN, Seen } from "../../state/seen.ts";
import { MAX_STATE_BYTES } from "../../state/envelope.ts";

const MINUTE_MS = 60_000;
const MAX_UNDATED = 200;
/** For everything but the children and the parents: the envelope, and where a reading goes on. */
const RESERVED_BYTES = 1_500;
/** What the marks of parents leave for the children. */
const LEAST_SEEN_BYTES = 7_000;

/** What one poll of the `fanOut` strategy knows. All times in epoch ms. */
export class Memory {
  /** Where this reading began. */
  readonly from: number;
  /** Parents whose last child is older are done. */
  past: number;
  /** The parent whose turn it is. */
  child: Place | undefined;
  /** Whether this poll has got anywhere, and not just into the middle of a page. */
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

  /** A memory of nothing, from `floor` on. */
  static empty(floor: number): Memory {
    const none = { base: floor, entries: "" };
    return new Memory({ floor, seen: none, marks: none, undated: "" });
  }

  /** The reading begins, or goes on, at `now`. */
  begin(now: number): void {
    this.asOf ??= now;
  }

  /**
   * Whether a parent has to be read. One that did not move is read again when its last child is 1, 2, 4, 8 and 15
   * minutes old, or at the next poll after that, for children that become visible late; then never again.
   * @param date its last child
   */
  isDue(id: string, date: number | undefined, now: number): boolean {
    const mark = this.marks.get(id);
    if (date === undefined || !mark || date > mark.date) return true;
    const then = mark.read - date;
    if (then >= LOOKBACK_MS) return false;
    if (now - date >= Math.min(LOOKBACK_MS, Math.max(MINUTE_MS, 2 * then))) return true;
    // Left out this time: what is told of it is as old as that.
    this.asOf = Math.min(this.asOf ?? now, mark.read);
    return false;
  }

  /** It is a parent's turn. What is dated a quarter of an hour before it was read last was told then. */
  turnTo(of: string, date: number | undefined): Place {
    const mark = date === undefined ? undefined : this.marks.get(of);
    const lower = Math.max(this.from, mark ? mark.read - LOOKBACK_MS + 1 : -Infinity);
    this.child = { of, ...(date !== undefined && { date }), lower };
    return this.child;
  }

  /** Notes when a page of children was read, and the times of those that are not dated ahead. */
  reach(place: Place, now: number, times: number[]): void {
    const isFirst = place.read === undefined;
    const read = place.read ??= now;
    if (place.date !== undefined) place.date = Math.max(place.date, ...times.filter((time) => time <= read + TICK_MS));
    // As long as nothing comes, the window of a single parent stays where it is.
    else if (isFirst) this.asOf = Math.min(this.asOf ?? now, Math.max(this.from, ...times) + LOOKBACK_MS);
  }

  /** Before anything of a page is told: what cannot be remembered would be told again and again. */
  expectUndated(count: number): void {
    this.undatedRead += count;
    refuseUndated(this.undatedRead);
  }

  /**
   * Notes a child that is told, as far as another reading can come to it.
   * @param isLast whether the next page may come to it
   * @returns whether it was not known
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

  /** All children of the parent whose turn it was are told, up to `to`; where any was left for later, it is read again. */
  done(to: number): void {
    const { of, date, read } = this.child ?? {};
    if (of !== undefined && date !== undefined && date <= to && read !== undefined) this.marks.set(of, date, read);
    this.child = undefined;
  }

  /** The state in the middle of a reading. What was told before it is needed to its end. */
  pause(): State {
    const asOf = this.asOf ?? this.from;
    const floor = this.floorAt(asOf);
    const resume = { from: this.from, past: this.past, asOf, ...(this.child && { child: this.child }) };
    // A single parent is read downwards: what it still comes to goes first.
    const isNamed = this.child !== undefined && this.child.date === undefined;
    const asked = isNamed ? floor : this.from;
    const state = this.packed(asked, -Infinity, isNamed ? { from: this.from, to: floor - 1 } : undefined);
    return { ...state, floor: state.floor > asked ? Math.max(this.floor, state.floor) : this.floor, resume };
  }

  /**
   * The state at the end of a reading. What comes behind its back is not older than its beginning less the overlap.
   * @param begun when it began, epoch ms on HighLevel's clock
   */
  finish(begun = this.asOf ?? this.from): State {
    const floor = this.floorAt(begun);
    return this.packed(floor, floor);
  }

  private floorAt(asOf: number): number {
    return Math.max(this.floor, asOf - LOOKBACK_MS);
  }

  /**
   * What fits of the children from `asked` on, and of the parents from `marksFrom` on. Parents go first: where children
   * are forgotten, their parents' marks say that they were told, and late ones among them are not looked for.
   * @returns the state, with the time from which on all children are known as its floor
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
