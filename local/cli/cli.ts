import { CommanderError } from "commander";
import upperFirst from "lodash/upperFirst.js";
import pc from "picocolors";
import { EXIT, UsageError, describeError, errorData, exitCodeOf, isError } from "./errors.ts";
import { fieldsHint, hintFor } from "./hints.ts";
import { buildProgram } from "./program.ts";
import { printable, printableJson } from "./printable.ts";
import type { Surroundings } from "./surroundings.ts";

/** Errors about fields, from the runtime and from components. */
const OF_FIELDS = new Set(["PropError", "ConfigurationError"]);

/**
 * Reports an error, with the account's values masked: to people on stderr, and with `--json` to programs on stdout.
 * @param args of the command line; `--json` adds JSON, `--debug` the stack
 * @param hint what to do about it, in addition to the error's message
 * @returns the exit code
 */
export function reportError(error: unknown, args: string[], { stdout, stderr, masker, color }: Surroundings, hint = ""): number {
  const says = masker.text(describeError(error, args.includes("--debug")));
  stderr.write(`${pc.createColors(color).red("Error:")} ${printable([says, hint].filter(Boolean).join("\n"))}\n`);
  if (args.includes("--json")) stdout.write(`${printableJson({ error: masker.data(errorData(error)) })}\n`);
  return exitCodeOf(error);
}

/** Rewords an error of commander, with a hint at what was probably meant. */
function usageError(error: CommanderError, args: string[], env: NodeJS.ProcessEnv): UsageError {
  if (error.code === "commander.help") return new UsageError("Give one of these commands.");
  const [first = "", ...rest] = upperFirst(error.message.replace(/^error: /, "")).split("\n");
  return new UsageError([/[.?!]$/.test(first) ? first : `${first}.`, ...rest, hintFor(error, args, env)].filter(Boolean).join("\n"));
}

/**
 * Runs the command line.
 * @param args without program and script
 * @returns the exit code; a component that timed out may still be running
 */
export async function runCli(args: string[], around: Surroundings): Promise<number> {
  try {
    await buildProgram(around).parseAsync(args, { from: "user" });
    return EXIT.ok;
  } catch (error) {
    if (!(error instanceof CommanderError)) {
      const isOfFields = isError(error) && OF_FIELDS.has(error.name) && !args.includes("--debug");
      return reportError(error, args, around, isOfFields ? await fieldsHint(error, args, around.env) : "");
    }
    // Help and version, which commander has printed, are not errors.
    return error.exitCode === 0 ? EXIT.ok : reportError(usageError(error, args, around.env), args, around);
  }
}
