import { ConfigurationError } from "#platform";
import deburr from "lodash/deburr.js";
import { withoutEnds } from "../core/text/characters.ts";

/** Characters of a slug that is made from a title. */
const LENGTH = 80;

/**
 * The last part of an address, as it was written in a form.
 * @throws ConfigurationError for one with blanks or slashes
 */
export function urlSlug(value: unknown, label: string): string {
  const found = String(value).trim();
  if (/^[^\s/?#]+$/.test(found) && /[\p{L}\p{N}]/u.test(found)) return found;
  throw new ConfigurationError(`${label}: "${found}" cannot be the last part of an address. Write it without blanks and slashes, such as five-questions.`);
}

/**
 * A slug made from a title: "Fünf Fragen?" → "funf-fragen".
 * @throws ConfigurationError for a title without Latin letters and digits
 */
export function slugOf(title: unknown): string {
  const words = deburr(String(title).normalize("NFKC")).toLowerCase().replace(/['’]/g, "").replace(/[^a-z0-9]+/g, "-");
  const found = withoutEnds(withoutEnds(words, /-/).slice(0, LENGTH), /-/);
  if (found) return found;
  throw new ConfigurationError("URL Slug is empty, and none can be made from this title. Write one, such as five-questions.");
}
