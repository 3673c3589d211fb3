import type { Page } from "../pagination/paginate.ts";
import type { Cursor } from "../pagination/schemes.ts";
import type { Resource } from "../resources/resource.ts";
import type { Fields } from "../types.ts";
import { trigger } from "./engine.ts";
import type { Strategy, TriggerSpec } from "./engine.ts";
import type { Poll } from "./poll.ts";
import { Seen } from "./seen.ts";
import type { PackedSeen } from "./seen.ts";

/** Records may become visible this long after their time (search index lag, clocks), ms. */
export const OVERLAP_MS = 15 * 60_000;
/** Records dated further ahead wait until their time comes: they must not push the window into the future. */
const AHEAD_MS = 5 * 60_000;
/** Ids of records without a time that are remembered. */
const MAX_UNDATED = 200;

/** What one reading asks for. Times in epoch ms, both inclusive. */
export interface Range {
  from?: number;
  to?: number;
  /** Newest first, whatever the strategy's order. */
  newestFirst: boolean;
  /** Sort and filter by this time. */
  by: "created" | "updated";
  /** Records wanted at most, where fewer than a page. */
  limit?: number;
  after?: Cursor;
}

export interface IncrementalSpec<R extends Fields> extends Omit<TriggerSpec, "noun"> {
  resource: Resource<R>;
  /** Order in which `read` delivers. Ascending where the API can: it can stop and go on anywhere. */
  order: "asc" | "desc";
  read(poll: Poll, range: Range): AsyncGenerator<Page<R>>;
  /** Refines "updated" (stage changed, ...), where the record itself tells. */
  kindOf?(record: R, kind: "created" | "updated", since: number): string;
}

interface State {
  /** Everything visible that is older than this has been handled; the next reading starts here. Epoch ms. */
  floor: number;
  /** A record created before this and not in `seen` is an old one. Epoch ms; follows `floor` once a reading is complete. */
  known: number;
  seen: PackedSeen;
  undated: string[];
  /** An unfinished reading: where it goes on and, newest first, how far down it has to go. */
  resume?: { after: Cursor; from: number };
}

function isState(value: Fields): boolean {
  const { floor, known, seen, undated, resume } = value as Partial<State>; // unknown content: every part is checked
  return typeof floor === "number" && typeof known === "number"
    && typeof seen?.base === "number" && typeof seen.entries === "string" && Array.isArray(undated)
    && (resume === undefined || (typeof resume === "object" && resume !== null && typeof resume.after === "object" && typeof resume.from === "number"));
}

/** The working copy of a state during one poll. */
class Window {
  readonly seen: Seen;
  readonly undated: Set<string>;
  newest = -Infinity;

  constructor(readonly state: State) {
    this.seen = Seen.unpack(state.seen);
    this.undated = new Set(state.undated);
  }

  /** The state to keep after a page: `resume` where the reading has to go on. */
  pack(now: number, resume: State["resume"]): State {
    const behind = Math.min(this.newest, now) - OVERLAP_MS;
    const { packed, floor } = this.seen.pack(Math.max(this.state.floor, behind));
    return {
      floor,
      known: resume ? this.state.known : floor,
      seen: packed,
      undated: [...this.undated].slice(-MAX_UNDATED),
      ...(resume && { resume }),
    };
  }
}

/**
 * Watches a list that the API can deliver in order of time. Reads from an overlap before the last position on,
 * so that records which became visible late are found, and knows what it has seen, so that nothing comes twice.
 * Records of one instant are told apart by id. Costs one request a poll where little happened.
 */
export function incremental<R extends Fields>(spec: IncrementalSpec<R>) {
  const { resource, order } = spec;
  /** Where only creations are wanted, updates need not be read. */
  const timeOf = (poll: Poll): Range["by"] => ([...poll.kinds].every((kind) => kind === "created") ? "created" : "updated");
  const versionOf = (record: R, by: Range["by"]) => (by === "created" ? resource.createdAt(record) : resource.updatedAt(record) ?? resource.createdAt(record));

  function handle(poll: Poll, window: Window, record: R, by: Range["by"], to: number): void {
    const id = resource.id(record);
    const version = versionOf(record, by);
    const created = resource.createdAt(record);
    if (version === undefined) {
      if (!window.undated.has(id)) poll.emit({ kind: "created", record, id: [id], label: resource.label(record) });
      window.undated.add(id);
      return;
    }
    const before = window.seen.version(id);
    if (version > to || before === version) return;
    const isNew = before === undefined && (created ?? version) >= window.state.known;
    const kind = isNew ? "created" : "updated";
    poll.emit({
      kind: spec.kindOf?.(record, kind, window.state.floor) ?? kind,
      record,
      id: isNew ? [id] : [id, version],
      ts: isNew ? created ?? version : version,
      label: resource.label(record),
    });
    window.seen.set(id, version);
    window.newest = Math.max(window.newest, version);
  }

  const strategy: Strategy<State> = {
    name: "incremental",
    isState,

    async* start(poll, samples) {
      const by = timeOf(poll);
      const seen = new Seen();
      const undated: string[] = [];
      let oldest = Infinity;
      for await (const page of spec.read(poll, { newestFirst: true, by })) {
        for (const record of page.items) {
          const version = versionOf(record, by);
          if (version === undefined) undated.push(resource.id(record));
          else seen.set(resource.id(record), version);
          if (version !== undefined && version <= page.now + AHEAD_MS) oldest = Math.min(oldest, version);
        }
        if (by === "created") emitSamples(poll, page.items.slice(0, samples));
        // Only a page full of records dated ahead says nothing of the present: then the next one is needed too.
        if (page.next && oldest === Infinity) continue;
        if (by === "updated" && samples > 0 && poll.kinds.has("created")) {
          for await (const newest of spec.read(poll, { newestFirst: true, by: "created", limit: samples })) {
            emitSamples(poll, newest.items.slice(0, samples));
            break;
          }
        }
        // What lies behind a full page was not read: the window starts above the page's oldest time.
        const { packed, floor } = seen.pack(Math.max(page.now - OVERLAP_MS, page.next ? oldest + 1 : -Infinity));
        yield { floor, known: floor, seen: packed, undated: undated.slice(-MAX_UNDATED) };
        return;
      }
    },

    async* advance(poll, state) {
      const by = timeOf(poll);
      const window = new Window(state);
      const to = poll.startedAt + AHEAD_MS;
      const from = state.resume?.from ?? state.floor;
      for await (const page of spec.read(poll, { from, to, newestFirst: order === "desc", by, after: state.resume?.after })) {
        for (const record of page.items) {
          const version = versionOf(record, by);
          if (version === undefined || version >= from) handle(poll, window, record, by, to);
        }
        const times = page.items.map((record) => versionOf(record, by)).filter((time) => time !== undefined);
        const done = !page.next || (order === "desc" && times.length > 0 && Math.min(...times) < from);
        yield window.pack(page.now, done ? undefined : { after: page.next!, from });
        if (done || poll.mustStop()) return;
      }
    },
  };

  function emitSamples(poll: Poll, records: R[]): void {
    for (const record of records) {
      poll.emit({ kind: "created", record, id: [resource.id(record)], ts: resource.createdAt(record), label: resource.label(record) });
    }
  }

  return trigger({ ...spec, noun: resource.noun }, strategy);
}
