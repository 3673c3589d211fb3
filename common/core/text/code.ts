import { ConfigurationError } from "#platform";
import { bare, firstOdd, withoutEnds } from "./characters.ts";
import { cut } from "./cut.ts";

/** Matches nothing: an id may begin with any character. */
const NONE = /(?!)/;
/** Anything but printable ASCII, and quotes, commas and the like: not found in ids and keys. */
const ODD = /[^\x21-\x7E]|["'`,;<>\\]/u;

/**
 * An id or key, cleaned of what was pasted along with it.
 * @param label of the field, for the error
 * @throws ConfigurationError that names the field and the invalid character, but not the value, which may be a secret
 */
export function code(value: unknown, label: string): string {
  const text = withoutEnds(bare(value), NONE, /[.;]/);
  const odd = firstOdd(text, ODD);
  if (odd === undefined) return text;
  throw new ConfigurationError(`${label}: the value contains ${odd}, which is not allowed here. Remove it, or copy the value again.`);
}

const EMAIL = /^[^@]+@[^@]+\.[^@]+$/;
/** HighLevel's ids (20 letters and digits, 24 hex digits, or UUIDs) all have a digit if they are shorter than this. */
const MIN_WITHOUT_DIGIT = 17;
/** Neither a name nor an id: JSON, an unfilled template, an address. */
const MARKUP = /[{}[\]<>"`\\@=]|:\/\//;
/** Part of an id that contains a space, or of several ids. */
const PIECE_OF_ID = /(?=\S*\d)\S{8}/;
/** How much of a name an error shows, in UTF-16 units. */
const MOST_NAME = 100;

/** True for a record's name, such as "New customers" or "Memberships". */
function isName(text: string): boolean {
  if (MARKUP.test(text) || !/\p{L}/u.test(text)) return false;
  return /\s/.test(text) ? !PIECE_OF_ID.test(text) : text.length < MIN_WITHOUT_DIGIT && !/\d/.test(text);
}

/**
 * {@link code} for an id where people may enter an email address.
 * @param instead what to do, for the error
 * @throws ConfigurationError as {@link code} does, and for an email address, without showing it
 */
export function idNotEmail(value: unknown, label: string, instead: string): string {
  const id = code(value, label);
  if (!EMAIL.test(id)) return id;
  throw new ConfigurationError(`${label}: this field takes an ID, not an email address. ${instead}`);
}

/**
 * The id of a HighLevel record. Names are refused: a list filtered by one would always be empty.
 * @param instead what to do, for the error
 * @throws ConfigurationError as {@link idNotEmail} does, and for a name
 */
export function recordId(value: unknown, label: string, instead: string): string {
  const text = bare(value);
  if (isName(text)) throw new ConfigurationError(`${label}: "${cut(text, MOST_NAME, "…")}" is a name, and this field takes an ID. ${instead}`);
  return idNotEmail(text, label, instead);
}

/** Like {@link code}, for a comma-separated list of ids, each read by `one`. Empty ones are left out. */
export function codes(value: unknown, label: string, one: (part: string) => string = (part) => code(part, label)): string {
  return String(value).split(",").map(one).filter(Boolean).join(",");
}
