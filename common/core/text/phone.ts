import { ConfigurationError } from "#platform";
import { bare, firstOdd, withoutEnds } from "./characters.ts";
import { unescaped } from "./escapes.ts";
import { mistyped } from "./mistyped.ts";

/** Separators people write between digits. */
const SEPARATORS = /[\s()./\p{Pd}\u00B7\u2022]/gu;
const EXTENSION = /(?:;\s*ext=|\b(?:ext|extn|extension)\b|x|#)[\s.:=]*\d{1,7}$/i;
/** Italy and San Marino, whose numbers keep their leading zero when dialed from abroad. */
const KEEPS_ZERO = /^\(?(?:\+|00)\s*(?:39|378)(?!\d)/;

/** Also matches a range of years, and serial numbers that begin with a year. */
const DATE = /^(?:\d{1,4}[-./]\d{1,2}[-./]\d{1,4}|(?:19|20)\d{2}[-/]\d+)$/;
/** Longer texts (UTF-16 units) are not phone numbers, and are not parsed. */
const MOST = 200;

const ADVICE = "Write it with the country code, such as +12025550143.";

/** Converts the digits of other scripts to 0 to 9. In Unicode, the ten digits of a script are contiguous. */
function ourDigits(text: string): string {
  return text.replace(/(?![0-9])\p{Nd}/gu, (digit) => {
    const point = digit.codePointAt(0)!; // one character was matched
    let zero = point;
    while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
    return String((point - zero) % 10);
  });
}

interface Spelled {
  /** As written, cleaned of what was pasted along with it. */
  text: string;
  /** Without separators: the digits, a plus before a country code, and any invalid characters. */
  compact: string;
}

function read(value: unknown): Spelled {
  const pasted = bare(value);
  const link = /^(?:tel|sms|callto|whatsapp):(?:\/\/)?([^?]*)/i.exec(pasted)?.[1];
  if (pasted.length > MOST) return { text: pasted, compact: pasted };
  const spaced = ourDigits(link === undefined ? pasted : unescaped(link).replace(/;(?!\s*ext)[^;]*/gi, ""))
    .replace(/\s+/g, " ").replace(/\p{Pd}/gu, "-");
  const text = withoutEnds(spaced, /[ ,;:]/, /[ .,;:]/);
  // +44 (0)20: the zero is dialed only within the country.
  const isAbroad = /^\(?(?:\+|00)/.test(text) && !KEEPS_ZERO.test(text);
  const compact = (isAbroad ? text.replace(/(?<=\d.*)\(0(\d*)\)/, "$1") : text).replace(SEPARATORS, "").replace(/^00(?=[1-9])/, "+");
  return { text, compact };
}

/** E.164. +1 is followed by exactly ten digits, so two US numbers in one field do not pass for one. */
const isWhole = (compact: string) => /^\+(?:1\d{10}|[2-9]\d{6,14})$/.test(compact);

function refuse({ text, compact }: Spelled, label: string): never {
  if (EXTENSION.test(text)) throw new ConfigurationError(`${label}: "${text}" has an extension, which HighLevel does not support. Write only the number, such as +12025550143.`);
  const odd = firstOdd(compact, /[^\d+]/);
  throw mistyped(label, text, "a phone number", odd, ADVICE);
}

/** In nearly all countries, a leading zero is dialed only within the country. */
function withoutCountry({ text, compact }: Spelled, label: string): ConfigurationError {
  const advice = compact.startsWith("0")
    ? "Write it as dialed from abroad, with + and the country code, such as +442079460018."
    : "Write + and the country code before it, such as +12025550143.";
  return new ConfigurationError(`${label}: "${text}" has no country code, and HighLevel finds no number without one. ${advice}`);
}

/**
 * A number in E.164, the only form in which HighLevel stores and finds numbers: for numbers to look up, compare or call.
 * @throws ConfigurationError for anything but a number with a country code
 */
export function wholeNumber(value: unknown, label: string): string {
  const spelled = read(value);
  if (isWhole(spelled.compact)) return spelled.compact;
  if (!/^\d{5,15}$/.test(spelled.compact)) return refuse(spelled, label);
  throw withoutCountry(spelled, label);
}

/**
 * A number to store in a record: in E.164 if it has a country code, otherwise as written; HighLevel then adds the country
 * code of the sub-account. To a number with a leading zero HighLevel only adds a plus, which makes it invalid.
 * @throws ConfigurationError for a leading zero without a country code, and for anything that is not a number
 */
export function phoneNumber(value: unknown, label: string): string {
  const spelled = read(value);
  if (isWhole(spelled.compact)) return spelled.compact;
  return /^[1-9]\d{4,14}$/.test(spelled.compact) ? spelled.text : wholeNumber(value, label);
}

/**
 * The sender of text messages: a number as {@link wholeNumber} reads it, or a short code (12345) unchanged.
 * @throws ConfigurationError for anything else
 */
export function senderNumber(value: unknown, label: string): string {
  const text = bare(value);
  return /^\d{3,6}$/.test(text) ? text : wholeNumber(value, label);
}

/**
 * A search text, which HighLevel compares with numbers in E.164: a number with a country code in E.164, one without as its
 * digits, any other text unchanged.
 */
export function searchedNumber(text: string): string {
  const { compact } = read(text);
  // Order numbers and dates stay unchanged.
  if (/^\d+$/.test(text) || DATE.test(text)) return text;
  if (isWhole(compact)) return compact;
  // In E.164 there is no zero after the country code.
  return /^\d{7,15}$/.test(compact) ? compact.replace(/^0/, "") : text;
}
