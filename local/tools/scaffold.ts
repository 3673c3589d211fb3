import type { CatalogRow, Operation, Schema } from "../facts/types.ts";

/** A file the scaffold writes, or a row it puts into an existing one. */
export interface Draft {
  file: string;
  /** The whole file, where it does not exist yet. */
  content: string;
  /** What goes into an existing file, and the line it goes behind. */
  row?: { after: string; text: string };
}

const words = (name: string) => name.replace(/Id$/, " ID").replace(/_/g, " ").replace(/([a-z])([A-Z])/g, "$1 $2").replace(/^./, (letter) => letter.toUpperCase());
const indent = (text: string, by: number) => text.split("\n").map((line) => (line ? " ".repeat(by) + line : line)).join("\n");

/** Ids that have a dropdown are recognised by their name; the rest starts as text. */
const DROPDOWNS = new Set(["contactId", "userId", "assignedTo", "taskId", "noteId", "businessId", "campaignId", "workflowId"]);
const TYPES: Record<string, string> = { string: "string", number: "integer", integer: "integer", boolean: "boolean", object: "object" };

function typeOf({ type, items }: Schema): string {
  return type === "array" ? `${TYPES[items?.type ?? "string"] ?? "string"}[]`.replace(/^(object|boolean)\[\]$/, "string[]") : TYPES[type ?? ""] ?? "string";
}

function prop(name: string, schema: Schema, required: boolean): string {
  if (DROPDOWNS.has(name)) {
    const definition = name === "assignedTo" ? "userId" : name;
    return `${name}: {\n  propDefinition: [app, "${definition}", from("locationId")],${required ? "" : "\n  optional: true,"}\n},`;
  }
  const lines = [
    `type: "${typeOf(schema)}",`,
    `label: "${words(name)}",`,
    `description: "${words(name)} of the record",`,
    ...(schema.enum ? [`options: ${JSON.stringify(schema.enum)},`] : []),
    ...(required ? [] : ["optional: true,"]),
  ];
  return `${name}: {\n${indent(lines.join("\n"), 2)}\n},`;
}

/** Descriptions have to be written by a person: the contract test refuses these words. */
export const UNWRITTEN = "Describe what happens";

function annotations(method: string, path: string): string {
  const reads = method === "GET" || path.endsWith("/search");
  return [
    "annotations: {",
    `  readOnlyHint: ${reads},`,
    `  destructiveHint: ${method === "DELETE"},`,
    `  idempotentHint: ${reads || method === "PUT" || method === "DELETE"},`,
    "  openWorldHint: true,",
    "},",
  ].join("\n");
}

const head = (row: CatalogRow, { app, id }: Operation, emit: string) => [
  `key: "highlevel_oauth-${row.slug}",`,
  `name: "${row.name}",`,
  `description: "${emit}. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/${app}/${id})",`,
  "version: \"0.0.1\",",
].join("\n");

function actionModule(row: CatalogRow, operation: Operation, body: Record<string, Schema>, required: string[]): string {
  const { method, path, scopes, params } = operation;
  const ids = params.filter((param) => param.in === "path" && param.name !== "locationId");
  const fields = Object.entries(body).filter(([name]) => name !== "locationId");
  const props = [
    ...ids.map(({ name, schema }) => prop(name, schema, true)),
    ...fields.map(([name, schema]) => prop(name, schema, required.includes(name))),
  ];
  const sent = ["locationId" in body ? "locationId" : "", ...fields.map(([name]) => `"${name}"`)].filter(Boolean);
  const usesDropdown = props.some((text) => text.includes("propDefinition"));
  return `import { endpoint } from "../../../common/actions/action.ts";
${"locationId" in body ? "import { locationId } from \"../../../common/actions/fields.ts\";\n" : ""}import app from "../../../common/highlevel.app.ts";
${usesDropdown ? "import { from } from \"../../../common/props/dropdown.ts\";\n" : ""}
export default {
${indent(head(row, operation, UNWRITTEN), 2)}
  type: "action",
${indent(annotations(method, path), 2)}
  props: {
    app,
${indent(props.join("\n"), 4)}
    locationId: {
      propDefinition: [app, "locationId"],
    },
  },
  ...endpoint({
    method: "${method}",
    path: "${path}",
${scopes[0] ? `    scope: "${scopes[0]}",\n` : ""}${operation.body ? `    body: [${sent.join(", ")}],\n` : ""}    summary: (record) => \`${row.name}: \${record.id}\`,
  }),
};
`;
}

