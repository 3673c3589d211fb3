import type { CatalogRow as WantedRow } from "../facts/types.ts";
import type { WithEndpoints } from "../../hosts/manifest/read.ts";

/** What is compared of a built operation. */
export interface BuiltOperation extends Pick<WithEndpoints, "slug" | "key" | "name" | "type" | "category" | "file" | "scopes"> {
  endpoints: { method: string; path: string }[];
}

const call = ({ method, path }: { method: string; path: string }) => `${method} ${path}`;

function rowProblems(row: BuiltOperation, wanted: WantedRow, scopesOf: (method: string, path: string) => string[] | undefined): string[] {
  const problems: string[] = [];
  const expect = (what: string, is: string, should: string) => {
    if (is !== should) problems.push(`${row.slug}: ${what} is ${JSON.stringify(is)}, it should be ${JSON.stringify(should)}`);
  };
  expect("name", row.name, wanted.name);
  expect("type", row.type, wanted.type);
  expect("category", row.category, wanted.category);
  expect("key", row.key, `highlevel_oauth-${wanted.slug}`);
  const called = row.endpoints.map(call);
  for (const endpoint of wanted.endpoints.map(call)) {
    if (!called.includes(endpoint)) problems.push(`${row.slug}: does not call ${endpoint}`);
  }
  for (const { method, path } of row.endpoints) {
    const scopes = scopesOf(method, path);
    if (!scopes) problems.push(`${row.slug}: ${method} ${path} is not an endpoint of the API`);
    for (const scope of scopes ?? []) {
      if (!row.scopes.includes(scope)) problems.push(`${row.slug}: does not name the scope ${scope} of ${method} ${path}`);
    }
  }
  const needed = row.endpoints.flatMap(({ method, path }) => scopesOf(method, path) ?? []);
  for (const scope of row.scopes) {
    if (!needed.includes(scope)) problems.push(`${row.slug}: names the scope ${scope}, which none of its endpoints needs`);
  }
  return problems;
}

/** What an operation beside the catalog has to be: what its place and its name say. */
const standingBeside = ({ slug, name, category, file }: BuiltOperation): WantedRow => ({ slug, name, category, type: file.includes("/triggers/") ? "trigger" : "action", endpoints: [] });

/**
 * Where the built components differ from the catalog and the API facts. All operations of the catalog have to be there,
 * by name; others may stand beside them.
 * @param scopesOf scopes an endpoint needs; undefined where there is no such endpoint
 * @returns one readable line each; empty where all agree
 */
export function catalogProblems(
  built: BuiltOperation[],
  wanted: WantedRow[],
  scopesOf: (method: string, path: string) => string[] | undefined,
): string[] {
  const bySlug = new Map(wanted.map((row) => [row.slug, row]));
  const slugs = built.map(({ slug }) => slug);
  return [
    ...(built.length === 0 ? ["nothing is built"] : []),
    ...slugs.filter((slug, index) => slugs.indexOf(slug) !== index).map((slug) => `${slug}: built twice`),
    ...built.flatMap((row) => rowProblems(row, bySlug.get(row.slug) ?? standingBeside(row), scopesOf)),
    ...wanted.filter(({ slug }) => !slugs.includes(slug)).map(({ slug }) => `${slug}: is missing`),
  ];
}
