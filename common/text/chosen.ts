import { ConfigurationError } from "@pipedream/platform";
import type { Option } from "../types.ts";
import { bare } from "./characters.ts";
import { cut } from "./cut.ts";

/** UTF-16 units of what was given, in an error. */
const SHOWN = 100;

/**
 * The choice that a value or its label names, whatever its capitals.
 * @param choices all that the field can have
 * @param label of the field
 * @throws ConfigurationError that lists the choices
 */
export function chosen(value: unknown, choices: readonly (string | Option)[], label: string): string {
  const wanted = bare(value).toLowerCase();
  const options = choices.map((choice) => (typeof choice === "string" ? { label: choice, value: choice } : choice));
  const found = options.find((option) => [option.value, option.label].some((name) => name.toLowerCase() === wanted));
  if (found) return found.value;
  throw new ConfigurationError(`${label}: "${cut(String(value), SHOWN, "…")}" cannot be chosen. Choose from: ${options.map((option) => option.label).join(", ")}.`);
}
