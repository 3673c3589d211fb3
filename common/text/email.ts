import { bare, visible } from "./characters.ts";
import { unescaped } from "./escapes.ts";

/** Punctuation of the sentence or list that the address stood in. */
const END = /[\s.,;:]+$/;

/**
 * An email address without what came along when it was pasted: `mailto:`, `<` and `>`, a name before them, the full stop of a
 * sentence, anything invisible. The result may still not be an address.
 */
export function bareEmail(value: unknown): string {
  const text = bare(value).replace(END, "");
  const address = /^[^<>@]*<([^<>]*)>$/.exec(text)?.[1] ?? text;
  const link = /^mailto:([^?]*)/i.exec(address.trim())?.[1];
  return (link === undefined ? address : unescaped(link)).trim().replace(END, "");
}

/** {@link bareEmail} for a sender, who may have a name: `Dana <office@example.com>` stays whole. */
export function bareSender(value: unknown): string {
  const text = visible(value);
  return /^[^<]+<[^<>]+>$/.test(text) ? text : bareEmail(text);
}
