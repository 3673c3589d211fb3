import { bare, firstOdd, withoutEnds } from "./characters.ts";

/** What must not stand in an Authorization header. */
const ODD = /[^\x21-\x7E]/u;

/** What a header, a command or JSON text has before a token. */
const BEFORE = /^[\s\S]*\b(?:bearer|authorization)(?![\w-])/i;
/** And around it. */
const AROUND = /[\s:="'`<\u2018-\u201F]/;
const BEHIND = /[\s.,;"'`>\u2018-\u201F]/;

/** A token without what came along when it was pasted: `Bearer`, quotes, line breaks, anything invisible. */
export function bareToken(pasted: string): string {
  return withoutEnds(bare(pasted).replace(BEFORE, ""), AROUND, BEHIND).replace(/\s+/g, (gap) => (/[\n\r]/.test(gap) ? "" : gap));
}

/** Describes the first character of a token that no header can carry, for an error; undefined if there is none. The token itself is never shown. */
export function oddInToken(token: string): string | undefined {
  return firstOdd(token, ODD);
}
