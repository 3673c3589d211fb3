import { bare, firstOdd, unquoted } from "./characters.ts";

/** What must not stand in an Authorization header. */
const ODD = /[^\x21-\x7E]/u;

/** A token without what came along when it was pasted: `Bearer`, quotes, line breaks, anything invisible. */
export function bareToken(pasted: string): string {
  const text = unquoted(bare(pasted).replace(/\s*[\n\r]\s*/g, ""));
  const token = text.replace(/^(?:authorization\s*[:=]\s*)?(?:bearer(?:\s+|$|:\s*))?/i, "");
  return token === text ? text : bareToken(token);
}

/** Describes the first character of a token that no header can carry, for an error; undefined if there is none. The token itself is never shown. */
export function oddInToken(token: string): string | undefined {
  return firstOdd(token, ODD);
}
