import { spawn, spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Moment } from "./moments.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const ANY_DAY = "2001-02-03T04:05";

/** Why Node cannot run at another time on this machine, and what to do about it; undefined if it can. */
export function problem(): string | undefined {
  const { error, stdout } = spawnSync("faketime", [`${ANY_DAY}:06Z`, process.execPath, "-p", "new Date().toISOString()"], { encoding: "utf8" });
  if (error) return "faketime is not installed; it sets the time for a process and its child processes. On Debian and Ubuntu: sudo apt-get update && sudo apt-get install -y faketime. On macOS: brew install libfaketime.";
  return stdout.startsWith(ANY_DAY) ? undefined : `faketime is installed, but does not set the time for ${process.execPath}.`;
}

export interface Outcome {
  ok: boolean;
  /** All output. */
  output: string;
  /** Real time. */
  seconds: number;
}

/**
 * Runs Node in the project's folder at a given moment, in a given time zone.
 * @param args script and arguments
 */
export function runAt({ at, zone }: Pick<Moment, "at" | "zone">, args: string[]): Promise<Outcome> {
  const started = performance.now();
  return new Promise((resolve) => {
    const child = spawn("faketime", [`${at}Z`, process.execPath, ...args], { cwd: root, env: { ...process.env, TZ: zone } });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text: string) => { output += text; });
    child.on("close", (code) => resolve({ ok: code === 0, output, seconds: (performance.now() - started) / 1000 }));
  });
}
