import { fingerprint } from "../../../core/fingerprint.ts";
import type { Fields } from "../../../core/types.ts";
import { trigger } from "../../engine.ts";
import type { Strategy, TriggerSpec } from "../../engine.ts";
import type { Poll } from "../../poll.ts";

/** The answer to the question at one moment. */
export interface Answer {
  /** Compared from poll to poll; null for "no", "none", "not yet". */
  value: string | null;
  /** The event's record. */
  record: Fields;
  label: string;
  ts?: number;
}

export interface WatchValueSpec extends TriggerSpec {
  read(poll: Poll): Promise<Answer>;
  /** Stop asking after the first answer that is not null: it will not change. */
  once?: boolean;
  /** The event type, or undefined if this change is no event. */
  kindOf(before: string | null, now: string | null): string | undefined;
}

interface State {
  poll: number;
  value: string | null;
}

/** Longer values are kept as fingerprints. */
const MAX_VALUE = 64;
const short = (value: string | null) => (value !== null && value.length > MAX_VALUE ? fingerprint(value, 27) : value);

/**
 * Watches the answer to one question (is this email known? is this slug taken? is the recording there?) and emits
 * when it changes. If the answer is "yes" at the first deployment, that is the sample.
 */
export function watchValue(spec: WatchValueSpec) {
  function emit(poll: Poll, { record, label, ts }: Answer, before: string | null, now: string | null, count: number): void {
    const kind = spec.kindOf(before, now);
    if (kind) poll.emit({ kind, record, id: [now ?? "none", count], label, ts });
  }

  const strategy: Strategy<State> = {
    name: "watchValue",
    isState: ({ poll, value }) => typeof poll === "number" && (value === null || typeof value === "string"),

    async* start(poll, samples) {
      const answer = await spec.read(poll);
      const value = short(answer.value);
      if (samples > 0 && value !== null) emit(poll, answer, null, value, 0);
      yield { poll: 1, value };
    },

    async* advance(poll, state) {
      if (spec.once && state.value !== null) {
        yield state;
        return;
      }
      const answer = await spec.read(poll);
      const value = short(answer.value);
      if (value !== state.value) emit(poll, answer, state.value, value, state.poll);
      yield { poll: state.poll + 1, value };
    },
  };
  return trigger(spec, strategy);
}
