import type { EmittedEvent, SwallowedEvent } from "../dedupe.ts";
import type { StateStore } from "../state/state.ts";
import type { LogEntry, RunOptions, Values } from "../types.ts";

export interface SourceOptions extends RunOptions {
  /** Where the state is kept; by default in memory. */
  state?: StateStore;
  /**
   * Receives each event, in order, before it is removed from the state. After a kill or an error in here, the next run
   * delivers the run's events again (at least once).
   */
  onEvent?: (event: EmittedEvent) => void | Promise<void>;
}

/** What one run of a source did. */
export interface SourceResult {
  /** Events delivered, oldest first. */
  emitted: EmittedEvent[];
  /** Events dropped by the dedupe strategy. */
  swallowed: SwallowedEvent[];
  /** Problems with events: no id although there is a dedupe strategy, an invalid `ts`. */
  warnings: string[];
  logs: LogEntry[];
  /** Responses of an HTTP source. */
  responses: unknown[];
  /** ms */
  durationMs: number;
  /** Size of `$.service.db` after the run, bytes. */
  stateBytes: number;
}

/** A source with its props, account and state. Calls queue up: one run at a time. */
export interface Source {
  /** True once it has been deployed, even by an earlier process with the same state. */
  readonly deployed: boolean;
  /** True if the props differ from those of the last deploy or update: call `update`. */
  readonly propsChanged: boolean;
  /** Runs the hooks `deploy` and `activate`. */
  deploy(): Promise<SourceResult>;
  /** Runs the source; the default event is that of its timer, or an empty request. Sources with an apphook need an event. */
  run(event?: unknown): Promise<SourceResult>;
  /** Runs `deactivate`, replaces the props, runs `activate`; the db stays. */
  update(props: Values): Promise<SourceResult>;
  /** Runs `deactivate` and forgets the state. */
  delete(): Promise<SourceResult>;
  /** Releases the state without changing it. */
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
