import { ConfigurationError } from "#platform";
import { bare, firstOdd } from "../core/text/characters.ts";
import { bareEmail } from "../core/text/email.ts";
import { mistyped } from "../core/text/mistyped.ts";
import type { Fields } from "../core/types.ts";
import { isEmpty, objectOf } from "../core/text/values.ts";

export { phoneNumber, senderNumber, wholeNumber } from "../core/text/phone.ts";

/**
 * Checks of what was typed into a form. Each takes the value and the field's label, returns what is sent, and throws a
 * ConfigurationError that names the field.
 */
export type Check = (value: unknown, label: string) => unknown;

/** What word processors make of quotes and hyphens; letters of all scripts occur in addresses. */
const ODD_IN_EMAIL = /["`<>()[\]\u00AB\u00BB\u2018-\u201F\u2026]|(?!-)\p{Pd}/u;

const LONGEST_EMAIL = 320;

export function emailAddress(value: unknown, label: string): string {
  const text = bareEmail(value);
  const odd = firstOdd(text, ODD_IN_EMAIL);
  if (odd === undefined && text.length <= LONGEST_EMAIL && /^[^\s@,;]+@[^\s@,;]+\.[^\s@,;]+$/.test(text)) return text;
  throw mistyped(label, text, "an email address", odd, "Write one address, such as maya@example.com.");
}

function isTimeZone(text: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat("en-US", { timeZone: text }));
  } catch {
    return false;
  }
}

/** A time zone by which times are read or written here. */
export function timeZoneName(value: unknown, label: string): string {
  const text = bare(value);
  if (isTimeZone(text)) return text;
  throw new ConfigurationError(`${label}: "${text}" is not a time zone. Choose one from the list, such as America/New_York.`);
}

/** A time zone that is only sent: HighLevel has names that nothing else knows, and records that hold them. */
export function sentTimeZone(value: unknown, label: string): string {
  const text = bare(value);
  if (!isTimeZone(text)) console.log(`${label}: "${text}" is not a time zone that is known here. Sent as written; if HighLevel does not take it, choose one from the list, such as America/New_York.`);
  return text;
}

/** A field of rows; an expression may also fill it with JSON text. Empty where nothing is filled in. */
export function objectField(value: unknown, label: string): Fields {
  const found = isEmpty(value) ? {} : objectOf(value);
  if (found) return found;
  throw new ConfigurationError(`${label}: this is not a JSON object. Write it like { "name": "value" }.`);
}
