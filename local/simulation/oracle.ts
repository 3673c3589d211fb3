import type { Emission } from "./tap.ts";
import type { Known, Model } from "./model.ts";

/** How a poll went. */
export interface PollEnd {
  /** Undisturbed, as was the one before: it has read everything from beginning to end. */
  complete: boolean;
  /** A crash ended it: what it emitted may come again. */
  crashed: boolean;
  /** No start before it succeeded: it may have begun by taking a baseline. */
  isStarting?: boolean;
  /** Ids of the events that the platform let pass; all of them by default. */
  delivered?: ReadonlySet<string>;
}

/** How a start went: a deployment, or an update of the form. */
export interface StartEnd {
  /** A crash ended it: what it emitted may come again. */
  crashed: boolean;
  /** It took a baseline. Otherwise an earlier position may still count, or none. */
  isSure: boolean;
  /** Ids of the events that the platform let pass; all of them by default. */
  delivered?: ReadonlySet<string>;
}

/** Watches what a trigger emits in the course of a history. */
export interface Observer {
  /** A start comes: the form may name other event types. */
  restart(chosen: ReadonlySet<string>): void;
  /** A start or a poll begins. */
  begin(): void;
  /** A start has ended: what exists counts as seen. @throws Violation if one of its samples should not have come */
  started(samples: Emission[], how: StartEnd): void;
  /** Notes what exists at this moment: the poll may have read it. */
  observe(): void;
  /** @throws Violation if this event should not have come from such a poll */
  reported(emission: Emission, how: PollEnd): void;
  /** Only counts: what would end a simulation (an error, a poll that takes too long) is no violation. */
  isLenient?: boolean;
  /** Ids of the events of this start or poll that the platform let pass, if that matters. */
  delivered?(ids: string[]): void;
  /** A poll has ended. @throws Violation if an event is missing */
  end(emitted: Emission[], how: PollEnd): void;
}

/** Something was lost, repeated, or reported although it did not happen. */
export class Violation extends Error {
  override name = "Violation";
}

const ABSENT = "";
const MOST_SAMPLES = 25;
const keyOf = (known: Known) => known?.version ?? ABSENT;
const textOf = (known: Known) => (known ? `"${known.version}"` : "absent");

type Versions = Map<string, Known>;

/** What an event reported. */
interface Arrived { kind: string; id: string; key: string }

/**
 * Knows what really happened, and whether each event must, may or must not come. For each thing it keeps the versions
 * that the trigger may have seen last: one after a complete poll, more after a disturbed one.
 */
export class Oracle implements Observer {
  private last = new Map<string, Versions>();
  /** What existed at any moment of the current run. */
  private shown = new Map<string, Versions>();
  /** Things that it knew, or that existed, when it began. */
  private first = new Set<string>();
  /** It was deployed once, so there may be a position. */
  private isStarted = false;
  private before = new Map<string, Versions>();
  private readonly missing = new Map<string, number>();
  /** Things missing from some poll since the last complete one that still had them. */
  private readonly gone = new Set<string>();
  /** Those of them that a disturbed poll may have skipped since. */
  private readonly skipped = new Set<string>();
  private readonly ids = new Set<string>();
  /** Event ids of the crashed polls just before, by what they reported: emitted again at once, it must have the same id. */
  private unsettled = new Map<string, string>();
  private readonly repeatable = new Set<string>();
  /** What has passed the platform's dedupe, by event id. */
  private readonly arrived = new Map<string, Arrived>();

  /**
   * @param chosen the event types the user chose
   * @param missingFor how many readings in a row must lack a thing before it counts as deleted
   */
  constructor(private readonly model: Model, private chosen: ReadonlySet<string>, private readonly missingFor: number) {}

  restart(chosen: ReadonlySet<string>): void {
    this.chosen = chosen;
  }

  begin(): void {
    this.shown = new Map();
    this.before = new Map([...this.last].map(([id, versions]) => [id, new Map(versions)]));
    this.observe();
    this.first = new Set(this.shown.keys());
  }

  observe(): void {
    const now = new Map(this.model.shown().map((item) => [item.id, item]));
    for (const id of new Set([...now.keys(), ...this.last.keys(), ...this.shown.keys()])) {
      const item = now.get(id);
      const versions = this.shown.get(id);
      if (versions) versions.set(keyOf(item), item);
      else this.shown.set(id, new Map([[keyOf(item), item]]));
    }
  }

