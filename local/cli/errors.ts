import { types } from "node:util";

/** Exit codes of the command line. */
export const EXIT = { ok: 0, failed: 1, usage: 2 } as const;

/** The command was used wrongly; the message says how it is meant. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** The command cannot do its work here; the message says what to do first. */
export class SetupError extends Error {
  override readonly name = "SetupError";
}

/** Errors whose cause is what was typed. */
const USAGE = new Set(["UsageError", "PropError"]);

/** An error, also one that Node made outside the realm of a test. */
export const isError = (error: unknown): error is Error => error instanceof Error || types.isNativeError(error);

/** The exit code for an error. */
export function exitCodeOf(error: unknown): number {
  return isError(error) && USAGE.has(error.name) ? EXIT.usage : EXIT.failed;
}

/** One readable message; with `debug` the stack and what the error carries as well. */
export function describeError(error: unknown, debug: boolean): string {
  if (!isError(error)) return String(error);
  if (!debug) return error.message || error.name;
  const data = Object.keys(error).length > 0 ? `\n${JSON.stringify(error, null, 2)}` : "";
  return `${error.stack ?? error.message}${data}`;
}

/** An error for programs: its name, its message, and what else it carries. */
export function errorData(error: unknown): Record<string, unknown> {
  return isError(error) ? { ...error, name: error.name, message: error.message } : { name: "Error", message: String(error) };
}
