import { cut } from "./cut.ts";
import { plainText } from "./plain-text.ts";

/** UTF-16 units of an excerpt; longer texts are cut in dropdowns and summaries. */
const MOST = 60;
/** How much of a text is looked at, UTF-16 units: the rest is never shown, and may be an email with its pictures. */
const LOOKED_AT = 5_000;

/** The beginning of a text or of HTML, on one line, for dropdowns and summaries. */
export function excerpt(value: unknown): string {
  return cut(plainText(cut(String(value ?? ""), LOOKED_AT)), MOST, "…");
}
