/** What each action returned in the sandbox: `npm run golden` records it, and the end-to-end tests compare its shape. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("./samples/", import.meta.url));

const fileOf = (suite: string) => `${folder}${suite}.json`;

/** The samples of one suite of end-to-end tests, by the slug of the action. */
export function samplesOf(suite: string): Record<string, unknown> {
  return existsSync(fileOf(suite)) ? JSON.parse(readFileSync(fileOf(suite), "utf8")) as Record<string, unknown> : {}; // written below
}

/** The samples of all actions, by slug. */
export function allSamples(): Record<string, unknown> {
  return Object.assign({}, ...readdirSync(folder).map((file) => samplesOf(file.replace(/\.json$/, "")))) as Record<string, unknown>;
}

/** Keeps the samples of a suite, one line an action: a change shows where it is. */
export function saveSamples(suite: string, samples: Record<string, unknown>): void {
  const lines = Object.entries(samples).map(([slug, sample]) => `${JSON.stringify(slug)}: ${JSON.stringify(sample)}`);
  writeFileSync(fileOf(suite), `{\n${lines.join(",\n")}\n}\n`);
}
