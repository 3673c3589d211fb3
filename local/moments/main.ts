/**
 * npm run moments: runs the demo and time-dependent tests at unusual moments, such as clock changes, and in time zones far from
 * UTC. Exits 1 if one fails. Takes about a quarter of an hour.
 */
import { Command, InvalidArgumentError } from "commander";
import { availableParallelism } from "node:os";
import pc from "picocolors";
import { isZone } from "../sandbox/zone.ts";
import { counted } from "../../hosts/runtime/index.ts";
import { problem, runAt } from "./faketime.ts";
import { moments, timedTests } from "./moments.ts";
import type { Moment } from "./moments.ts";

interface Options { every: number; workers: number }

const CHECKS = {
  demo: ["--import", "tsx", "local/demo/main.ts"],
  tests: ["--experimental-vm-modules", "--no-warnings", "node_modules/jest/bin/jest.js", "--runInBand", ...timedTests],
};

function moment(text: string): string {
  const at = text.replace(/Z$/, "");
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/.test(at) || Number.isNaN(Date.parse(`${at}Z`))) throw new InvalidArgumentError("Write it in UTC, such as 2026-11-30T14:57.");
  return at;
}

function zone(text: string): string {
  if (!isZone(text)) throw new InvalidArgumentError("Write a time zone's name, such as Asia/Kathmandu.");
  return text;
}

function count(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError("Write a whole number above 0.");
  return number;
}

/** Runs the checks of a moment and prints the results; true if all passed. */
async function check(now: Moment): Promise<boolean> {
  const told: string[] = [];
  const failures: string[] = [];
  for (const name of now.tests ? ["demo", "tests"] as const : ["demo"] as const) {
    const { ok, output, seconds } = await runAt(now, CHECKS[name]);
    told.push(`${name} ${ok ? pc.green("✓") : pc.red("✗")} ${seconds.toFixed(1).padStart(6)} s`);
    if (!ok) failures.push(output);
  }
  console.log(`${now.at.padEnd(19)} UTC  ${now.zone.padEnd(20)}  ${told.join("  ").padEnd(now.tests ? 0 : 36)}  ${now.why}`);
  for (const output of failures) console.log(output.replace(/^/gm, "    "));
  if (failures.length > 0) console.log(`    Again: npm run moments -- ${now.at} ${now.zone}`);
  return failures.length === 0;
}

/** The given moment; without one, every n-th of those with tests, then every n-th of the others. */
function chosen(at: string | undefined, place: string, every: number): Moment[] {
  if (at !== undefined) return [{ at, zone: place, why: "as requested", tests: true }];
  const nth = (list: Moment[]) => list.filter((_, index) => index % every === 0);
  return [...nth(moments.filter(({ tests }) => tests)), ...nth(moments.filter(({ tests }) => !tests))];
}

async function main(at: string | undefined, place: string, { every, workers }: Options): Promise<void> {
  const obstacle = problem();
  if (obstacle !== undefined) {
    console.error(pc.red(obstacle));
    process.exitCode = 1;
    return;
  }
  const wanted = chosen(at, place, every);
  const started = performance.now();
  const left = wanted.values();
  const results: boolean[] = [];
  await Promise.all(Array.from({ length: workers }, async () => {
    for (const now of left) results.push(await check(now));
  }));
  const failed = results.filter((ok) => !ok).length;
  console.log(`${counted(wanted.length, "moment")} in ${((performance.now() - started) / 60_000).toFixed(1)} min: ${failed === 0 ? pc.green("all passed") : pc.red(`${failed} failed`)}`);
  process.exitCode = failed === 0 ? 0 : 1;
}

await new Command("moments")
  .description("Runs the demo and time-dependent tests at unusual moments, such as clock changes. Needs faketime.")
  .argument("[moment]", "only this moment, in UTC, such as 2026-11-30T14:57", moment)
  .argument("[zone]", "the machine's time zone", zone, "UTC")
  .option("--every <n>", "only every n-th moment", count, 1)
  .option("--workers <n>", "how many to run at a time", count, availableParallelism())
  .action(main)
  .parseAsync();
