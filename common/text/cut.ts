/** Made only when it is needed, since that takes some milliseconds. */
let segmenter: Intl.Segmenter | undefined;

/**
 * The beginning of a text, cut between what readers see as characters: an emoji, or a letter with its accents, stays whole.
 * @param most UTF-16 units of the result, `end` included
 * @param end stands for what was cut off
 */
export function cut(text: string, most: number, end = ""): string {
  if (text.length <= most) return text;
  segmenter ??= new Intl.Segmenter("en", { granularity: "grapheme" });
  const room = most - end.length;
  let length = 0;
  for (const { segment, index } of segmenter.segment(text)) {
    if (index + segment.length > room) break;
    length = index + segment.length;
  }
  return `${text.slice(0, length)}${end}`;
}
