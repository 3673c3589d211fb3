import { HighLevelError } from "../http/errors.ts";
import type { Page } from "../pagination/paginate.ts";
import type { Cursor } from "../pagination/schemes.ts";
import { contentOf } from "../resources/resource.ts";
import type { Resource } from "../resources/resource.ts";
import type { Fields } from "../types.ts";
import { trigger } from "./engine.ts";
import type { Strategy, TriggerSpec } from "./engine.ts";
import { TICK_MS } from "./incremental-state.ts";
import type { Poll } from "./poll.ts";
import { Entries, isSnapshotState } from "./snapshot-state.ts";
import type { Entry, SnapshotState } from "./snapshot-state.ts";

export interface SnapshotSpec<R extends Fields> extends Omit<TriggerSpec, "noun"> {
  resource: Resource<R>;
  /** The complete list, from `after` on where a scan goes on. */
  read(poll: Poll, after?: Cursor): AsyncGenerator<Page<R>>;
  /** A mark from 0 to 15 whose change is an event of its own. */
  flag?(record: R): number;
  /** The kind of event that a change of the mark is; undefined for a plain update. */
  flagKind?(before: number, after: number): string | undefined;
  /** The kind that a new record with this mark is for users who did not choose "created" (created and completed between two polls). */
  newKind?(flag: number): string | undefined;
}

/** Scans of one poll that learns what there is. */
const MOST_SCANS = 3;

/** What a scan has read: all, as far as anybody can say; perhaps not all; certainly not all; not to its end. */
type Reading = "complete" | "unsure" | "with gaps" | "paused";

/** Samples kept while the list streams by: the newest by creation time, else the last of the list. */
class Newest<R extends Fields> {
  private kept: { record: R; time: number }[] = [];

  constructor(private readonly resource: Resource<R>, private readonly most: number) {}

  add(record: R, at: number): void {
    if (this.most === 0) return;
    this.kept.push({ record, time: this.resource.createdAt(record) ?? at });
    if (this.kept.length > 2 * this.most) this.trim();
  }

  private trim(): void {
    this.kept = this.kept.sort((a, b) => b.time - a.time).slice(0, this.most);
  }

  list(): R[] {
    this.trim();
    return this.kept.map(({ record }) => record);
  }
}

/**
 * Watches a list that the API can only deliver whole, by comparing it with what is remembered of the last one:
 * new records, changed ones, and those absent from two complete scans in a row. Up to 4,300 records
 * (about 2,000 where deletions are to be reported, since then whole ids have to be kept).
 */