function triggerModule(row: CatalogRow, operation: Operation): string {
  const { method, path, scopes, params } = operation;
  const ids = params.filter((param) => param.in === "path" && param.name !== "locationId");
  const props = ids.map(({ name, schema }) => prop(name, schema, true));
  return `import app from "../../../common/highlevel.app.ts";
import { sampleEvent } from "../../../common/polling/poll.ts";
import { pollingProps } from "../../../common/polling/props.ts";
import { watchRecord } from "../../../common/polling/watch-record.ts";
${props.some((text) => text.includes("propDefinition")) ? "import { from } from \"../../../common/props/dropdown.ts\";\n" : ""}import { defineResource } from "../../../common/resources/resource.ts";
import type { Fields } from "../../../common/types.ts";

// A resource that other operations need too belongs to common/resources.
const resource = defineResource({ noun: "record", sample: {} as Fields });

export default {
${indent(head(row, operation, `Emit new event when: ${UNWRITTEN}`), 2)}
  type: "source",
  dedupe: "unique",
  props: {
    app,
    ...pollingProps,
${indent(props.join("\n"), 4)}
    locationId: {
      propDefinition: [app, "locationId"],
    },
    pollBudget: {
      propDefinition: [app, "pollBudget"],
    },
  },
  // The strategies: docs/architecture.md, Polling.
  ...watchRecord({
    resource,
    endpoint: { method: "${method}", path: "${path}"${scopes[0] ? `, scope: "${scopes[0]}"` : ""} },
    ids: ${JSON.stringify(ids.map(({ name }) => name))},
  }),
  sampleEmit: sampleEvent(resource.sample, "updated"),
};
`;
}

function actionRow(slug: string, { method, path }: Operation): { after: string; text: string } {
  const empty = `{\n    props: {},\n    requests: [{ method: "${method}", path: "${path}", reply: {} }],\n    summary: "",\n  }`;
  return { after: "const rows: Rows = {", text: `  "${slug}": {\n${indent(`required: ${empty},\nall: ${empty},`, 4)}\n  },` };
}

/**
 * The module of an operation and its test row. What only a person can know (descriptions, which strategy, the
 * values of the test) is left so that the tests fail until it is filled in.
 * @param body the properties of the request's body
 * @param required names of those that have to be sent
 */
export function scaffold(row: CatalogRow, operation: Operation, body: Record<string, Schema>, required: string[]): Draft[] {
  const folder = row.type === "action" ? "actions" : "triggers";
  const module: Draft = {
    file: `components/${row.category}/${folder}/${row.slug}.ts`,
    content: row.type === "action" ? actionModule(row, operation, body, required) : triggerModule(row, operation),
  };
  if (row.type === "action") {
    const test = actionRow(row.slug, operation);
    return [module, {
      file: `test/components/rows/${row.category}-actions.ts`,
      content: `import type { Rows } from "../row.ts";\n\n${test.after}\n${test.text}\n};\n\nexport default rows;\n`,
      row: test,
    }];
  }
  const after = "const triggers: TriggerRow<Ids>[] = [";
  const text = `  {\n    slug: "${row.slug}", when: "what happens", props: () => ({}),\n    change: () => undefined,\n    kinds: ["updated"],\n  },`;
  return [module, {
    file: `test/e2e/${row.category}.test.ts`,
    content: `import { e2e } from "./suite.ts";\nimport type { ActionRow, TriggerRow } from "./suite.ts";\n\ntype Ids = Record<string, string>;\n\n${after}\n${text}\n];\n\nconst actions: ActionRow<Ids>[] = [];\n\ne2e({ category: "${row.category}", setup: () => ({}), triggers, actions });\n`,
    row: { after, text },
  }];
}
