#!/usr/bin/env node
/** npx highlevel <command>: the command line in a process of its own. */
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

/** Ends the process once what was printed is written out; an abandoned run may still hold timers and connections. */
const end = (code: number) => stdout.write("", () => process.exit(code));

// A component that leaves a failing promise or timer behind must end with a message, too.
process.on("uncaughtException", (error) => end(reportError(error, args, around)));
// The reader of a pipe may leave first (`| head`).
stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? EXIT.ok : reportError(error, args, around)));

end(await runCli(args, around));
