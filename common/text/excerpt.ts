import { cut } from "./cut.ts";

/** UTF-16 units of an excerpt; longer texts are cut in dropdowns and summaries. */
const MOST = 60;

/** The beginning of a text or of HTML, on one line, for dropdowns and summaries. */
export function excerpt(value: unknown): string {
  return cut(String(value ?? "").replace(/<[^>]*>/g, " ").replace(/\s+/g, " ").trim(), MOST, "…");
}
