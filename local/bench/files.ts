import { execFileSync } from "node:child_process";
import { statSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { builtFile } from "./rig.ts";

const RUNS = 5;

/** The median. */
export const median = (numbers: number[]): number => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? NaN;

/**
 * Time of a cold import in a new process, ms: the median of five, measured in that process.
 * @param specifier a package, or the URL of a file
 */
export function importMs(specifier: string): number {
  const code = `const t = performance.now(); await import(${JSON.stringify(specifier)}); console.log(performance.now() - t);`;
  return median(Array.from({ length: RUNS }, () => Number(execFileSync(process.execPath, ["--input-type=module", "-e", code], { encoding: "utf8" }))));
}

export interface FileFigures {
  bytes: number;
  importMs: number;
}

/** Size and cold import of a built trigger. */
export function fileFigures(slug: string): FileFigures {
  const file = builtFile(slug);
  return { bytes: statSync(file).size, importMs: importMs(pathToFileURL(file).href) };
}
