/** npm run highlevel -- <command>: the command line in a process of its own. */
import { setTimeout as sleep } from "node:timers/promises";
import pc from "picocolors";
import { Masker } from "../runtime/index.ts";
import { reportError, runCli } from "./cli.ts";
import { confirm } from "./confirm.ts";
import { EXIT } from "./errors.ts";
import type { Surroundings } from "./surroundings.ts";

const args = process.argv.slice(2);
const { env, stdin, stdout, stderr } = process;

const around: Surroundings = {
  env,
  stdout,
  stderr,
  color: pc.isColorSupported,
  masker: new Masker(),
  signals: process,
  exit: (code) => process.exit(code),
  ...(stdin.isTTY && { confirm }),
  sleep: (ms, signal) => sleep(ms, undefined, { signal }),
};

// A component that leaves a failing promise behind must end with a message, too.
process.on("unhandledRejection", (error) => process.exit(reportError(error, args, around)));
// The reader of a pipe may leave first (`| head`).
stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? EXIT.ok : reportError(error, args, around)));

const code = await runCli(args, around);
// An abandoned run may still hold timers and connections; what was printed is written out first.
stdout.write("", () => process.exit(code));
