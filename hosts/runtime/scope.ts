import { AsyncLocalStorage } from "node:async_hooks";
import type { Requests } from "./requests.ts";
import type { LogEntry } from "./types.ts";

/** Takes the console lines of the run it belongs to. */
export type Sink = (level: LogEntry["level"], message: string) => void;

/** What belongs to one run, also in what it leaves running. */
export interface Scope {
  sink: Sink;
  requests: Requests;
}

/** The run that the code under way belongs to. */
export const running = new AsyncLocalStorage<Scope>();
