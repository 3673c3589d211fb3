/** Entity names of the characters from U+00A0 on, in order. */
const LATIN_1 = `nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1
ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde
Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute
ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml`.split(/\s+/);

// A library with all 2,231 names would add 38 kB to each component; these are the ones that editors and encoders write.
const ENTITIES = new Map<string, string>([
  ...LATIN_1.map((name, index): [string, string] => [name, String.fromCharCode(0xa0 + index)]),
  ["amp", "&"], ["lt", "<"], ["gt", ">"], ["quot", '"'], ["apos", "'"], ["ndash", "–"], ["mdash", "—"], ["hellip", "…"], ["bull", "•"],
  ["lsquo", "‘"], ["rsquo", "’"], ["sbquo", "‚"], ["ldquo", "“"], ["rdquo", "”"], ["bdquo", "„"], ["lsaquo", "‹"], ["rsaquo", "›"],
  ["euro", "€"], ["trade", "™"], ["ensp", " "], ["emsp", " "], ["thinsp", " "], ["zwnj", "\u200c"], ["zwj", "\u200d"],
]);

function decoded(entity: string, name: string): string {
  if (!name.startsWith("#")) return ENTITIES.get(name) ?? entity;
  const code = /^#x/i.test(name) ? parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : entity;
}

/** As in a browser, an unclosed one extends to the end. */
const UNSEEN = /<!--[\s\S]*?(?:-->|$)|<(style|script|head)\b[\s\S]*?(?:<\/\1\s*>|$)/gi;
/** "<b>" and "</p >", not "1 < 2" or "<maya@example.com>". */
const TAG = /<\/?([a-z][a-z0-9]*)(?:\s(?:"[^"]*"|'[^']*'|[^'"<>])*)?\/?>/gi;
/** Tags that do not split a word; all others do. */
const INLINE = /^(a|abbr|b|bdi|bdo|big|cite|code|del|em|font|i|ins|kbd|mark|q|s|samp|small|span|strike|strong|sub|sup|tt|u|var|wbr)$/i;

/** The readable text of possible HTML: without tags, with entities decoded, on one line. */
export function plainText(html: unknown): string {
  return String(html ?? "")
    .replace(UNSEEN, " ")
    .replace(TAG, (_, name: string) => (INLINE.test(name) ? "" : " "))
    .replace(/&(#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z0-9]{1,7});/gi, decoded)
    .replace(/\s+/g, " ")
    .trim();
}

/** A text without whitespace, which HighLevel's editor moves around. */
const letters = (text: string) => text.normalize("NFC").replace(/[\s\u00ad\u200b-\u200f\u2060\ufeff]/g, "");

/** Texts as plain text and as HTML: not everything that looks like HTML is intended as HTML. */
function readings(...texts: unknown[]): string[] {
  return texts.filter((text) => typeof text === "string").flatMap((text: string) => [letters(text), letters(plainText(text))]).filter(Boolean);
}

/**
 * True if both texts read the same, whichever of them HighLevel has turned into HTML.
 * @param wanted the text to store
 * @param stored the stored text, in all the forms HighLevel returns
 */
export function readsTheSame(wanted: unknown, ...stored: unknown[]): boolean {
  const own = readings(wanted);
  return readings(...stored).some((reading) => own.includes(reading));
}
