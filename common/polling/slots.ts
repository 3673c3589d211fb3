import { HighLevelError } from "../http/errors.ts";
import type { Fields } from "../types.ts";
import { trigger } from "./engine.ts";
import type { Strategy, TriggerSpec } from "./engine.ts";
import type { Poll } from "./poll.ts";
import type { Span } from "./windowed-state.ts";

export interface SlotsSpec extends Omit<TriggerSpec, "kinds" | "noun"> {
  /** The span to look at now; it moves on with time. Slots within the notice that a booking needs do not belong to it: they vanish without being taken. */
  span(poll: Poll): Span | Promise<Span>;
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

/**
 * Watches which slots are free: emits those that opened and those that were taken. Only what lies in both the old and
 * the new span is compared, since a slot that the moving span reaches has not opened, and one whose time came was not taken.
 */
export function slots(spec: SlotsSpec) {
  const strategy: Strategy<State> = {
    name: "slots",
    isState: ({ poll, span, slots: packed }) => typeof poll === "number" && typeof packed === "string"
      && span !== null && typeof span === "object" && "from" in span && "to" in span,

    async* start(poll) {
      const span = await spec.span(poll);
      yield { poll: 1, span, slots: pack(await spec.read(poll, span)) };
    },

    async* advance(poll, state) {
      const span = await spec.span(poll);
      const free = new Set((await spec.read(poll, span)).map((slot) => Math.round(slot / MINUTE) * MINUTE));
      const packed = pack([...free]);
      const before = new Set(unpack(state.slots));
      const from = Math.max(state.span.from, span.from, poll.startedAt);
      const to = Math.min(state.span.to, span.to);
      const emit = (kind: string, slot: number) => poll.emit({
        kind,
        record: spec.record(poll, slot),
        id: [slot, kind, state.poll],
        label: new Date(slot).toISOString(),
      });
      for (const slot of free) if (!before.has(slot) && slot >= from && slot <= to) emit("opened", slot);
      for (const slot of before) if (!free.has(slot) && slot >= from && slot <= to) emit("taken", slot);
      yield { poll: state.poll + 1, span, slots: packed };
    },
  };
  return trigger({ ...spec, noun: "slot", kinds: ["opened", "taken"] }, strategy);
}
