/** Between two of these, there is always room for a cut. */
const PLAIN = /[ -~]/;
/** Made only when it is needed, since that takes some milliseconds. */
let segmenter: Intl.Segmenter | undefined;

/**
 * The beginning of a text, cut between what readers see as characters: an emoji, or a letter with its accents, stays whole.
 * @param most UTF-16 units of the result, `end` included
 * @param end stands for what was cut off
 */
export function cut(text: string, most: number, end = ""): string {
  if (text.length <= most) return text;
  const room = most - end.length;
  let length = room;
  while (length > 0 && !(PLAIN.test(text.charAt(length - 1)) && PLAIN.test(text.charAt(length)))) length--;
  if (length < room) {
    segmenter ??= new Intl.Segmenter("en", { granularity: "grapheme" });
    // One character behind the place decides whether it can be cut there; the whole of a long text would take long.
    for (const { segment } of segmenter.segment(text.slice(length, room + 2))) {
      if (length + segment.length > room) break;
      length += segment.length;
    }
  }
  return `${text.slice(0, length)}${end}`;
}
