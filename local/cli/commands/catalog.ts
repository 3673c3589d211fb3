import { didYouMean } from "../../runtime/index.ts";
import { TYPE_NAMES, readCatalog } from "../catalog.ts";
import { UsageError } from "../errors.ts";
import type { Flags, Output } from "../output.ts";

export interface CatalogFlags extends Flags {
  type?: "action" | "trigger";
}

/** `catalog [category]`: lists the built operations. */
export function catalogCommand(category: string | undefined, flags: CatalogFlags, output: Output, env: NodeJS.ProcessEnv): void {
  const rows = readCatalog(env);
  const categories = [...new Set(rows.map((row) => row.category))];
  if (category !== undefined && !categories.includes(category)) {
    throw new UsageError(`There is no category "${category}".${didYouMean(category, categories) || ` Categories: ${categories.join(", ")}.`}`);
  }
  const chosen = rows.filter((row) => (category === undefined || row.category === category) && (flags.type === undefined || TYPE_NAMES[row.type] === flags.type));
  if (output.json) {
    output.data(chosen);
    return;
  }
  output.table(
    ["SLUG", "NAME", "TYPE", "CATEGORY", "SCOPES"],
    chosen.map(({ slug, name, type, category: of, scopes }) => [slug, name, TYPE_NAMES[type], of, scopes.join(" ") || "-"]),
  );
  const actions = chosen.filter(({ type }) => type === "action").length;
  output.say(`${chosen.length} operations: ${chosen.length - actions} triggers, ${actions} actions.`);
}
