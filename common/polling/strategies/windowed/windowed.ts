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
import { ALWAYS, isState, MINUTE, NOTHING, Watch } from "./state.ts";
import type { Span, State } from "./state.ts";

export interface WindowedSpec<R extends Fields> extends Omit<TriggerSpec, "noun"> {
  resource: Resource<R>;
  /** The span to watch now; it moves on with time. */
  span(poll: Poll): Span;
  /** Epoch ms. */
  startsAt(record: R): number | undefined;
  /** Names of the lists in which the records stand. A name stays the same from poll to poll: a scan goes on behind the last one it has done. */
  lists(poll: Poll): Promise<string[]>;
  /** Everything in this list that starts in the span. */
  read(poll: Poll, list: string, span: Span): AsyncGenerator<Page<R>>;
  /** A mark from 0 to 15 (the status) whose change is an event of its own. */
  flag?(record: R): number;
  flagKind?(before: number, after: number): string | undefined;
  /** Looks up one record that is gone from the span: it may only have been moved out of it. Without this, all lists are searched. */
  find?(poll: Poll, id: string): Promise<R | undefined>;
}

/**
 * Watches lists that the API filters by start time only (appointments, blocked slots), in a span that moves with time.
 * A record that merely enters or leaves the span is no event; one created, moved, changed or deleted is.
 * One scan reads all lists, in as many polls as it takes; what stands in a list is told once that list is read.
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

  const newestOf = (records: R[], most: number) => (
    most === 0 ? [] : records.sort((a, b) => (resource.createdAt(b) ?? 0) - (resource.createdAt(a) ?? 0)).slice(0, most)
  );

  /** Whatever is true of the change; "updated" only where nothing else is. */
  function eventTypesBetween(before: Entry, now: Entry): string[] {
    const special = before.flag === now.flag ? undefined : spec.flagKind?.(before.flag, now.flag);
    const eventTypes = [...(special ? [special] : []), ...(before.start === now.start ? [] : ["rescheduled"])];
    const isOther = eventTypes.length === 0 && (before.content !== now.content || before.flag !== now.flag);
    return isOther ? ["updated"] : eventTypes;
  }

  /** By which of the kinds that are true it is told: a change of which none was chosen is "updated". */
  const chosenOf = (poll: Poll, eventTypes: string[]) => eventTypes.find((kind) => kind === "created" || poll.eventTypes.has(kind)) ?? "updated";

  /** Names a change by what it makes of the record; the count tells A → B → A apart. */
  const changeId = (watch: Watch, id: string, { content, flag, start = 0 }: Entry) => [id, content, flag, start, watch.state.scans];

  /** Remembers a record of the span; what there is to tell of it. */
  function take(poll: Poll, watch: Watch, record: R): Emission | undefined {
    const id = resource.id(record);
    const before = watch.entries.get(id);
    // It stands in several lists, or was moved from one to another during the scan: the first counts, the next scan sees the rest.
    if (before?.read) return undefined;
    const now = entryOf(record);
    const [created, updated] = [resource.createdAt(record), resource.updatedAt(record) ?? 0];
    const told = watch.emittedVersion(id);
    watch.meet(id, now, updated);
    if (told && updated <= told) return undefined;
    const hasLeft = told !== undefined;
    const eventTypes = before ? eventTypesBetween(before, now) : [watch.newKind(hasLeft, updated, created, spec.startsAt(record)) ?? []].flat();
    if (eventTypes.length === 0) return undefined;
    const kind = chosenOf(poll, eventTypes);
    return emissionOf(resource, kind, record, kind === "created" ? [id] : changeId(watch, id, now));
  }

  /** What there is to tell of one that two scans in a row have not found in the span, as it is now. */
  function leave(poll: Poll, watch: Watch, id: string, found: R | undefined): Emission | undefined {
    const { scans } = watch.state;
    const [before, told] = [watch.entries.get(id), watch.emittedVersion(id)];
    watch.forget(id, found && resource.updatedAt(found));
    if (!found) return { kind: "deleted", record: { id }, id: [id, "deleted", scans], label: id };
    const now = entryOf(found);
    const eventTypes = eventTypesBetween({ ...now, ...before }, now);
    const isAway = watch.isAway(now.start);
    // Not it has changed, but what can be read: its calendar is gone, for example.
    if (eventTypes.length === 0) return undefined;
    // One that is looked up may look different from one in a list. Time has moved the span past it, or where it stands was told.
    if (eventTypes[0] === "updated" && (told || isAway)) {
      watch.forget(id, told);
      return undefined;
    }
    // It may have moved from list to list, always ahead of the scans: then the next one comes upon it.
    if (!isAway) watch.entries.set(id, now);
    // One that merely looks different has gone to a list that is not watched, or from list to list.
    return emissionOf(resource, chosenOf(poll, eventTypes[0] === "updated" ? ["rescheduled"] : eventTypes), found, changeId(watch, id, now));
  }

  /** Reads the lists that are left, each a consistent step; true once all are done. */
  async function* walk(poll: Poll, watch: Watch, span: Span, handle: (record: R) => Emission | undefined): AsyncGenerator<State, boolean> {
    const lists = (await spec.lists(poll)).filter((list) => list > watch.after).sort();
    for (const list of lists) {
      const told: Emission[] = [];
      for await (const page of spec.read(poll, list, span)) {
        watch.begin(page.now);
        for (const record of page.items) {
          const event = handle(record);
          if (event) told.push(event);
        }
      }
      if (!watch.fits()) {
        throw new HighLevelError(`There are more ${resource.noun}s in the watched time span than this trigger can watch. Choose a shorter span or one calendar; nothing was skipped.`, "invalid");
      }
      // Only now, since the reading of a list that fails begins anew and would tell everything again.
      for (const event of told) poll.emit(event);
      watch.after = list;
      yield watch.pause();
      if (list !== lists.at(-1) && poll.mustStop()) return false;
    }
    return true;
  }

  /**
   * Looks up one after another; those there is no time for, and those HighLevel does not answer for, are left to the next scan.
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

  /** Looks for all of them in all lists; false where the next poll has to go on. */
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
      // Between the polls of a search, one may have moved from list to list: then the next search has to miss it too.
      if (isLong && watch.isFirstInVain(id)) continue;
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
    // One that cannot be looked up must not keep the others from being told.
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
