/**
 * Characters that a terminal obeys instead of showing: control characters (which begin escape sequences) and direction marks.
 * Includes line breaks and tabs, which are handled separately.
 */
const OBEYED = /[\p{Cc}\u2028\u2029\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;
const LAYOUT = ["\n", "\t"];

const escaped = (character: string) => {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x100 ? `\\x${code.toString(16).padStart(2, "0")}` : `\\u${code.toString(16)}`;
};

/** Makes control characters visible (`\x1b`); keeps line breaks. */
export function printable(text: string): string {
  return text.replace(/\r\n/g, "\n").replace(OBEYED, (character) => (LAYOUT.includes(character) ? character : escaped(character)));
}

/** Puts untrusted text on one line, so that it cannot pass for a line of ours. */
export function oneLine(text: string): string {
  return printable(text).replace(/\s*\n\s*/g, " ⏎ ").replace(/\t/g, " ");
}

/** JSON that is safe to print, with the same meaning: JSON.stringify escapes only the first 32 characters. */
export function printableJson(value: unknown, space?: number): string {
  return JSON.stringify(value, null, space).replace(OBEYED, (character) => (
    LAYOUT.includes(character) ? character : `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`
  ));
}
