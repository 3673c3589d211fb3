import { ConfigurationError } from "#platform";
import { bare, firstOdd, withoutEnds } from "./characters.ts";
import { unescaped } from "./escapes.ts";
import { mistyped } from "./mistyped.ts";

/** What people write between the digits of a number. */
const SEPARATORS = /[\s()./\p{Pd}\u00B7\u2022]/gu;
const EXTENSION = /(?:;\s*ext=|\b(?:ext|extn|extension)\b|x|#)[\s.:=]*\d{1,7}$/i;
/** Countries whose numbers keep their first zero when dialled from abroad: Italy and San Marino. */
const KEEPS_ZERO = /^\(?(?:\+|00)\s*(?:39|378)(?!\d)/;

/** Also a span of years, and the number of something that begins with its year. */
const DATE = /^(?:\d{1,4}[-./]\d{1,2}[-./]\d{1,4}|(?:19|20)\d{2}[-/]\d+)$/;
/** UTF-16 units. A longer text is no number, and is not taken apart. */
const MOST = 200;

const ADVICE = "Write it with the country code, such as +12025550143.";

/** Turns the digits of other scripts into 0 to 9. Unicode keeps the ten of each script together. */
function ourDigits(text: string): string {
  return text.replace(/(?![0-9])\p{Nd}/gu, (digit) => {
    const point = digit.codePointAt(0)!; // one character was matched
    let zero = point;
    while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
    return String((point - zero) % 10);
  });
}

interface Spelled {
  /** As it was written, without what came along when it was pasted. */
  text: string;
  /** Its digits, after a plus if the country code is there; and whatever in it is neither. */
  compact: string;
}

function read(value: unknown): Spelled {
  const pasted = bare(value);
  const link = /^(?:tel|sms|callto|whatsapp):(?:\/\/)?([^?]*)/i.exec(pasted)?.[1];
  if (pasted.length > MOST) return { text: pasted, compact: pasted };
  const spaced = ourDigits(link === undefined ? pasted : unescaped(link).replace(/;(?!\s*ext)[^;]*/gi, ""))
    .replace(/\s+/g, " ").replace(/\p{Pd}/gu, "-");
  const text = withoutEnds(spaced, /[ ,;:]/, /[ .,;:]/);
  // +44 (0)20: the zero is dialled only within the country.
  const isAbroad = /^\(?(?:\+|00)/.test(text) && !KEEPS_ZERO.test(text);
  const compact = (isAbroad ? text.replace(/(?<=\d.*)\(0(\d*)\)/, "$1") : text).replace(SEPARATORS, "").replace(/^00(?=[1-9])/, "+");
  return { text, compact };
}

/** E.164; after +1 there are always ten digits, so two numbers in one field cannot pass for one. */
const isWhole = (compact: string) => /^\+(?:1\d{10}|[2-9]\d{6,14})$/.test(compact);

function refuse({ text, compact }: Spelled, label: string): never {
  if (EXTENSION.test(text)) throw new ConfigurationError(`${label}: "${text}" has an extension, and HighLevel keeps numbers without one. Write the number alone, such as +12025550143.`);
  const odd = firstOdd(compact, /[^\d+]/);
  throw mistyped(label, text, "a phone number", odd, ADVICE);
}

/** A zero is dialled before a number only within its country; elsewhere, nearly everywhere, it is left out. */
function withoutCountry({ text, compact }: Spelled, label: string): ConfigurationError {
  const advice = compact.startsWith("0")
    ? "Write it as it is dialled from abroad, with + and the country code, such as +442079460018."
    : "Write + and the country code before it, such as +12025550143.";
  return new ConfigurationError(`${label}: "${text}" has no country code, without which HighLevel finds no number. ${advice}`);
}

/**
 * A number in E.164, the only spelling in which HighLevel keeps and finds numbers: for everything that is looked up, compared
 * or called.
 * @throws ConfigurationError for anything that is not a number with its country code
 */
export function wholeNumber(value: unknown, label: string): string {
  const spelled = read(value);
  if (isWhole(spelled.compact)) return spelled.compact;
  if (!/^\d{5,15}$/.test(spelled.compact)) return refuse(spelled, label);
  throw withoutCountry(spelled, label);
}

/**
 * A number that is kept in a record: in E.164 if the country code is there, otherwise as it was written. HighLevel then takes
 * it for a number of the sub-account's country; but one that begins with a zero it keeps with a plus before it, as no
 * country's numbers begin.
 * @throws ConfigurationError for such a number, and for anything else
 */
export function phoneNumber(value: unknown, label: string): string {
  const spelled = read(value);
  if (isWhole(spelled.compact)) return spelled.compact;
  return /^[1-9]\d{4,14}$/.test(spelled.compact) ? spelled.text : wholeNumber(value, label);
}

/**
 * The sender of text messages: a number as {@link wholeNumber} reads it, or a short code (12345) as it is.
 * @throws ConfigurationError for anything else
 */
export function senderNumber(value: unknown, label: string): string {
  const text = bare(value);
  return /^\d{3,6}$/.test(text) ? text : wholeNumber(value, label);
}

/**
 * A search text, which HighLevel compares with numbers in E.164: a number with its country code in E.164, one without it as its
 * digits, any other text as it is.
 */
export function searchedNumber(text: string): string {
  const { compact } = read(text);
  // An order number or a date is left alone.
  if (/^\d+$/.test(text) || DATE.test(text)) return text;
  if (isWhole(compact)) return compact;
  // HighLevel's numbers have no zero after the country code.
  return /^\d{7,15}$/.test(compact) ? compact.replace(/^0/, "") : text;
}
