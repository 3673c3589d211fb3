import { Db } from "./db.ts";
import { ComponentFileError, withResult } from "./errors.ts";
import { Host } from "./host.ts";
import type { Run } from "./host.ts";
import type { Rerun, StepRecord } from "./step.ts";
import { stepContext } from "./step.ts";
import type { Component, LogEntry, RunOptions, Values } from "./types.ts";
import { componentName } from "./types.ts";

export interface ActionOptions extends RunOptions {
  /** Exports of earlier steps, by step name. */
  steps?: Values;
  /** Which run this is, for actions that use `$.flow.rerun` or `$.flow.suspend`; by default the first. */
  rerun?: Rerun;
}

/** What one run of an action did. */
export interface ActionResult extends StepRecord {
  returnValue: unknown;
  logs: LogEntry[];
  /** ms */
  durationMs: number;
}

/**
 * Runs an action once.
 * @throws PropError for wrong props; the action's own error (a ComponentError of the same name) or RunTimeoutError, both with
 * the partial `result`; ComponentFileError if the component is a source
 */
export async function runAction(component: Component, options: ActionOptions = {}): Promise<ActionResult> {
  const { run: method } = component;
  if (component.type !== "action" || !method) throw new ComponentFileError(`${componentName(component)} is a source; deploy it instead of running it.`);
  const host = new Host(component, options);
  const { props, values } = await host.resolve(options.props ?? {});
  const record: StepRecord = { exports: {}, responses: [], sent: [] };
  const run: Run = { isOver: false };
  const db = new Db();
  const self = host.instance(props, values, {
    db: { get: (key) => db.get(key), set: (key, value) => db.set(key, value) },
    respond: (response) => void (run.isOver || record.responses.push(host.clean(response))),
    isOver: () => run.isOver,
  });
  const $ = stepContext(record, host, run, options.rerun ?? { runs: 1 });
  const { value, error, logs, durationMs } = await host.invoke("run", async () =>
    host.clean(await method.call(self, { steps: options.steps ?? {}, $ })), run);
  const result: ActionResult = { ...record, returnValue: value, logs, durationMs };
  if (error) throw withResult(error, result);
  return result;
}
