import fc from "fast-check";
import { histories } from "./history.ts";
import { Violation } from "./oracle.ts";
import { runHistory } from "./scenario.ts";
import type { SimulationHost } from "./scenario.ts";
import { breakEveryStep } from "./steps.ts";
import type { ModelRow } from "./model.ts";

export interface Order {
  /** Random histories. */
  runs: number;
  seed: number;
  /** At which steps to break a run: 1 (the default) is at every step, 2 at every second, and so on. */
  breakEvery?: number;
  /** Runs only the history of this path, which a failure names. */
  path?: string;
}

export interface Report {
  /** How many random histories were run. */
  histories: number;
  /** How many histories with a break at a single step were run. */
  broken: number;
  seconds: number;
  /** Undefined if nothing was lost, repeated or made up. */
  failure?: string;
}

/** What went wrong, without the inner stack of a violation. */
export const reasonOf = (error: unknown): string => (error instanceof Violation ? error.message : error instanceof Error ? error.stack ?? error.message : String(error));

/** Runs random histories of a row's trigger, then one for each step at which a poll can break. Never rejects. */
export async function simulate(host: SimulationHost, row: ModelRow, { runs, seed, breakEvery = 1, path }: Order): Promise<Report> {
  const started = performance.now();
  const report = (ran: number, broken: number, failure?: string): Report => ({ histories: ran, broken, seconds: (performance.now() - started) / 1_000, failure });
  const outcome = await fc.check(fc.asyncProperty(histories, (history) => runHistory(host, row, history)), {
    seed, ...(path === undefined ? { numRuns: runs } : { path, endOnFailure: true, numRuns: 1 }),
  });
  if (outcome.failed) return report(outcome.numRuns, 0, `--seed ${outcome.seed} --path "${outcome.counterexamplePath ?? ""}"\n${reasonOf(outcome.errorInstance)}`);
  if (path !== undefined) return report(outcome.numRuns, 0);
  try {
    return report(outcome.numRuns, await breakEveryStep(host, row, breakEvery));
  } catch (error) {
    return report(outcome.numRuns, 0, reasonOf(error));
  }
}
