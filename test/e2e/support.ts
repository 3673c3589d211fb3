import { loadOperation, readCatalog } from "../../local/cli/catalog.ts";
import { createSource, runAction } from "../../hosts/runtime/index.ts";
import type { ActionResult, Component, Source, StateStore } from "../../hosts/runtime/index.ts";
import type { Sandbox } from "../../local/sandbox/index.ts";

export type Fields = Record<string, unknown>;

/** Rows of what was built. */
export const built = readCatalog(process.env);

export async function load(slug: string): Promise<Component> {
  return (await loadOperation(slug, process.env)).component;
}

/** An account of the sandbox's demo location. */
export function account(sandbox: Sandbox, token = sandbox.token()): Fields {
  return { oauth_access_token: token, locationId: sandbox.locationId, base_url: sandbox.url };
}

export async function run(sandbox: Sandbox, slug: string, props: Fields, auth = account(sandbox)): Promise<ActionResult> {
  return runAction(await load(slug), { props, auth });
}

export async function source(sandbox: Sandbox, slug: string, props: Fields, auth = account(sandbox), state?: StateStore): Promise<Source> {
  return createSource(await load(slug), { props, auth, state });
}

/** What a rejected promise says; fails where it does not reject. */
export async function messageOf(promise: Promise<unknown>): Promise<string> {
  const outcome = await promise.then(() => undefined, (error: unknown) => error);
  if (!(outcome instanceof Error)) throw new Error("expected an error, but it went through");
  return outcome.message;
}
