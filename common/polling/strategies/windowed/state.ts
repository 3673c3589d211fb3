import type { Fields } from "../../../core/types.ts";
import { decode, encode } from "../../state/digits.ts";
import { LOOKBACK_MS, TICK_MS } from "../../tolerances.ts";
import { Entries, MARK_CHARS, markOf } from "../snapshot/state.ts";
import type { Entry } from "../snapshot/state.ts";

/** A span of start times, epoch ms, both inclusive. */
export interface Span { from: number; to: number }

/** The whole of time, as HighLevel takes it. */
export const ALWAYS: Span = { from: 0, to: 4_102_444_800_000 };

export const MINUTE = 60_000;
/** Of the records that have left the span, the last are remembered. */
const MAX_LEFT = 200;
/** Epoch ms in 42 bits. */
const TIME_CHARS = 7;
const LEFT_CHARS = MARK_CHARS + TIME_CHARS;

/** What is kept between two polls. Times in epoch ms, on HighLevel's clock. */
export interface State {
  /** Counts complete scans: tells A → B → A apart in event ids. */
  scans: number;
  /** Nothing of what is there already is told until the first scan is complete. */
  baseline?: true;
  /** When the last complete scan began. */
  begun: number;
  /** A record that is not remembered is new if it was created since. */
  since: number;
  /** The end of the last complete scan's span. */
  reach: number;
  /** Packed {@link Entries}, with start times. */
  entries: string;
  /** Those that have left the span, the last at the end: mark, and the version that was told then. They are not new where they come back. */
  left: string;
  /** An unfinished scan. */
  resume?: Resume;
}

interface Resume {
  /** The whole scan is of one span. */
  span: Span;
  begun: number;
  /** The last list that is done, by its name; lists are read in the order of their names. */
  after: string;
  /** The lists of the span are done; now those that are gone are searched for in all of time. */
  search?: true;
}

/** Before the first scan: no span yet, so that nothing can have been moved into it. */
export const NOTHING: State = { scans: 0, baseline: true, begun: 0, since: 0, reach: -1, entries: "", left: "" };

function isResume(value: unknown): boolean {
  if (value === null || typeof value !== "object") return false;
  const { span, begun, after } = value as Partial<Resume>; // unknown content: every part is checked
  return [span?.from, span?.to, begun].every((time) => typeof time === "number") && typeof after === "string";
}

/** Whether a saved state has this shape. */
export function isState({ scans, begun, since, reach, entries, left, resume }: Fields): boolean {
  return [scans, begun, since, reach].every((number) => typeof number === "number")
    && typeof entries === "string" && typeof left === "string" && (resume === undefined || isResume(resume));
}

/** The working copy of a state during one poll. */
export class Watch {
  readonly entries: Entries;
  /** By mark: the version that was told, epoch ms; 0 if none was. */
  private readonly left = new Map<string, number>();
  readonly span: Span;
  after: string;
  searching: boolean;
  private firstAnswer: number | undefined;
  private readonly since: number;

  /**
   * @param wanted the span to watch now; an unfinished scan goes on with its own
   * @param startedAt the poll's time, epoch ms, where there is nothing to read
   */
  constructor(readonly state: State, private readonly wholeIds: boolean, private readonly wanted: Span, private readonly startedAt: number) {
    const { resume, baseline, entries, left, since } = state;
    this.entries = new Entries({ wholeIds, timed: true }, entries);
    for (let at = 0; at + LEFT_CHARS <= left.length; at += LEFT_CHARS) {
      const row = left.slice(at, at + LEFT_CHARS);
      this.left.set(row.slice(0, MARK_CHARS), decode(row.slice(MARK_CHARS)));
    }
    // Start times are remembered to the minute: with such edges, what is remembered lies in the span exactly if the record does.
    const toMinute = (ms: number) => Math.floor(ms / MINUTE) * MINUTE;
    this.span = resume?.span ?? { from: toMinute(wanted.from), to: toMinute(wanted.to) };
    this.after = resume?.after ?? "";
    this.searching = resume?.search === true;
    this.firstAnswer = resume?.begun;
    // What comes while a baseline takes several polls is new, though it is read for the first time.
    if (baseline) this.since = resume ? resume.begun + TICK_MS : Infinity;
    else this.since = since;
  }

