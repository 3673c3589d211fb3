import { randomUUID } from "node:crypto";
import omit from "lodash/omit.js";
import { Db } from "./db.ts";
import { ComponentFileError, withResult } from "./errors.ts";
import { Host } from "./host.ts";
import type { Component, LogEntry, RunOptions, Values } from "./types.ts";
import { componentName } from "./types.ts";

export interface ActionOptions extends RunOptions {
  /** Exports of earlier steps, by step name. */
  steps?: Values;
  /** Which run this is, for actions that use `$.flow.rerun`: its number, and the context the last one left. */
  rerun?: { runs: number; context?: unknown };
}

/** How an action asked its workflow to go on. */
export type Ended =
  | { kind: "exit"; reason?: string }
  | { kind: "suspend"; timeoutMs?: number }
  | { kind: "rerun"; delayMs?: number; context?: unknown; maxRetries?: number };

/** What one run of an action did. */
export interface ActionResult {
  /** What it exported by name, `$summary` among it. */
  exports: Values;
  returnValue: unknown;
  logs: LogEntry[];
  /** ms */
  durationMs: number;
  /** Set if it called `$.flow`. */
  ended?: Ended;
  /** Calls of `$.respond`. */
  responses: unknown[];
  /** Calls of `$.send`. */
  sent: { to: string; payload: unknown }[];
}

const DESTINATIONS = ["http", "email", "s3", "emit", "sse"];

/** What an action leaves behind, filled while it runs. */
type Record$ = Pick<ActionResult, "exports" | "responses" | "sent"> & { ended?: Ended; isClosed: boolean };

/** `$` of an action. Nothing of it has an effect once the record is closed. */
function context$(record: Record$, host: Host, clean: (value: unknown) => unknown, rerun: { runs: number; context?: unknown }): Values {
  const id = randomUUID();
  const note = (write: () => void) => {
    if (!record.isClosed) write();
  };
  const end = (ended: Ended) => note(() => {
    record.ended = ended;
  });
  // Nobody answers at these addresses: the run that called for them is over by then.
  const resume = { resume_url: `https://resume.invalid/${id}`, cancel_url: `https://cancel.invalid/${id}` };
  return {
    export: (name: string, value: unknown) => note(() => {
      record.exports[name] = clean(value);
    }),
    respond: async (response: unknown) => note(() => record.responses.push(clean(response))),
    send: Object.fromEntries(DESTINATIONS.map((to) => [to, (payload: unknown) => note(() => record.sent.push({ to, payload: clean(payload) }))])),
    flow: {
      exit: (reason?: string) => end({ kind: "exit", reason }),
      suspend: (timeoutMs?: number) => {
        end({ kind: "suspend", timeoutMs });
        return resume;
      },
      rerun: (delayMs?: number, context?: unknown, maxRetries?: number) => {
        end({ kind: "rerun", delayMs, context: clean(context), maxRetries });
        return resume;
      },
    },
    context: { id, ts: new Date(host.now()).toISOString(), deadline: host.now() + host.timeoutMs, JIT: false, run: rerun },
  };
}

/**
 * Runs an action once.
 * @throws PropError (props); the action's own error (a ComponentError of the same name) or RunTimeoutError, both with what
 * was done until then as `result`; ComponentFileError if the component is a source
 */
export async function runAction(component: Component, options: ActionOptions = {}): Promise<ActionResult> {
  if (component.type !== "action") throw new ComponentFileError(`${componentName(component)} is a source; deploy it instead of running it.`);
  const host = new Host(component, options);
  const { props, values } = await host.resolve(options.props ?? {});
  const record: Record$ = { exports: {}, responses: [], sent: [], isClosed: false };
  const clean = (value: unknown): unknown => {
    const json = JSON.stringify(value);
    return json === undefined ? undefined : JSON.parse(host.masker.json(json));
  };
  const db = new Db();
  const self = host.instance(props, values, {
    db: { get: (key) => db.get(key), set: (key, value) => db.set(key, value) },
    respond: (response) => void record.responses.push(response),
  });
  const $ = context$(record, host, clean, options.rerun ?? { runs: 1 });
  const { value, error, logs, durationMs } = await host.invoke("run", async () =>
    clean(await component.run.call(self, { steps: options.steps ?? {}, $ })));
  record.isClosed = true;
  const result: ActionResult = { ...omit(record, "isClosed"), returnValue: value, logs, durationMs };
  if (error) throw withResult(error, result);
  return result;
}
