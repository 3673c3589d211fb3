import { execFileSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { CatalogRow } from "../tools/catalog-row.ts";

const dist = new URL("../../dist/", import.meta.url);
const RUNS = 5;

const median = (numbers: number[]) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? NaN;

/** Cold import in a new process, ms: the median of five, of what Node itself reports around the import. */
function importMs(specifier: string): number {
  const code = `const t = performance.now(); await import(${JSON.stringify(specifier)}); console.log(performance.now() - t);`;
  const times = Array.from({ length: RUNS }, () => Number(execFileSync(process.execPath, ["--input-type=module", "-e", code], { encoding: "utf8" })));
  return median(times);
}

export interface FileFigures { slug: string; bytes: number; importMs: number; lines: number }

/** Size and cold import of each built component, beside importing @pipedream/platform alone. */
export function fileFigures(): { platformMs: number; files: FileFigures[] } {
  const rows = JSON.parse(readFileSync(new URL("catalog.json", dist), "utf8")) as CatalogRow[]; // written by the build
  const files = rows.map(({ slug, file }) => ({
    slug,
    bytes: statSync(new URL(file, dist)).size,
    importMs: importMs(new URL(file, dist).href),
    lines: readFileSync(fileURLToPath(new URL(`../${file.replace(/\.mjs$/, ".ts")}`, dist)), "utf8").trimEnd().split("\n").length,
  }));
  return { platformMs: importMs("@pipedream/platform"), files };
}
