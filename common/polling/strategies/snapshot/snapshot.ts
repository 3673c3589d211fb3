import { HighLevelError } from "../../../api/http/errors.ts";
import type { Page } from "../../../api/pagination/paginate.ts";
import type { Cursor } from "../../../api/pagination/paginators.ts";
import { contentOf } from "../../../resources/resource.ts";
import type { Resource } from "../../../resources/resource.ts";
import type { Fields } from "../../../core/types.ts";
import { trigger } from "../../engine.ts";
import type { Strategy, TriggerSpec } from "../../engine.ts";
import { LOOKBACK_MS, TICK_MS } from "../../tolerances.ts";
import { emissionOf } from "../../poll.ts";
import type { Emission, Poll } from "../../poll.ts";
import { Entries, isSnapshotState, lackOf, withoutCursor } from "./state.ts";
import type { Entry, SnapshotState } from "./state.ts";

export interface SnapshotSpec<R extends Fields> extends Omit<TriggerSpec, "noun"> {
  resource: Resource<R>;
  /** The complete list; from `after` on if a scan resumes. */
  read(poll: Poll, after?: Cursor): AsyncGenerator<Page<R>>;
  /** A number from 0 to 15 whose change is an event of its own. */
  flag?(record: R): number;
  /** The event type for a change of the flag; undefined for a plain update. */
  flagKind?(before: number, after: number): string | undefined;
  /** The event type for a new record with this flag if "created" was not chosen: one may be created and completed between two polls. */
  newKind?(flag: number): string | undefined;
}

/** Most scans of a baseline, which has to end even if HighLevel counts records that no scan finds. */
const MOST_SCANS = 3;

/** Whether a scan has read all records, as far as can be known; perhaps not all; or not to its end. */
type Reading = "complete" | "unsure" | "paused";

interface ScanOptions {
  /** How many of the newest records to emit at its end. */
  samples?: number;
  /** Emit nothing else. */
  isStart?: boolean;
  /** It repeats a scan in the same poll: its progress is not saved before its end. */
  isAgain?: boolean;
}

