import { spawn } from "node:child_process";
import type { ChildProcessWithoutNullStreams } from "node:child_process";
import { cpSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** Inside node_modules, so that the packages are found from there. */
const BUNDLE = path("../../node_modules/.cache/cli-test");

/**
 * Bundles the command line, so that the many child processes start in a third of the time.
 * The API facts are read from beside the code; they are copied along.
 */
export async function bundleCli(): Promise<void> {
  await build({
    entryPoints: [path("../../local/cli/main.ts")],
    outdir: BUNDLE,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    platform: "node",
    format: "esm",
    packages: "external",
    logLevel: "error",
  });
  cpSync(path("../../local/facts"), BUNDLE, { recursive: true, filter: (file) => !file.endsWith(".ts") });
}

const BUNDLED = [`${BUNDLE}/main.mjs`];
/** The command line as npm runs it. */
export const FROM_SOURCE = ["--import", "tsx", path("../../local/cli/main.ts")];

export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

export interface Running {
  child: ChildProcessWithoutNullStreams;
  /** Resolves once stdout has so many lines. */
  lines(count: number): Promise<string[]>;
  ended: Promise<Ended>;
}

const started = new Set<ChildProcessWithoutNullStreams>();

/** Ends what a failed test left running. */
export function killAll(): void {
  started.forEach((child) => child.kill("SIGKILL"));
}

/** Starts the command line in a child process, with the fixture's components and nothing but `env` of ours in its environment. */
export function start(args: string[], env: Record<string, string> = {}, program = BUNDLED): Running {
  const child = spawn(process.execPath, [...program, ...args], {
    cwd: path("../.."),
    env: { PATH: process.env.PATH, HOME: process.env.HOME, TMPDIR: process.env.TMPDIR, NO_COLOR: "1", HIGHLEVEL_DIST: path("./fixtures/dist"), ...env },
  });
  started.add(child);
  child.on("close", () => started.delete(child));
  let stdout = "";
  let stderr = "";
  const waiting: (() => void)[] = [];
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
    waiting.forEach((check) => check());
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
  });
  const ended = new Promise<Ended>((resolve) => child.on("close", (code) => resolve({ code, stdout, stderr })));
  return {
    child,
    ended,
    lines: (count) => new Promise((resolve, reject) => {
      const check = () => {
        const complete = stdout.split("\n").slice(0, -1);
        if (complete.length >= count) resolve(complete);
      };
      waiting.push(check);
      void ended.then(() => reject(new Error(`It ended after too few lines.\n${stdout}\n${stderr}`)));
      check();
    }),
  };
}

/** Runs a command to its end. */
export function cli(args: string[], env?: Record<string, string>): Promise<Ended> {
  return start(args, env).ended;
}
