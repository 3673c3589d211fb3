import { fork } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Order } from "./simulate.ts";
import type { Done, Job } from "./worker.ts";
import { models } from "./models/index.ts";

/** More than a simulation needs; without a limit, V8 lets gigabytes of garbage pile up. */
const HEAP_MB = 768;
const WORKER = fileURLToPath(new URL("./worker.ts", import.meta.url));

/** The rows of a trigger share its histories. */
const shareOf = (row: number, runs: number) => Math.ceil(runs / models.filter(({ slug }) => slug === models[row]?.slug).length);

/** The name of a row of `models`. */
export function nameOf(row: number): string {
  return [models[row]?.slug, models[row]?.when].filter(Boolean).join(": ");
}

/**
 * Simulates rows of `models` in processes of their own, since each takes over its process's clock.
 * @param order `runs` is the number of histories of each trigger, shared among its rows
 * @param processes how many at a time
 * @param report is called as each row is done
 * @throws if a process ends early; the others are then stopped
 */
export async function simulateAll(rows: number[], order: Order, processes: number, report: (done: Done) => void): Promise<void> {
  const queue = [...rows];
  const workers: ChildProcess[] = [];
  const work = () => new Promise<void>((resolve, reject) => {
    const first = queue.shift();
    if (first === undefined) return resolve();
    const worker = fork(WORKER, { execArgv: [`--max-old-space-size=${HEAP_MB}`, "--import", "tsx"] });
    workers.push(worker);
    const give = (row: number) => worker.send({ row, ...order, runs: shareOf(row, order.runs) } satisfies Job);
    worker.on("message", (done: Done) => {
      report(done);
      const next = queue.shift();
      if (next === undefined) worker.disconnect();
      else give(next);
    });
    worker.on("error", reject);
    worker.on("exit", (code, signal) => (code === 0 ? resolve() : reject(new Error(`A process of the simulation ended with ${signal ?? `code ${code}`}.`))));
    give(first);
  });
  try {
    await Promise.all(Array.from({ length: processes }, work));
  } finally {
    for (const worker of workers) worker.kill();
  }
}
