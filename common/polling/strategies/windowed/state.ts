import { MINUTE_MS } from "../../../core/durations.ts";
import type { Fields } from "../../../core/types.ts";
import { decode, encode } from "../../state/digits.ts";
import { hasNumbers, isObject } from "../../state/shape.ts";
import { LOOKBACK_MS, TICK_MS } from "../../tolerances.ts";
import { Entries, MARK_CHARS, markOf } from "../snapshot/state.ts";
import type { Entry } from "../snapshot/state.ts";

/** A span of start times, epoch ms, both inclusive. */
export interface Span { from: number; to: number }

/** All of time that HighLevel accepts. */
export const ALWAYS: Span = { from: 0, to: 4_102_444_800_000 };

/** How many of the records that left the span are remembered. */
const MAX_LEFT = 200;
/** Epoch ms in 42 bits. */
const TIME_CHARS = 7;
const LEFT_CHARS = MARK_CHARS + TIME_CHARS;

/** What is kept between two polls. Times in epoch ms, on HighLevel's clock. */
export interface State {
  /** Counts complete scans: distinguishes A → B → A in event ids. */
  scans: number;
  /** Set until the first scan is complete: records that exist already cause no events. */
  baseline?: true;
  /** When the last complete scan began. */
  begun: number;
  /** A record that is not remembered is new if it was created after this. */
  since: number;
  /** Where the span of the last complete scan ended. */
  reach: number;
  /** Packed {@link Entries}, with start times. */
  entries: string;
  /** Records that left the span, the last at the end: mark, and the version emitted then. They are not new if they come back. */
  left: string;
  /** An unfinished scan. */
  resume?: Resume;
}

interface Resume {
  /** The whole scan keeps one span. */
  span: Span;
  begun: number;
  /** Name of the last list read; lists are read in the order of their names. */
  after: string;
  /** The lists have been read; now missing records are searched for in all of time. */
  search?: true;
}

/** The state before the first scan. Without a span, no record can have been moved into it. */
export const NOTHING: State = { scans: 0, baseline: true, begun: 0, since: 0, reach: -1, entries: "", left: "" };

const isResume = (value: unknown) => isObject(value) && isObject(value.span) && hasNumbers(value.span, "from", "to")
  && hasNumbers(value, "begun") && typeof value.after === "string";

/** Whether a saved state has this shape. */
export function isState(value: Fields): boolean {
  const { entries, left, resume } = value;
  return hasNumbers(value, "scans", "begun", "since", "reach") && typeof entries === "string" && typeof left === "string"
    && (resume === undefined || isResume(resume));
}

/** The working copy of a state during one poll. */
export class Watch {
  readonly entries: Entries;
  /** By mark: the version that was emitted, epoch ms; 0 if none was. */
  private readonly left = new Map<string, number>();
  readonly span: Span;
  after: string;
  searching: boolean;
  private firstAnswer: number | undefined;
  private readonly since: number;

  /**
   * @param wanted the span to watch now; an unfinished scan keeps its own
   * @param startedAt when the poll began, epoch ms, in case there is nothing to read
   */
  constructor(readonly state: State, private readonly wholeIds: boolean, private readonly wanted: Span, private readonly startedAt: number) {
    const { resume, baseline, entries, left, since } = state;
    this.entries = new Entries({ wholeIds, timed: true }, entries);
    for (let at = 0; at + LEFT_CHARS <= left.length; at += LEFT_CHARS) {
      const row = left.slice(at, at + LEFT_CHARS);
      this.left.set(row.slice(0, MARK_CHARS), decode(row.slice(MARK_CHARS)));
    }
    // Start times are remembered to the minute. With edges on the minute too, an entry lies in the span exactly if its record does.
    const toMinute = (ms: number) => Math.floor(ms / MINUTE_MS) * MINUTE_MS;
    this.span = resume?.span ?? { from: toMinute(wanted.from), to: toMinute(wanted.to) };
    this.after = resume?.after ?? "";
    this.searching = resume?.search === true;
    this.firstAnswer = resume?.begun;
    // If a baseline takes several polls, what is created after it began is new.
    if (baseline) this.since = resume ? resume.begun + TICK_MS : Infinity;
    else this.since = since;
  }

