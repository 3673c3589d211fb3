import { resolved } from "../facts/index.ts";
import type { Parameter } from "../facts/index.ts";

/**
 * Normalizes lists in a query, in place. Clients write them in several ways, HighLevel's own SDK with brackets:
 * `a=1&a=2`, `a[]=1&a[]=2`, `a[0]=1&a[1]=2`, `a=1,2`. Only for parameters declared as lists.
 * @param query values by name as received: a text, or a list of texts for a repeated name
 */
export function gatherLists(query: Record<string, unknown>, declared: Parameter[]): void {
  for (const { name, schema } of declared) {
    if (resolved(schema).type !== "array") continue;
    const spellings = Object.keys(query).filter((key) => key.replace(/\[\d*\]$/, "") === name);
    if (spellings.length === 0) continue;
    const values = spellings.flatMap((key) => query[key]).flatMap((value) => String(value).split(",")).filter(Boolean);
    for (const key of spellings) delete query[key];
    query[name] = values;
  }
}
