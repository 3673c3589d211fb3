import type { Page } from "../../../api/pagination/paginate.ts";
import type { Cursor } from "../../../api/pagination/paginators.ts";
import type { Resource } from "../../../resources/resource.ts";
import type { Fields } from "../../../core/types.ts";
import { classify } from "./classify.ts";
import { trigger } from "../../engine.ts";
import type { Strategy, TriggerSpec } from "../../engine.ts";
import { Window, isState, withoutCursor } from "./state.ts";
import { AHEAD_MS, LOOKBACK_MS, TICK_MS, refuseUndated, undatedKey } from "../../tolerances.ts";
import type { State } from "./state.ts";
import type { Poll } from "../../poll.ts";
import { Seen } from "../../state/seen.ts";

/** What one reading asks for. */
export interface Range {
  /** The earliest time wanted, epoch ms. There is no upper end: only HighLevel's answer shows what is dated ahead. */
  from?: number;
  /** Newest first, whatever the strategy's order. */
  newestFirst: boolean;
  /** Sort and filter by this time. */
  by: "created" | "updated";
  /** Most records wanted, if fewer than a page. */
  limit?: number;
  after?: Cursor;
}

/** How far a reading goes. Times in epoch ms. */
interface Reach {
  /** Records dated later wait. */
  to: number;
  /** See `emitNew`. */
  baselineAt?: number;
}

export interface IncrementalSpec<R extends Fields> extends Omit<TriggerSpec, "noun"> {
  resource: Resource<R>;
  /** Order in which `read` delivers. Ascending if the API can: such a reading can stop and resume anywhere. */
  order: "asc" | "desc";
  /** Readings by this time are not sorted by it. */
  unordered?: Range["by"];
  read(poll: Poll, range: Range): AsyncGenerator<Page<R>>;
  /**
   * Refines the event type (stage changed, ...) if the record itself shows it.
   * @param since the version seen before (epoch ms), or a time at least as early
   * @param wanted the event types the user chose, for records that several apply to
   */
  kindOf?(record: R, kind: "created" | "updated", since: number, wanted: ReadonlySet<string>): string;
}

/**
 * Watches a list that the API can sort by time. Each poll looks back past the last position, to find records that became
 * visible late, and remembers what it has seen, so that nothing is emitted twice. Ids distinguish records that share a
 * timestamp. Costs one request a poll if little happened.
 */
