/** For who reads dist/manifest.json: what an operation names is looked up here. */
import type { Manifest, ManifestChoice, ManifestEndpoint, ManifestField, ManifestOperation } from "./model.ts";

/** The endpoints that an operation calls; the first is the one that it is for. */
export function endpointsOf({ endpoints }: Pick<Manifest, "endpoints">, operation: Pick<ManifestOperation, "endpoints">): ManifestEndpoint[] {
  return operation.endpoints.map((name) => endpoints.find((endpoint) => endpoint.name === name)!); // the manifest's test looks for each
}

/** An operation with its endpoints in place of their names. */
export type WithEndpoints<O extends ManifestOperation = ManifestOperation> = O extends ManifestOperation ? Omit<O, "endpoints"> & { endpoints: ManifestEndpoint[] } : never;

/** The operations, with their endpoints in place of their names. */
export function withEndpoints(manifest: Pick<Manifest, "endpoints" | "operations">): WithEndpoints[] {
  return manifest.operations.map((operation) => ({ ...operation, endpoints: endpointsOf(manifest, operation) }));
}

/** The fixed choices of a field; undefined where anything can be typed, or the account has the choices. */
export function choicesOf({ lists }: Pick<Manifest, "lists">, { choices, list }: Pick<ManifestField, "choices" | "list">): ManifestChoice[] | undefined {
  return choices ?? (list === undefined ? undefined : lists[list]);
}
