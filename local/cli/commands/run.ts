import type { Component } from "../../../hosts/runtime/index.ts";
import { checkProps, runAction } from "../../../hosts/runtime/index.ts";
import { loadOperation } from "../catalog.ts";
import { connect } from "../connection.ts";
import type { Connection } from "../connection.ts";
import { UsageError } from "../errors.ts";
import type { Flags, Output } from "../output.ts";
import { oneLine, printableJson } from "../printable.ts";
import type { Surroundings } from "../surroundings.ts";
import { givenFields } from "../values.ts";
import type { Fields } from "../values.ts";

export interface RunFlags extends Flags, Fields {
  yes?: boolean;
  /** s */
  timeout: number;
}

/**
 * Asks for confirmation before an irreversible action in a real account.
 * @throws UsageError where it is refused, or nobody can be asked
 */
async function makeSure(name: string, { annotations }: Component, { isLive }: Connection, { yes }: RunFlags, { confirm }: Surroundings): Promise<void> {
  if (!isLive || yes || annotations?.destructiveHint !== true) return;
  const says = `${name} deletes or overwrites data in a real HighLevel account.`;
  if (!confirm) throw new UsageError(`${says} To run it anyway, add --yes. To try it first, add --sandbox.`);
  if (!await confirm(`${says} Continue?`)) throw new UsageError(`${name} was not run.`);
}

/** `run <slug>`: runs an action once and prints its summary and return value. */
export async function runCommand(slug: string, flags: RunFlags, output: Output, around: Surroundings): Promise<void> {
  const { row, component } = await loadOperation(slug, around.env, "action");
  const props = await givenFields(flags, output, around);
  await checkProps(component, props);
  const connection = await connect(flags, around, output, row);
  try {
    await makeSure(row.name, component, connection, flags, around);
    const result = await output.during(`${row.name} ...`, () => runAction(component, {
      props,
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
