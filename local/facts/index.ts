import { readFileSync } from "node:fs";
import isPlainObject from "lodash/isPlainObject.js";
import { corrections } from "./corrections.ts";
import type { Correction } from "./corrections.ts";
import type { CatalogRow, Facts, Operation, Schema } from "./types.ts";

export type { CatalogRow, Endpoint, Facts, Operation, Parameter, Schema } from "./types.ts";

// The shape of each file is ensured by its generator (local/tools/facts.ts) and test/facts.
const read = <T>(name: string): T => JSON.parse(readFileSync(new URL(name, import.meta.url), "utf8")) as T;

const facts = correct(read<Facts>("api.json"), corrections);
const byKey = new Map(facts.operations.map((operation) => [`${operation.method} ${operation.path}`, operation]));

/**
 * The facts of one operation, with the corrections applied.
 * @param method such as "GET"
 * @param path the path template as documented, such as "/contacts/{contactId}" (collections end in a slash)
 * @throws when there is no such operation
 */
export function operation(method: string, path: string): Operation {
  const found = byKey.get(`${method} ${path}`);
  if (!found) throw new Error(`local/facts knows no operation ${method} ${path}. Collections end in a slash; npm run facts adds operations that no component has used yet.`);
  return found;
}

/** True for an operation that requires an agency's token; false for unknown ones. */
export function isAgencyOnly(method: string, path: string): boolean {
  const { access = [] } = byKey.get(`${method} ${path}`) ?? {};
  return access.length > 0 && access.every((kind) => kind.startsWith("Agency"));
}

/** All known operations, with the corrections applied, ordered by path. */
export function operations(): readonly Operation[] {
  return facts.operations;
}

/** The named schemas that `$ref: "#/schemas/<app>.<Name>"` points into, with the corrections applied. */
export function schemas(): Readonly<Record<string, Schema>> {
  return facts.schemas;
}

/** The schema that a reference names, else the schema itself; `{}` where there is none. */
export function resolved(schema: Schema | undefined): Schema {
  const name = schema?.$ref?.replace("#/schemas/", "");
  return (name ? facts.schemas[name] : schema) ?? {};
}

/**
 * The operations of the catalog, with the corrections applied to version, scopes and access of their endpoints.
 * There may be other components, which describe themselves.
 */
export function catalog(): CatalogRow[] {
  return read<CatalogRow[]>("catalog.json").map((row) => ({
    ...row,
    endpoints: row.endpoints.map(({ method, path }) => {
      const { version, scopes, access } = operation(method, path);
      return { method, path, version, scopes, access };
    }),
  }));
}

/**
 * Applies corrections to facts, in place, and returns them.
 * @throws when a correction matches nothing: the description has changed, so check the correction
 */
export function correct(target: Facts, list: Correction[]): Facts {
  for (const correction of list) {
    const found = locate(target, correction);
    if (!found) throw new Error(`local/facts/corrections.ts corrects something that api.json does not have: ${JSON.stringify(correction)}`);
    mergePatch(found, correction.patch);
  }
  return target;
}

function locate({ operations: list, schemas: pool }: Facts, correction: Correction): object | undefined {
  if ("schema" in correction) return pool[correction.schema];
  const found = list.find(({ method, path }) => `${method} ${path}` === correction.operation);
  return correction.param ? found?.params.find(({ name }) => name === correction.param) : found;
}

/** JSON merge patch, RFC 7396. */
function mergePatch(target: object, patch: Record<string, unknown>): void {
  const record = target as Record<string, unknown>; // a patch may add keys that the type does not list
  for (const [key, value] of Object.entries(patch)) {
    const current = record[key];
    if (value === null) delete record[key];
    else if (isPlainObject(value) && isPlainObject(current)) mergePatch(current as object, value as Record<string, unknown>);
    else record[key] = structuredClone(value);
  }
}
