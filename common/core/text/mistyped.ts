import { ConfigurationError } from "#platform";
import { cut } from "./cut.ts";

/** How much of a text an error shows, in UTF-16 units. */
const SHOWN = 200;

/**
 * The error for a text that its field does not accept.
 * @param label of the field
 * @param text as it was read
 * @param what the expected value, such as "a phone number"
 * @param odd the invalid character, as `firstOdd` describes it; undefined if there is none
 * @param advice a sentence on how to write it
 */
export function mistyped(label: string, text: string, what: string, odd: string | undefined, advice: string): ConfigurationError {
  return new ConfigurationError(`${label}: "${cut(text, SHOWN, "…")}" is not ${what}${odd === undefined ? "" : `: it contains ${odd}`}. ${advice}`);
}
