/** npm run docs: writes docs/operations/ from the manifest. With --check it only says whether it is up to date. */
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { readManifest } from "../cli/catalog.ts";
import { catalogPage, categoryPage } from "./operation-docs.ts";

const folder = fileURLToPath(new URL("../../docs/operations/", import.meta.url));
const checking = process.argv.includes("--check");

const manifest = readManifest(process.env);
const categories = [...new Set(manifest.operations.map(({ category }) => category))];
const pages = new Map([
  ["README.md", catalogPage(manifest)],
  ...categories.map((category): [string, string] => [`${category}.md`, categoryPage(category, manifest)]),
]);

await mkdir(folder, { recursive: true });
const stale: string[] = (await readdir(folder)).filter((name) => !pages.has(name));
for (const [name, text] of pages) {
  const file = path.join(folder, name);
  if (!existsSync(file) || await readFile(file, "utf8") !== text) stale.push(name);
}
if (checking) {
  for (const name of stale) console.error(`✗ docs/operations/${name} is not what the components say. Run: npm run docs`);
  process.exitCode = stale.length === 0 ? 0 : 1;
} else {
  for (const name of stale.filter((candidate) => !pages.has(candidate))) await rm(path.join(folder, name));
  for (const [name, text] of pages) await writeFile(path.join(folder, name), text);
}
console.log(`docs/operations: ${pages.size} pages, ${stale.length} ${checking ? "not up to date" : "rewritten"}`);
