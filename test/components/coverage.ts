/**
 * Prints how many of the documented request fields the operations can send, and which ones they leave out:
 * npx tsx test/components/coverage.ts
 * The tests beside it fail where a row leaves out more, or less, than it says.
 */
import { catalog } from "../../local/facts/index.ts";
import { actionRows, triggerRows } from "./all-rows.ts";
import { documentedFields } from "./facts.ts";

async function main(): Promise<void> {
  const leftOut = new Map([...await actionRows(), ...await triggerRows()].map(([slug, row]) => [slug, row.leftOut ?? {}]));
  const fields = catalog().flatMap(({ slug, type, endpoints }) => endpoints.flatMap((endpoint) =>
    documentedFields(endpoint).map((name) => ({ slug, type, where: `${endpoint.method} ${endpoint.path}`, name, reason: leftOut.get(slug)?.[name] }))));
  const omitted = fields.filter(({ reason }) => reason !== undefined);
  for (const type of ["action", "trigger"] as const) {
    const own = fields.filter((field) => field.type === type);
    const sent = own.filter(({ reason }) => reason === undefined).length;
    console.log(`${type}s: ${sent} of ${own.length} documented request fields`);
  }
  console.log(`all ${leftOut.size} operations: ${fields.length - omitted.length} of ${fields.length}, left out ${omitted.length}:`);
  for (const { slug, where, name, reason } of omitted) console.log(`  ${slug}, ${where}, ${name}: ${reason}`);
}

await main();
