import { resolved } from "../../facts/index.ts";
import type { Operation } from "../../facts/index.ts";
import { endpointName } from "../../facts/endpoints.ts";
import { answerOf } from "./answer.ts";
import { example } from "./example.ts";
import { headOf, idsOf, isRead, propsOf, typeOf, UNWRITTEN } from "./parts.ts";
import type { FormField, Wanted } from "./parts.ts";
import { indented, literal } from "./text.ts";

const LOCATION = "locationId";
const withoutLocation = (fields: FormField[]) => fields.filter(({ name }) => name !== LOCATION);

/** Fields of the query and of the body. */
function fieldsOf({ params, body }: Operation): { query: FormField[]; body: FormField[] } {
  const { properties = {}, required = [] } = resolved(body?.schema);
  return {
    query: params.filter((param) => param.in === "query"),
    body: Object.entries(properties).map(([name, schema]) => ({ name, schema: resolved(schema), required: required.includes(name) })),
  };
}

/** How the record of an answer is told in the summary. */
function labelOf(operation: Operation): "name" | "id" | undefined {
  const { properties = {} } = answerOf(operation).record;
  return (["name", "id"] as const).find((name) => name in properties);
}

function annotations({ slug }: Wanted, operation: Operation): string {
  const { method } = operation;
  return [
    "annotations: {",
    `  readOnlyHint: ${isRead(operation)},`,
    `  destructiveHint: ${slug.startsWith("delete-")},`,
    `  idempotentHint: ${isRead(operation) || method === "PUT" || method === "DELETE"},`,
    "  openWorldHint: true,",
    "},",
  ].join("\n");
}

/** The module of an action that is one call. */
export function actionModule(wanted: Wanted, operation: Operation): string {
  const { query, body } = fieldsOf(operation);
  const props = propsOf([...idsOf(operation), ...withoutLocation(query), ...withoutLocation(body)]);
  const names = (fields: FormField[]) => fields.map(({ name }) => (name === LOCATION ? LOCATION : `"${name}"`)).join(", ");
  const sendsLocation = [...query, ...body].some(({ name }) => name === LOCATION);
  const { isList, key } = answerOf(operation);
  const label = isList ? undefined : labelOf(operation);
  const call = [
    `...api.${endpointName(operation)},`,
    query.length > 0 && `query: [${names(query)}],`,
    operation.body && `body: [${names(body)}],`,
    !isList && key && `result: "${key}",`,
    label ? `summary: (record) => \`${wanted.name}: \${record.${label}}\`,` : `summary: () => "${wanted.name}: done",`,
  ].filter(Boolean).join("\n");
  return `import { endpoint } from "../../../common/operations/action.ts";
${sendsLocation ? "import { locationId } from \"../../../common/input/fields.ts\";\n" : ""}import * as api from "../../../common/api/endpoints.ts";
import app from "../../../common/highlevel.app.ts";
${props.includes("dependsOn(") ? "import { dependsOn } from \"../../../common/dropdowns/dropdown.ts\";\n" : ""}
export default {
${indented(headOf(wanted, operation, UNWRITTEN), 2)}
  type: "action",
${indented(annotations(wanted, operation), 2)}
  props: {
    app,
${props ? `${indented(props, 4)}\n` : ""}    locationId: {
      propDefinition: [app, "locationId"],
    },
  },
  ...endpoint({
${indented(call, 4)}
  }),
};
`;
}

const valuesOf = (fields: FormField[]) => Object.fromEntries(fields.map(({ name, schema }) => [name, example(schema, name)]));
/** A form takes a list of objects as their JSON. */
const typed = ({ schema, name }: FormField) => {
  const value = example(schema, name);
  return typeOf(schema) === "string[]" && Array.isArray(value) ? value.map((item) => (typeof item === "object" ? JSON.stringify(item) : item)) : value;
};

/** The test row of an action: what the form holds, and what goes over the wire, with made-up values. */
export function actionRow(wanted: Wanted, operation: Operation): string {
  const { query, body } = fieldsOf(operation);
  const ids = idsOf(operation);
  const { isList, key } = answerOf(operation);
  const locationId = example({ type: "string" }, LOCATION);
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(name === LOCATION ? locationId : example(ids.find((id) => id.name === name)?.schema, name))));
  const reply = (example(Object.values(operation.responses)[0], "answer") ?? {}) as Record<string, unknown>; // answers are objects or lists
  const record = (isList || !key ? reply : reply[key]) as Record<string, unknown>;
  const label = isList ? undefined : labelOf(operation);
  const texts = (fields: FormField[]) => Object.fromEntries(Object.entries(valuesOf(fields)).map(([name, value]) => [name, String(value)]));
  const needed = (fields: FormField[], all: boolean) => fields.filter(({ name, required }) => all || required || name === LOCATION);
  const caseOf = (all: boolean): string => {
    const sent = { query: needed(query, all), body: needed(body, all) };
    const props = { locationId, ...Object.fromEntries([...ids, ...withoutLocation(sent.query), ...withoutLocation(sent.body)].map((field) => [field.name, typed(field)])) };
    const request = {
      method: operation.method, path,
      ...(sent.query.length > 0 && { query: texts(sent.query) }),
      ...(operation.body && { body: valuesOf(sent.body) }),
      reply,
    };
    return [
      `props: ${literal(props)},`,
      `requests: [${literal(request)}],`,
      `summary: ${JSON.stringify(label ? `${wanted.name}: ${String(record[label])}` : `${wanted.name}: done`)},`,
      ...(record === reply ? [] : [`returns: ${literal(record)},`]),
    ].join("\n");
  };
  return `"${wanted.slug}": {\n${[["required", false], ["all", true]].map(([name, all]) => `  ${name}: {\n${indented(caseOf(all === true), 4)}\n  },`).join("\n")}\n},`;
}
