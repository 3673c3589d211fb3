import { fingerprint } from "../../../core/fingerprint.ts";
import { decode, DIGITS, encode } from "../../state/digits.ts";
import { hasNumbers, isObject } from "../../state/shape.ts";
import type { Cursor } from "../../../api/pagination/paginators.ts";
import type { Fields } from "../../../core/types.ts";

/** 42 bits: with 4,000 records, one new record in a billion is taken for an old one. */
export const MARK_CHARS = 7;
/** 30 bits: one change in a billion goes unnoticed. */
const CONTENT_CHARS = 5;
/** Room for the packed entries: 4,300 by fingerprint; by whole id, 2,000 of 20 characters or 1,300 UUIDs. */
const MAX_ENTRY_BYTES = 56_000;

/** What is remembered of one record. */
export interface Entry {
  content: string;
  /** A number from 0 to 15 whose change is an event of its own (completed, published). */
  flag: number;
  /** Absent from the last complete scan; absent from the next too, it counts as deleted. */
  missed: boolean;
  /** Read in the current scan. */
  read: boolean;
  /** Epoch minutes; only if entries are timed. */
  start?: number;
}

export interface SnapshotState {
  /** Counts finished scans, those of a baseline as one. Distinguishes A → B → A in event ids, and is the same when a poll is repeated after a crash. */
  scans: number;
  /**
   * Counts the complete ones among them. Between two appearances, or disappearances, of a record there is at least one;
   * a poll repeated after a crash, while pages move, need not be one.
   */
  complete: number;
  /** Present until the baseline is taken: records that existed when it began cause no events. */
  baseline?: Baseline;
  /** Packed {@link Entries}. */
  entries: string;
  /** Present if the last scan read fewer records than HighLevel counts. */
  lack?: Lack;
  /** An unfinished scan. */
  resume?: Resume;
}

/** A baseline that is not complete yet. */
interface Baseline {
  /** When its first scan began on HighLevel's clock, epoch ms; 0 before that. */
  since: number;
  /** How many of its scans are finished. */
  scans: number;
}

interface Lack {
  count: number;
  /** Since when scans have lacked that many, HighLevel's clock, epoch ms. */
  since: number;
}

/** @param count how many records are lacking in a scan that ended at `now`, epoch ms */
export function lackOf(count: number, now: number, before: Lack | undefined): Lack | undefined {
  if (count <= 0) return undefined;
  return before?.count === count ? before : { count, since: now };
}

/** Whether part of a saved state is absent, or has these numbers. */
const mayHave = (part: unknown, ...numbers: string[]) => part === undefined || (isObject(part) && hasNumbers(part, ...numbers));

/** The state from which an unfinished scan begins again without its cursor; undefined if there is no such scan. The count goes up because a record may have changed again after its event. */
export function withoutCursor({ resume, baseline, ...state }: SnapshotState): SnapshotState | undefined {
  return resume && { ...state, scans: state.scans + 1, ...(baseline && { baseline: { ...baseline, scans: baseline.scans + 1 } }) };
}

/** Where an unfinished scan resumes, and what its pages have shown so far. */
export interface Resume {
  after: Cursor;
  /** HighLevel's count at the last page. */
  total?: number;
  /** Records were removed during the scan, so others may have moved past it. */
  shrunk?: boolean;
}

/** Whether a saved state has this shape. */
export function isSnapshotState(value: Fields): boolean {
  const { baseline, entries, lack, resume } = value;
  return hasNumbers(value, "scans", "complete") && typeof entries === "string" && (resume === undefined || (isObject(resume) && isObject(resume.after)))
    && mayHave(baseline, "since", "scans") && mayHave(lack, "count", "since");
}

/** 30 bits of epoch minutes last until the year 4011. */
const START_CHARS = 5;

export interface EntriesOptions {
  /** Keep whole ids instead of fingerprints, so that deleted records can be named. */
  wholeIds: boolean;
  /** Keep a start time with each. */
  timed?: boolean;
}

/** The fingerprint that stands for an id if whole ids are not kept. */
export const markOf = (id: string): string => fingerprint(id, MARK_CHARS);

/** The records of a list by id (or its fingerprint), and their packed form. */
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

  /** How many were read in the current scan. */
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

  /** Ids of the records absent for the second time in a row; empty if only fingerprints are kept. */
  absentTwice(): string[] {
    if (!this.options.wholeIds) return [];
    return [...this.byKey].filter(([, { read, missed }]) => !read && missed).map(([key]) => decodeURIComponent(key));
  }

  /**
   * Ends a scan. After a complete one, records absent from two in a row are forgotten.
   * @param except ids of such records to keep until the next scan
   */
  endScan(complete: boolean, except: string[] = []): void {
    const kept = new Set(except.map((id) => this.key(id)));
    for (const [key, entry] of this.byKey) {
      if (complete && !entry.read && entry.missed && !kept.has(key)) this.byKey.delete(key);
      else this.byKey.set(key, { ...entry, missed: complete ? !entry.read : entry.missed && !entry.read, read: false });
    }
  }

  /** Counts all absent records as absent twice: there is no room to keep them for another scan. */
  expireAbsent(): void {
    for (const [key, entry] of this.byKey) if (!entry.read) this.byKey.set(key, { ...entry, missed: true });
  }

  /** Whether the entries fit into the state. @param least without those that were not read and may be gone */
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
