import type { Fields } from "../core/types.ts";

/** An action that stopped half-way. The message says what is done, what is not, and how to go on. */
export class PartialFailureError extends Error {
  override readonly name = "PartialFailureError";
  constructor(
    message: string,
    /** The same for programs: ids of what is done and of what is left. */
    readonly details: Fields,
    cause: unknown,
  ) {
    super(message, { cause });
  }
}