  /** Notes HighLevel's clock, epoch ms; the first time counts. */
  begin(now: number): void {
    this.firstAnswer ??= now;
  }

  private get begun(): number {
    return this.firstAnswer ?? this.startedAt;
  }

  /** Begins the search for missing records, through all lists again. */
  startSearch(): void {
    this.searching = true;
    this.after = "";
  }

  /** The version (epoch ms) emitted when the record left the span, 0 if none was; undefined if it has not left, or has come back. */
  emittedVersion(id: string): number | undefined {
    return this.left.get(markOf(id));
  }

  /** Remembers a record that was read; `updated` is its version, epoch ms. */
  meet(id: string, entry: Entry, updated: number): void {
    this.entries.set(id, entry);
    // A list may still show an older version than the look-up did.
    if (updated >= (this.emittedVersion(id) ?? 0)) this.left.delete(markOf(id));
  }

  /**
   * The event type for a record that is not remembered. Times in epoch ms.
   * @returns undefined if the moving span has merely reached it
   */
  newKind(hasLeft: boolean, updated: number, created = 0, startsAt = 0): "created" | "rescheduled" | undefined {
    if (!hasLeft && created >= this.since) return "created";
    // A record that starts after the last span cannot have been moved into it.
    if (startsAt > this.state.reach) return undefined;
    return updated >= this.since ? "rescheduled" : undefined;
  }

  /** Notes that a search did not find this record; false if the search before did not either. */
  isFirstMiss(id: string): boolean {
    const isFirst = this.emittedVersion(id) !== 0;
    this.left.set(markOf(id), 0);
    return isFirst;
  }

  isOutside(start = 0, { from, to } = this.span): boolean {
    return start * MINUTE_MS < from || start * MINUTE_MS > to;
  }

  /** Whether it starts outside every watched span: that of this scan and that of the next, which has moved on. */
  isAway(start?: number): boolean {
    return this.isOutside(start) && this.isOutside(start, this.wanted);
  }

  /**
   * Forgets a record that is no longer in the span.
   * @param version the version emitted, epoch ms, if any: if the record comes back, only a later one is new
   */
  forget(id: string, version = 0): void {
    this.entries.delete(id);
    this.left.set(markOf(id), version);
  }

  /** Whether the entries fit into the state; makes room for them if need be. */
  fits(): boolean {
    if (this.entries.fits()) return true;
    // After a long pause, records that time has moved out of the span must make room for those it has moved in.
    this.dropToLeft(({ read, missed, start }) => !read && !missed && this.isOutside(start));
    return this.entries.fits();
  }

  /** The state in the middle of a scan. */
  pause(): State {
    const { span, begun, after, searching } = this;
    return { ...this.state, ...this.packed(), resume: { span, begun, after, ...(searching && { search: true }) } };
  }

  /**
   * The state at the end of a scan.
   * @param pending ids of records that were not looked up yet: they stay absent, and the next scan looks them up
   */
  complete(pending: string[]): State {
    const { begun, state: { scans, baseline, resume, begun: last } } = this;
    // Records that time has moved out of the span cause no event; nor do those absent twice that cannot be named.
    this.dropToLeft(({ read, missed, start }) => !read && (missed ? !this.wholeIds : this.isOutside(start)));
    this.entries.endScan(true, pending);
    // Between the polls of a scan, a record created before it may have moved from an unread list to one already read.
    const since = (resume && !baseline ? last : begun) - LOOKBACK_MS;
    return { scans: scans + 1, begun, since, reach: this.span.to, ...this.packed() };
  }

  private dropToLeft(unwanted: (entry: Entry) => boolean): void {
    for (const mark of this.entries.drop(unwanted)) this.left.set(mark, 0);
  }

  private packed(): Pick<State, "entries" | "left"> {
    // Older ones can no longer be taken for new.
    const rows = [...this.left].slice(-MAX_LEFT).map(([mark, version]) => mark + encode(version, TIME_CHARS));
    return { entries: this.entries.pack(), left: rows.join("") };
  }
}
