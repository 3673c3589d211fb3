/**
 * Pasted text contains characters that nobody typed: direction marks around phone numbers, zero-width spaces from web pages,
 * curly quotes from word processors. How much of this is removed depends on the field.
 */

/** Never intended: zero-width spaces, soft hyphens, directional embeddings, lone surrogates. Other invisible characters belong to emoji and RTL scripts. */
const STRAY = /[\u00AD\u180E\u200B\u2060-\u2064\u202A-\u202E\u2066-\u206F\uFEFF\uFFF9-\uFFFB]|\p{Cs}|(?!\s)\p{Cc}/gu;
/** No-break spaces, and wider or narrower ones. */
const ODD_SPACE = /[^\S \t\n\r]/g;
/** All invisible characters, including emoji joiners and direction marks. */
const SHAPELESS = /\p{Default_Ignorable_Code_Point}/gu;
/** ASCII as Japanese and Chinese keyboards type it. */
const FULL_WIDTH = /[\uFF01-\uFF5E]/g;
/** No-break hyphens, short dashes and minus signs. */
const HYPHEN = /[\u2010-\u2013\u2212\uFE63]/g;
const QUOTE = /["'`\u00AB\u00BB\u2018-\u201F\u2039\u203A]/;
/** Quotes inside quotes: `"a", "b"` is a list, and stays as it is. */
const INNER_QUOTE = /["\u00AB\u00BB\u201C-\u201F]/;

/** A trimmed text without stray invisible characters: for names, tags, links and search texts. */
export function visible(value: unknown): string {
  return String(value).replace(STRAY, "").replace(ODD_SPACE, " ").trim();
}

/**
 * Trims matching characters from both ends. A pattern ending in `+$` would also try every run within the text, which
 * takes seconds in a long one.
 * @param odd matches one character; `last` likewise, for the end only
 */
export function withoutEnds(text: string, odd: RegExp, last = odd): string {
  let [from, to] = [0, text.length];
  while (from < to && odd.test(text.charAt(from))) from++;
  while (to > from && last.test(text.charAt(to - 1))) to--;
  return text.slice(from, to);
}

/** A text without the quotes around it. */
export function unquoted(text: string): string {
  if (text.length < 2 || !QUOTE.test(text.charAt(0)) || !QUOTE.test(text.charAt(text.length - 1))) return text;
  const inner = withoutEnds(text, QUOTE).trim();
  return INNER_QUOTE.test(inner) ? text : inner;
}

/** A name as a lookup key: lower case, without quotes and stray characters. */
export function nameKey(name: unknown): string {
  return unquoted(visible(name ?? "")).toLowerCase();
}

/**
 * A value that is not prose (an id, a date, a number, an address), without invisible characters and surrounding quotes;
 * full-width letters and digits and typographic hyphens become ASCII.
 */
export function bare(value: unknown): string {
  const text = visible(value)
    .replace(SHAPELESS, "")
    .replace(FULL_WIDTH, (character) => String.fromCharCode(character.charCodeAt(0) - 0xFEE0))
    .replace(HYPHEN, "-");
  return unquoted(text.trim());
}

/** Text intended as JSON, with straight quotes and plain spaces. */
export function straightened(json: string): string {
  return visible(json).replace(/[\u201C-\u201F]/g, "\"");
}

const NAMES: [pattern: RegExp, name: string][] = [
  [/^ $/, "a space"], [/^\u00A0$/, "a no-break space"], [/^\t$/, "a tab"], [/^[\n\r\u2028\u2029]$/, "a line break"], [/^\s$/, "an unusual space"],
  [/^["'`]$/, "a quotation mark"], [/^[\u2018-\u201F]$/, "a curly quotation mark"], [/^[\u00AB\u00BB\u2039\u203A]$/, "an angled quotation mark"],
  [/^\p{Pd}$/u, "a dash"], [/^\u2026$/, "an ellipsis"],
  [/^\p{Default_Ignorable_Code_Point}$/u, "an invisible character"], [/^\p{Cc}$/u, "a control character"],
  [/^\p{Extended_Pictographic}$/u, "an emoji"],
  ...["Cyrillic", "Greek", "Arabic", "Hebrew", "Han"].map((script): [RegExp, string] => [new RegExp(`^(?=\\p{L})\\p{Script=${script}}$`, "u"), `a ${script === "Han" ? "Chinese" : script} letter`]),
  [/^[a-z]$/i, "a letter"], [/^\p{L}$/u, "a letter outside A to Z"], [/^\p{Nd}$/u, "a digit outside 0 to 9"],
  [/^,$/, "a comma"], [/^\p{P}$/u, "a punctuation mark"],
];

/** Describes a character that people may not be able to see: `a Cyrillic letter (U+0430)`. */
export function nameOf(character: string): string {
  const name = NAMES.find(([pattern]) => pattern.test(character))?.[1] ?? "a symbol";
  if (character === " ") return name;
  const shown = /[!-~]/.test(character) ? character : `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}`; // never called with an empty text
  return `${name} (${shown})`;
}

/** The first matching character of a text, as {@link nameOf} describes it; undefined if none matches. */
export function firstOdd(text: string, odd: RegExp): string | undefined {
  const found = [...text].find((character) => odd.test(character));
  return found === undefined ? undefined : nameOf(found);
}
