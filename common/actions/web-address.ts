import { ConfigurationError } from "@pipedream/platform";
import { firstOdd } from "../text/characters.ts";
import { bareLink } from "../text/links.ts";

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
  throw new ConfigurationError(`${label}: "${text}" is not a web address${odd === undefined ? "" : `: there is ${odd} in it`}. Write it whole, such as https://example.com/offer.pdf.`);
}