  started(samples: Emission[], { crashed, isSure, delivered }: StartEnd): void {
    const { last } = this;
    this.last = new Map();
    for (const [id, versions] of this.shown) {
      // A thing dated ahead is emitted when its time comes, unless it was read already.
      const mayBeNew = !this.first.has(id) || [...versions.values()].some((item) => item?.due !== undefined);
      // For an earlier position, what it has not seen is new.
      const former = isSure ? [] : last.get(id) ?? (this.isStarted ? [[ABSENT, undefined] as const] : []);
      this.last.set(id, new Map([...former, ...(mayBeNew ? [[ABSENT, undefined] as const] : []), ...versions]));
    }
    this.isStarted = true;
    this.missing.clear();
    this.gone.clear();
    this.skipped.clear();
    this.unsettled.clear();
    this.takeSamples(samples, isSure, delivered);
    this.settleIds(samples, crashed);
  }

  private takeSamples(samples: Emission[], isSure: boolean, delivered?: ReadonlySet<string>): void {
    if (samples.length > MOST_SAMPLES) throw new Violation(`A deployment emitted ${samples.length} samples.`);
    const isThere = new Set(this.model.shown().map(({ id }) => id));
    for (const { id, event, kind } of samples) {
      if (this.ids.has(id) && !this.repeatable.has(id)) throw new Violation(`Two samples have the id ${id}.`);
      this.ids.add(id);
      const reported = this.model.reported(event);
      if (!this.shown.get(reported.id)?.has(reported.version ?? ABSENT)) throw new Violation(`The sample ${reported.id} is of something that is not there.`);
      this.arrive(id, { kind, id: reported.id, key: reported.version ?? ABSENT }, delivered);
      // It may be gone already; otherwise it is known from now on.
      if (isSure && isThere.has(reported.id)) this.last.get(reported.id)?.delete(ABSENT);
    }
  }

  /** A creation emitted again counts as the one that has arrived, whatever the thing is by now; no other event may be held back under the id of another. */
  private arrive(eventId: string, reported: Arrived, delivered: ReadonlySet<string> | undefined): void {
    if (!delivered || delivered.has(eventId)) {
      this.arrived.set(eventId, reported);
      return;
    }
    const former = this.arrived.get(eventId);
    const isCreation = former?.kind === reported.kind && ["created", ...this.model.creations ?? []].includes(reported.kind);
    if (former?.id === reported.id && (former.key === reported.key || isCreation)) return;
    throw new Violation(`Lost: ${reported.kind} ${reported.id} "${reported.key}" was held back as a repetition of ${former ? `${former.kind} ${former.id} "${former.key}"` : "nothing"} (event id ${eventId}).`);
  }

  private lastOf(id: string): Versions {
    return this.last.get(id) ?? new Map<string, Known>([[ABSENT, undefined]]);
  }

  private isSilent(before: Known, after: Known): boolean {
    return keyOf(before) === keyOf(after) || this.model.eventTypes(before, after, this.chosen).some((kind) => kind === undefined || !this.chosen.has(kind));
  }

  reported({ event, id: eventId, kind, summary }: Emission, { complete, delivered }: PollEnd): void {
    const { id, version } = this.model.reported(event);
    const what = `${kind} ${id}${version === undefined ? "" : ` "${version}"`} (${summary})`;
    if (!this.chosen.has(kind)) throw new Violation(`Emitted, though the user did not choose this event type: ${what}.`);
    const key = version ?? ABSENT;
    const meaning = JSON.stringify([kind, id, key]);
    const former = this.unsettled.get(meaning);
    if (former !== undefined && former !== eventId) throw new Violation(`Emitted again after a crash, but with another event id: ${what}.`);
    if (this.ids.has(eventId) && !this.repeatable.has(eventId)) throw new Violation(`Repeated (its event id came before): ${what}.`);
    const seen = this.shown.get(id);
    // It was gone, was put back, and was then skipped because others went while the list was read.
    const wasGone = key === ABSENT && !complete && this.missingFor > 1 && this.gone.delete(id);
    if (!seen?.has(key) && !wasGone) throw new Violation(`Emitted, though nothing of the kind was there during the poll: ${what}.`);
    const after = seen?.get(key);
    // If deletions are not chosen, it is forgotten silently.
    const isForgotten = key !== ABSENT && this.missingFor > 1 && !this.chosen.has("deleted") && this.skipped.has(id);
    const lasts: Versions = new Map([...this.lastOf(id), ...(isForgotten ? [[ABSENT, undefined] as const] : [])]);
    const from = [...lasts.values()].filter((before) => keyOf(before) !== key && this.model.eventTypes(before, after, this.chosen).includes(kind));
    if (from.length === 0) throw new Violation(`Emitted, though it did not happen: ${what}. Last seen: ${[...lasts.values()].map(textOf).join(" or ")}.`);
    this.checkFields(event, from, after, what);
    this.arrive(eventId, { kind, id, key }, delivered);
    this.ids.add(eventId);
    this.last.set(id, new Map([[key, after]]));
  }

