#!/usr/bin/env node
/** npx highlevel <command>: the entry point of the command line. */
import { setTimeout as sleep } from "node:timers/promises";
import pc from "picocolors";
import { Masker } from "../../hosts/runtime/index.ts";
import { reportError, runCli } from "./cli.ts";
import { confirm } from "./confirm.ts";
import { EXIT } from "./errors.ts";
import type { Surroundings } from "./surroundings.ts";

const args = process.argv.slice(2);
const { env, stdin, stdout, stderr } = process;

const around: Surroundings = {
  env,
  platform: process.platform,
  stdin,
  stdout,
  stderr,
  color: pc.isColorSupported,
  masker: new Masker(),
  signals: process,
  exit: (code) => process.exit(code),
  ...(stdin.isTTY && { confirm }),
  sleep: (ms, signal) => sleep(ms, undefined, { signal }),
};

/** Ends the process once all output is written; a run that timed out may still hold timers and connections. */
const end = (code: number) => stdout.write("", () => process.exit(code));

// Also reports errors in promises and timers that a component left behind.
process.on("uncaughtException", (error) => end(reportError(error, args, around)));
// The reader of a pipe may close it first (`| head`).
stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? EXIT.ok : reportError(error, args, around)));

end(await runCli(args, around));
