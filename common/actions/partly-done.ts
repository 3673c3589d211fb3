import type { Fields } from "../types.ts";

/** An action that stopped half-way. The message says what is done, what is not, and how to go on. */
export class PartlyDoneError extends Error {
  override readonly name = "PartlyDoneError";
  constructor(
    message: string,
    /** The same for programs: ids of what is done and of what is left. */
    readonly details: Fields,
    cause: unknown,
  ) {
    super(message, { cause });
  }
}

/** What is true of a request alone, not of an action that did something before. */
const OF_THE_REQUEST = /(, then run this again)?; nothing was changed(?=\.)/;

/** What an error says, to be quoted in another one: without what it says of changes and of running this again. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message.replace(OF_THE_REQUEST, "") : String(error);
}
