/**
 * npm run safeguards: removes the safeguards of the polling engine from a private copy of the project, one at a time, and
 * shows which check notices. Exits 1 if a removal goes unnoticed. Takes longer than any other check.
 */
import { Command, InvalidArgumentError } from "commander";
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import pc from "picocolors";
import { didYouMean } from "../../hosts/runtime/index.ts";
import { safeguards } from "./safeguards.ts";
import type { Safeguard } from "./safeguards.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const COPIED = ["components", "common", "hosts", "local", "test", "package.json", "tsconfig.json"];
/** A check that takes longer than this never ends, ms: the tests of one safeguard, or the simulations of all its triggers. */
const LIMIT_MS = { tests: 480_000, simulation: 1_200_000 };
const RUNS = "150";
const SEED = "20261123";

/** A copy of the project in which things may be broken. */
function privateCopy(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "safeguards-"));
  for (const name of COPIED) cpSync(path.join(root, name), path.join(folder, name), { recursive: true });
  symlinkSync(path.join(root, "node_modules"), path.join(folder, "node_modules"), "junction");
  return folder;
}

function run(folder: string, script: string, args: string[], timeout = LIMIT_MS.tests): { ok: boolean; output: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], { cwd: folder, encoding: "utf8", timeout, killSignal: "SIGKILL", maxBuffer: 2 ** 28 });
  return { ok: status === 0, output: status === null ? "does not end" : stdout + stderr };
}

const tsx = path.join(root, "node_modules/tsx/dist/cli.mjs");
const jest = path.join(root, "node_modules/jest/bin/jest.js");

/** What the simulation finds wrong with the triggers; undefined if nothing. */
function simulation(folder: string, slugs: string[]): string | undefined {
  const { ok, output } = run(folder, tsx, ["local/simulation/main.ts", ...slugs, "--runs", RUNS, "--seed", SEED], LIMIT_MS.simulation);
  if (ok) return undefined;
  const lines = output.split("\n");
  const at = lines.findIndex((line) => line.includes("✗"));
  const trigger = /✗\S* (.*?) {2}/.exec(lines[at] ?? "")?.[1];
  return at < 0 ? output.trim().split("\n").at(-1)?.slice(0, 160) : `${trigger}: ${lines[at + 2]?.trim().slice(0, 160)}`;
}

/** The first of the engine's own tests that fails, scale tests included; undefined if all pass. */
function engineTests(folder: string, files: string[]): string | undefined {
  const { ok, output } = run(folder, "--experimental-vm-modules", ["--no-warnings", jest, "--config", "test/full.config.js", "--bail", ...files]);
  if (ok) return undefined;
  return /●\s+(.+)/.exec(output)?.[1]?.slice(0, 160) ?? output.slice(0, 160);
}

/** Checks, before minutes of work, that each safeguard is where its entry says. */
function expectThere({ name, file, find }: Safeguard): void {
  const times = readFileSync(path.join(root, file), "utf8").split(find).length - 1;
  if (times !== 1) throw new Error(`${name}: "${find}" is ${times} times in ${file}; adapt local/safeguards/safeguards.ts.`);
}

function remove(folder: string, { file, find, replace }: Safeguard): () => void {
  const target = path.join(folder, file);
  const whole = readFileSync(target, "utf8");
  writeFileSync(target, whole.split(find).join(replace));
  return () => writeFileSync(target, whole);
}

/** Runs the simulation, and if that notices nothing, the engine's tests. */
function check(folder: string, { name, slugs, tests }: Pick<Safeguard, "name" | "slugs" | "tests">): string | undefined {
  const built = run(folder, tsx, ["hosts/build.ts"]);
  if (!built.ok) throw new Error(`${name}: the copy does not build.\n${built.output}`);
  const simulated = slugs.length === 0 ? undefined : simulation(folder, slugs);
  if (simulated !== undefined) return `simulation, ${simulated}`;
  const tested = engineTests(folder, tests);
  return tested === undefined ? undefined : `test, ${tested}`;
}

function safeguard(name: string, before: string[] = []): string[] {
  const names = safeguards.map((known) => known.name);
  if (!names.includes(name)) throw new InvalidArgumentError(`There is no such safeguard.${didYouMean(name, names) || ` They are: ${names.join("; ")}.`}`);
  return [...before, name];
}

const { args: wanted } = new Command("safeguards")
  .description("Takes each safeguard of the polling engine away and shows which checks notice. All of them take longer than any other check.")
  .argument("[names...]", "only these, each in quotation marks", safeguard)
  .parse();
const chosen = safeguards.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
chosen.forEach(expectThere);
const folder = privateCopy();
let unnoticed = 0;
try {
  const everything = { name: "nothing removed", slugs: [...new Set(chosen.flatMap(({ slugs }) => slugs))], tests: [...new Set(chosen.flatMap(({ tests }) => tests))] };
  const control = check(folder, everything);
  if (control !== undefined) throw new Error(`With nothing removed, it already fails: ${control}`);
  for (const safeguard of chosen) {
    const restore = remove(folder, safeguard);
    const noticed = check(folder, safeguard);
    if (noticed === undefined) unnoticed++;
    console.log(`${noticed === undefined ? pc.red("✗") : pc.green("✓")} without ${pc.bold(safeguard.name)}, against ${safeguard.against} (${safeguard.file})\n    ${noticed ?? "nothing noticed"}`);
    restore();
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(unnoticed === 0 ? pc.green("Each removal was noticed.") : pc.red(`${unnoticed} removals went unnoticed.`));
process.exitCode = unnoticed === 0 ? 0 : 1;