export function incremental<R extends Fields>(spec: IncrementalSpec<R>) {
  const { resource, order } = spec;
  /** If only creations are wanted, updates need not be read. */
  const timeOf = (poll: Poll): Range["by"] => ([...poll.eventTypes].every((kind) => kind === "created") ? "created" : "updated");
  const versionOf = (record: R, by: Range["by"]) => (by === "created" ? resource.createdAt(record) : resource.updatedAt(record) ?? resource.createdAt(record));

  /** A creation is named by the record alone: emitted again after a crash, it must not start a workflow twice. Any other event also by the version. */
  const idOf = (kind: string, id: string, version: number) => (kind === "created" ? [id] : [id, version]);

  function handle(poll: Poll, window: Window, record: R, by: Range["by"], { to, baselineAt = Infinity }: Reach): void {
    const id = resource.id(record);
    const version = versionOf(record, by);
    const created = resource.createdAt(record);
    if (version === undefined) {
      if (window.addUndated(id)) poll.emit({ kind: "created", record, id: [id], label: resource.label(record) });
      return;
    }
    const before = window.seen.version(id);
    const { known, resume } = window.state;
    const bornAt = created ?? version;
    const verdict = classify({ version, bornAt, before }, { order, to, known, resume, baselineAt, wantsCreated: poll.eventTypes.has("created") });
    if (verdict === "remembered") window.seen.set(id, baselineAt);
    if (verdict !== "created" && verdict !== "updated") return;
    // If the version before is unknown, it is no older than the record's creation or the last complete reading.
    const since = before ?? (verdict === "updated" && bornAt >= known ? bornAt : known);
    const kind = spec.kindOf?.(record, verdict, since, poll.eventTypes) ?? verdict;
    poll.emit({
      kind,
      record,
      id: idOf(kind, id, version),
      ts: verdict === "created" ? bornAt : version,
      label: resource.label(record),
    });
    window.seen.set(id, version);
  }

  /**
   * Emits what is new; yields the state after each page.
   * @param baselineAt set if this reading is part of a baseline: newer records (epoch ms) are left to later polls
   */
  async function* emitNew(poll: Poll, state: State, baselineAt?: number): AsyncGenerator<State> {
    const by = timeOf(poll);
    const window = new Window(state);
    const { resume } = state;
    const from = resume?.from ?? state.floor;
    let begun = resume?.begun;
    let position = resume?.position ?? (order === "asc" ? from : Number.MAX_SAFE_INTEGER);
    let isFirst = resume === undefined;
    for await (const page of spec.read(poll, { from, newestFirst: order === "desc", by, after: resume?.after })) {
      begun ??= page.now;
      const to = poll.startedAt + AHEAD_MS;
      window.countUndated(page.items.filter((record) => versionOf(record, by) === undefined).length);
      for (const record of page.items) {
        const version = versionOf(record, by);
        if (version === undefined || version >= from) handle(poll, window, record, by, { to, baselineAt });
      }
      // A reading that has to begin again must not begin in the future.
      const versions = page.items.flatMap((record) => versionOf(record, by) ?? []).map((version) => Math.min(version, to));
      if (by !== spec.unordered) position = order === "asc" ? Math.max(position, ...versions) : Math.min(position, ...versions);
      if (!page.next || position < from) {
        // Oldest first, a record that moves during the reading moves ahead of it, and creations stay in place.
        yield window.pack(begun, order === "desc" && by === "updated" && !isFirst);
        return;
      }
      yield window.packUnfinished({ after: page.next, from, begun, position }, order);
      if (poll.mustStop()) return;
      isFirst = false;
    }
  }

  /** Reads from `state` on without emitting; yields a state only if this poll can read all of it. */
  async function* readSilently(poll: Poll, state: State, baselineAt: number): AsyncGenerator<State> {
    let last: State | undefined;
    poll.silent = true;
    try {
      for await (last of emitNew(poll, state, baselineAt)) if (poll.mustStop()) break;
      if (last && !last.resume) yield last;
    } catch (error) {
      console.log(`Not all of the last 15 minutes could be read: ${error instanceof Error ? error.message : String(error)} Records that become visible late behind the newest page are not reported.`);
    } finally {
      poll.silent = false;
    }
  }

  const strategy: Strategy<State> = {
    name: "incremental",
    isState,

    async* start(poll, samples) {
      const by = timeOf(poll);
      const seen = new Seen();
      const undated: string[] = [];
      let oldest = Infinity;
      let left = samples;
      for await (const page of spec.read(poll, { newestFirst: true, by })) {
        for (const record of page.items) {
          const version = versionOf(record, by);
          if (version === undefined) undated.push(undatedKey(resource.id(record)));
          else seen.set(resource.id(record), version);
          if (version !== undefined && version <= page.now + AHEAD_MS) oldest = Math.min(oldest, version);
        }
        refuseUndated(undated.length);
        // An endpoint that only delivers newest first needs no second request for samples.
        if (by === "created" || order === "desc") {
          emitSamples(poll, page.items.slice(0, left));
          left -= Math.min(left, page.items.length);
        }
        // A page full of records dated ahead says nothing about the present: read the next one too.
        if (page.next && oldest === Infinity) continue;
        const begun = page.now;
        // If there are more pages, the window starts above the oldest time of this one.
        const from = Math.max(begun - LOOKBACK_MS, page.next ? oldest + 1 : -Infinity);
        if (by === "updated" && order === "asc" && samples > 0 && poll.eventTypes.has("created")) {
          for await (const newest of spec.read(poll, { newestFirst: true, by: "created", limit: samples })) {
            emitSamples(poll, newest.items.slice(0, samples));
            // A record that appeared, or began to match the filters, after the page was read has been emitted now.
            for (const record of newest.items.slice(0, samples)) {
              const id = resource.id(record);
              if ((!page.next || (resource.createdAt(record) ?? 0) >= from) && seen.version(id) === undefined) seen.set(id, versionOf(record, by) ?? 0);
            }
            break;
          }
        }
        const { packed, floor } = seen.pack(from);
        yield { floor, known: floor, seen: packed, undated };
        // If the page does not cover the lookback, late records can appear behind it.
        if (from > begun - LOOKBACK_MS && !poll.mustStop()) yield* readSilently(poll, { floor: begun - LOOKBACK_MS, known: begun - LOOKBACK_MS, seen: packed, undated }, begun + TICK_MS);
        return;
      }
    },

    advance: (poll, state) => emitNew(poll, state),

    withoutCursor: (state) => withoutCursor(state, order),
  };

  function emitSamples(poll: Poll, records: R[]): void {
    // HighLevel may repeat a record.
    for (const record of new Map(records.map((record) => [resource.id(record), record])).values()) {
      const kind = spec.kindOf?.(record, "created", -Infinity, poll.eventTypes) ?? "created";
      const id = resource.id(record);
      poll.emit({ kind, record, id: idOf(kind, id, versionOf(record, "updated") ?? 0), ts: resource.createdAt(record), label: resource.label(record) });
    }
  }

  return trigger({ ...spec, noun: resource.noun }, strategy);
}
