/** npm run new -- <trigger|action> <category> <slug>: the module of an operation of the catalog, and its test row. */
import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { catalog, operation, schemas } from "../facts/index.ts";
import type { Schema } from "../facts/types.ts";
import { didYouMean } from "../runtime/index.ts";
import { scaffold } from "./scaffold.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

function resolved(schema: Schema | undefined): Schema {
  const name = schema?.$ref?.replace("#/schemas/", "");
  return (name ? schemas()[name] : schema) ?? {};
}

async function main([type, category, slug]: string[]): Promise<string> {
  if ((type !== "trigger" && type !== "action") || !category || !slug) return "Usage: npm run new -- <trigger|action> <category> <slug>";
  const row = catalog().find((candidate) => candidate.slug === slug);
  if (!row) return `The catalog has no operation "${slug}".${didYouMean(slug, catalog().map((candidate) => candidate.slug))}`;
  if (row.type !== type || row.category !== category) return `"${slug}" is ${row.type === "action" ? "an action" : "a trigger"} of the category ${row.category}: npm run new -- ${row.type} ${row.category} ${slug}`;
  const { method, path: template } = row.endpoints[0]!;
  const facts = operation(method, template);
  const { properties = {}, required = [] } = resolved(facts.body?.schema);
  const drafts = scaffold(row, facts, Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, resolved(schema)])), required);
  if (existsSync(path.join(root, drafts[0]!.file))) return `${drafts[0]!.file} exists already.`;
  for (const { file, content, row: line } of drafts) {
    const target = path.join(root, file);
    const before = existsSync(target) ? await readFile(target, "utf8") : undefined;
    if (before !== undefined && line && !before.includes(line.after)) return `${file} has no line "${line.after}" to put the test row behind.`;
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, before !== undefined && line ? before.replace(line.after, `${line.after}\n${line.text}`) : content);
    console.log(`${before === undefined ? "wrote" : "added a row to"} ${file}`);
  }
  console.log("Next: fill in the descriptions and the row, then npm test. See docs/add-an-operation.md.");
  return "";
}

const problem = await main(process.argv.slice(2));
if (problem) console.error(problem);
process.exitCode = problem ? 2 : 0;
