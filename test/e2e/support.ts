import { createSource, loadComponent, runAction } from "../../local/runtime/index.ts";
import type { ActionResult, Component, Source } from "../../local/runtime/index.ts";
import type { Sandbox } from "../../local/sandbox/index.ts";
import type { CatalogRow } from "../../local/tools/catalog-row.ts";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export type Fields = Record<string, unknown>;

const dist = new URL("../../dist/", import.meta.url);

/** Rows of what was built. */
export const built = JSON.parse(readFileSync(new URL("catalog.json", dist), "utf8")) as CatalogRow[]; // written by the build

export function load(slug: string): Promise<Component> {
  const row = built.find((candidate) => candidate.slug === slug);
  if (!row) throw new Error(`${slug} is not built`);
  return loadComponent(fileURLToPath(new URL(row.file, dist)));
}

/** An account of the sandbox's demo location. */
export function account(sandbox: Sandbox, token = sandbox.token()): Fields {
  return { oauth_access_token: token, locationId: sandbox.locationId, base_url: sandbox.url };
}

export async function run(sandbox: Sandbox, slug: string, props: Fields, auth = account(sandbox)): Promise<ActionResult> {
  return runAction(await load(slug), { props, auth });
}

export async function source(sandbox: Sandbox, slug: string, props: Fields, auth = account(sandbox)): Promise<Source> {
  return createSource(await load(slug), { props, auth });
}

/** What a rejected promise says; fails where it does not reject. */
export async function told(promise: Promise<unknown>): Promise<string> {
  const outcome = await promise.then(() => undefined, (error: unknown) => error);
  if (!(outcome instanceof Error)) throw new Error("expected an error, but it went through");
  return outcome.message;
}
