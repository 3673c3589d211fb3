/** A text without the `%20`s of a link; escapes that stand for nothing stay as they are. */
export function unescaped(text: string): string {
  return text.replace(/(%[\da-f]{2})+/gi, (escapes) => {
    try {
      return decodeURIComponent(escapes);
    } catch {
      return escapes;
    }
  });
}
