/** The messages between the bench and its measured processes. */
import type { SourceState } from "../../hosts/runtime/index.ts";
import type { ReferenceName } from "./references.ts";

/** Which component: a built file, or one of the references by name. */
export type Subject = { file: string } | { reference: ReferenceName };

export interface Setup {
  subject: Subject;
  props: Record<string, unknown>;
  auth: Record<string, unknown>;
  /** The state that an earlier process left. */
  state?: SourceState;
  /** How long each response takes, ms of the virtual clock. */
  latencyMs: number;
}

/** To a measured process; `at` is the time there, epoch ms. */
export type Order =
  | { what: "open"; setup: Setup; at: number }
  | { what: "deploy" | "poll"; at: number };

/** What the bench needs of an event that a workflow would have received. */
export interface EmittedRecord {
  /** The event's id. */
  id: string;
  /** The record's id. */
  record: string;
  kind: string;
}

/** The outcome of a deployment or poll. */
export interface Outcome {
  /** Delivered, oldest first. */
  emitted: EmittedRecord[];
  /** The error message, if it failed. */
  error?: string;
  /** CPU time of the whole process, ms. */
  cpuMs: number;
  /** Peak of resident memory above that of the idle process, bytes. */
  peakBytes: number;
  /** Size of the trigger's state. */
  stateBytes: number;
  /** ms of the virtual clock. */
  tookMs: number;
  state: SourceState;
}
