import fc from "fast-check";
import { histories } from "./history.ts";
import { Violation } from "./oracle.ts";
import { play } from "./play.ts";
import type { Theatre } from "./play.ts";
import { breakEveryStep } from "./steps.ts";
import type { WorldRow } from "./world.ts";

export interface Order {
  /** Random histories. */
  runs: number;
  seed: number;
  /** Which of the steps at which a run can break are broken: 1 (the default) is all of them, 2 every second one, and so on. */
  breakEvery?: number;
  /** Plays only the history of this path, as a failure has named it. */
  path?: string;
}

export interface Report {
  /** Random histories that were played. */
  histories: number;
  /** Histories that break off at each single step. */
  broken: number;
  seconds: number;
  /** Undefined: nothing was lost, repeated or made up. */
  failure?: string;
}

/** What went wrong, without the inner stack of a violation. */
export const reasonOf = (error: unknown): string => (error instanceof Violation ? error.message : error instanceof Error ? error.stack ?? error.message : String(error));

/** Plays random histories of a row's trigger, then one for each step at which a poll can break. Never rejects. */
export async function simulate(theatre: Theatre, row: WorldRow, { runs, seed, breakEvery = 1, path }: Order): Promise<Report> {
  const started = performance.now();
  const report = (played: number, broken: number, failure?: string): Report => ({ histories: played, broken, seconds: (performance.now() - started) / 1_000, failure });
  const outcome = await fc.check(fc.asyncProperty(histories, (history) => play(theatre, row, history)), {
    seed, ...(path === undefined ? { numRuns: runs } : { path, endOnFailure: true, numRuns: 1 }),
  });
  if (outcome.failed) return report(outcome.numRuns, 0, `--seed ${outcome.seed} --path "${outcome.counterexamplePath ?? ""}"\n${reasonOf(outcome.errorInstance)}`);
  if (path !== undefined) return report(outcome.numRuns, 0);
  try {
    return report(outcome.numRuns, await breakEveryStep(theatre, row, breakEvery));
  } catch (error) {
    return report(outcome.numRuns, 0, reasonOf(error));
  }
}
