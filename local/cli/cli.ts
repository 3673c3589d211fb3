import { CommanderError } from "commander";
import pc from "picocolors";
import { EXIT, describeError, exitCodeOf } from "./errors.ts";
import { buildProgram } from "./program.ts";
import { printable } from "./printable.ts";
import type { Surroundings } from "./surroundings.ts";

const FIELDS_HINT = "Fields of an operation are given as --prop name=value, such as --prop email=ann@example.com.\n";

/**
 * Tells people of an error, without values of the account.
 * @param args of the command line; `--debug` among them asks for the stack
 * @returns the exit code
 */
export function reportError(error: unknown, args: string[], { stderr, masker, color }: Surroundings): number {
  stderr.write(`${pc.createColors(color).red("Error:")} ${printable(masker.text(describeError(error, args.includes("--debug"))))}\n`);
  return exitCodeOf(error);
}

/**
 * Runs the command line.
 * @param args without program and script
 * @returns the exit code; what a component that was abandoned still does may go on
 */
export async function runCli(args: string[], around: Surroundings): Promise<number> {
  try {
    await buildProgram(around).parseAsync(args, { from: "user" });
    return EXIT.ok;
  } catch (error) {
    // Commander has printed its own message; code 0 are help and version.
    if (error instanceof CommanderError) {
      if (error.code === "commander.unknownOption") around.stderr.write(FIELDS_HINT);
      return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
    }
    return reportError(error, args, around);
  }
}
