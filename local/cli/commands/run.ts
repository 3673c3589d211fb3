import type { Values } from "../../runtime/index.ts";
import { runAction } from "../../runtime/index.ts";
import { loadOperation } from "../catalog.ts";
import { connect } from "../connection.ts";
import type { Flags, Output } from "../output.ts";
import { oneLine, printableJson } from "../printable.ts";
import type { Surroundings } from "../surroundings.ts";

export interface RunFlags extends Flags {
  prop?: Values;
  /** s */
  timeout: number;
}

/** `run <slug>`: runs an action once and prints its summary and what it returned. */
export async function runCommand(slug: string, flags: RunFlags, output: Output, around: Surroundings): Promise<void> {
  const { row, component } = await loadOperation(slug, around.env, "action");
  const connection = await connect(flags, around, output);
  try {
    const result = await output.during(`${row.name} ...`, () => runAction(component, {
      props: flags.prop,
      auth: connection.auth,
      timeoutMs: flags.timeout * 1000,
      onLog: output.log,
    }));
    const { exports, returnValue, ended, durationMs } = result;
    if (output.json) {
      output.data({ summary: exports.$summary, returnValue, exports, ended, durationMs });
      return;
    }
    if (exports.$summary !== undefined) output.print(["green", oneLine(String(exports.$summary))]);
    if (returnValue !== undefined) output.print(printableJson(returnValue, 2));
    if (ended) output.say(`The action asked its workflow to ${ended.kind}${"reason" in ended && ended.reason ? `: ${ended.reason}` : ""}.`);
  } finally {
    await connection.close();
  }
}
