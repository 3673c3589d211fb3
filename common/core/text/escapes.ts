/** Decodes percent-encoding, such as `%20`; invalid escapes stay as they are. */
export function unescaped(text: string): string {
  return text.replace(/(%[\da-f]{2})+/gi, (escapes) => {
    try {
      return decodeURIComponent(escapes);
    } catch {
      return escapes;
    }
  });
}
