/** npm run highlevel -- <command>: the command line. */
import { CommanderError } from "commander";
import type { Command } from "commander";
import pc from "picocolors";
import { Masker } from "../runtime/index.ts";
import { EXIT, describeError, exitCodeOf } from "./errors.ts";
import { buildProgram } from "./program.ts";

const isDebug = process.argv.includes("--debug");
const masker = new Masker();

function report(error: unknown): number {
  process.stderr.write(`${pc.red("Error:")} ${masker.text(describeError(error, isDebug))}\n`);
  return exitCodeOf(error);
}

/** Has wrong usage rejected instead of ending the process, in subcommands too. */
function throwing(command: Command): Command {
  command.exitOverride();
  command.commands.forEach(throwing);
  return command;
}

async function main(): Promise<number> {
  const program = throwing(buildProgram({ env: process.env, masker }));
  try {
    await program.parseAsync();
    return EXIT.ok;
  } catch (error) {
    // Commander has printed its own message; code 0 are help and version.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
    return report(error);
  }
}

// A component that leaves a failing promise behind must end with a message, too.
process.on("unhandledRejection", (error) => process.exit(report(error)));
// The reader of a pipe may leave first (`| head`).
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? EXIT.ok : report(error)));

const code = await main();
// An abandoned run may still hold timers and connections; what was printed is written out first.
process.stdout.write("", () => process.exit(code));
