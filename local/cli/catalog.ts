import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Component } from "../../hosts/runtime/index.ts";
import { didYouMean, loadComponent } from "../../hosts/runtime/index.ts";
import sortBy from "lodash/sortBy.js";
import type { CatalogRow } from "../../hosts/bundle/catalog-row.ts";
import type { Manifest, ManifestOperation } from "../../hosts/manifest/model.ts";
import { SetupError, UsageError } from "./errors.ts";
import { HIGHLEVEL } from "./invocation.ts";

export type { CatalogRow } from "../../hosts/bundle/catalog-row.ts";

/** The two types, in words. */
export const TYPE_NAMES = { action: "action", source: "trigger" } as const;

/** The folder of the built components: HIGHLEVEL_DIST, else this package's dist. */
export function distFolder(env: NodeJS.ProcessEnv): string {
  return env.HIGHLEVEL_DIST ? resolve(env.HIGHLEVEL_DIST) : fileURLToPath(new URL("../../dist", import.meta.url));
}

/** A JSON file that the build wrote. */
function readBuilt<T>(name: string, env: NodeJS.ProcessEnv): T {
  const file = join(distFolder(env), name);
  if (!existsSync(file)) throw new SetupError(`The components are not built: ${file} does not exist. Run: npm run build`);
  try {
    return JSON.parse(readFileSync(file, "utf8")) as T; // as the build gives it
  } catch {
    throw new SetupError(`${file} is not JSON. Build it again: npm run build`);
  }
}

/**
 * The built operations, as far as it takes to find and load them.
 * @throws SetupError if they have not been built
 */
export const readCatalog = (env: NodeJS.ProcessEnv): CatalogRow[] => readBuilt("catalog.json", env);

/**
 * All that is known of the built operations.
 * @throws SetupError if they have not been built
 */
export const readManifest = (env: NodeJS.ProcessEnv): Manifest => readBuilt("manifest.json", env);

const COMMANDS = { action: "run", source: "poll" } as const;

/** The command that runs an operation. */
export const commandFor = ({ type, slug }: CatalogRow) => `${HIGHLEVEL} ${COMMANDS[type]} ${slug}`;

/** A text reduced to words of letters and digits, for comparison. */
const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();

/**
 * The operations that match all words: each must be the beginning of a word in the name, category, type or description,
 * ignoring a plural s. Matches in names come first.
 */
export function findOperations(rows: CatalogRow[], words: string[]): CatalogRow[] {
  const wanted = plain(words.join(" ")).split(" ").map((word) => (word.length > 3 ? word.replace(/s$/, "") : word));
  const missing = (text: string) => wanted.filter((word) => !` ${plain(text)}`.includes(` ${word}`)).length;
  const found = rows.filter(({ slug, name, category, type, description }) => missing([slug, name, category, TYPE_NAMES[type], description].join(" ")) === 0);
  return sortBy(found, ({ slug, name }) => missing(`${slug} ${name}`));
}

/** A sentence with the slugs closest to a mistyped one, or on how to search. */
function meant(slug: string, rows: CatalogRow[]): string {
  const near = didYouMean(slug, rows.map((row) => row.slug));
  if (near) return near;
  const found = findOperations(rows, [slug]).slice(0, 3).map((row) => row.slug);
  return found.length > 0 ? ` Did you mean ${found.join(", ")}?` : ` To find it: ${HIGHLEVEL} search <words>`;
}

/**
 * Finds an operation by its slug.
 * @param type what the command can work with; any if left out
 * @throws UsageError for an unknown slug or the wrong type
 */
function findRow(slug: string, env: NodeJS.ProcessEnv, type?: CatalogRow["type"]): CatalogRow {
  const rows = readCatalog(env);
  const row = rows.find((candidate) => candidate.slug === slug.toLowerCase());
  if (!row) {
    throw new UsageError(`There is no operation "${slug}".${meant(slug, rows.filter((candidate) => type === undefined || candidate.type === type))}`);
  }
  if (type !== undefined && row.type !== type) {
    const article = row.type === "action" ? "an action" : "a trigger";
    throw new UsageError(`"${slug}" is ${article}. Use: ${commandFor(row)}`);
  }
  return row;
}

/** Loads an operation; errors are those of {@link findRow}. */
export async function loadOperation(slug: string, env: NodeJS.ProcessEnv, type?: CatalogRow["type"]): Promise<{ row: CatalogRow; component: Component }> {
  const row = findRow(slug, env, type);
  return { row, component: await loadComponent(join(distFolder(env), row.file)) };
}

/** What the manifest says of an operation, and the lists that it names; errors are those of {@link findRow}. */
export function describeOperation(slug: string, env: NodeJS.ProcessEnv): { operation: ManifestOperation; lists: Manifest["lists"] } {
  const row = findRow(slug, env);
  const { operations, lists } = readManifest(env);
  return { operation: operations.find((one) => one.slug === row.slug)!, lists }; // the build writes both files from the same components
}
