import { HighLevelError } from "../http/errors.ts";
import type { Page } from "../pagination/paginate.ts";
import type { Cursor } from "../pagination/schemes.ts";
import { contentOf } from "../resources/resource.ts";
import type { Resource } from "../resources/resource.ts";
import type { Fields } from "../types.ts";
import { trigger } from "./engine.ts";
import type { Strategy, TriggerSpec } from "./engine.ts";
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

  async function* scan(poll: Poll, state: SnapshotState, samples: number): AsyncGenerator<SnapshotState> {
    const wholeIds = poll.kinds.has("deleted");
    const entries = new Entries({ wholeIds }, state.entries);
    const newest = new Newest<R>(resource, samples);
    let count = 0;
    const { scans } = state;
    let { total, shrunk = false } = state.resume ?? {};
    // One that begins again must not take for granted what was there before.
    if (!state.resume) entries.endScan(false);
    poll.silent = state.baseline === true;
    for await (const page of spec.read(poll, state.resume?.after)) {
      const rows: { record: R; id: string; now: Entry; kind: string | undefined }[] = [];
      for (const record of page.items) {
        const id = resource.id(record);
        const before = entries.get(id);
        // It moved ahead of the reading: the first time counts, the next scan sees the rest.
        if (before?.read) continue;
        const now = entryOf(record);
        entries.set(id, now);
        rows.push({ record, id, now, kind: kindOf(poll, before, now) });
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
        yield { ...state, entries: entries.pack(), resume: { after: page.next, total, shrunk } };
        if (poll.mustStop()) return;
        continue;
      }
      // Records that moved between the pages while they were read may have been skipped: no deletions then.
      const complete = !shrunk && (total === undefined || entries.readCount >= total);
      for (const id of complete ? entries.absentTwice() : []) {
        poll.emit({ kind: "deleted", record: { id }, id: [id, "deleted", scans], label: id });
      }
      entries.endScan(complete);
      if (state.baseline) {
        poll.silent = false;
        for (const record of newest.list()) {
          poll.emit({ kind: "created", record, id: [resource.id(record)], ts: resource.createdAt(record), label: resource.label(record) });
        }
      }
      // Nor is what was skipped in the first scan new in the next.
      yield { scans: scans + 1, entries: entries.pack(), ...(state.baseline && shrunk && { baseline: true }) };
      return;
    }
  }

  const strategy: Strategy<SnapshotState> = {
    name: "snapshot",
    isState: isSnapshotState,
    start: (poll, samples) => scan(poll, { scans: 0, baseline: true, entries: "" }, samples),
    advance: (poll, state) => scan(poll, state, 0),
    // A scan that begins again can come upon another change of what it has told.
    withoutCursor: ({ resume, ...state }) => resume && { ...state, scans: state.scans + 1 },
  };
  return trigger({ ...spec, noun: resource.noun }, strategy);
}
