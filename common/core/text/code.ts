import { ConfigurationError } from "#platform";
import { bare, firstOdd, withoutEnds } from "./characters.ts";
import { cut } from "./cut.ts";

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
/** Shorter ids of HighLevel's have a digit: they are 20 letters and digits, 24 hex digits or UUIDs. */
const MIN_WITHOUT_DIGIT = 17;
/** Neither a name nor an id: JSON, a template that was not filled in, an address. */
const MARKUP = /[{}[\]<>"`\\@=]|:\/\//;
/** A word of an id that was torn by a space, or of several ids. */
const PIECE_OF_ID = /(?=\S*\d)\S{8}/;
/** UTF-16 units of a name that an error shows. */
const MOST_NAME = 100;

/** True for what people call a record, such as "New customers" or "Memberships". */
function isName(text: string): boolean {
  if (MARKUP.test(text) || !/\p{L}/u.test(text)) return false;
  return /\s/.test(text) ? !PIECE_OF_ID.test(text) : text.length < MIN_WITHOUT_DIGIT && !/\d/.test(text);
}

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

/**
 * An id of a record of HighLevel's. A name in its place is refused here: where records are listed by it, none would ever be found.
 * @param instead what to do, for the error
 * @throws ConfigurationError as {@link idNotEmail} does, and where the value is a name
 */
export function recordId(value: unknown, label: string, instead: string): string {
  const text = bare(value);
  if (isName(text)) throw new ConfigurationError(`${label}: "${cut(text, MOST_NAME, "…")}" is a name, and this field takes an ID. ${instead}`);
  return idNotEmail(text, label, instead);
}

/** Like {@link code}, for a field that may hold several, separated by commas, each read by `one`. Empty ones are left out. */
export function codes(value: unknown, label: string, one: (part: string) => string = (part) => code(part, label)): string {
  return String(value).split(",").map(one).filter(Boolean).join(",");
}
