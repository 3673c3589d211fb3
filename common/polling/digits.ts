/** Numbers as text of fixed width, 6 bits a character: what a state is packed with. */
export const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** @param number a whole number from 0 to 64^width - 1; larger ones are cut to that */
export function encode(number: number, width: number): string {
  let rest = Math.max(0, Math.min(number, 64 ** width - 1));
  let text = "";
  while (text.length < width) {
    text = DIGITS.charAt(rest % 64) + text;
    rest = Math.floor(rest / 64);
  }
  return text;
}

export function decode(text: string): number {
  return [...text].reduce((number, digit) => number * 64 + DIGITS.indexOf(digit), 0);
}
