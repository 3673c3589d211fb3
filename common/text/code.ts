import { ConfigurationError } from "@pipedream/platform";
import { bare, firstOdd, withoutEnds } from "./characters.ts";

/** No character: an id may begin with anything. */
const NONE = /(?!)/;
/** Ids and keys are made of printable ASCII, without spaces and quotes. */
const ODD = /[^\x21-\x7E]|["'`,;<>\\]/u;

/**
 * An id or key, without what came along when it was pasted.
 * @throws ConfigurationError that names the field and the character which no id has; the value itself is not shown, as it may be a key
 */
export function code(value: unknown, label: string): string {
  const text = withoutEnds(bare(value), NONE, /[.;]/);
  const odd = firstOdd(text, ODD);
  if (odd === undefined) return text;
  throw new ConfigurationError(`${label}: there is ${odd} in it, which cannot be part of it. Delete it there, or copy the whole anew.`);
}

/** {@link code} for a field that may hold several with commas between them. */
export function codes(value: unknown, label: string): string {
  return String(value).split(",").map((part) => code(part, label)).filter(Boolean).join(",");
}
