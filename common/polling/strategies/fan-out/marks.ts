import { MINUTE_MS } from "../../../core/durations.ts";
import { fingerprint } from "../../../core/fingerprint.ts";
import { decode, encode } from "../../state/digits.ts";
import { LOOKBACK_MS, TICK_MS } from "../../tolerances.ts";

const KEY_CHARS = 8;
/** 36 bits of ms: two years after the oldest mark. */
const TIME_CHARS = 6;
/** Characters of a packed mark: the parent, its date, and the minutes from then until it was read. */
const MARK_CHARS = KEY_CHARS + TIME_CHARS + 1;

/** The packed form that goes into the state. */
export interface PackedMarks {
  /** Epoch ms from which the dates count. */
  base: number;
  entries: string;
}

/** Times in epoch ms. */
interface Mark {
  /** Time of the parent's last child. */
  date: number;
  /** When the parent was read, rounded down to the minute, and at most the lookback after `date`. */
  read: number;
}

/** When each parent was read, so that one that has not moved since need not be read again. */
export class Marks {
  private readonly marks = new Map<string, Mark>();

  static unpack({ base, entries }: PackedMarks): Marks {
    const marks = new Marks();
    for (let at = 0; at + MARK_CHARS <= entries.length; at += MARK_CHARS) {
      const date = base + decode(entries.slice(at + KEY_CHARS, at + MARK_CHARS - 1));
      const read = date + decode(entries.slice(at + MARK_CHARS - 1, at + MARK_CHARS)) * MINUTE_MS;
      marks.marks.set(entries.slice(at, at + KEY_CHARS), { date, read });
    }
    return marks;
  }

  get(parent: string): Mark | undefined {
    return this.marks.get(fingerprint(parent, KEY_CHARS));
  }

  /**
   * Marks a parent whose children have all been emitted. One dated ahead is not marked: new children would not move it.
   * @param date time of its last child, epoch ms
   * @param read when the reading of it began, epoch ms
   */
  set(parent: string, date: number, read: number): void {
    if (date > read + TICK_MS) return;
    const minutes = Math.max(0, Math.min(LOOKBACK_MS / MINUTE_MS, Math.floor((read - date) / MINUTE_MS)));
    this.marks.set(fingerprint(parent, KEY_CHARS), { date, read: date + minutes * MINUTE_MS });
  }

  /** Up to when the children of a parent that is read at `read` will not be looked at again, epoch ms; see {@link Marks.set}. */
  static settled(date: number, read: number): number {
    return date > read + TICK_MS ? -Infinity : Math.min(read - MINUTE_MS, date + LOOKBACK_MS) - LOOKBACK_MS;
  }

  /** Forgets which children older than `cut` (epoch ms) were emitted: for marked parents, all were. */
  raise(cut: number): void {
    for (const [key, { date, read }] of this.marks) {
      const minutes = Math.min(LOOKBACK_MS / MINUTE_MS, Math.ceil((cut - 1 + LOOKBACK_MS - date) / MINUTE_MS));
      this.marks.set(key, { date, read: Math.max(read, date + minutes * MINUTE_MS) });
    }
  }

  /** Packs as many marks dated `from` or later as fit into `room` characters; the longest quiet ones are left out first. */
  pack(from: number, room: number): PackedMarks {
    const most = Math.max(0, Math.floor(room / MARK_CHARS));
    const kept = [...this.marks].filter(([, { date }]) => date >= from).sort(([, a], [, b]) => b.date - a.date).slice(0, most);
    const base = kept.at(-1)?.[1].date ?? 0;
    const entries = kept.map(([key, { date, read }]) => key + encode(date - base, TIME_CHARS) + encode((read - date) / MINUTE_MS, 1)).join("");
    return { base, entries };
  }
}