  /** Notes HighLevel's clock, epoch ms; the first counts. */
  begin(now: number): void {
    this.firstAnswer ??= now;
  }

  private get begun(): number {
    return this.firstAnswer ?? this.startedAt;
  }

  /** From here on, those that are gone are searched for in all lists again. */
  startSearch(): void {
    this.searching = true;
    this.after = "";
  }

  /** The version (epoch ms) that was told of one when it left the span, 0 if none was; undefined if it has not left it, or was met since. */
  emittedVersion(id: string): number | undefined {
    return this.left.get(markOf(id));
  }

  /** Remembers a record that is read; `updated` is its version, epoch ms. */
  meet(id: string, entry: Entry, updated: number): void {
    this.entries.set(id, entry);
    // A list may still show an older version than the one that was looked up.
    if (updated >= (this.emittedVersion(id) ?? 0)) this.left.delete(markOf(id));
  }

  /**
   * The kind of event that a record is which is not remembered. Times in epoch ms.
   * @returns undefined where the moving span has only reached it
   */
  newKind(hasLeft: boolean, updated: number, created = 0, startsAt = 0): "created" | "rescheduled" | undefined {
    if (!hasLeft && created >= this.since) return "created";
    // What starts behind the last span's end cannot have been moved into it.
    if (startsAt > this.state.reach) return undefined;
    return updated >= this.since ? "rescheduled" : undefined;
  }

  /** Notes that a search has not found this record; false where the one before had not either. */
  isFirstInVain(id: string): boolean {
    const isFirst = this.emittedVersion(id) !== 0;
    this.left.set(markOf(id), 0);
    return isFirst;
  }

  isOutside(start = 0, { from, to } = this.span): boolean {
    return start * MINUTE < from || start * MINUTE > to;
  }

  /** Whether it stands in no span that is watched: the next scan reads another one than a scan that goes on. */
  isAway(start?: number): boolean {
    return this.isOutside(start) && this.isOutside(start, this.wanted);
  }

  /**
   * Forgets one that is in the span no more.
   * @param version what was told of it, epoch ms, if anything: only a later one is news where it comes back
   */
  forget(id: string, version = 0): void {
    this.entries.delete(id);
    this.left.set(markOf(id), version);
  }

  /** Whether what is remembered can be kept between polls. */
  fits(): boolean {
    if (this.entries.fits()) return true;
    // After a long pause: what time has taken out of the span must not stand in the way of what it has brought.
    this.dropToLeft(({ read, missed, start }) => !read && !missed && this.isOutside(start));
    return this.entries.fits();
  }

  /** The state to keep in the middle of a scan. */
  pause(): State {
    const { span, begun, after, searching } = this;
    return { ...this.state, ...this.packed(), resume: { span, begun, after, ...(searching && { search: true }) } };
  }

  /**
   * The state to keep at the end of a scan.
   * @param pending ids of those that were not looked up yet: they stay absent, and their turn comes at the end of the next scan
   */
  complete(pending: string[]): State {
    const { begun, state: { scans, baseline, resume, begun: last } } = this;
    // What time has moved out of the span is forgotten without an event; so is what is absent twice and cannot be named.
    this.dropToLeft(({ read, missed, start }) => !read && (missed ? !this.wholeIds : this.isOutside(start)));
    this.entries.endScan(true, pending);
    // Between the polls of a scan, one created before it may have moved from a list that was not read yet to one that was.
    const since = (resume && !baseline ? last : begun) - LOOKBACK_MS;
    return { scans: scans + 1, begun, since, reach: this.span.to, ...this.packed() };
  }

  private dropToLeft(unwanted: (entry: Entry) => boolean): void {
    for (const mark of this.entries.drop(unwanted)) this.left.set(mark, 0);
  }

  private packed(): Pick<State, "entries" | "left"> {
    // The older ones cannot be taken for new any more.
    const rows = [...this.left].slice(-MAX_LEFT).map(([mark, version]) => mark + encode(version, TIME_CHARS));
    return { entries: this.entries.pack(), left: rows.join("") };
  }
}