  private checkFields(event: Emission["event"], from: Known[], after: Known, what: string): void {
    const { changedFields } = event._event as { changedFields?: string[] }; // every trigger adds it
    const { model } = this;
    if (!changedFields || !model.changedFields || !after) return;
    const reported = [...changedFields].sort().join(", ");
    const possible = from.map((before) => (before ? [...model.changedFields?.(before, after) ?? []].sort().join(", ") : ""));
    if (!possible.includes(reported)) throw new Violation(`Changed fields are "${reported}" instead of "${possible.join('" or "')}": ${what}.`);
  }

  /** What a crashed run emitted may come again, with the same ids; what any other run emitted must not. */
  private settleIds(emitted: Emission[], crashed: boolean): void {
    if (!crashed) {
      for (const { id } of emitted) this.repeatable.delete(id);
      this.unsettled.clear();
      return;
    }
    for (const { event, id, kind } of emitted) {
      const reported = this.model.reported(event);
      this.unsettled.set(JSON.stringify([kind, reported.id, reported.version ?? ABSENT]), id);
      this.repeatable.add(id);
    }
  }

  end(emitted: Emission[], { complete, crashed, isStarting = false }: PollEnd): void {
    this.settleIds(emitted, crashed);
    const now = new Map(this.model.shown().map((item) => [item.id, item]));
    for (const id of new Set([...now.keys(), ...this.shown.keys(), ...this.last.keys()])) {
      if (this.shown.get(id)?.has(ABSENT)) this.gone.add(id);
      if (!complete && this.gone.has(id)) this.skipped.add(id);
      if (complete) this.settle(id, now.get(id));
      else this.widen(id, crashed, isStarting);
    }
  }

  /** After a disturbed poll: what it may have read without an event; after a crash, also what was before it. */
  private widen(id: string, crashed: boolean, isStarting: boolean): void {
    const lasts = this.lastOf(id);
    const read = [...this.shown.get(id)?.values() ?? []].filter((after) => isStarting || [...lasts.values()].some((before) => this.isSilent(before, after)));
    const all: Versions = new Map([...lasts, ...read.map((item): [string, Known] => [keyOf(item), item])]);
    if (crashed) for (const [key, item] of this.before.get(id) ?? [[ABSENT, undefined] as const]) all.set(key, item);
    this.last.set(id, all);
    this.missing.delete(id);
  }

  /** After a complete poll: what exists now has been emitted, or need not be. */
  private settle(id: string, item: Known): void {
    const lasts = [...this.lastOf(id).values()];
    if (!item || item.away) {
      const times = (this.missing.get(id) ?? 0) + 1;
      this.missing.set(id, times);
      if (times < this.missingFor) return;
      const silent = lasts.filter((before) => this.isSilent(before, item));
      if (silent.length === 0) throw new Violation(`Lost: ${id} is ${textOf(item)}, last seen as ${lasts.map(textOf).join(" or ")}.`);
      // That a thing is out of sight was noticed; that it is deleted need not have been.
      const kept = item ? [] : silent;
      this.last.set(id, new Map([...kept, item].map((known): [string, Known] => [keyOf(known), known])));
      return;
    }
    this.missing.delete(id);
    this.gone.delete(id);
    this.skipped.delete(id);
    const silent = lasts.some((before) => this.isSilent(before, item));
    if (!silent && (item.due === undefined)) {
      throw new Violation(`Lost: ${id} is ${textOf(item)}, last seen as ${lasts.map(textOf).join(" or ")}.`);
    }
    // If dated ahead, it may or may not have been read.
    if (silent) this.last.set(id, new Map([...(item.due === undefined ? [] : this.lastOf(id)), [keyOf(item), item]]));
  }
}
