import type { Component, Values } from "./types.ts";

/** How many ids `dedupe: "unique"` remembers, first in, first out. */
const UNIQUE_IDS = 100;
/** Ids are compared up to this many characters. */
const ID_LENGTH = 64;

/** An event as its source emitted it. */
export interface EmittedEvent {
  event: unknown;
  id?: string | number;
  name?: string;
  summary?: string;
  /** Epoch ms. */
  ts?: number;
}

/**
 * An event whose content is kept as JSON and parsed on access: a run may hold tens of thousands of events until it ends, and
 * text takes less memory than objects. Each access returns a new copy.
 * @param json the content
 */
export function storedEvent(json: string, meta: Omit<EmittedEvent, "event">): EmittedEvent {
  return {
    get event(): unknown {
      return JSON.parse(json);
    },
    ...meta,
  };
}

/** An event that the dedupe strategy dropped, and why. */
export interface SwallowedEvent {
  id?: string | number;
  summary?: string;
  reason: "duplicate" | "no id" | "id is not a number";
}

/** The strategy's state between runs; one field per strategy. */
export interface DedupeState {
  unique?: string[];
  greatest?: number;
  last?: string;
}

export interface Deduped {
  emitted: EmittedEvent[];
  swallowed: SwallowedEvent[];
  state: DedupeState;
}

/** Oldest first by `ts`, or by emit time for events without one. Equal times keep their order. */
export function inOrder(events: { event: EmittedEvent; at: number }[]): EmittedEvent[] {
  return [...events].sort((a, b) => (a.event.ts ?? a.at) - (b.event.ts ?? b.at)).map(({ event }) => event);
}

const keyOf = (id: string | number) => String(id).slice(0, ID_LENGTH);

/** Called for each event in turn: returns why it is dropped, if it is, and updates the state. */
type Judge = (event: EmittedEvent & { id: string | number }) => SwallowedEvent["reason"] | undefined;

function unique(state: DedupeState): Judge {
  const ids = (state.unique ??= []);
  return ({ id }) => {
    const key = keyOf(id);
    if (ids.includes(key)) return "duplicate";
    ids.push(key);
    if (ids.length > UNIQUE_IDS) ids.shift();
    return undefined;
  };
}

function greatest(state: DedupeState): Judge {
  return ({ id }) => {
    const value = Number(id);
    if (!Number.isFinite(value) || String(id).trim() === "") return "id is not a number";
    if (state.greatest !== undefined && value <= state.greatest) return "duplicate";
    state.greatest = value;
    return undefined;
  };
}

/** All events up to the last one of the previous run are old; if that one is missing, all are new. */
function last(state: DedupeState, events: EmittedEvent[]): Judge {
  const before = state.last;
  const end = before === undefined ? -1 : events.findLastIndex(({ id }) => id !== undefined && keyOf(id) === before);
  const old = new Set(events.slice(0, end + 1));
  return (event) => {
    state.last = keyOf(event.id);
    return old.has(event) ? "duplicate" : undefined;
  };
}

const STRATEGIES: Record<NonNullable<Component["dedupe"]>, (state: DedupeState, events: EmittedEvent[]) => Judge> = { unique, greatest, last };

/**
 * Applies a source's dedupe strategy to the ordered events of one run.
 * @param before the strategy's state; not modified
 * @returns the events to deliver, those dropped, and the new state
 */
export function dedupe(strategy: Component["dedupe"], events: EmittedEvent[], before: DedupeState): Deduped {
  if (strategy === undefined) return { emitted: events, swallowed: [], state: before };
  const state = structuredClone(before);
  const judge = STRATEGIES[strategy](state, events);
  const emitted: EmittedEvent[] = [];
  const swallowed: SwallowedEvent[] = [];
  for (const event of events) {
    const { id, summary } = event;
    const reason = id === undefined ? "no id" : judge(event as EmittedEvent & { id: string | number }); // id was just checked
    if (reason) swallowed.push({ id, summary, reason });
    else emitted.push(event);
  }
  return { emitted, swallowed, state };
}

const isId = (value: unknown): value is string | number => (typeof value === "string" && value !== "") || typeof value === "number";

/** Reads the metadata of `$emit`; invalid fields are left out, with a warning. */
export function readMeta(meta: Values): { meta: Omit<EmittedEvent, "event">; warnings: string[] } {
  const warnings: string[] = [];
  const { id, ts, summary, name } = meta;
  const time = typeof ts === "number" && Number.isFinite(ts) ? ts : undefined;
  if (ts !== undefined && ts !== null && time === undefined) warnings.push(`ts of an event is ${String(ts)}, not a time in epoch milliseconds; it was ignored.`);
  if (id !== undefined && id !== null && !isId(id)) warnings.push(`id of an event is ${JSON.stringify(id)}; an id is text or a number.`);
  return {
    meta: {
      ...(isId(id) && { id }),
      ...(typeof name === "string" && { name }),
      ...(summary !== undefined && summary !== null && { summary: String(summary) }),
      ...(time !== undefined && { ts: time }),
    },
    warnings,
  };
}
