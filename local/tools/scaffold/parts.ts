import { isAgencyOnly } from "../../facts/index.ts";
import type { Operation, Schema } from "../../facts/index.ts";
import { MANAGED_SCOPES } from "../../facts/managed-scopes.ts";
import { indented, titled } from "./text.ts";

/** An operation that is to be written. */
export interface Wanted {
  slug: string;
  name: string;
  type: "trigger" | "action";
  category: string;
}

/** One field of the form, under its name in the request. */
export interface FormField { name: string; schema: Schema; required: boolean }

/** Ids that have a dropdown, by their names in requests: the dropdown, and the props that it depends on. */
export const DROPDOWNS: Record<string, { definition: string; from: string[] }> = Object.fromEntries([
  ...["businessId", "calendarGroupId", "calendarId", "campaignId", "contactId", "conversationId", "opportunityId", "pipelineId", "userId", "workflowId"]
    .map((name) => [name, { definition: name, from: ["locationId"] }] as const),
  ...["noteId", "taskId"].map((name) => [name, { definition: name, from: ["contactId"] }] as const),
  ["assignedTo", { definition: "userId", from: ["locationId"] }],
]);

const TYPES: Record<string, string> = { string: "string", number: "integer", integer: "integer", boolean: "boolean", object: "object" };

export function typeOf({ type, items }: Schema): string {
  return type === "array" ? `${TYPES[items?.type ?? "string"] ?? "string"}[]`.replace(/^(object|boolean)\[\]$/, "string[]") : TYPES[type ?? ""] ?? "string";
}

/** The source of the form's fields, in their order. */
export function propsOf(fields: FormField[]): string {
  const known = new Set(["locationId", ...fields.map(({ name }) => name)]);
  return fields.map(({ name, schema, required }) => {
    const dropdown = DROPDOWNS[name];
    const lines = dropdown?.from.every((prop) => known.has(prop)) ? [`propDefinition: [app, "${dropdown.definition}", dependsOn(${dropdown.from.map((prop) => `"${prop}"`).join(", ")})],`] : [
      `type: "${typeOf(schema)}",`,
      `label: "${titled(name)}",`,
      `description: "${titled(name)} of the record",`,
      ...(schema.enum ? [`options: ${JSON.stringify(schema.enum).replaceAll(",", ", ")},`] : []),
    ];
    return `${name}: {\n${indented([...lines, ...(required ? [] : ["optional: true,"])].join("\n"), 2)}\n},`;
  }).join("\n");
}

/** Whether an endpoint changes nothing. */
export const isRead = ({ method, reads }: Operation): boolean => method === "GET" || reads === true;

/** Descriptions have to be written by a person: the checks of the metadata refuse these words. */
export const UNWRITTEN = "(describe what happens)";

/** What a description has to say of the token that is needed. */
function access({ method, path, scopes }: Operation): string {
  const unmanaged = scopes.filter((scope) => !MANAGED_SCOPES.has(scope));
  return [
    isAgencyOnly(method, path) && " Needs an agency token: connect the agency, not a sub-account.",
    ...unmanaged.map((scope) => ` Needs the scope \`${scope}\`, which Pipedream's managed HighLevel app does not grant: connect your own OAuth client or a Private Integration Token.`),
  ].filter(Boolean).join("");
}

/** Key, name, description and version. @param begins how the description begins */
export function headOf({ slug, name }: Wanted, operation: Operation, begins: string): string {
  return [
    `key: "highlevel_oauth-${slug}",`,
    `name: "${name}",`,
    `description: "${begins}.${access(operation)} [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/${operation.app}/${operation.id})",`,
    "version: \"0.0.1\",",
  ].join("\n");
}

/** Placeholders of the path, as fields of the form; without the sub-account, which every form has. */
export const idsOf = ({ params }: Operation): FormField[] => params.filter((param) => param.in === "path" && param.name !== "locationId").map(({ name, schema }) => ({ name, schema, required: true }));
