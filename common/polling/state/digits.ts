/** Packs numbers as text of fixed width, 6 bits a character. */
export const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** @param number a whole number from 0 to 64^width - 1; others are cut to that range */
export function encode(number: number, width: number): string {
  const largest = 64 ** width - 1;
  let rest = number < 0 ? 0 : number > largest ? largest : number;
  let text = "";
  while (text.length < width) {
    const digit = rest % 64;
    text = DIGITS.charAt(digit) + text;
    rest = (rest - digit) / 64;
  }
  return text;
}

export function decode(text: string): number {
  let number = 0;
  for (const digit of text) number = number * 64 + DIGITS.indexOf(digit);
  return number;
}
