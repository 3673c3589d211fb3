import { ConfigurationError } from "#platform";
import { cut } from "./cut.ts";

/** UTF-16 units of a text in an error. */
const SHOWN = 200;

/**
 * The error for a text that its field does not accept.
 * @param label of the field
 * @param text as it was read
 * @param what it should have been, such as "a phone number"
 * @param odd the character that is not allowed in it, as `firstOdd` describes it; undefined if there is none
 * @param advice a sentence that says how to write it
 */
export function mistyped(label: string, text: string, what: string, odd: string | undefined, advice: string): ConfigurationError {
  return new ConfigurationError(`${label}: "${cut(text, SHOWN, "…")}" is not ${what}${odd === undefined ? "" : `: it contains ${odd}`}. ${advice}`);
}
