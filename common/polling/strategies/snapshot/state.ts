import { fingerprint } from "../../../core/fingerprint.ts";
import { decode, DIGITS, encode } from "../../state/digits.ts";
import type { Cursor } from "../../../api/pagination/paginators.ts";
import type { Fields } from "../../../core/types.ts";

/** 42 bits: with 4,000 records, a new one is taken for an old one once in a billion. */
export const MARK_CHARS = 7;
/** 30 bits: a change goes unnoticed once in a billion. */
const CONTENT_CHARS = 5;
/** Of the packed entries: 4,300 records by fingerprint; by whole id 2,000 with ids of 20 characters, 1,300 with UUIDs. */
const MAX_ENTRY_BYTES = 56_000;

/** What is remembered of one record. */
export interface Entry {
  content: string;
  /** A short mark whose change is an event of its own (completed, published), 0 to 15. */
  flag: number;
  /** It was absent from the last complete scan: one more, and it counts as deleted. */
  missed: boolean;
  /** It was read in the scan under way. */
  read: boolean;
  /** Epoch minutes; only where entries are timed. */
  start?: number;
}

export interface SnapshotState {
  /** Counts the scans that came to their end, those of a baseline as one: tells A → B → A apart in event ids, and is the same when a poll is repeated after a crash. */
  scans: number;
  /**
   * Counts those of them that were complete. Between two appearances, or disappearances, of a record there is one at
   * least; a poll that is repeated after a crash, while pages move, need not be one.
   */
  complete: number;
  /** Until the list is known: what was there when this began is learnt without an event. */
  baseline?: Baseline;
  /** Packed {@link Entries}. */
  entries: string;
  /** The last scan has read fewer records than HighLevel counts. */
  lack?: Lack;
  /** An unfinished scan. */
  resume?: Resume;
}

/** The scans by which a list is learnt. */
interface Baseline {
  /** When the first began, HighLevel's clock, epoch ms; 0 before that. */
  since: number;
  /** Those that came to their end. */
  scans: number;
}

interface Lack {
  count: number;
  /** When scans began to lack so many, HighLevel's clock, epoch ms. */
  since: number;
}

/** @param count how many a scan lacks that ended at `now`, epoch ms */
export function lackOf(count: number, now: number, before: Lack | undefined): Lack | undefined {
  if (count <= 0) return undefined;
  return before?.count === count ? before : { count, since: now };
}

/** Whether a part of a saved state is absent, or holds these numbers. */
function mayBe(part: unknown, numbers: string[]): boolean {
  if (part === undefined) return true;
  return part !== null && typeof part === "object" && numbers.every((name) => typeof (part as Fields)[name] === "number"); // unknown content
}

/** The state from which an unfinished scan begins again without its cursor; undefined where there is none. It can come upon another change of what it has told. */
export function withoutCursor({ resume, baseline, ...state }: SnapshotState): SnapshotState | undefined {
  return resume && { ...state, scans: state.scans + 1, ...(baseline && { baseline: { ...baseline, scans: baseline.scans + 1 } }) };
}

/** Where an unfinished scan goes on, and what its pages said so far. */
export interface Resume {
  after: Cursor;
  /** How many records the list had at the last page. */
  total?: number;
  /** Records went away while it was read: what followed them may have moved past it. */
  shrunk?: boolean;
}

/** Whether a saved state has this shape. */
export function isSnapshotState({ scans, complete, baseline, entries, lack, resume }: Fields): boolean {
  const isPlace = resume === undefined || (resume !== null && typeof resume === "object" && "after" in resume && typeof resume.after === "object");
  return typeof scans === "number" && typeof complete === "number" && typeof entries === "string" && isPlace
    && mayBe(baseline, ["since", "scans"]) && mayBe(lack, ["count", "since"]);
}

/** Epoch minutes in 30 bits last until the year 4011. */
const START_CHARS = 5;

export interface EntriesOptions {
  /** Keep ids instead of their fingerprints, so that deleted records can be named. */
  wholeIds: boolean;
  /** Keep a start time with each. */
  timed?: boolean;
}

