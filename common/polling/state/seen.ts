import { fingerprint } from "../../core/fingerprint.ts";
import { decode, encode } from "./digits.ts";

/** 48 bits: among 4,000 ids, two collide in one of 35 million accounts. */
const ID_CHARS = 8;
/** 36 bits of ms: two years after the oldest entry. */
const TIME_CHARS = 6;
/** Characters of a packed entry. */
export const ENTRY_CHARS = ID_CHARS + TIME_CHARS;
/** Entries kept between polls: 56,000 of the 60,000 bytes of a state. */
export const MAX_SEEN = 4_000;

/** The packed form that goes into the state. */
export interface PackedSeen {
  /** Epoch ms from which the entries' times count. */
  base: number;
  entries: string;
}

/** The records seen, each with the time of its version (epoch ms). */
export class Seen {
  private readonly versions = new Map<string, number>();

  static unpack({ base, entries }: PackedSeen): Seen {
    const seen = new Seen();
    for (let at = 0; at + ENTRY_CHARS <= entries.length; at += ENTRY_CHARS) {
      seen.versions.set(entries.slice(at, at + ID_CHARS), base + decode(entries.slice(at + ID_CHARS, at + ENTRY_CHARS)));
    }
    return seen;
  }

  version(id: string): number | undefined {
    return this.versions.get(fingerprint(id, ID_CHARS));
  }

  set(id: string, version: number): void {
    this.versions.set(fingerprint(id, ID_CHARS), version);
  }

  /** The newest version up to `most`, epoch ms; -Infinity if there is none. */
  newest(most: number): number {
    let newest = -Infinity;
    for (const version of this.versions.values()) if (version <= most && version > newest) newest = version;
    return newest;
  }

  /**
   * Packs the entries from the watermark on.
   * @param floor the watermark, epoch ms
   * @param due entries of these times, both ends included, are kept first: an unfinished reading has yet to reach them
   * @param most how many entries fit
   * @returns the entries, and the watermark from which they are complete: higher than asked if there were too many
   */
  pack(floor: number, due = { from: Infinity, to: -Infinity }, most = MAX_SEEN): { packed: PackedSeen; floor: number } {
    const isDue = (time: number) => time >= due.from && time <= due.to;
    const newestFirst = [...this.versions].sort(([, a], [, b]) => b - a);
    // Those at the upper edge were just emitted and rarely come again: they are the first to go.
    const allDue = newestFirst.filter(([, time]) => isDue(time));
    const first = [...allDue.filter(([, time]) => time < due.to), ...allDue.filter(([, time]) => time === due.to)].slice(0, most);
    const isEdgeCut = allDue.length > most;
    const others = newestFirst.filter(([, time]) => time >= floor && !isDue(time));
    const dropped = others[most - first.length];
    // Records that share the timestamp of a dropped one go too: the watermark has to lie above all of them.
    const complete = dropped ? dropped[1] + 1 : isEdgeCut ? due.to + 1 : floor;
    const kept = [...first, ...others.slice(0, most - first.length).filter(([, time]) => time >= complete)];
    const base = kept.length > 0 ? Math.min(...kept.map(([, time]) => time)) : complete;
    const entries = kept.map(([id, time]) => id + encode(time - base, TIME_CHARS)).join("");
    return { packed: { base, entries }, floor: complete };
  }
}
