import { catalog, operation, schemas } from "../../local/facts/index.ts";
import { scaffold } from "../../local/tools/scaffold.ts";

/** What `npm run new` writes for an operation: its module and its test row. */
export function draft(slug: string) {
  const row = catalog().find((candidate) => candidate.slug === slug)!;
  const facts = operation(row.endpoints[0]!.method, row.endpoints[0]!.path);
  const body = schemas()[facts.body?.schema.$ref?.replace("#/schemas/", "") ?? ""];
  return scaffold(row, facts, body?.properties ?? {}, body?.required ?? []);
}
