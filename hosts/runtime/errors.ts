/** The runtime's own errors. Each message says what happened, where, and what to do. */

/** Props are missing, unknown or of the wrong type. `problems` has one sentence each. */
export class PropError extends Error {
  override readonly name = "PropError";

  constructor(readonly problems: string[]) {
    super(problems.join("\n"));
  }
}

/** A file is not a component, or has an invalid app prop or propDefinition. */
export class ComponentFileError extends Error {
  override readonly name = "ComponentFileError";
}

/** State cannot be read, written or locked, or is too large. */
export class StateError extends Error {
  override readonly name = "StateError";
}

/** A run took longer than its limit and was stopped. */
export class RunTimeoutError extends Error {
  override readonly name = "RunTimeoutError";
  /** What the run had done by then. */
  declare readonly result?: unknown;
}

/**
 * An error thrown by a component: its own name, message and data, with the account's secrets masked.
 * `result` (not enumerable) is what the run had done by then.
 */
export class ComponentError extends Error {
  declare readonly result?: unknown;

  constructor(name: string, message: string, stack: string | undefined, data: Record<string, unknown>, cause: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    for (const [key, value] of Object.entries(data)) {
      Object.defineProperty(this, key, { value, enumerable: true, writable: true, configurable: true });
    }
    Object.defineProperty(this, "name", { value: name, configurable: true });
    if (stack !== undefined) Object.defineProperty(this, "stack", { value: stack, configurable: true, writable: true });
  }
}

/** Attaches the partial result of a failed run, hidden from JSON and loggers. */
export function withResult<E extends Error>(error: E, result: unknown): E {
  return Object.defineProperty(error, "result", { value: result, enumerable: false, configurable: true });
}
