import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Component } from "../runtime/index.ts";
import { didYouMean, loadComponent } from "../runtime/index.ts";
import type { CatalogRow } from "../tools/catalog-row.ts";
import { SetupError, UsageError } from "./errors.ts";

export type { CatalogRow } from "../tools/catalog-row.ts";

/** How people call the two types. */
export const TYPE_NAMES = { action: "action", source: "trigger" } as const;

/** The folder of the built components: HIGHLEVEL_DIST, else dist beside this package's sources. */
export function distFolder(env: NodeJS.ProcessEnv): string {
  return env.HIGHLEVEL_DIST ? resolve(env.HIGHLEVEL_DIST) : fileURLToPath(new URL("../../dist", import.meta.url));
}

/**
 * The built operations.
 * @throws SetupError if they have not been built
 */
export function readCatalog(env: NodeJS.ProcessEnv): CatalogRow[] {
  const file = join(distFolder(env), "catalog.json");
  if (!existsSync(file)) throw new SetupError(`The components are not built: ${file} does not exist. Run: npm run build`);
  try {
    return JSON.parse(readFileSync(file, "utf8")) as CatalogRow[]; // written by the build
  } catch {
    throw new SetupError(`${file} is not JSON. Build it again: npm run build`);
  }
}

const COMMANDS = { action: "run", source: "poll" } as const;

/**
 * Finds an operation by its slug and loads it.
 * @param type what the command can work with; any if left out
 * @throws UsageError for an unknown slug or the wrong type
 */
export async function loadOperation(slug: string, env: NodeJS.ProcessEnv, type?: CatalogRow["type"]): Promise<{ row: CatalogRow; component: Component }> {
  const rows = readCatalog(env);
  const row = rows.find((candidate) => candidate.slug === slug);
  if (!row) {
    const near = didYouMean(slug, rows.filter((candidate) => type === undefined || candidate.type === type).map((candidate) => candidate.slug));
    throw new UsageError(`There is no operation "${slug}".${near || " List them: npm run highlevel -- catalog"}`);
  }
  if (type !== undefined && row.type !== type) {
    const article = row.type === "action" ? "an action" : "a trigger";
    throw new UsageError(`"${slug}" is ${article}. Use: npm run highlevel -- ${COMMANDS[row.type]} ${slug}`);
  }
  return { row, component: await loadComponent(join(distFolder(env), row.file)) };
}
