import { didYouMean, counted } from "../../../hosts/runtime/index.ts";
import { TYPE_NAMES, findOperations, readCatalog } from "../catalog.ts";
import { UsageError } from "../errors.ts";
import type { Flags, Output } from "../output.ts";

export interface CatalogFlags extends Flags {
  type?: "action" | "trigger";
}

/** `catalog [words...]`: lists the built operations that match all words; the first word may be a category. */
export function catalogCommand(words: string[], flags: CatalogFlags, output: Output, env: NodeJS.ProcessEnv): void {
  const rows = readCatalog(env);
  const [first, ...rest] = words;
  const ofCategory = rows.filter(({ category }) => category === first);
  const found = ofCategory.length > 0 ? findOperations(ofCategory, rest) : findOperations(rows, words);
  if (found.length === 0) {
    const categories = [...new Set(rows.map(({ category }) => category))];
    const near = words.map((word) => didYouMean(word, categories)).find(Boolean);
    throw new UsageError(`No operation has "${words.join(" ")}" in its name or description.${near ?? ` Try fewer words, or a category: ${categories.join(", ")}.`}`);
  }
  const chosen = found.filter(({ type }) => flags.type === undefined || TYPE_NAMES[type] === flags.type);
  if (output.json) {
    output.data(chosen);
    return;
  }
  output.table(
    ["SLUG", "NAME", "TYPE", "CATEGORY", "SCOPES"],
    chosen.map(({ slug, name, type, category: of, scopes }) => [slug, name, TYPE_NAMES[type], of, scopes.join(" ") || "-"]),
  );
  const actions = chosen.filter(({ type }) => type === "action").length;
  output.say(`${counted(chosen.length, "operation")}: ${counted(chosen.length - actions, "trigger")}, ${counted(actions, "action")}.`);
}
