import { MINUTE_MS } from "../../../core/durations.ts";
import { HighLevelError } from "../../../api/http/errors.ts";
import type { Fields } from "../../../core/types.ts";
import { trigger } from "../../engine.ts";
import type { Strategy, TriggerSpec } from "../../engine.ts";
import { eventTypesOf } from "../../event-types.ts";
import type { Poll } from "../../poll.ts";
import { isObject } from "../../state/shape.ts";
import type { Span } from "./state.ts";

const noun = "slot";
/** The event types of {@link slots}. */
export const slotEventTypes = eventTypesOf({ noun }, ["opened", "taken"]);

export interface SlotsSpec extends Omit<TriggerSpec, "eventTypes" | "noun"> {
  /** The span to watch; it moves with time. */
  watched(poll: Poll): Span;
  /**
   * The span in which the calendar offers slots now: from the end of the notice period to the last bookable day.
   * @param forMs how long limits that were read before are good, ms
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

/** Near the ends of the bookable span, a slot may come or go by itself: an answer takes a while, and until it comes, HighLevel's time may be a guess. ms */
const EDGE_MS = 5 * MINUTE_MS;
/** How long the calendar's limits are good unless the slots contradict them, ms. */
const LIMITS_MS = 60 * MINUTE_MS;
const MAX_SLOT_BYTES = 56_000;

/** @throws HighLevelError if there are more than can be saved; checked before anything is emitted, or every poll would emit it again */
function pack(slots: number[]): string {
  let last = 0;
  const packed = [...slots].sort((a, b) => a - b).map((slot) => {
    const minutes = Math.round(slot / MINUTE_MS);
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
    return last * MINUTE_MS;
  });
}

/** The slots at one moment. */
interface View {
  /** Where slots can be compared. */
  span: Span;
  /** Epoch ms, to the minute. */
  free: Set<number>;
  /** There are slots outside the calendar's limits, as last read. */
  isBeyond: boolean;
}

/**
 * Watches free slots: emits those that opened and those that were taken. Compares only what lies in both the old and the
 * new span: a slot that the moving span reaches has not opened, and one whose time has come was not taken. Costs one
 * request if nothing changed. The calendar's limits, which also hide and reveal slots, are read again once an hour and
 * before anything is emitted.
 */
export function slots(spec: SlotsSpec) {
  async function look(poll: Poll, forMs: number): Promise<View> {
    const { from, to } = await spec.bookable(poll, forMs);
    const watched = spec.watched(poll);
    const free = new Set((await spec.read(poll, watched)).map((slot) => Math.round(slot / MINUTE_MS) * MINUTE_MS));
    return {
      span: { from: Math.max(watched.from, from + EDGE_MS), to: Math.min(watched.to, to - EDGE_MS) },
      free,
      isBeyond: [...free].some((slot) => slot < from - EDGE_MS || slot > to + EDGE_MS),
    };
  }

  /** The slots that opened and those that were taken, within both spans. */
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
    isState: ({ poll, span, slots: packed }) => typeof poll === "number" && typeof packed === "string" && isObject(span) && "from" in span && "to" in span,

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
