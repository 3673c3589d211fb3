import { ConfigurationError } from "#platform";
import { bare, firstOdd, withoutEnds } from "./characters.ts";

/** Matches no character: an id may begin with anything. */
const NONE = /(?!)/;
/** Ids and keys consist of printable ASCII without spaces, quotes, commas and the like. */
const ODD = /[^\x21-\x7E]|["'`,;<>\\]/u;

/**
 * An id or key, without what came along when it was pasted.
 * @param label of the field, for the error
 * @throws ConfigurationError that names the field and the character that no id can have; it does not show the value, which may be a key
 */
export function code(value: unknown, label: string): string {
  const text = withoutEnds(bare(value), NONE, /[.;]/);
  const odd = firstOdd(text, ODD);
  if (odd === undefined) return text;
  throw new ConfigurationError(`${label}: the value contains ${odd}, which is not allowed there. Remove it, or copy the value again.`);
}

const EMAIL = /^[^@]+@[^@]+\.[^@]+$/;

/**
 * {@link code} for an id that people may know an email address in place of.
 * @param instead what to do, for the error
 * @throws ConfigurationError as {@link code} does, and where the value is an email address (which it does not show)
 */
export function idNotEmail(value: unknown, label: string, instead: string): string {
  const id = code(value, label);
  if (!EMAIL.test(id)) return id;
  throw new ConfigurationError(`${label}: this field takes an ID, not an email address. ${instead}`);
}

/** Like {@link code}, for a field that may hold several, separated by commas, each read by `one`. Empty ones are left out. */
export function codes(value: unknown, label: string, one = code): string {
  return String(value).split(",").map((part) => one(part, label)).filter(Boolean).join(",");
}
