import type { Page } from "../../../api/pagination/paginate.ts";
import type { Cursor } from "../../../api/pagination/paginators.ts";
import type { Resource } from "../../../resources/resource.ts";
import type { Fields } from "../../../core/types.ts";
import { classify } from "./classify.ts";
import { trigger } from "../../engine.ts";
import type { Strategy, TriggerSpec } from "../../engine.ts";
import { Window, isState, withoutCursor } from "./state.ts";
import { LOOKBACK_MS, TICK_MS, refuseUndated, undatedKey } from "../../tolerances.ts";
import type { State } from "./state.ts";
import type { Poll } from "../../poll.ts";
import { Seen } from "../../state/seen.ts";

/** Records dated further ahead wait until their time comes: they must not push the window into the future. */
const AHEAD_MS = 5 * 60_000;

/** What one reading asks for. */
export interface Range {
  /** The earliest time that is wanted, epoch ms; what is dated ahead comes along, as only HighLevel's answer says what that is. */
  from?: number;
  /** Newest first, whatever the strategy's order. */
  newestFirst: boolean;
  /** Sort and filter by this time. */
  by: "created" | "updated";
  /** Records wanted at most, where fewer than a page. */
  limit?: number;
  after?: Cursor;
}

/** How far a reading goes. Times in epoch ms. */
interface Reach {
  /** What is dated later waits. */
  to: number;
  /** See `emitNew`. */
  learntAt?: number;
}

export interface IncrementalSpec<R extends Fields> extends Omit<TriggerSpec, "noun"> {
  resource: Resource<R>;
  /** Order in which `read` delivers. Ascending where the API can: it can stop and go on anywhere. */
  order: "asc" | "desc";
  /** Readings by this time do not come in its order. */
  unordered?: Range["by"];
  read(poll: Poll, range: Range): AsyncGenerator<Page<R>>;
  /**
   * Refines the kind (stage changed, ...), where the record itself tells.
   * @param since the version seen before (epoch ms), or what is at least as old
   * @param wanted kinds the user chose, for records of which several are true
   */
  kindOf?(record: R, kind: "created" | "updated", since: number, wanted: ReadonlySet<string>): string;
}

/**
 * Watches a list that the API can deliver in order of time. Reads from an overlap before the last position on,
 * so that records which became visible late are found, and knows what it has seen, so that nothing comes twice.
 * Records of one instant are told apart by id. Costs one request a poll where little happened.
 */
export function incremental<R extends Fields>(spec: IncrementalSpec<R>) {
  const { resource, order } = spec;
  /** Where only creations are wanted, updates need not be read. */
  const timeOf = (poll: Poll): Range["by"] => ([...poll.eventTypes].every((kind) => kind === "created") ? "created" : "updated");
  const versionOf = (record: R, by: Range["by"]) => (by === "created" ? resource.createdAt(record) : resource.updatedAt(record) ?? resource.createdAt(record));

  /** A creation is named by the record alone: told again after a crash, it must not start a workflow twice. Anything else is named by its version. */
  const idOf = (kind: string, id: string, version: number) => (kind === "created" ? [id] : [id, version]);

  function handle(poll: Poll, window: Window, record: R, by: Range["by"], { to, learntAt = Infinity }: Reach): void {
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
    const verdict = classify({ version, bornAt, before }, { order, to, known, resume, learntAt, wantsCreated: poll.eventTypes.has("created") });
    if (verdict === "remembered") window.seen.set(id, learntAt);
    if (verdict !== "created" && verdict !== "updated") return;
    // Where the version before is not known, the record's birth or the last complete reading is as old at the least.
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
   * Tells what is new; yields the state after each page.
   * @param learntAt where a start learns what there is: what is newer (epoch ms) is left to the polls to come
   */
  async function* emitNew(poll: Poll, state: State, learntAt?: number): AsyncGenerator<State> {
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
      window.expectUndated(page.items.filter((record) => versionOf(record, by) === undefined).length);
      for (const record of page.items) {
        const version = versionOf(record, by);
        if (version === undefined || version >= from) handle(poll, window, record, by, { to, learntAt });
      }
      // Where the reading has to begin again, it must not begin in the future.
      const versions = page.items.flatMap((record) => versionOf(record, by) ?? []).map((version) => Math.min(version, to));
      if (by !== spec.unordered) position = order === "asc" ? Math.max(position, ...versions) : Math.min(position, ...versions);
      if (!page.next || position < from) {
        // Upwards, what moves away while it is read moves ahead of the reading, and creations stay where they are.
        yield window.pack(begun, order === "desc" && by === "updated" && !isFirst);
        return;
      }
      yield window.packUnfinished({ after: page.next, from, begun, position }, order);
      if (poll.mustStop()) return;
      isFirst = false;
    }
  }

  /** Learns what there is already from `state` on; yields a state only where all of it can be read in this poll. */
  async function* learn(poll: Poll, state: State, learntAt: number): AsyncGenerator<State> {
    let learnt: State | undefined;
    poll.silent = true;
    try {
      for await (learnt of emitNew(poll, state, learntAt)) if (poll.mustStop()) break;
      if (learnt && !learnt.resume) yield learnt;
    } catch (error) {
      console.log(`Not all of the last quarter of an hour could be read: ${error instanceof Error ? error.message : String(error)} What becomes visible late behind the newest page is not told.`);
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
        // An endpoint that only delivers newest first has one order: this page is as good as any.
        if (by === "created" || order === "desc") {
          emitSamples(poll, page.items.slice(0, left));
          left -= Math.min(left, page.items.length);
        }
        // Only a page full of records dated ahead says nothing of the present: then the next one is needed too.
        if (page.next && oldest === Infinity) continue;
        const begun = page.now;
        // What lies behind a full page was not read: the window starts above the page's oldest time.
        const from = Math.max(begun - LOOKBACK_MS, page.next ? oldest + 1 : -Infinity);
        if (by === "updated" && order === "asc" && samples > 0 && poll.eventTypes.has("created")) {
          for await (const newest of spec.read(poll, { newestFirst: true, by: "created", limit: samples })) {
            emitSamples(poll, newest.items.slice(0, samples));
            // One that came, or came to pass the filters, since the page was read has been told now.
            for (const record of newest.items.slice(0, samples)) {
              const id = resource.id(record);
              if ((!page.next || (resource.createdAt(record) ?? 0) >= from) && seen.version(id) === undefined) seen.set(id, versionOf(record, by) ?? 0);
            }
            break;
          }
        }
        const { packed, floor } = seen.pack(from);
        yield { floor, known: floor, seen: packed, undated };
        // Late ones come behind the page too, where it is not enough for the overlap.
        if (from > begun - LOOKBACK_MS && !poll.mustStop()) yield* learn(poll, { floor: begun - LOOKBACK_MS, known: begun - LOOKBACK_MS, seen: packed, undated }, begun + TICK_MS);
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
