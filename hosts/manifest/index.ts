import { operation } from "../../local/facts/index.ts";
import { isRead } from "../../common/api/endpoint.ts";
import type { Endpoint } from "../../common/core/types.ts";
import { documentationOf, endpointName } from "../../local/facts/endpoints.ts";
import packageJson from "../../package.json" with { type: "json" };
import { ChoiceLists } from "./fields.ts";
import type { Manifest } from "./model.ts";
import type { Described } from "./operation.ts";
import { operationOf } from "./operation.ts";

export { manifestSchema } from "./model.ts";
export type { Manifest, ManifestField, ManifestGroup, ManifestOperation } from "./model.ts";
export type { Described } from "./operation.ts";

/** The endpoints that operations name, as they are named for the first time. */
class Endpoints {
  private readonly known = new Map<string, Manifest["endpoints"][number]>();

  readonly nameOf = (endpoint: Endpoint): string => {
    const { method, path, version, scope, agencyOnly } = endpoint;
    const facts = operation(method, path);
    const name = endpointName(facts);
    this.known.set(name, {
      name, method, path, version, ...(scope !== undefined && { scope }), reads: isRead(endpoint), agencyOnly: agencyOnly === true, documentation: documentationOf(facts),
    });
    return name;
  };

  all(): Manifest["endpoints"] {
    return [...this.known.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }
}

/** The manifest of built components. */
export function manifestOf(built: Described[]): Manifest {
  const endpoints = new Endpoints();
  const lists = new ChoiceLists();
  const operations = built.map((one) => operationOf(one, lists, endpoints.nameOf));
  return { name: packageJson.name, version: packageJson.version, endpoints: endpoints.all(), operations, lists: lists.lists };
}
