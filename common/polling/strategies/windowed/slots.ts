import { HighLevelError } from "../../../api/http/errors.ts";
import type { Fields } from "../../../core/types.ts";
import { trigger } from "../../engine.ts";
import type { Strategy, TriggerSpec } from "../../engine.ts";
import { eventTypesOf } from "../../event-types.ts";
import type { Poll } from "../../poll.ts";
import type { Span } from "./state.ts";

const noun = "slot";
/** The kinds of event of {@link slots}. */
export const slotEventTypes = eventTypesOf({ noun }, ["opened", "taken"]);

export interface SlotsSpec extends Omit<TriggerSpec, "eventTypes" | "noun"> {
  /** The span to ask for; it moves on with time. */
  watched(poll: Poll): Span;
  /**
   * Where the calendar's own limits let slots be seen now: behind the notice that a booking needs, up to the last day that is offered.
   * @param forMs how long limits that were read before are believed, ms
   */
  bookable(poll: Poll, forMs: number): Promise<Span>;
  /** Start times of the free slots in the span, epoch ms. */
  read(poll: Poll, span: Span): Promise<number[]>;
  /** The event's record for one slot. */
  record(poll: Poll, slot: number): Fields;
}

interface State {
  poll: number;
  span: Span;
  /** Epoch minutes: the first, then the differences, in base 36. */
  slots: string;
}

const MINUTE = 60_000;
/** An answer takes a while, and what time it is there may be a guess until it comes: near the ends of what can be booked, a slot that comes or goes says nothing. ms */
const EDGE_MS = 5 * MINUTE;
/** How long the calendar's limits are believed where what is seen does not speak against them, ms. */
const LIMITS_MS = 60 * MINUTE;
const MAX_SLOT_BYTES = 56_000;

/** @throws HighLevelError where there are more than can be kept: before anything is emitted, or it would be emitted again and again */
function pack(slots: number[]): string {
  let last = 0;
  const packed = [...slots].sort((a, b) => a - b).map((slot) => {
    const minutes = Math.round(slot / MINUTE);
    const difference = minutes - last;
    last = minutes;
    return difference.toString(36);
  }).join(",");
  if (packed.length <= MAX_SLOT_BYTES) return packed;
  throw new HighLevelError(`There are more free slots (${slots.length}) than this trigger can watch. Watch fewer days; nothing was skipped.`, "invalid");
}

function unpack(text: string): number[] {
  let last = 0;
  return text.split(",").filter(Boolean).map((difference) => {
    last += parseInt(difference, 36);
    return last * MINUTE;
  });
}

/** What is there at one moment. */
interface View {
  /** What can be compared. */
  span: Span;
  /** Epoch ms, to the minute. */
  free: Set<number>;
  /** Slots stand where the calendar's limits, as they are believed, let none be seen. */
  isBeyond: boolean;
}

/**
 * Watches which slots are free: emits those that opened and those that were taken. Only what lies in both the old and
 * the new span is compared, since a slot that the moving span reaches has not opened, and one whose time came was not taken.
 * Costs one request where nothing changed: the calendar's limits, which hide and reveal slots too, are read again
 * once an hour, and before anything is told.
 */
export function slots(spec: SlotsSpec) {
  async function look(poll: Poll, forMs: number): Promise<View> {
    const { from, to } = await spec.bookable(poll, forMs);
    const watched = spec.watched(poll);
    const free = new Set((await spec.read(poll, watched)).map((slot) => Math.round(slot / MINUTE) * MINUTE));
    return {
      span: { from: Math.max(watched.from, from + EDGE_MS), to: Math.min(watched.to, to - EDGE_MS) },
      free,
      isBeyond: [...free].some((slot) => slot < from - EDGE_MS || slot > to + EDGE_MS),
    };
  }

  /** What has opened and what was taken since, in what can be compared. */
  function compare(before: Set<number>, { span, free }: View, last: Span): { kind: string; slot: number }[] {
    const [from, to] = [Math.max(last.from, span.from), Math.min(last.to, span.to)];
    const isInside = (slot: number) => slot >= from && slot <= to;
    return [
      ...[...free].filter((slot) => !before.has(slot) && isInside(slot)).map((slot) => ({ kind: "opened", slot })),
      ...[...before].filter((slot) => !free.has(slot) && isInside(slot)).map((slot) => ({ kind: "taken", slot })),
    ];
  }

  const strategy: Strategy<State> = {
    name: "slots",
    isState: ({ poll, span, slots: packed }) => typeof poll === "number" && typeof packed === "string"
      && span !== null && typeof span === "object" && "from" in span && "to" in span,

    async* start(poll) {
      const { span, free } = await look(poll, 0);
      yield { poll: 1, span, slots: pack([...free]) };
    },

    async* advance(poll, state) {
      const before = new Set(unpack(state.slots));
      let view = await look(poll, LIMITS_MS);
      if (view.isBeyond || compare(before, view, state.span).length > 0) view = await look(poll, 0);
      const packed = pack([...view.free]);
      for (const { kind, slot } of compare(before, view, state.span)) {
        poll.emit({ kind, record: spec.record(poll, slot), id: [slot, kind, state.poll], label: new Date(slot).toISOString() });
      }
      yield { poll: state.poll + 1, span: view.span, slots: packed };
    },
  };
  return trigger({ ...spec, noun, eventTypes: slotEventTypes }, strategy);
}
