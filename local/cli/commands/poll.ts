import type { EmittedEvent, Source, SourceResult, StateStore, Values } from "../../../hosts/runtime/index.ts";
import { PropError, checkProps, createSource, fileState, memoryState, counted } from "../../../hosts/runtime/index.ts";
import { loadOperation } from "../catalog.ts";
import { connect } from "../connection.ts";
import { describeError, errorData } from "../errors.ts";
import { interruption } from "../interruption.ts";
import type { Flags, Output } from "../output.ts";
import { preview } from "../preview.ts";
import { oneLine } from "../printable.ts";
import type { Surroundings } from "../surroundings.ts";
import { givenFields } from "../values.ts";
import type { Fields } from "../values.ts";

export interface PollFlags extends Flags, Fields {
  /** s */
  every: number;
  once?: boolean;
  /** Path of the state file. */
  state?: string;
  /** s */
  timeout: number;
}

function printEvent(output: Output, { event, id, summary, ts }: EmittedEvent): void {
  if (output.json) {
    output.data({ id, summary, ts, event });
    return;
  }
  const time = ts === undefined ? "" : `${new Date(ts).toISOString()}  `;
  output.print(["dim", time], ["green", oneLine(summary ?? String(id ?? "event"))]);
  output.print(["dim", `  ${preview(event)}`]);
}

/** Deploys a new source, or updates one whose props differ from those saved in its state. */
async function prepare(source: Source, props: Values, output: Output): Promise<SourceResult | undefined> {
  if (!source.deployed) return output.during("Deploying ...", () => source.deploy());
  if (!source.propsChanged) return undefined;
  output.say("The fields differ from those saved in the state: updating the trigger.");
  return output.during("Updating ...", () => source.update(props));
}

interface Watch {
  source: Source;
  flags: PollFlags;
  output: Output;
  signal: AbortSignal;
  sleep: Surroundings["sleep"];
}

/** Polls until interrupted; reports a failed poll and continues. Returns the number of polls. */
async function watch({ source, flags, output, signal, sleep }: Watch): Promise<number> {
  for (let polls = 1; ; polls++) {
    try {
      const { warnings } = await output.during("Polling ...", () => source.run());
      warnings.forEach((warning) => output.warn(warning));
    } catch (error) {
      if (flags.once || error instanceof PropError) throw error;
      output.warn(`This poll failed: ${describeError(error, flags.debug === true)}`);
      if (output.json) output.data({ error: errorData(error) });
    }
    if (flags.once || signal.aborted) return polls;
    const isOver = await output.during(`Next poll in ${flags.every} s; press Ctrl-C to stop.`, () => sleep(flags.every * 1000, signal).then(() => false, () => true));
    if (isOver) return polls;
  }
}

/** `poll <slug>`: deploys a trigger if its state is new, then polls it and prints its events. */
export async function pollCommand(slug: string, flags: PollFlags, output: Output, around: Surroundings): Promise<void> {
  const { row, component } = await loadOperation(slug, around.env, "source");
  const props = await givenFields(flags, output, around);
  await checkProps(component, props);
  const state: StateStore = flags.state === undefined ? memoryState() : fileState(flags.state);
  const { signal, stopListening } = interruption(around, () => output.say("Stopping after the current poll; press Ctrl-C again to stop at once."));
  let events = 0;
  try {
    const connection = await connect(flags, around, output, row);
    try {
      const source = createSource(component, {
        props,
        state,
        auth: connection.auth,
        timeoutMs: flags.timeout * 1000,
        onLog: output.log,
        onEvent: (event) => {
          events++;
          printEvent(output, event);
        },
      });
      const prepared = await prepare(source, props, output);
      prepared?.warnings.forEach((warning) => output.warn(warning));
      if (events > 0) output.say(`${counted(events, "event")} from the deployment (existing records). From now on, only new ones.`);
      if (!flags.once) output.say(`Polling every ${flags.every} s; press Ctrl-C to stop.`);
      const polls = signal.aborted ? 0 : await watch({ source, flags, output, signal, sleep: around.sleep });
      if (flags.state === undefined) await source.delete();
      output.say(`${row.name}: ${counted(events, "event")} in ${counted(polls, "poll")}.`);
    } finally {
      await connection.close();
    }
  } finally {
    stopListening();
    state.close();
  }
}
