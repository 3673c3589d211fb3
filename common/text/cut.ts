/** Made when it is first needed: that takes some milliseconds. */
let segmenter: Intl.Segmenter | undefined;

/**
 * The beginning of a text, cut between what readers take for characters: an emoji or a letter with its accents stays whole.
 * @param most UTF-16 units of the result, `end` included
 * @param end stands for what was cut off
 */
export function cut(text: string, most: number, end = ""): string {
  if (text.length <= most) return text;
  segmenter ??= new Intl.Segmenter("en", { granularity: "grapheme" });
  const room = most - end.length;
  let length = 0;
  // A boundary depends on what stands right behind it and no further; the segmenter would walk through a megabyte at each step.
  for (const { segment, index } of segmenter.segment(text.slice(0, room + 2))) {
    if (index + segment.length > room) break;
    length = index + segment.length;
  }
  return `${text.slice(0, length)}${end}`;
}
