import { types } from "node:util";

/** Exit codes of the command line. */
export const EXIT = { ok: 0, failed: 1, usage: 2 } as const;

/** The command was used wrongly; the message says how to use it. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** Something the command needs is missing; the message says what to do first. */
export class SetupError extends Error {
  override readonly name = "SetupError";
}

/** Errors caused by the command line. */
const USAGE = new Set(["UsageError", "PropError"]);

/** True for errors, including those from outside a test's realm. */
export const isError = (error: unknown): error is Error => error instanceof Error || types.isNativeError(error);

/** The exit code for an error. */
export function exitCodeOf(error: unknown): number {
  return isError(error) && USAGE.has(error.name) ? EXIT.usage : EXIT.failed;
}

/** A readable message; with `debug`, also the stack and the error's data. */
export function describeError(error: unknown, debug: boolean): string {
  if (!isError(error)) return String(error);
  if (!debug) return error.message || error.name;
  const data = Object.keys(error).length > 0 ? `\n${JSON.stringify(error, null, 2)}` : "";
  return `${error.stack ?? error.message}${data}`;
}

/** An error for programs: its name, message and data. */
export function errorData(error: unknown): Record<string, unknown> {
  return isError(error) ? { ...error, name: error.name, message: error.message } : { name: "Error", message: String(error) };
}
