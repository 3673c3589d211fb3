import { UsageError } from "../../../local/cli/errors.ts";
import { didYouMean } from "../../runtime/index.ts";
import type { CatalogRow } from "../../bundle/catalog-row.ts";

/** Command-line options that select operations. */
export interface Choice {
  all?: boolean;
  actions?: boolean;
  triggers?: boolean;
}

/**
 * The chosen operations: those with the given slugs or categories, or all; optionally only actions or triggers.
 * @throws UsageError for an unknown name, and where nothing is chosen
 */
export function chosenOperations(rows: CatalogRow[], names: string[], { all, actions, triggers }: Choice): CatalogRow[] {
  if (names.length === 0 && !all) throw new UsageError("Say what to publish: categories (contacts), operations (create-contact), or --all for everything. For a list: npx highlevel catalog");
  const known = new Set(rows.flatMap(({ slug, category }) => [slug, category]));
  const unknown = names.find((name) => !known.has(name));
  if (unknown !== undefined) throw new UsageError(`There is no operation or category "${unknown}".${didYouMean(unknown, known)}`);
  const types = [actions && "action", triggers && "source"].filter(Boolean);
  const chosen = rows.filter(({ slug, category, type }) => (
    (all || names.includes(slug) || names.includes(category)) && (types.length === 0 || types.includes(type))
  ));
  if (chosen.length === 0) throw new UsageError(`None of these is ${actions ? "an action. Leave out --actions, or name an action." : "a trigger. Leave out --triggers, or name a trigger."}`);
  return chosen;
}