/** Samples collected while pages arrive: the newest by creation time, or the last of the list. */
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
 * Watches a list that the API can only deliver whole, by comparing it with the last one: new records, changed ones, and
 * those absent from two complete scans in a row. Up to 4,300 records; about 2,000 if deletions are reported, which need
 * whole ids, and fewer if these are long.
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
    if (!before) return poll.eventTypes.has("created") ? "created" : spec.newKind?.(now.flag);
    if (before.content === now.content && before.flag === now.flag) return undefined;
    const special = before.flag === now.flag ? undefined : spec.flagKind?.(before.flag, now.flag);
    return special !== undefined && poll.eventTypes.has(special) ? special : "updated";
  }

  function refuse(entries: Entries, deleted: boolean): never {
    const narrower = deleted ? 'Leave out the event "deleted" (then about 4,300 can be watched), or narrow the list' : "Narrow the list";
    throw new HighLevelError(
      `There are more ${resource.noun}s than this trigger can watch: it stopped at ${entries.size}. ${narrower}; nothing was skipped.`,
      "invalid",
    );
  }

  /** Remembers the records of a page that this scan has not read yet, and returns their events. */
  function take(poll: Poll, entries: Entries, records: R[], { scans, complete, baseline }: SnapshotState, isStart: boolean): { fresh: R[]; isGrown: boolean; events: Emission[] } {
    const taken = { fresh: [] as R[], isGrown: false, events: [] as Emission[] };
    // In a baseline, a record not seen before is old, unless it was created after the baseline began.
    const isOld = (record: R, before: Entry | undefined) => isStart
      || (baseline !== undefined && !before && (resource.createdAt(record) ?? 0) < baseline.since + TICK_MS);
    for (const record of records) {
      const id = resource.id(record);
      const before = entries.get(id);
      // It moved ahead of the reading: its first version counts, and the next scan sees the rest.
      if (before?.read) continue;
      const now = entryOf(record);
      entries.set(id, now);
      taken.fresh.push(record);
      taken.isGrown ||= !before;
      const kind = isOld(record, before) ? undefined : kindOf(poll, before, now);
      if (kind) taken.events.push(emissionOf(resource, kind, record, kind === "created" ? [id, kind, complete] : [id, now.content, now.flag, scans]));
    }
    return taken;
  }

  /** Reads the list, from where the last poll stopped if it ran out of time. */
  async function* scan(poll: Poll, state: SnapshotState, { samples = 0, isStart = false, isAgain = false }: ScanOptions = {}): AsyncGenerator<SnapshotState, Reading> {
    const wholeIds = poll.eventTypes.has("deleted");
    const entries = new Entries({ wholeIds }, state.entries);
    const newest = new Newest<R>(resource, samples);
    const held: Emission[] = [];
    let order = 0;
    // What an earlier poll of this scan read counts as new, because that was not saved.
    let isGrown = state.resume !== undefined;
    let isLong = isGrown;
    const { scans, complete: counted } = state;
    let { baseline } = state;
    let { total, shrunk = false } = state.resume ?? {};
    // A new scan must find every record again.
    if (!state.resume) entries.endScan(false);
    for await (const page of spec.read(poll, state.resume?.after)) {
      if (baseline?.since === 0) baseline = { ...baseline, since: page.now };
      const taken = take(poll, entries, page.items, state, isStart);
      isGrown ||= taken.isGrown;
      for (const record of taken.fresh) newest.add(record, order++);
      held.push(...taken.events);
      shrunk ||= page.total !== undefined && page.total < (total ?? 0);
      total = page.total ?? total;
      if (page.next) {
        isLong = true;
        // Absent records may make room, but only at the end. Until then, nothing is emitted that may not fit.
        const fits = entries.fits();
        if (fits && !isAgain) {
          emitAll(poll, held);
          yield { ...state, baseline, entries: entries.pack(), resume: { after: page.next, total, shrunk } };
        }
        if (!fits && (poll.mustStop() || !entries.fits(true))) refuse(entries, wholeIds);
        if (poll.mustStop()) return "paused";
        continue;
      }
      // If records were removed during the scan, others may have moved past it: then nothing counts as deleted.
      const lack = shrunk ? state.lack : lackOf((total ?? 0) - entries.readCount, page.now, state.lack);
      const complete = !shrunk && (!lack || page.now - lack.since >= LOOKBACK_MS);
      if (complete && !entries.fits()) entries.expireAbsent();
      const gone = complete ? entries.absentTwice() : [];
      entries.endScan(complete);
      if (!entries.fits()) refuse(entries, wholeIds);
      if (!isStart) held.push(...gone.map((id): Emission => ({ kind: "deleted", record: { id }, id: [id, "deleted", counted], label: id })));
      emitAll(poll, held);
      for (const record of newest.list()) poll.emit(emissionOf(resource, "created", record, [resource.id(record)]));
      // After a crash, another scan of the baseline may find a change that was emitted: all its scans count as one.
      const done = baseline
        ? { scans, complete: counted, baseline: { ...baseline, scans: baseline.scans + 1 } }
        : { scans: scans + 1, complete: counted + (complete ? 1 : 0) };
      yield { ...done, entries: entries.pack(), ...(lack && { lack }) };
      // Between two polls, new records can hide from the count that others were removed.
      const isCounted = page.total !== undefined && !state.resume;
      return complete && (isCounted || !isLong || !isGrown) ? "complete" : "unsure";
    }
    return "paused";
  }

  function emitAll(poll: Poll, held: Emission[]): void {
    for (const event of held.splice(0)) poll.emit(event);
  }

  /**
   * Takes the baseline. If a record is removed while the list is read in pages, another is skipped, and would look new
   * to the next scan: so the list is read again.
   */
  async function* readBaseline(poll: Poll, known: SnapshotState, samples?: number): AsyncGenerator<SnapshotState> {
    const isStart = samples !== undefined;
    let state = known;
    for (let isAgain = false; ; isAgain = true) {
      const steps = scan(poll, state, { samples: isAgain ? 0 : samples, isStart, isAgain });
      let step = await steps.next();
      for (; !step.done; step = await steps.next()) yield state = step.value;
      if (step.value === "paused") return;
      const isKnown = step.value === "complete" || (state.baseline?.scans ?? 0) >= MOST_SCANS;
      if (isKnown) yield { ...state, scans: state.scans + 1, complete: state.complete + 1, baseline: undefined };
      if (isKnown || poll.mustStop()) return;
    }
  }

  const strategy: Strategy<SnapshotState> = {
    name: "snapshot",
    isState: isSnapshotState,
    start: (poll, samples) => readBaseline(poll, { scans: 0, complete: 0, baseline: { since: 0, scans: 0 }, entries: "" }, samples),
    advance: (poll, state) => (state.baseline === undefined ? scan(poll, state) : readBaseline(poll, state)),
    withoutCursor,
  };
  return trigger({ ...spec, noun: resource.noun }, strategy);
}
