/** A process that runs only one trigger, so that its memory and CPU time are those of the trigger. */
import diagnostics from "node:diagnostics_channel";
import { readFileSync, writeFileSync } from "node:fs";
import { createSource, loadComponent, memoryState } from "../../hosts/runtime/index.ts";
import type { EmittedEvent, Source, SourceResult, StateStore } from "../../hosts/runtime/index.ts";
import { VirtualClock } from "../simulation/clock.ts";
import type { Order, Outcome, Setup, EmittedRecord } from "./messages.ts";
import { references } from "./references.ts";

const KB = 1_024;
const clock = new VirtualClock(Date.now());

let source: Source;
let store: StateStore;
let idleBytes = 0;

/** Resets the kernel's peak of resident memory, if it can (Linux); elsewhere the peak is that of the whole process. */
function forgetPeak(): void {
  try {
    writeFileSync("/proc/self/clear_refs", "5");
  } catch {
    // Then the peak includes the start of the process: too much, never too little.
  }
}

/** Peak resident memory, bytes. */
function peakBytes(): number {
  try {
    const mark = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync("/proc/self/status", "utf8"));
    if (mark) return Number(mark[1]) * KB;
  } catch {
    // no such file system
  }
  return process.resourceUsage().maxRSS * KB;
}

function recordOf({ event, id }: EmittedEvent): EmittedRecord {
  const { id: record, _id, _event } = event as { id?: unknown; _id?: unknown; _event?: { kind?: string } }; // events are records; ours say their kind
  return { id: String(id), record: String(record ?? _id), kind: _event?.kind ?? "" };
}

async function open({ subject, props, auth, state, latencyMs }: Setup): Promise<void> {
  const component = "file" in subject ? await loadComponent(subject.file) : references[subject.reference]!;
  store = memoryState();
  if (state) store.save(state);
  source = createSource(component, { props, auth, state: store, timeoutMs: 2 ** 31 - 1, onLog: () => undefined });
  diagnostics.subscribe("http.client.response.finish", () => clock.pass(latencyMs));
  globalThis.gc?.();
  idleBytes = process.memoryUsage.rss();
}

async function measure(work: () => Promise<SourceResult>): Promise<Outcome> {
  forgetPeak();
  const cpu = process.cpuUsage();
  const begun = clock.now();
  let result: SourceResult | undefined;
  let error: string | undefined;
  try {
    result = await work();
  } catch (thrown) {
    const { message, result: done } = thrown as Error & { result?: SourceResult }; // the runtime's errors carry the partial result
    error = message;
    result = done;
  }
  const { user, system } = process.cpuUsage(cpu);
  const peak = peakBytes() - idleBytes;
  const state = store.load();
  if (!state) throw new Error("The trigger left no state.");
  return {
    emitted: (result?.emitted ?? []).map(recordOf),
    ...(error !== undefined && { error }),
    cpuMs: (user + system) / 1_000,
    peakBytes: peak,
    stateBytes: result?.stateBytes ?? 0,
    tookMs: clock.now() - begun,
    state,
  };
}

clock.install();
process.on("message", (order: Order) => {
  clock.set(order.at);
  const work = order.what === "open" ? open(order.setup) : measure(() => (order.what === "deploy" ? source.deploy() : source.run()));
  // Reports the error to the bench, which also sees that this process has ended.
  work.then((outcome) => process.send?.({ outcome }), (error: unknown) => process.send?.({ failure: error instanceof Error ? error.stack : String(error) }));
});
process.on("disconnect", () => process.exit());
