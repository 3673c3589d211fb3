import { itemsOf, objectOf, shown } from "./values.ts";
import { bare, unquoted, visible, withoutEnds } from "./characters.ts";
import { unescaped } from "./escapes.ts";

/** Links may contain commas, so a list is split only where another link begins. */
const BETWEEN = String.raw`\s,;|"<>\u201C\u201D\u2022\u3001\uFF0C\uFF1B`;
const NEXT = new RegExp(String.raw`(?<![${BETWEEN}'])[${BETWEEN}']+(?=[a-z][a-z\d+.-]*:\/\/)`, "i");
const END = new RegExp(`[${BETWEEN}]`);

/** A link, cleaned of what was pasted along with it. The result may still not be a link. */
export function bareLink(value: unknown): string {
  return unquoted(visible(value)).replace(/^<(.*)>$/, "$1").replace(/\u2011/g, "-").trim();
}

/**
 * The links of a list field, whether it holds a list, a list as JSON, or links separated by commas, spaces or line breaks;
 * also files as HighLevel returns them (`{ url }`). Without duplicates.
 */
export function linksOf(value: unknown): string[] {
  const texts = itemsOf(value).flat().map((item) => shown(objectOf(item)?.url ?? item));
  const links = texts.flatMap((text) => text.split(NEXT)).map((link) => bareLink(withoutEnds(link, END)));
  return [...new Set(links.filter(Boolean))];
}

/**
 * The file name in a link, decoded; the link itself if it has none.
 * @param link must be valid for `URL`
 */
export function fileNameOf(link: string): string {
  return bare(unescaped(new URL(link).pathname).split("/").at(-1)).replace(/\s+/g, " ") || link;
}