/** What stands for an id where whole ones are not kept. */
export const markOf = (id: string): string => fingerprint(id, MARK_CHARS);

/** The records of a list, by id (or its fingerprint), packed as tightly as the choice allows. */
export class Entries {
  private readonly byKey = new Map<string, Entry>();
  private readonly tail: number;
  private readonly separator: string;

  constructor(private readonly options: EntriesOptions, packed = "") {
    this.tail = CONTENT_CHARS + 1 + (options.timed ? START_CHARS : 0);
    this.separator = options.wholeIds ? "," : "";
    const width = MARK_CHARS + this.tail;
    const rows = options.wholeIds ? packed.split(this.separator).filter(Boolean) : packed.match(new RegExp(`.{${width}}`, "g")) ?? [];
    for (const row of rows) {
      const tail = row.slice(-this.tail);
      const bits = DIGITS.indexOf(tail.charAt(CONTENT_CHARS));
      this.byKey.set(row.slice(0, -this.tail), {
        content: tail.slice(0, CONTENT_CHARS),
        flag: bits >> 2,
        missed: (bits & 2) !== 0,
        read: (bits & 1) !== 0,
        ...(options.timed && { start: decode(tail.slice(CONTENT_CHARS + 1)) }),
      });
    }
  }

  private key(id: string): string {
    // A comma would end the entry.
    return this.options.wholeIds ? encodeURIComponent(id) : markOf(id);
  }

  static content(record: unknown): string {
    return fingerprint(record, CONTENT_CHARS);
  }

  get(id: string): Entry | undefined {
    return this.byKey.get(this.key(id));
  }

  set(id: string, entry: Entry): void {
    this.byKey.set(this.key(id), entry);
  }

  delete(id: string): void {
    this.byKey.delete(this.key(id));
  }

  get size(): number {
    return this.byKey.size;
  }

  /** How many were read in the scan under way. */
  get readCount(): number {
    return [...this.byKey.values()].filter(({ read }) => read).length;
  }

  /**
   * Forgets entries.
   * @returns the marks of their ids
   */
  drop(unwanted: (entry: Entry) => boolean): string[] {
    const keys = [...this.byKey].filter(([, entry]) => unwanted(entry)).map(([key]) => key);
    for (const key of keys) this.byKey.delete(key);
    return this.options.wholeIds ? keys.map((key) => markOf(decodeURIComponent(key))) : keys;
  }

  /** Ids of the records that are absent for the second time in a row; empty where only fingerprints are kept. */
  absentTwice(): string[] {
    if (!this.options.wholeIds) return [];
    return [...this.byKey].filter(([, { read, missed }]) => !read && missed).map(([key]) => decodeURIComponent(key));
  }

  /**
   * Ends a scan. After a complete one, records absent from two in a row are forgotten.
   * @param except ids of such records that are to be kept until the next scan
   */
  endScan(complete: boolean, except: string[] = []): void {
    const kept = new Set(except.map((id) => this.key(id)));
    for (const [key, entry] of this.byKey) {
      if (complete && !entry.read && entry.missed && !kept.has(key)) this.byKey.delete(key);
      else this.byKey.set(key, { ...entry, missed: complete ? !entry.read : entry.missed && !entry.read, read: false });
    }
  }

  /** Takes all that are absent for the second time absent: for where there is no room to remember them until then. */
  hurryAbsent(): void {
    for (const [key, entry] of this.byKey) if (!entry.read) this.byKey.set(key, { ...entry, missed: true });
  }

  /** Whether this many entries can be kept between polls. @param least without those that were not read and may be gone */
  fits(least = false): boolean {
    let bytes = 0;
    for (const [key, { read }] of this.byKey) if (read || !least) bytes += key.length + this.tail + this.separator.length;
    return bytes - this.separator.length <= MAX_ENTRY_BYTES;
  }

  pack(): string {
    const rows = [...this.byKey].map(([key, { content, flag, missed, read, start }]) => (
      key + content + DIGITS.charAt((flag << 2) | (missed ? 2 : 0) | (read ? 1 : 0))
      + (this.options.timed ? encode(start ?? 0, START_CHARS) : "")
    ));
    return rows.join(this.separator);
  }
}
