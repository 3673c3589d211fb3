/** A text can always be cut between two of these. */
const PLAIN = /[ -~]/;
/** Created on first use, since that takes a few milliseconds. */
let segmenter: Intl.Segmenter | undefined;

/**
 * The beginning of a text, cut between graphemes: emoji and accented letters stay whole.
 * @param most length of the result, including `end`, in UTF-16 units
 * @param end marks the cut, such as "…"
 */
export function cut(text: string, most: number, end = ""): string {
  if (text.length <= most) return text;
  const room = most - end.length;
  let length = room;
  while (length > 0 && !(PLAIN.test(text.charAt(length - 1)) && PLAIN.test(text.charAt(length)))) length--;
  if (length < room) {
    segmenter ??= new Intl.Segmenter("en", { granularity: "grapheme" });
    // Whether a cut fits here depends on the next character only; segmenting a whole long text would take long.
    for (const { segment } of segmenter.segment(text.slice(length, room + 2))) {
      if (length + segment.length > room) break;
      length += segment.length;
    }
  }
  return `${text.slice(0, length)}${end}`;
}
