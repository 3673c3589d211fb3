/** npm run simulate: random histories of every trigger, in as many processes as there are cores. Exits 1 if one of them finds a mistake. */
import { Command, InvalidArgumentError } from "commander";
import { randomInt } from "node:crypto";
import { availableParallelism } from "node:os";
import pc from "picocolors";
import type { Done } from "./worker.ts";
import { nameOf, simulateAll } from "./workers.ts";
import { didYouMean } from "../../hosts/runtime/index.ts";
import { models } from "./models/index.ts";

interface Options { runs: number; seed: number; breakEvery: number; path?: string; workers: number }

function count(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 0) throw new InvalidArgumentError("It is not a whole number.");
  return number;
}

function trigger(slug: string, before: string[] = []): string[] {
  const known = new Set(models.map((model) => model.slug));
  if (!known.has(slug)) throw new InvalidArgumentError(`There is no such trigger.${didYouMean(slug, known)}`);
  return [...before, slug];
}

function print({ row, histories, broken, seconds, failure }: Done): void {
  const mark = failure === undefined ? pc.green("✓") : pc.red("✗");
  console.log(`${mark} ${nameOf(row).padEnd(64)} ${histories.toLocaleString("en-US").padStart(7)} histories ${String(broken).padStart(4)} broken steps ${seconds.toFixed(1).padStart(6)} s`);
  if (failure !== undefined) console.log(failure.replace(/^/gm, "    "));
}

async function main(slugs: string[], { workers, ...order }: Options): Promise<void> {
  const rows = [...models.keys()].filter((row) => slugs.length === 0 || slugs.includes(models[row]?.slug ?? ""));
  console.log(`seed ${order.seed}, ${order.runs.toLocaleString("en-US")} histories of each trigger, ${rows.length} models, ${workers} processes`);
  const started = performance.now();
  const done: Done[] = [];
  await simulateAll(rows, order, workers, (report) => {
    done.push(report);
    print(report);
  });
  const failed = done.filter(({ failure }) => failure !== undefined);
  const sum = (field: "histories" | "broken") => done.reduce((total, report) => total + report[field], 0).toLocaleString("en-US");
  const triggers = new Set(done.map(({ row }) => models[row]?.slug)).size;
  console.log(`${triggers} triggers, ${sum("histories")} random histories and ${sum("broken")} with a poll broken at one step, ${((performance.now() - started) / 60_000).toFixed(1)} min: ${failed.length === 0 ? pc.green("nothing lost, nothing repeated, nothing made up") : pc.red(`${failed.length} failed`)}`);
  process.exitCode = failed.length === 0 ? 0 : 1;
}

await new Command("simulate")
  .description("Runs random histories of the triggers against the sandbox and checks every event.")
  .argument("[slugs...]", "only these triggers", trigger)
  .option("--runs <count>", "random histories of each trigger, shared among its models", count, 1_000)
  .option("--seed <number>", "of all chance; another one each time unless told", count, randomInt(2 ** 31))
  .option("--break-every <count>", "of the steps at which a run can break, 1 breaks all, 2 every second one", count, 1)
  .option("--path <path>", "replays the one history that a failure has named")
  .option("--workers <count>", "processes", count, availableParallelism())
  .action(main)
  .parseAsync();
