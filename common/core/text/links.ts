import { itemsOf, objectOf, shown } from "./values.ts";
import { bare, unquoted, visible, withoutEnds } from "./characters.ts";
import { unescaped } from "./escapes.ts";

/** A link may contain commas, so a list is split only where another link begins. */
const BETWEEN = String.raw`\s,;|"<>\u201C\u201D\u2022\u3001\uFF0C\uFF1B`;
const NEXT = new RegExp(String.raw`(?<![${BETWEEN}'])[${BETWEEN}']+(?=[a-z][a-z\d+.-]*:\/\/)`, "i");
const END = new RegExp(`[${BETWEEN}]`);

/** A link without what came along when it was pasted. The result may still not be a link. */
export function bareLink(value: unknown): string {
  return unquoted(visible(value)).replace(/^<(.*)>$/, "$1").replace(/\u2011/g, "-").trim();
}

/**
 * The links of a list field, however it was filled in: a list, JSON text of one, or links with commas, spaces or line breaks
 * between them; also files as HighLevel returns them (`{ url }`). Each link once.
 */
export function linksOf(value: unknown): string[] {
  const texts = itemsOf(value).flat().map((item) => shown(objectOf(item)?.url ?? item));
  const links = texts.flatMap((text) => text.split(NEXT)).map((link) => bareLink(withoutEnds(link, END)));
  return [...new Set(links.filter(Boolean))];
}

/**
 * The name of the file that a link leads to, with its escapes decoded; the link itself if it names none.
 * @param link one that `URL` can parse
 */
export function fileNameOf(link: string): string {
  return bare(unescaped(new URL(link).pathname).split("/").at(-1)).replace(/\s+/g, " ") || link;
}
