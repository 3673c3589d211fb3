import { written } from "./checks.ts";
import { markdown } from "./table.ts";
import { comparisonTable, costsTable, idleTable, requestsTable, scaleTable, weightTable } from "./tables.ts";
import type { Results } from "./results.ts";

/** The generated parts of docs/benchmarks.md, by name. */
export function generatedParts(results: Results): Record<string, string> {
  const { machine, platformMs, freeHeapMb } = results;
  return {
    machine: `Node ${machine.node}, ${machine.cores} cores. Importing \`@pipedream/platform\` alone takes ${Math.round(platformMs)} ms. The largest poll (20,000 events) peaks at ${written(freeHeapMb)} MB where the heap is not limited.`,
    comparison: markdown(comparisonTable(results)),
    costs: markdown(costsTable(results)),
    idle: markdown(idleTable(results)),
    scale: markdown(scaleTable(results)),
    requests: markdown(requestsTable(results)),
    weight: markdown(weightTable(results)),
  };
}

const begin = (name: string) => `<!-- begin ${name}: written by \`npm run bench\`, do not edit -->`;
const end = (name: string) => `<!-- end ${name} -->`;

/**
 * Inserts the parts between their markers.
 * @throws Error if the markers of a part are missing
 */
export function fill(page: string, parts: Record<string, string>): string {
  return Object.entries(parts).reduce((text, [name, part]) => {
    const [from, to] = [text.indexOf(begin(name)), text.indexOf(end(name))];
    if (from < 0 || to < from) throw new Error(`The page has no place for "${name}". It needs the lines ${begin(name)} and ${end(name)}.`);
    return `${text.slice(0, from)}${begin(name)}\n${part}\n${text.slice(to)}`;
  }, page);
}
