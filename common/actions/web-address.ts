import { ConfigurationError } from "@pipedream/platform";

/**
 * A check for a link that HighLevel has to be able to fetch, or that readers follow.
 * @throws ConfigurationError that names the field
 */
export function webAddress(value: unknown, label: string): string {
  const text = String(value).trim();
  if (/^https?:\/\/\S+$/i.test(text) && URL.canParse(text)) return text;
  throw new ConfigurationError(`${label}: "${text}" is not a web address. Write it whole, such as https://example.com/offer.pdf.`);
}
