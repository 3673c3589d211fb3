/** Generates common/api/endpoints.ts, the table of endpoints, from the API facts. */
import camelCase from "lodash/camelCase.js";
import { isAgencyOnly, operations } from "./index.ts";
import type { Operation } from "./index.ts";

/** Operations whose id in the API description is misleading. */
const NAMES: Record<string, string> = { "POST /contacts/bulk/tags/update/{type}": "updateContactTags" };

/** The name of an endpoint in the table: its operationId in camel case. */
export const endpointName = ({ method, path, id }: Operation): string => NAMES[`${method} ${path}`] ?? camelCase(id);

/** The page of an endpoint in HighLevel's documentation. */
export const documentationOf = ({ app, id }: Operation): string => `https://marketplace.gohighlevel.com/docs/ghl/${app}/${id}`;

function row(operation: Operation): string {
  const { method, path, version, scopes, reads } = operation;
  const facts = [
    `method: "${method}"`,
    `path: "${path}"`,
    `version: "${version ?? ""}"`,
    ...scopes.slice(0, 1).map((scope) => `scope: "${scope}"`),
    ...(reads ? ["reads: true"] : []),
    ...(isAgencyOnly(method, path) ? ["agencyOnly: true"] : []),
  ];
  return `/** @see ${documentationOf(operation)} */\nexport const ${endpointName(operation)}: Endpoint = { ${facts.join(", ")} };\n`;
}

/**
 * The module's text.
 * @throws where two endpoints have one name, or one needs several scopes
 */
export function endpointTable(list = operations().filter(({ version }) => version !== null)): string {
  const names = list.map(endpointName);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice) throw new Error(`Two endpoints are called ${twice}. Give one of them another name in local/facts/endpoints.ts.`);
  const several = list.find(({ scopes }) => scopes.length > 1);
  if (several) throw new Error(`${several.method} ${several.path} needs several scopes: ${several.scopes.join(", ")}. The table holds one.`);
  return `// Generated from the API facts: npm run facts. Do not edit.\nimport type { Endpoint } from "../core/types.ts";\n\n${list.map(row).join("\n")}`;
}
