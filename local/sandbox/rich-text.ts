const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/** Plain text as HighLevel's editor keeps it: one paragraph of HTML. What is HTML already stays. */
export function asHtml(text: string): string {
  if (/^\s*<[a-z]/i.test(text)) return text;
  return `<p>${text.replace(/[&<>]/g, (sign) => ENTITIES[sign]!).replace(/\r?\n/g, "<br>")}</p>`; // the pattern has only signs of the table
}

/** The text of such HTML, as HighLevel gives it beside it: the lines run together. */
export function textOfHtml(html: string): string {
  const text = html.replace(/<[^>]*>/g, "");
  return Object.entries(ENTITIES).reverse().reduce((decoded, [sign, entity]) => decoded.replaceAll(entity, sign), text);
}
