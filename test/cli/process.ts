import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { Captured, DIST, waits } from "./support.ts";
import type { Ended, Running } from "./support.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
/** The command line as `npm run build` leaves it, which `npx highlevel` runs. */
export const BUILT = [fileURLToPath(new URL("../../dist/cli/main.mjs", import.meta.url))];
/** The command line as `npm run highlevel` runs it. */
export const FROM_SOURCE = ["--import", "tsx", fileURLToPath(new URL("../../local/cli/main.ts", import.meta.url))];

const started = new Set<ChildProcess>();

/** Ends what a failed test left running. */
export function killAll(): void {
  started.forEach((child) => child.kill("SIGKILL"));
}

/**
 * Starts the command line in a process of its own, as `start` does in this one.
 * @param program what Node runs
 */
export function spawnCli(program: string[], args: string[], env: Record<string, string> = {}): Running & { pid: number | undefined } {
  const child = spawn(process.execPath, [...program, ...args], {
    cwd: root,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, TMPDIR: process.env.TMPDIR, NO_COLOR: "1", HIGHLEVEL_DIST: DIST, ...env },
  });
  started.add(child);
  const [stdout, stderr] = [child.stdout.pipe(new Captured()), child.stderr.pipe(new Captured())];
  const ended = (async (): Promise<Ended> => {
    const [code] = await once(child, "close") as [number | null]; // as Node documents it
    started.delete(child);
    return { code, stdout: stdout.text, stderr: stderr.text };
  })();
  return { ...waits(stdout, stderr, ended), signal: (name) => void child.kill(name), ended, pid: child.pid };
}
