import { bare, visible, withoutEnds } from "./characters.ts";
import { unescaped } from "./escapes.ts";

/** What may stand before an address in a sentence or list, and what may follow it. */
const BEFORE = /\s/;
const BEHIND = /[\s.,;:]/;
const BRACKETS = /^(?:\(([^()]*)\)|\[([^[\]]*)\])$/;

/**
 * An email address, cleaned of what was pasted along with it: `mailto:`, `<` and `>`, a name before them, the period of a
 * sentence, invisible characters. The result may still not be an address.
 */
export function bareEmail(value: unknown): string {
  const found = withoutEnds(bare(value), BEFORE, BEHIND);
  const [, round, square] = BRACKETS.exec(found) ?? [];
  const text = round ?? square ?? found;
  const address = /^[^<>@]*<([^<>]*)>$/.exec(text)?.[1] ?? text;
  const link = /^mailto:([^?]*)/i.exec(address.trim())?.[1];
  return withoutEnds((link === undefined ? address : unescaped(link)), BEFORE, BEHIND);
}

/** {@link bareEmail} for a sender, who may have a name: `Dana <office@example.com>` stays whole. */
export function bareSender(value: unknown): string {
  const text = withoutEnds(visible(value), BEFORE, BEHIND);
  const [, name, address] = /^([^<]+)<([^<>]+)>$/.exec(text) ?? [];
  return name === undefined ? bareEmail(text) : `${name}<${bareEmail(address)}>`;
}
