import { ConfigurationError } from "#platform";
import { bare } from "./characters.ts";
import { cut } from "./cut.ts";

/** UTF-16 units of what was given, in an error. */
const SHOWN = 100;

/**
 * The choice that a value names, whatever its capitals.
 * @param choices all values that the field can have
 * @param label of the field
 * @throws ConfigurationError that lists the choices
 */
export function chosen(value: unknown, choices: readonly string[], label: string): string {
  const wanted = bare(value).toLowerCase();
  const found = choices.find((choice) => choice.toLowerCase() === wanted);
  if (found !== undefined) return found;
  throw new ConfigurationError(`${label}: "${cut(String(value), SHOWN, "…")}" cannot be chosen. Choose from: ${choices.join(", ")}.`);
}
