const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/** Plain text as HighLevel's editor stores it: one paragraph of HTML. HTML stays unchanged. */
export function asHtml(text: string): string {
  if (/^\s*<[a-z]/i.test(text)) return text;
  return `<p>${text.replace(/[&<>]/g, (sign) => ENTITIES[sign]!).replace(/\r?\n/g, "<br>")}</p>`; // the pattern matches only keys of the table
}

/** The text of such HTML, as HighLevel returns it: without line breaks. */
export function textOfHtml(html: string): string {
  const text = html.replace(/<[^>]*>/g, "");
  return Object.entries(ENTITIES).reverse().reduce((decoded, [sign, entity]) => decoded.replaceAll(entity, sign), text);
}
