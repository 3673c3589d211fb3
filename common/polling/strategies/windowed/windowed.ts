import { MINUTE_MS } from "../../../core/durations.ts";
import { HighLevelError } from "../../../api/http/errors.ts";
import type { Page } from "../../../api/pagination/paginate.ts";
import { contentOf } from "../../../resources/resource.ts";
import type { Resource } from "../../../resources/resource.ts";
import type { Fields } from "../../../core/types.ts";
import { trigger } from "../../engine.ts";
import type { Strategy, TriggerSpec } from "../../engine.ts";
import { emissionOf } from "../../poll.ts";
import type { Emission, Poll } from "../../poll.ts";
import { Entries } from "../snapshot/state.ts";
import type { Entry } from "../snapshot/state.ts";
import { ALWAYS, isState, NOTHING, Watch } from "./state.ts";
import type { Span, State } from "./state.ts";

export interface WindowedSpec<R extends Fields> extends Omit<TriggerSpec, "noun"> {
  resource: Resource<R>;
  /** The span to watch now; it moves with time. */
  span(poll: Poll): Span;
  /** Epoch ms. */
  startsAt(record: R): number | undefined;
  /** Names of the lists that hold the records. A name must stay the same from poll to poll: a scan resumes after the last list it has read. */
  lists(poll: Poll): Promise<string[]>;
  /** Every record of this list that starts in the span. */
  read(poll: Poll, list: string, span: Span): AsyncGenerator<Page<R>>;
  /** A number from 0 to 15 (the status) whose change is an event of its own. */
  flag?(record: R): number;
  flagKind?(before: number, after: number): string | undefined;
  /** Looks up a record that is missing from the span: it may only have been moved. Without this, all lists are searched. */
  find?(poll: Poll, id: string): Promise<R | undefined>;
}

/**
 * Watches lists that the API filters by start time only (appointments, blocked slots), in a span that moves with time.
 * A record that merely enters or leaves the span is no event; one that is created, moved, changed or deleted is.
 * A scan reads all lists, in as many polls as it takes; the events of a list are emitted once that list is read.
 */
