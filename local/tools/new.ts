/** npm run new -- <trigger|action> <category> <slug> "<METHOD /path>": the module of a new operation, and its test row. */
import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Argument, Command } from "commander";
import { catalog, operations } from "../facts/index.ts";
import type { Operation } from "../facts/index.ts";
import { didYouMean } from "../../hosts/runtime/index.ts";
import { resources } from "../sandbox/resources/index.ts";
import { componentFiles } from "../../hosts/bundle/component-files.ts";
import { isRead, scaffold, titled } from "./scaffold/index.ts";
import type { Draft, Wanted } from "./scaffold/index.ts";

const keyOf = ({ method, path: template }: Operation) => `${method} ${template}`;

/** @throws Error, for the person at the keyboard */
function endpointNamed(name: string, type: Wanted["type"]): Operation {
  const found = operations().find((operation) => keyOf(operation) === name);
  if (!found) {
    throw new Error(`local/facts/api.json does not have the endpoint "${name}".${didYouMean(name, operations().map(keyOf))}
Spell it as HighLevel's description does, with {names} in braces. To add one from there:
  git clone --depth 1 https://github.com/GoHighLevel/highlevel-api-docs ../highlevel-api-docs
  npm run facts -- ../highlevel-api-docs ${JSON.stringify(name)}`);
  }
  if (type === "trigger" && !isRead(found)) throw new Error(`${name} changes data, and a trigger may only read. Name an endpoint that reads, or make this an action.`);
  return found;
}

/** The endpoints of local/facts/api.json that no operation of the catalog is for, in order. */
export function freeEndpoints(): string[] {
  const taken = new Set(catalog().flatMap(({ endpoints }) => endpoints.slice(0, 1).map(({ method, path: template }) => `${method} ${template}`)));
  return operations().map(keyOf).filter((key) => !taken.has(key)).sort();
}

/** @throws Error where the slug cannot be used, or is that of another operation */
async function checkSlug(root: string, { slug, category }: Wanted): Promise<void> {
  for (const word of [slug, category]) {
    if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(word)) throw new Error(`"${word}" has to consist of lower-case words with hyphens between, such as create-contact-note.`);
  }
  const taken = (await componentFiles(root)).find((file) => path.basename(file, ".ts") === slug);
  if (taken) throw new Error(`There is an operation "${slug}" already: ${taken}`);
}

/** The text of a file with the draft in it. @throws Error where the file has no place for it */
async function written(root: string, { file, content, row }: Draft): Promise<string> {
  const target = path.join(root, file);
  if (!row || !existsSync(target)) return content;
  const before = await readFile(target, "utf8");
  if (!before.includes(row.after)) throw new Error(`${file} has no line "${row.after}" to put the test row behind.`);
  return before.replace(row.after, () => `${row.after}\n${row.text}`);
}

/**
 * Writes the drafts of an operation.
 * @param root folder of the package
 * @param endpoint `METHOD /path`, as in the description of the API
 * @returns lines that say what was done and what is left to do
 * @throws Error that says why nothing was written
 */
export async function addOperation(root: string, wanted: Wanted, endpoint: string): Promise<string[]> {
  const operation = endpointNamed(endpoint, wanted.type);
  await checkSlug(root, wanted);
  const drafts = scaffold(wanted, operation);
  const texts = await Promise.all(drafts.map((draft) => written(root, draft)));
  for (const [index, { file }] of drafts.entries()) {
    await mkdir(path.dirname(path.join(root, file)), { recursive: true });
    await writeFile(path.join(root, file), texts[index]!); // one for each draft
  }
  return [
    ...drafts.map(({ file }) => `wrote ${file}`),
    ...(endpoint in resources ? [] : [`The sandbox does not answer ${endpoint} yet: add it to local/sandbox/resources/.`]),
    "Fill in both, then: npm run docs && npm run verify. What belongs where: docs/add-an-operation.md",
  ];
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const program = new Command("npm run new --")
    .description("Writes the module of a new operation and its test row.")
    .addArgument(new Argument("<type>").choices(["trigger", "action"]))
    .argument("<category>", "folder under components/, such as contacts")
    .argument("<slug>", "name in lower case with hyphens, such as create-contact-note")
    .argument("<endpoint>", "method and path as in local/facts/api.json, such as \"POST /contacts/{contactId}/notes\"")
    .addHelpText("after", "\nExample: npm run new -- action locations create-location-tag \"POST /locations/{locationId}/tags\"")
    .option("--list", "list the endpoints that no operation uses yet")
    .showHelpAfterError()
    // Like --help, it takes no arguments, and ends.
    .on("option:list", () => {
      console.log(freeEndpoints().join("\n"));
      process.exit();
    })
    .parse();
  const [type, category, slug, endpoint] = program.args as [Wanted["type"], string, string, string]; // as declared above
  try {
    const lines = await addOperation(fileURLToPath(new URL("../..", import.meta.url)), { type, category, slug, name: titled(slug) }, endpoint);
    for (const line of lines) console.log(line);
  } catch (error) {
    program.error(`error: ${error instanceof Error ? error.message : String(error)}`);
  }
}
