import { ConfigurationError } from "@pipedream/platform";
import { cut } from "./cut.ts";

/** UTF-16 units of a text in an error. */
const SHOWN = 200;

/**
 * The error for a text that is not what its field takes.
 * @param text as it was read
 * @param what it should have been, such as "a phone number"
 * @param odd the character that cannot be part of it, as `firstOdd` names it; undefined where there is none
 * @param advice how to write it, a sentence
 */
export function mistyped(label: string, text: string, what: string, odd: string | undefined, advice: string): ConfigurationError {
  return new ConfigurationError(`${label}: "${cut(text, SHOWN, "…")}" is not ${what}${odd === undefined ? "" : `: there is ${odd} in it`}. ${advice}`);
}
