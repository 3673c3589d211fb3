import { randomUUID } from "node:crypto";
import type { Host, Run } from "./host.ts";
import type { Values } from "./types.ts";

/** How an action asked its workflow to continue. */
export type Ended =
  | { kind: "exit"; reason?: string }
  | { kind: "delay"; delayMs?: number; context?: unknown }
  | { kind: "suspend"; timeoutMs?: number; context?: unknown }
  | { kind: "rerun"; delayMs?: number; context?: unknown; maxRetries?: number };

/** The effects of a workflow step besides its return value, recorded while it runs. */
export interface StepRecord {
  /** Its exports by name, including `$summary`. */
  exports: Values;
  /** Set if it called `$.flow`. */
  ended?: Ended;
  /** Calls of `$.respond`. */
  responses: unknown[];
  /** Calls of `$.send`. */
  sent: { to: string; payload: unknown }[];
}

/** Which run of the step this is: its number, the context of the previous run, and the request to its `resume_url`. */
export interface Rerun {
  runs: number;
  context?: unknown;
  callback_request?: unknown;
}

const DESTINATIONS = ["email", "emit", "http", "s3", "sms", "snowflake", "sql", "sse"];

/**
 * `$` of an action. It has no effect once the run is over.
 * @param record receives what the action does
 */
export function stepContext(record: StepRecord, host: Host, run: Run, rerun: Rerun): Values {
  const id = randomUUID();
  const note = (write: () => void) => {
    if (!run.isOver) write();
  };
  // These addresses lead nowhere: nothing here can resume a run.
  const resume = { resume_url: `https://resume.invalid/${id}`, cancel_url: `https://cancel.invalid/${id}` };
  const end = (ended: Ended) => note(() => {
    record.ended = ended;
  });
  const pause = (ended: Ended) => {
    end(ended);
    return resume;
  };
  const deadline = () => host.now() + host.timeoutMs;
  const context: Values = { id, ts: new Date(host.now()).toISOString(), deadline: deadline(), JIT: false, run: rerun };
  return {
    export: (name: string, value: unknown) => note(() => {
      record.exports[name] = host.clean(value);
    }),
    respond: async (response: unknown) => note(() => record.responses.push(host.clean(response))),
    send: Object.fromEntries(DESTINATIONS.map((to) => [to, (payload: unknown) => note(() => record.sent.push({ to, payload: host.clean(payload) }))])),
    flow: {
      exit: (reason?: string) => end({ kind: "exit", reason }),
      delay: (delayMs?: number, left?: unknown) => pause({ kind: "delay", delayMs, context: host.clean(left) }),
      suspend: (timeoutMs?: number, left?: unknown) => pause({ kind: "suspend", timeoutMs, context: host.clean(left) }),
      rerun: (delayMs?: number, left?: unknown, maxRetries?: number) => pause({ kind: "rerun", delayMs, context: host.clean(left), maxRetries }),
      refreshTimeout: () => {
        note(() => {
          run.refresh?.();
          context.deadline = deadline();
        });
        return new Date(Number(context.deadline)).toISOString();
      },
    },
    files: host.files,
    context,
  };
}
