import { bare } from "../core/text/characters.ts";
import { objectOf } from "../core/text/values.ts";

/** "USD 1250.50", "$ -3", "99 €": what may stand before or after the number in an amount of money. */
const CURRENCY = String.raw`(?:[A-Z]{3}|[A-Z]{0,2}\p{Sc})`;
/** Commas count as thousands separators only where they can be nothing else: "1,250" is one thing in Dallas and another in Dresden. */
const DIGITS = String.raw`\d+(?:\.\d+)?|\d{1,3}(?:,\d{3})+\.\d{1,2}|\d{1,3}(?:,\d{3}){2,}`;
const AMOUNT = new RegExp(String.raw`^(-?)\s*${CURRENCY}?\s*(-?)\s*(${DIGITS})\s*${CURRENCY}?$`, "u");

/**
 * A number or an amount of money, as people type it or as HighLevel returns it (also as `{ value, currency }`).
 * @returns undefined if it is neither, or could be read in two ways
 */
export function amountOf(value: unknown): number | undefined {
  const text = bare(objectOf(value)?.value ?? value);
  const [, sign, innerSign, digits] = AMOUNT.exec(text) ?? [];
  if (digits === undefined || (sign && innerSign)) return undefined;
  return Number(`${sign}${innerSign}${digits.replaceAll(",", "")}`);
}