export function windowed<R extends Fields>(spec: WindowedSpec<R>) {
  const { resource } = spec;

  const entryOf = (record: R): Entry => ({
    content: Entries.content(contentOf(resource, record)),
    flag: spec.flag?.(record) ?? 0,
    missed: false,
    read: true,
    start: Math.floor((spec.startsAt(record) ?? 0) / MINUTE_MS),
  });

  const newestOf = (records: R[], most: number) => (
    most === 0 ? [] : records.sort((a, b) => (resource.createdAt(b) ?? 0) - (resource.createdAt(a) ?? 0)).slice(0, most)
  );

  /** All event types that apply to the change; "updated" only if no other does. */
  function eventTypesBetween(before: Entry, now: Entry): string[] {
    const special = before.flag === now.flag ? undefined : spec.flagKind?.(before.flag, now.flag);
    const eventTypes = [...(special ? [special] : []), ...(before.start === now.start ? [] : ["rescheduled"])];
    const isOther = eventTypes.length === 0 && (before.content !== now.content || before.flag !== now.flag);
    return isOther ? ["updated"] : eventTypes;
  }

  /** The event type to emit, of those that apply: "updated" if none of them was chosen. */
  const chosenOf = (poll: Poll, eventTypes: string[]) => eventTypes.find((kind) => kind === "created" || poll.eventTypes.has(kind)) ?? "updated";

  /** Names a change by its outcome; the count of scans distinguishes A → B → A. */
  const changeId = (watch: Watch, id: string, { content, flag, start = 0 }: Entry) => [id, content, flag, start, watch.state.scans];

  /** Remembers a record of the span, and returns its event. */
  function take(poll: Poll, watch: Watch, record: R): Emission | undefined {
    const id = resource.id(record);
    const before = watch.entries.get(id);
    // In several lists, or moved between lists during the scan: its first version counts, and the next scan sees the rest.
    if (before?.read) return undefined;
    const now = entryOf(record);
    const [created, updated] = [resource.createdAt(record), resource.updatedAt(record) ?? 0];
    const emitted = watch.emittedVersion(id);
    watch.meet(id, now, updated);
    if (emitted && updated <= emitted) return undefined;
    const hasLeft = emitted !== undefined;
    const eventTypes = before ? eventTypesBetween(before, now) : [watch.newKind(hasLeft, updated, created, spec.startsAt(record)) ?? []].flat();
    if (eventTypes.length === 0) return undefined;
    const kind = chosenOf(poll, eventTypes);
    return emissionOf(resource, kind, record, kind === "created" ? [id] : changeId(watch, id, now));
  }

  /** The event for a record that two scans in a row have not found in the span. @param found the record as it is now, if it still exists */
  function leave(poll: Poll, watch: Watch, id: string, found: R | undefined): Emission | undefined {
    const { scans } = watch.state;
    const [before, emitted] = [watch.entries.get(id), watch.emittedVersion(id)];
    watch.forget(id, found && resource.updatedAt(found));
    if (!found) return { kind: "deleted", record: { id }, id: [id, "deleted", scans], label: id };
    const now = entryOf(found);
    const eventTypes = eventTypesBetween({ ...now, ...before }, now);
    const isAway = watch.isAway(now.start);
    // The record has not changed, only what can be read: its calendar was deleted, for example.
    if (eventTypes.length === 0) return undefined;
    // A look-up may show a record differently from a list. Either its move was emitted, or the span has moved past it.
    if (eventTypes[0] === "updated" && (emitted || isAway)) {
      watch.forget(id, emitted);
      return undefined;
    }
    // It may have moved between lists, always ahead of the scans: then the next one finds it.
    if (!isAway) watch.entries.set(id, now);
    // A record in the span that merely looks different has moved to another list, watched or not.
    return emissionOf(resource, chosenOf(poll, eventTypes[0] === "updated" ? ["rescheduled"] : eventTypes), found, changeId(watch, id, now));
  }

  /** Reads the remaining lists, each a consistent step; true once all are read. */
  async function* walk(poll: Poll, watch: Watch, span: Span, handle: (record: R) => Emission | undefined): AsyncGenerator<State, boolean> {
    const lists = (await spec.lists(poll)).filter((list) => list > watch.after).sort();
    for (const list of lists) {
      const events: Emission[] = [];
      for await (const page of spec.read(poll, list, span)) {
        watch.begin(page.now);
        for (const record of page.items) {
          const event = handle(record);
          if (event) events.push(event);
        }
      }
      if (!watch.fits()) {
        throw new HighLevelError(`There are more ${resource.noun}s in the watched time span than this trigger can watch. Choose a shorter span or one calendar; nothing was skipped.`, "invalid");
      }
      // Not earlier: if reading a list fails, it begins again and would emit everything again.
      for (const event of events) poll.emit(event);
      watch.after = list;
      yield watch.pause();
      if (list !== lists.at(-1) && poll.mustStop()) return false;
    }
    return true;
  }

  /**
   * Looks up missing records one by one. Those for which time runs out, or the look-up fails, are left to the next scan.
   * @returns the first failure
   */
  async function* lookUp(poll: Poll, watch: Watch, find: NonNullable<typeof spec.find>): AsyncGenerator<State, unknown> {
    let failure: unknown;
    for (const [looked, id] of watch.entries.absentTwice().entries()) {
      if (looked > 0 && poll.mustStop()) break;
      let found: R | undefined;
      try {
        found = await find(poll, id);
      } catch (error) {
        failure ??= error;
        continue;
      }
      const event = leave(poll, watch, id, found);
      if (event) poll.emit(event);
      yield watch.pause();
    }
    return failure;
  }

  /** Searches all lists for missing records; false if the next poll has to continue. */
  async function* search(poll: Poll, watch: Watch): AsyncGenerator<State, boolean> {
    const wanted = new Set(watch.entries.absentTwice());
    if (wanted.size === 0) return true;
    const isLong = watch.searching;
    if (!isLong) {
      watch.startSearch();
      yield watch.pause();
      if (poll.mustStop()) return false;
    }
    const done = yield* walk(poll, watch, ALWAYS, (record) => {
      const id = resource.id(record);
      return wanted.delete(id) ? leave(poll, watch, id, record) : undefined;
    });
    for (const id of done ? wanted : []) {
      // Between the polls of a search, a record may have moved between lists: then the next search has to miss it too.
      if (isLong && watch.isFirstMiss(id)) continue;
      const event = leave(poll, watch, id, undefined);
      if (event) poll.emit(event);
    }
    return done;
  }

  async function* scan(poll: Poll, state: State, samples: number): AsyncGenerator<State> {
    const watch = new Watch(state, poll.eventTypes.has("deleted"), spec.span(poll), poll.startedAt);
    if (!watch.searching) {
      let newest: R[] = [];
      const done = yield* walk(poll, watch, watch.span, (record) => {
        if (!watch.entries.get(resource.id(record))?.read) newest = newestOf([...newest, record], samples);
        return take(poll, watch, record);
      });
      for (const record of newest) poll.emit(emissionOf(resource, "created", record, [resource.id(record)]));
      if (!done) return;
    }
    const failure = spec.find && (yield* lookUp(poll, watch, spec.find));
    if (!spec.find && !(yield* search(poll, watch))) return;
    yield watch.complete(watch.entries.absentTwice());
    // A failed look-up must not keep the others from being emitted.
    if (failure !== undefined) throw failure;
  }

  const strategy: Strategy<State> = {
    name: "windowed",
    isState,
    start: (poll, samples) => scan(poll, NOTHING, samples),
    advance: (poll, state) => scan(poll, state, 0),
  };
  return trigger({ ...spec, noun: resource.noun }, strategy);
}
