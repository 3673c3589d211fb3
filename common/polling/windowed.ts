import { HighLevelError } from "../http/errors.ts";
import type { Page } from "../pagination/paginate.ts";
import { contentOf } from "../resources/resource.ts";
import type { Resource } from "../resources/resource.ts";
import type { Fields } from "../types.ts";
import { trigger } from "./engine.ts";
import type { Strategy, TriggerSpec } from "./engine.ts";
import { OVERLAP_MS } from "./incremental-state.ts";
import type { Emission, Poll } from "./poll.ts";
import { Entries } from "./snapshot-state.ts";
import type { Entry } from "./snapshot-state.ts";

/** A span of start times, epoch ms, both inclusive. */
export interface Span { from: number; to: number }

export interface WindowedSpec<R extends Fields> extends Omit<TriggerSpec, "noun"> {
  resource: Resource<R>;
  /** The span to watch now; it moves on with time. */
  span(poll: Poll): Span;
  /** Epoch ms. */
  startsAt(record: R): number | undefined;
  /** Everything that starts in the span. */
  read(poll: Poll, span: Span): AsyncGenerator<Page<R>>;
  /** A mark from 0 to 15 (the status) whose change is an event of its own. */
  flag?(record: R): number;
  flagKind?(before: number, after: number): string | undefined;
  /** Looks up one record that is gone from the span: it may only have been moved out of it. */
  find?(poll: Poll, id: string): Promise<R | undefined>;
}

interface State {
  poll: number;
  /** HighLevel's clock at the last complete reading, epoch ms: records created since are new. */
  readAt: number;
  entries: string;
}

const MINUTE = 60_000;

/**
 * Watches a list that the API filters by start time only (appointments, blocked slots), in a span that moves with time.
 * A record that merely enters or leaves the span is no event; one created, moved, changed or deleted is.
 */
export function windowed<R extends Fields>(spec: WindowedSpec<R>) {
  const { resource } = spec;

  const entryOf = (record: R): Entry => ({
    content: Entries.content(contentOf(resource, record)),
    flag: spec.flag?.(record) ?? 0,
    missed: false,
    read: true,
    start: Math.floor((spec.startsAt(record) ?? 0) / MINUTE),
  });

  function kindOf(record: R, before: Entry | undefined, now: Entry, since: number): string | undefined {
    if (!before) {
      if ((resource.createdAt(record) ?? 0) >= since) return "created";
      // Known to HighLevel for long, new to the span: moved here, or reached by the moving span.
      return (resource.updatedAt(record) ?? 0) >= since ? "rescheduled" : undefined;
    }
    if (before.flag !== now.flag) {
      const kind = spec.flagKind?.(before.flag, now.flag);
      if (kind) return kind;
    }
    if (before.start !== now.start) return "rescheduled";
    return before.content === now.content && before.flag === now.flag ? undefined : "updated";
  }

  async function* scan(poll: Poll, state: State | undefined, samples: number): AsyncGenerator<State> {
    const wholeIds = poll.kinds.has("deleted");
    const entries = new Entries({ wholeIds, timed: true }, state?.entries);
    const span = spec.span(poll);
    const since = state ? state.readAt - OVERLAP_MS : Infinity;
    const count = state?.poll ?? 0;
    const told: Emission[] = [];
    let newest: R[] = [];
    let readAt = poll.startedAt;
    for await (const page of spec.read(poll, span)) {
      readAt = page.now;
      for (const record of page.items) {
        const id = resource.id(record);
        const now = entryOf(record);
        const kind = kindOf(record, entries.get(id), now, since);
        entries.set(id, now);
        if (!state) newest = [...newest, record].sort((a, b) => (resource.createdAt(b) ?? 0) - (resource.createdAt(a) ?? 0)).slice(0, samples);
        else if (kind) told.push(emission(kind, record, kind === "created" ? [id] : [id, now.content, now.flag, now.start ?? 0, count]));
      }
      if (!entries.fits()) {
        throw new HighLevelError(`There are more ${resource.noun}s in the watched time span than this trigger can watch. Choose a shorter span or one calendar; nothing was skipped.`, "invalid");
      }
    }
    // What time has moved out of the span is forgotten without an event.
    entries.drop(({ read, start = 0 }) => !read && (start * MINUTE < span.from || start * MINUTE > span.to));
    const gone = entries.absentTwice();
    let looked = 0;
    // Each is looked up; those there is no time for stay absent, and their turn comes in the next poll.
    for (const id of gone) {
      if (looked > 0 && poll.mustStop()) break;
      told.push(await whereabouts(poll, id, count));
      looked++;
    }
    entries.endScan(true, gone.slice(looked));
    // Only now, since a reading that fails begins anew and would tell everything again.
    for (const one of told) poll.emit(one);
    for (const record of newest) poll.emit(emission("created", record, [resource.id(record)]));
    yield { poll: count + 1, readAt, entries: entries.pack() };
  }

  function emission(kind: string, record: R, id: (string | number)[]): Emission {
    const ts = kind === "created" ? resource.createdAt(record) : resource.updatedAt(record);
    return { kind, record, id, ts, label: resource.label(record) };
  }

  async function whereabouts(poll: Poll, id: string, count: number): Promise<Emission> {
    const moved = await spec.find?.(poll, id);
    return moved ? emission("rescheduled", moved, [id, "moved", count]) : { kind: "deleted", record: { id }, id: [id, "deleted", count], label: id };
  }

  const strategy: Strategy<State> = {
    name: "windowed",
    isState: ({ poll, readAt, entries }) => typeof poll === "number" && typeof readAt === "number" && typeof entries === "string",
    start: (poll, samples) => scan(poll, undefined, samples),
    advance: (poll, state) => scan(poll, state, 0),
  };
  return trigger({ ...spec, noun: resource.noun }, strategy);
}
