/** npm run simulate: random histories of every trigger, in as many processes as there are cores. Exits 1 where one finds a mistake. */
import { Command, InvalidArgumentError } from "commander";
import { fork } from "node:child_process";
import { randomInt } from "node:crypto";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import pc from "picocolors";
import type { Done, Job } from "./worker.ts";
import { worlds } from "./worlds/index.ts";

interface Options { runs: number; seed: number; path?: string; workers: number }

function count(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 0) throw new InvalidArgumentError("It is not a whole number.");
  return number;
}

/** A trigger's histories are shared among its rows. */
const shareOf = (row: number, runs: number) => Math.ceil(runs / worlds.filter(({ slug }) => slug === worlds[row]?.slug).length);

const nameOf = (row: number) => [worlds[row]?.slug, worlds[row]?.when].filter(Boolean).join(": ");

function print({ row, histories, broken, seconds, failure }: Done): void {
  const mark = failure === undefined ? pc.green("✓") : pc.red("✗");
  console.log(`${mark} ${nameOf(row).padEnd(64)} ${histories.toLocaleString("en-US").padStart(7)} histories ${String(broken).padStart(4)} broken steps ${seconds.toFixed(1).padStart(6)} s`);
  if (failure !== undefined) console.log(failure.replace(/^/gm, "    "));
}

/** Hands the rows out to worker processes. */
async function runAll(rows: number[], { workers, ...order }: Options): Promise<Done[]> {
  const queue = [...rows];
  const done: Done[] = [];
  const work = () => new Promise<void>((resolve, reject) => {
    const next = queue.shift();
    if (next === undefined) return resolve();
    const worker = fork(fileURLToPath(new URL("./worker.ts", import.meta.url)));
    const give = (row: number) => worker.send({ row, ...order, runs: shareOf(row, order.runs) } satisfies Job);
    worker.on("message", (report: Done) => {
      done.push(report);
      print(report);
      const row = queue.shift();
      if (row === undefined) worker.disconnect();
      else give(row);
    });
    worker.on("error", reject);
    worker.on("exit", (code) => (code === 0 ? resolve() : reject(new Error(`A worker process ended with code ${code}.`))));
    give(next);
  });
  await Promise.all(Array.from({ length: workers }, work));
  return done;
}

async function main(slugs: string[], options: Options): Promise<void> {
  const rows = [...worlds.keys()].filter((row) => slugs.length === 0 || slugs.includes(worlds[row]?.slug ?? ""));
  const unknown = slugs.filter((slug) => !worlds.some((world) => world.slug === slug));
  if (unknown.length > 0) throw new Error(`There is no trigger ${unknown.join(", ")}.`);
  console.log(`seed ${options.seed}, ${options.runs.toLocaleString("en-US")} histories of each trigger, ${rows.length} worlds, ${options.workers} processes`);
  const started = performance.now();
  const done = await runAll(rows, options);
  const failed = done.filter(({ failure }) => failure !== undefined);
  const sum = (field: "histories" | "broken") => done.reduce((total, report) => total + report[field], 0).toLocaleString("en-US");
  const triggers = new Set(done.map(({ row }) => worlds[row]?.slug)).size;
  console.log(`${triggers} triggers, ${sum("histories")} random histories and ${sum("broken")} with a poll broken at one step, ${((performance.now() - started) / 60_000).toFixed(1)} min: ${failed.length === 0 ? pc.green("nothing lost, nothing repeated, nothing made up") : pc.red(`${failed.length} failed`)}`);
  process.exitCode = failed.length === 0 ? 0 : 1;
}

await new Command("simulate")
  .description("Plays random histories of the triggers against the sandbox and checks every event.")
  .argument("[slugs...]", "only these triggers")
  .option("--runs <count>", "random histories of each trigger, shared among its worlds", count, 1_000)
  .option("--seed <number>", "of all chance; another one each time unless told", count, randomInt(2 ** 31))
  .option("--path <path>", "replays the one history that a failure has named")
  .option("--workers <count>", "processes", count, availableParallelism())
  .action(main)
  .parseAsync();
