/**
 * What a terminal obeys instead of showing it: control characters (escape sequences begin with one), and marks that turn the
 * direction of writing. Line ends and tabs are listed apart.
 */
const OBEYED = /[\p{Cc}\u2028\u2029\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;
const LAYOUT = ["\n", "\t"];

const escaped = (character: string) => {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x100 ? `\\x${code.toString(16).padStart(2, "0")}` : `\\u${code.toString(16)}`;
};

/** A text whose control characters are shown (`\x1b`) instead of obeyed; its lines stay lines. */
export function printable(text: string): string {
  return text.replace(/\r\n/g, "\n").replace(OBEYED, (character) => (LAYOUT.includes(character) ? character : escaped(character)));
}

/** A text from outside as one line, so that it cannot pass for a line of our own. */
export function oneLine(text: string): string {
  return printable(text).replace(/\s*\n\s*/g, " ⏎ ").replace(/\t/g, " ");
}

/** JSON that a terminal shows as it is; it means the same. JSON.stringify escapes the first 32 characters only. */
export function printableJson(value: unknown, space?: number): string {
  return JSON.stringify(value, null, space).replace(OBEYED, (character) => (
    LAYOUT.includes(character) ? character : `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`
  ));
}
