/** npm run bench: what polling costs, compared with two common strategies. Writes figures, charts and the tables of docs/benchmarks.md; exits 1 if a promise is broken. */
import { Command } from "commander";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import pc from "picocolors";
import { readCatalog } from "../cli/catalog.ts";
import { catalog } from "../facts/index.ts";
import { SimulationHost } from "../simulation/scenario.ts";
import { models } from "../simulation/models/index.ts";
import { idleChart, mistakesChart } from "./charts.ts";
import { broken } from "./checks.ts";
import { Scene } from "./compare.ts";
import { fileFigures, importMs } from "./files.ts";
import { buildGuest } from "./guest-process.ts";
import { fill, generatedParts } from "./page.ts";
import { randomHistories } from "./random.ts";
import type { RandomFigures } from "./random.ts";
import { allChecks } from "./results.ts";
import type { Compared, Results, TriggerRow } from "./results.ts";
import { backlog, burst, busyConversations, largeAccount, wholeLists } from "./scale.ts";
import type { ScaleFigures } from "./scale.ts";
import { situations } from "./situations.ts";
import { OURS, SIZES, idleBySize, strategies, strategyCosts } from "./strategies.ts";
import { listed, plain } from "./table.ts";
import { comparisonTable, costsTable, idleTable, requestsTable, weightTable } from "./tables.ts";
import { triggerFigures } from "./triggers.ts";

const page = fileURLToPath(new URL("../../docs/benchmarks.md", import.meta.url));
const usual = fileURLToPath(new URL("../../docs/bench/bench.json", import.meta.url));

const HISTORIES = 200;
const SEED = 1;

const started = performance.now();
const say = (text: string) => console.log(`${pc.bold(text)} ${pc.dim(`${((performance.now() - started) / 1_000).toFixed(0)} s`)}`);

/** The model that a trigger is measured in: its plain one, if there are several. */
const modelOf = (slug: string) => models.find((row) => row.slug === slug && row.when === undefined) ?? models.find((row) => row.slug === slug);

/** Runs `work` in a new sandbox. */
async function withHost<T>(work: (host: SimulationHost) => Promise<T>): Promise<T> {
  const host = await SimulationHost.open();
  try {
    return await work(host);
  } finally {
    await host.close();
  }
}

async function measureTriggers(slugs: string[]): Promise<TriggerRow[]> {
  say(`Size and import of ${slugs.length} triggers`);
  const files = new Map(slugs.map((slug) => [slug, fileFigures(slug)]));
  say(`Polls of ${slugs.length} triggers`);
  const rows = await withHost(async (host) => {
    const measured: TriggerRow[] = [];
    for (const [slug, file] of files) {
      const row = modelOf(slug);
      if (row) measured.push({ ...await triggerFigures(host, row), ...file });
    }
    return measured;
  });
  console.log(plain(requestsTable({ triggers: rows })));
  console.log(plain(weightTable({ triggers: rows })));
  return rows;
}

async function compare(): Promise<Pick<Results, "situations" | "random" | "costs">> {
  say("Comparison with two common ways of polling");
  const row = modelOf(OURS);
  if (!row) throw new Error(`${OURS} has no model.`);
  return withHost(async (host) => {
    const compared: Compared[] = [];
    const random: Record<string, RandomFigures> = {};
    const all = await strategies();
    for (const { name, what, play } of situations) {
      const tallies: Compared["tallies"] = {};
      for (const strategy of all) {
        const scene = new Scene(host, strategy);
        await play(scene);
        tallies[strategy.name] = await scene.end();
      }
      compared.push({ name, what, tallies });
    }
    for (const strategy of all) random[strategy.name] = await randomHistories(host, row, strategy, HISTORIES, SEED);
    console.log(plain(comparisonTable({ situations: compared, random })));
    const costs = await strategyCosts(host);
    console.log(plain(costsTable({ costs })));
    return { situations: compared, random, costs };
  });
}

async function scale(): Promise<Pick<Results, "scale" | "freeHeapMb" | "idleBySize">> {
  say("Large cases");
  return withHost(async (host) => {
    const figures: ScaleFigures[] = [
      await burst(host, 500), await burst(host, 100), ...await wholeLists(host), await backlog(host), await busyConversations(host),
    ];
    const bySize = { sizes: SIZES, requests: await idleBySize(host) };
    const large = await largeAccount(host);
    figures.push(...large.figures);
    for (const { name, checks } of figures) console.log(`${name}\n${listed(checks)}`);
    console.log(plain(idleTable({ idleBySize: bySize })));
    return { scale: figures, freeHeapMb: large.freeHeapMb, idleBySize: bySize };
  });
}

async function main({ out }: { out: string }): Promise<void> {
  await buildGuest();
  const slugs = readCatalog(process.env).filter(({ type, slug }) => type === "source" && modelOf(slug)).map(({ slug }) => slug);
  const results: Results = {
    machine: { node: process.versions.node, cores: availableParallelism() },
    platformMs: importMs("@pipedream/platform"),
    triggers: await measureTriggers(slugs),
    ...await compare(),
    ...await scale(),
  };
  const folder = path.dirname(path.resolve(out));
  await mkdir(folder, { recursive: true });
  await writeFile(out, `${JSON.stringify(results, null, 2)}\n`);
  await writeFile(path.join(folder, "mistakes.svg"), mistakesChart(results));
  await writeFile(path.join(folder, "idle.svg"), idleChart(results));
  if (path.resolve(out) === usual) await writeFile(page, fill(await readFile(page, "utf8"), generatedParts(results)));
  const checks = allChecks(results, catalog().filter(({ type }) => type === "trigger").map(({ slug }) => slug));
  const missed = broken(checks);
  say(`${checks.length - missed.length} of ${checks.length} requirements met`);
  if (missed.length > 0) console.log(listed(missed));
  process.exitCode = missed.length === 0 ? 0 : 1;
}

const program = new Command("bench")
  .description("Measures what polling costs, beside two usual ways of polling")
  .option("--out <file>", "where the figures go as JSON, the charts beside it; elsewhere than usual, the docs stay as they are", usual);
await main(program.parse().opts<{ out: string }>());
