/** npm run measure: what polling costs and what the built files weigh. Prints figures; exits 1 where a promise is not kept. */
import pc from "picocolors";
import "./clock.ts";
import { fileFigures } from "./files.ts";
import { backlog, burst, firstDeploy } from "./polling.ts";
import type { Figure } from "./polling.ts";
import { stateFigures } from "./states.ts";

let broken = 0;

function print(figures: Figure[]): void {
  for (const { what, is, should, ok } of figures) {
    if (!ok) broken++;
    console.log(`${ok ? pc.green("✓") : pc.red("✗")} ${what.padEnd(60)} ${String(is).padStart(8)}   ${pc.dim(should)}`);
  }
}

console.log(pc.bold("Polling, Search Contacts"));
print(await firstDeploy(60));
print(await firstDeploy(200_000));
print(await burst(100, 16));
print(await burst(500, 4));
print(await backlog(10_000));

console.log(pc.bold("\nState of the contact triggers at their limits"));
print(await stateFigures());

console.log(pc.bold("\nBuilt files"));
const { platformMs, files } = fileFigures();
console.log(`@pipedream/platform alone: ${platformMs.toFixed(0)} ms cold import (median of 5)`);
for (const { slug, bytes, importMs, lines } of files) {
  console.log(`  ${slug.padEnd(36)} ${(bytes / 1000).toFixed(0).padStart(4)} kB ${importMs.toFixed(0).padStart(5)} ms ${String(lines).padStart(4)} lines of source`);
}
const lines = files.map((file) => file.lines).sort((a, b) => a - b);
console.log(`lines of source: median ${lines[Math.floor(lines.length / 2)]}, largest ${lines.at(-1)}`);
process.exitCode = broken === 0 ? 0 : 1;
