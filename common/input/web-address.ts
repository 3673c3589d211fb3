import { firstOdd } from "../core/text/characters.ts";
import { bareLink } from "../core/text/links.ts";
import { mistyped } from "../core/text/mistyped.ts";

/** In a link, these stand as escapes (%20) only. */
const ODD = /[\s"<>\u2018-\u201F]/;

/**
 * A check for a link that HighLevel has to be able to fetch, or that readers follow.
 * @throws ConfigurationError that names the field
 */
export function webAddress(value: unknown, label: string): string {
  const text = bareLink(value);
  const odd = firstOdd(text, ODD);
  if (odd === undefined && /^https?:\/\//i.test(text) && URL.canParse(text)) return text;
  throw mistyped(label, text, "a web address", odd, "Write it whole, such as https://example.com/offer.pdf.");
}
