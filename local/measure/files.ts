import { execFileSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { distFolder, readCatalog } from "../cli/catalog.ts";

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
  const dist = distFolder(process.env);
  const files = readCatalog(process.env).map(({ slug, file }) => ({
    slug,
    bytes: statSync(path.join(dist, file)).size,
    importMs: importMs(pathToFileURL(path.join(dist, file)).href),
    lines: readFileSync(path.join(dist, "..", file.replace(/\.mjs$/, ".ts")), "utf8").trimEnd().split("\n").length,
  }));
  return { platformMs: importMs("@pipedream/platform"), files };
}