export function snapshot<R extends Fields>(spec: SnapshotSpec<R>) {
  const { resource } = spec;

  const entryOf = (record: R): Entry => ({
    content: Entries.content(contentOf(resource, record)),
    flag: spec.flag?.(record) ?? 0,
    missed: false,
    read: true,
  });

  function kindOf(poll: Poll, before: Entry | undefined, now: Entry): string | undefined {
    if (!before) return poll.kinds.has("created") ? "created" : spec.newKind?.(now.flag);
    const special = before.flag === now.flag ? undefined : spec.flagKind?.(before.flag, now.flag);
    return special ?? (before.content === now.content && before.flag === now.flag ? undefined : "updated");
  }

  function refuse(entries: Entries, deleted: boolean): never {
    const narrower = deleted ? 'Leave out the event "deleted" (then about 4,300 can be watched), or narrow the list' : "Narrow the list";
    throw new HighLevelError(
      `There are more ${resource.noun}s than this trigger can watch: it stopped at ${entries.size}. ${narrower}; nothing was skipped.`,
      "invalid",
    );
  }

  /** Reads the list, from where the last poll stopped if it did. @param newFrom in a baseline: what was created since is told, epoch ms */
  async function* scan(poll: Poll, state: SnapshotState, samples: number, newFrom = -Infinity): AsyncGenerator<SnapshotState, Reading> {
    const wholeIds = poll.kinds.has("deleted");
    const entries = new Entries({ wholeIds }, state.entries);
    const newest = new Newest<R>(resource, samples);
    const isNews = (record: R) => state.baseline === undefined || (resource.createdAt(record) ?? 0) >= newFrom;
    let count = 0;
    let isGrown = false;
    let isLong = state.resume !== undefined;
    const { scans } = state;
    let { baseline } = state;
    let { total, shrunk = false } = state.resume ?? {};
    // One that begins again must not take for granted what was there before.
    if (!state.resume) entries.endScan(false);
    for await (const page of spec.read(poll, state.resume?.after)) {
      if (baseline === 0) baseline = page.now;
      const rows: { record: R; id: string; now: Entry; kind: string | undefined }[] = [];
      for (const record of page.items) {
        const id = resource.id(record);
        const before = entries.get(id);
        // It moved ahead of the reading: the first time counts, the next scan sees the rest.
        if (before?.read) continue;
        const now = entryOf(record);
        entries.set(id, now);
        isGrown ||= !before;
        rows.push({ record, id, now, kind: isNews(record) ? kindOf(poll, before, now) : undefined });
      }
      // Before anything is emitted: what cannot be remembered would be emitted again and again.
      if (!entries.fits()) refuse(entries, wholeIds);
      for (const { record, id, now, kind } of rows) {
        newest.add(record, count++);
        if (!kind) continue;
        poll.emit({
          kind,
          record,
          id: kind === "created" ? [id, kind, scans] : [id, now.content, now.flag, scans],
          ts: kind === "created" ? resource.createdAt(record) : resource.updatedAt(record),
          label: resource.label(record),
        });
      }
      shrunk ||= page.total !== undefined && page.total < (total ?? 0);
      total = page.total;
      if (page.next) {
        yield { ...state, baseline, entries: entries.pack(), resume: { after: page.next, total, shrunk } };
        if (poll.mustStop()) return "paused";
        isLong = true;
        continue;
      }
      // Records that moved between the pages while they were read may have been skipped: no deletions then.
      const complete = !shrunk && (total === undefined || entries.readCount >= total);
      for (const id of complete && baseline === undefined ? entries.absentTwice() : []) {
        poll.emit({ kind: "deleted", record: { id }, id: [id, "deleted", scans], label: id });
      }
      entries.endScan(complete);
      for (const record of newest.list()) {
        poll.emit({ kind: "created", record, id: [resource.id(record)], ts: resource.createdAt(record), label: resource.label(record) });
      }
      yield { scans: scans + 1, baseline, entries: entries.pack() };
      if (!complete) return "with gaps";
      return isLong && total === undefined && isGrown ? "unsure" : "complete";
    }
    return "paused";
  }

  /**
   * Learns what there is. While a list is read in pages, those that go away make others be skipped, which are not new
   * when the next scan finds them: then it is read once more.
   */
  async function* learn(poll: Poll, known: SnapshotState, samples: number, newFrom: number): AsyncGenerator<SnapshotState> {
    let state = known;
    for (let scans = 1; scans <= MOST_SCANS; scans++) {
      const steps = scan(poll, state, scans === 1 ? samples : 0, newFrom);
      let step = await steps.next();
      for (; !step.done; step = await steps.next()) {
        state = step.value;
        // One that reads once more and fails, or takes too long, has not been.
        if (scans === 1) yield state;
      }
      if (step.value === "paused") return;
      yield step.value === "with gaps" ? state : { ...state, baseline: undefined };
      if (step.value === "complete" || poll.mustStop()) return;
    }
  }

  const strategy: Strategy<SnapshotState> = {
    name: "snapshot",
    isState: isSnapshotState,
    start: (poll, samples) => learn(poll, { scans: 0, baseline: 0, entries: "" }, samples, Infinity),
    advance: (poll, state) => (state.baseline === undefined ? scan(poll, state, 0) : learn(poll, state, 0, state.baseline + TICK_MS)),
    // A scan that begins again can come upon another change of what it has told.
    withoutCursor: ({ resume, ...state }) => resume && { ...state, scans: state.scans + 1 },
  };
  return trigger({ ...spec, noun: resource.noun }, strategy);
}
