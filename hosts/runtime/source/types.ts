import type { EmittedEvent, SwallowedEvent } from "../dedupe.ts";
import type { StateStore } from "../state/state.ts";
import type { LogEntry, RunOptions, Values } from "../types.ts";

export interface SourceOptions extends RunOptions {
  /** Where the state is kept; in memory unless told. */
  state?: StateStore;
  /**
   * Takes each event, in order, before the state forgets it. A kill before it returns, or an error in it,
   * makes the next run deliver the run's events again (at least once).
   */
  onEvent?: (event: EmittedEvent) => void | Promise<void>;
}

/** What one run of a source did. */
export interface SourceResult {
  /** Events delivered, oldest first. */
  emitted: EmittedEvent[];
  /** Events held back by the dedupe strategy. */
  swallowed: SwallowedEvent[];
  /** What is odd about the events: no id under a dedupe strategy, a `ts` that is no time. */
  warnings: string[];
  logs: LogEntry[];
  /** Answers of an HTTP source. */
  responses: unknown[];
  /** ms */
  durationMs: number;
  /** Size of `$.service.db` after the run, bytes. */
  stateBytes: number;
}

/** A source with its props, account and state. Calls queue up: one run at a time. */
export interface Source {
  /** True once it was deployed, also by an earlier process with the same state. */
  readonly deployed: boolean;
  /** True if the props differ from those the state was last deployed or updated with: call `update`. */
  readonly propsChanged: boolean;
  /** Runs the hooks `deploy`, then `activate`. */
  deploy(): Promise<SourceResult>;
  /** Runs the source; the event is that of its timer unless given, or an empty request. Events of an app (apphook) are to be given. */
  run(event?: unknown): Promise<SourceResult>;
  /** Runs `deactivate`, replaces the props, runs `activate`; the db stays. */
  update(props: Values): Promise<SourceResult>;
  /** Runs `deactivate` and forgets the state. */
  delete(): Promise<SourceResult>;
  /** Lets go of the state without touching it. */
  close(): void;
}

/** The results of several hooks as one. */
export function merge(results: SourceResult[]): SourceResult {
  return {
    emitted: results.flatMap(({ emitted }) => emitted),
    swallowed: results.flatMap(({ swallowed }) => swallowed),
    warnings: results.flatMap(({ warnings }) => warnings),
    logs: results.flatMap(({ logs }) => logs),
    responses: results.flatMap(({ responses }) => responses),
    durationMs: results.reduce((sum, { durationMs }) => sum + durationMs, 0),
    stateBytes: results.at(-1)?.stateBytes ?? 0,
  };
}
