import { cut } from "./cut.ts";
import { plainText } from "./plain-text.ts";

/** Longest excerpt, in UTF-16 units. */
const MOST = 60;
/** How much of a text is parsed, in UTF-16 units: the rest is never shown, and may be an email with embedded images. */
const LOOKED_AT = 5_000;

/** The beginning of a plain or HTML text, on one line, for dropdowns and summaries. */
export function excerpt(value: unknown): string {
  return cut(plainText(cut(String(value ?? ""), LOOKED_AT)), MOST, "…");
}
