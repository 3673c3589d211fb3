import type { Sandbox } from "../../local/sandbox/index.ts";

type Fields = Record<string, unknown>;

/** A trigger as one row; what the row does not say is chosen from the form's own dropdowns, by trigger-runs.ts. */
export interface TriggerRow {
  /** Values of props that no dropdown offers (texts, times), or that need something in the sandbox, which is put there. */
  props?: (sandbox: Sandbox) => Fields;
  /** Optional props without which it does not run. */
  needs?: string[];
  /** Polls with all props in further ways, where some exclude each other: what differs; undefined leaves a prop empty. */
  also?: Fields[];
  /** What happens between the deployment and the two polls. */
  change?: (sandbox: Sandbox, props: Fields) => unknown;
  /** Statuses beside 2xx that mean "not there yet". */
  absent?: number[];
  /** Documented fields of its own endpoints that are never sent, each with the reason. */
  leftOut?: Record<string, string>;
}

/** The triggers of a category by slug; each file of rows/ exports one of these as its default. */
export type TriggerRows = Record<string, TriggerRow>;
