import { bare, firstOdd, withoutEnds } from "./characters.ts";

/** Characters that an Authorization header must not contain. */
const ODD = /[^\x21-\x7E]/u;

/** What precedes a token in a header, a command or JSON. */
const BEFORE = /^[\s\S]*\b(?:bearer|authorization)(?![\w-])/i;
/** What surrounds it there. */
const AROUND = /[\s:="'`<\u2018-\u201F]/;
const BEHIND = /[\s.,;"'`>\u2018-\u201F]/;

/** A token, cleaned of what was pasted along with it: `Bearer`, quotes, line breaks, invisible characters. */
export function bareToken(pasted: string): string {
  return withoutEnds(bare(pasted).replace(BEFORE, ""), AROUND, BEHIND).replace(/\s+/g, (gap) => (/[\n\r]/.test(gap) ? "" : gap));
}

/** Describes a token's first character that no header can carry; undefined if there is none. Never shows the token. */
export function oddInToken(token: string): string | undefined {
  return firstOdd(token, ODD);
}
