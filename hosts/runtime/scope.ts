import { AsyncLocalStorage } from "node:async_hooks";
import type { Requests } from "./requests.ts";
import type { LogEntry } from "./types.ts";

/** Receives the console lines of a run. */
export type Sink = (level: LogEntry["level"], message: string) => void;

/** The scope of one run, including code that outlives it. */
export interface Scope {
  sink: Sink;
  requests: Requests;
}

/** The run that the current code belongs to. */
export const running = new AsyncLocalStorage<Scope>();
