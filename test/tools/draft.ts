import { catalog, operation } from "../../local/facts/index.ts";
import { scaffold } from "../../local/tools/scaffold/index.ts";

/** What `npm run new` would write for an operation of the catalog: its module and its test row. */
export function draft(slug: string) {
  const row = catalog().find((candidate) => candidate.slug === slug)!; // the tests name those that there are
  return scaffold(row, operation(row.endpoints[0]!.method, row.endpoints[0]!.path));
}
