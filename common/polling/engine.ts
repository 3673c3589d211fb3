import { fingerprint } from "../core/fingerprint.ts";
import { isRefused } from "../api/http/errors.ts";
import { OPERATION } from "../core/types.ts";
import type { Endpoint, Fields, OperationDescriptor, SourceInstance } from "../core/types.ts";
import { checkRules } from "../input/rules.ts";
import type { Rule } from "../input/rules.ts";
import { WrongGuess } from "./clock.ts";
import { Poll } from "./poll.ts";
import type { PollSpec } from "./poll.ts";
import { loadState, saveState } from "./state/envelope.ts";

/** What every trigger declares, whatever its strategy. */
export interface TriggerSpec extends PollSpec {
  endpoints: Endpoint[];
  /** Props that shape what is watched, beside {@link ALWAYS_RESET_ON}; a change of one of them starts a new baseline. */
  resetOn: string[];
  /** What fields of the form have to do with each other. */
  rules?: Rule[];
  /** What a poll costs, in a sentence, unless that is the strategy's usual cost. */
  cost?: string;
}

/** A way to find out what happened since the last poll. `S` is JSON of at most 60 KB. */
export interface Strategy<S extends object> {
  name: string;
  /** Whether a saved state has this strategy's shape. */
  isState(value: Fields): boolean;
  /**
   * Takes the baseline without emitting anything but samples; yields the state after each consistent step.
   * @param samples how many of the newest records to emit as samples
   */
  start(poll: Poll, samples: number): AsyncGenerator<S>;
  /** Emits what happened since `state`; yields the new state after each consistent step. */
  advance(poll: Poll, state: S): AsyncGenerator<S>;
  /** The state to continue from if HighLevel refuses the saved page cursor; undefined if none was saved. */
  withoutCursor?(state: S): S | undefined;
}

/** Props that start a new baseline in every trigger that has them. */
const ALWAYS_RESET_ON = ["eventTypes", "watchFields"];
/** Most events of a first deployment. */
const MAX_SAMPLES = 25;

/**
 * The meaning of a field: an emptied field means the same as one never filled in, and the order of choices does not count.
 * It is taken from the value as entered, so that a new way of cleaning values starts no new baseline.
 */
function meaningOf(poll: Poll, prop: string): unknown {
  if (prop === "eventTypes") return [...poll.eventTypes].sort();
  const value = poll.host[prop];
  if (Array.isArray(value)) return value.length === 0 ? null : value.map((item) => fingerprint(item ?? null, 16)).sort();
  return value === "" ? null : value ?? null;
}

/**
 * Runs a strategy's steps and commits the state once, as the last statement: a crash before that repeats events
 * (with the same ids) and loses none. An error after the first step keeps the progress, and the next poll continues.
 */
async function commitLast<S extends object>(poll: Poll, settings: string, begin: () => AsyncGenerator<S>): Promise<void> {
  let state: S | undefined;
  try {
    for await (const step of begin()) state = step;
  } catch (error) {
    // The first answer has stated HighLevel's time.
    if (error instanceof WrongGuess) {
      poll.silent = false;
      return commitLast(poll, settings, begin);
    }
    if (state === undefined) throw error;
    console.log(`The poll stopped early: ${error instanceof Error ? error.message : String(error)} The next poll continues from there.`);
  }
  if (state === undefined) return;
  const hiddenError = poll.hiddenError();
  saveState(poll.host.db, { settings, baseline: poll.baseline, cachedLookups: poll.lookupsToSave }, state);
  if (hiddenError) throw hiddenError;
}

/** Advances, without the saved page cursor if HighLevel refuses it: it would refuse it in every later poll too. */
async function* advance<S extends object>(strategy: Strategy<S>, poll: Poll, state: S): AsyncGenerator<S> {
  let isUnderWay = false;
  try {
    for await (const step of strategy.advance(poll, state)) {
      isUnderWay = true;
      yield step;
    }
  } catch (error) {
    const again = isUnderWay || !isRefused(error) ? undefined : strategy.withoutCursor?.(state);
    if (!again) throw error;
    const said = error instanceof Error ? error.message : String(error);
    console.log(`HighLevel refuses the page where the last poll stopped: ${said} Reading again from the start; nothing is skipped.`);
    yield* strategy.advance(poll, again);
  }
}

/**
 * Turns a strategy into the hooks and the run method of a Pipedream source.
 * - `deploy`: at most 25 samples, and the baseline.
 * - `activate` (each deployment and update): a new baseline, if there is none for the current props.
 * - `run`: what happened since; or the baseline, silently, if neither hook has run.
 * @see https://pipedream.com/docs/components/contributing/api
 */
export function trigger<S extends object>(spec: TriggerSpec, strategy: Strategy<S>) {
  const resetOn = [...spec.resetOn, ...ALWAYS_RESET_ON];
  const open = (source: SourceInstance) => {
    const poll = new Poll(source, spec);
    checkRules(spec.rules ?? [], poll.source, spec.form);
    const settings = fingerprint([poll.accountId, ...resetOn.map((prop) => meaningOf(poll, prop))], 16);
    const loaded = loadState<S & Fields>(source.db, settings, strategy.isState);
    poll.remember(loaded);
    return { poll, settings, state: loaded.state };
  };

  async function baseline(source: SourceInstance, samples: number): Promise<void> {
    const { poll, settings, state } = open(source);
    if (state !== "none" && state !== "foreign") return;
    await commitLast(poll, settings, () => strategy.start(poll, samples));
  }

  const descriptor: OperationDescriptor = {
    kind: strategy.name,
    noun: spec.noun,
    endpoints: spec.endpoints,
    ...(spec.form && { form: spec.form }),
    ...(spec.rules && { rules: spec.rules }),
    resetOn,
    eventTypes: spec.eventTypes.options.map(({ value }) => value),
    ...(spec.cost !== undefined && { cost: spec.cost }),
  };

  return {
    [OPERATION]: descriptor,
    hooks: {
      async deploy(this: SourceInstance) {
        await baseline(this, MAX_SAMPLES);
      },
      async activate(this: SourceInstance) {
        await baseline(this, 0);
      },
    },
    async run(this: SourceInstance) {
      const { poll, settings, state } = open(this);
      if (state === "none" || state === "foreign") {
        if (state === "foreign") console.log("The saved position is unreadable or belongs to other settings: starting again from now.");
        await commitLast(poll, settings, () => strategy.start(poll, 0));
        return;
      }
      await commitLast(poll, settings, () => advance(strategy, poll, state));
    },
  };
}
