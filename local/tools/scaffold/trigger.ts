import { resolved } from "../../facts/index.ts";
import type { Operation, Schema } from "../../facts/index.ts";
import { endpointName } from "../../facts/endpoints.ts";
import { answerOf } from "./answer.ts";
import type { Answer } from "./answer.ts";
import { example } from "./example.ts";
import { DROPDOWNS, headOf, idsOf, propsOf, UNWRITTEN } from "./parts.ts";
import type { FormField, Wanted } from "./parts.ts";
import { indented, literal } from "./text.ts";

/** Paginators of common/api/pagination by the parameter that only they have; the first that fits counts. */
const PAGINATORS: [param: string, paginator: string][] = [
  ["searchAfter", "searchAfter"], ["startAfterId", "startAfter"], ["lastMessageId", "lastMessageId"], ["cursor", "cursor"], ["skip", "skip"], ["offset", "offset"], ["page", "page"],
];
/** Parameters that the paging fills in. */
const PAGING = new Set([...PAGINATORS.map(([name]) => name), "limit", "pageLimit", "startAfter"]);

/** What a list is asked with: its query, or the body of a search. */
function askedOf({ params, body }: Operation): FormField[] {
  const { properties = {}, required = [] } = resolved(body?.schema);
  return [
    ...params.filter((param) => param.in === "query"),
    ...Object.entries(properties).map(([name, schema]) => ({ name, schema: resolved(schema), required: required.includes(name) })),
  ];
}

/** "list-location-tags" and "get-location-tag" → "location tag". */
const nounOf = ({ slug }: Wanted, { isList }: Answer) => slug.replace(/^[a-z]+-/, "").replace(/-by-[a-z-]+$/, "").replaceAll("-", " ").replace(/s$/, isList ? "" : "s");

const resourceOf = (wanted: Wanted, answer: Answer) => [
  "// A kind of record that other operations know too belongs to common/resources.",
  "const resource = defineResource({",
  `  noun: "${nounOf(wanted, answer)}",`,
  "  sample: {",
  ...Object.entries(Object(example(answer.record, ""))).map(([name, value]) => `    ${name}: ${literal(value)},`),
  "  } as Fields,",
  "});",
].join("\n");

interface Parts { imports: string[]; consts: string[]; props: string; behavior: string; sample: string }

function listParts(operation: Operation, answer: Answer): Parts {
  const { method, path } = operation;
  const ids = idsOf(operation);
  const asked = askedOf(operation);
  const names = new Set(asked.map(({ name }) => name));
  const paginator = PAGINATORS.find(([param]) => names.has(param))?.[1] ?? "none";
  const most = asked.find(({ name }) => ["limit", "pageLimit"].includes(name))?.schema.maximum;
  const filters = asked.filter(({ name }) => name !== "locationId" && !PAGING.has(name));
  const valueOf = ({ name, schema }: { name: string; schema: Schema }) => (["string", undefined].includes(schema.type) ? `poll.text("${name}")` : `poll.source.${name}`);
  const query = [...(names.has("locationId") ? ["locationId: poll.locationId"] : []), ...filters.map((field) => `${field.name}: ${valueOf(field)}`)];
  const pathParams = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => `${name}: ${name === "locationId" ? "poll.locationId" : `poll.source.${name}`}`);
  const call = [
    ...(pathParams.length > 0 ? [`pathParams: { ${pathParams.join(", ")} }`] : []),
    ...(query.length > 0 ? [`${method === "GET" ? "query" : "body"}: { ${query.join(", ")} }`] : []),
    "after",
  ];
  const items = answer.key === undefined ? "(data) => data as unknown as Fields[], // the answer is the list; what is none is refused by the reader" : `"${answer.key}",`;
  return {
    imports: [
      "import type { ListRequest } from \"../../../common/api/pagination/paginate.ts\";",
      "import * as paginators from \"../../../common/api/pagination/paginators.ts\";",
      "import { eventTypesOf } from \"../../../common/polling/event-types.ts\";",
      "import { snapshot } from \"../../../common/polling/strategies/snapshot/snapshot.ts\";",
    ],
    consts: [[
      "const list: ListRequest<Fields> = {",
      `  ...api.${endpointName(operation)}, paginator: paginators.${paginator},${most ? ` pageSize: ${most},` : ""}`,
      `  items: ${items}`,
      "};",
    ].join("\n"), "const eventTypes = eventTypesOf(resource, [\"created\", \"updated\", \"deleted\"], { preset: [\"created\", \"updated\"] });"],
    props: [propsOf([...ids, ...filters]), "eventTypes,"].filter(Boolean).join("\n"),
    behavior: [
      "...snapshot({",
      "  resource,",
      "  endpoints: [list],",
      `  resetOn: ${literal([...ids, ...filters].map(({ name }) => name))},`,
      "  eventTypes,",
      `  read: (poll, after) => poll.pages(list, { ${call.join(", ")} }),`,
      "}),",
    ].join("\n"),
    sample: "\"created\"",
  };
}

function recordParts(operation: Operation, { key, record }: Answer): Parts {
  const { path } = operation;
  const query = askedOf(operation).filter(({ required }) => required).map(({ name }) => name);
  const first = Object.keys(record.properties ?? {}).find((name) => !/id$/i.test(name));
  return {
    imports: ["import { recordEventTypes } from \"../../../common/polling/event-types.ts\";", "import { watchRecord } from \"../../../common/polling/strategies/watch/watch-record.ts\";"],
    consts: [],
    props: [propsOf(idsOf(operation)), "eventTypes: recordEventTypes(resource),", "watchFields: {\n  propDefinition: [app, \"watchFields\"],\n  options: fieldNames(resource),\n},"].filter(Boolean).join("\n"),
    behavior: [
      ...(query.length > 0 ? [`// watchRecord sends no query, and this endpoint needs ${query.join(" and ")}: take watchValue instead.`] : []),
      "...watchRecord({",
      "  resource,",
      `  endpoint: api.${endpointName(operation)},`,
      ...(key ? [`  envelope: "${key}",`] : []),
      `  ids: ${literal([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))},`,
      "}),",
    ].join("\n"),
    sample: `"updated"${first ? `, ["${first}"]` : ""}`,
  };
}

/** The module of a trigger: one that compares a list, or one that watches a record, as the endpoint's answer is. */
export function triggerModule(wanted: Wanted, operation: Operation): string {
  const answer = answerOf(operation);
  const { imports, consts, props, behavior, sample } = answer.isList ? listParts(operation, answer) : recordParts(operation, answer);
  const all = [
    "import * as api from \"../../../common/api/endpoints.ts\";",
    "import app from \"../../../common/highlevel.app.ts\";",
    ...imports,
    "import { sampleEvent } from \"../../../common/polling/poll.ts\";",
    "import { pollingProps } from \"../../../common/input/polling-props.ts\";",
    ...(props.includes("dependsOn(") ? ["import { dependsOn } from \"../../../common/dropdowns/dropdown.ts\";"] : []),
    `import { defineResource${answer.isList ? "" : ", fieldNames"} } from "../../../common/resources/resource.ts";`,
    "import type { Fields } from \"../../../common/core/types.ts\";",
  ];
  const pathOf = (line: string) => /from "(.*)"/.exec(line)?.[1] ?? "";
  return `${all.sort((a, b) => (pathOf(a) < pathOf(b) ? -1 : 1)).join("\n")}

${[resourceOf(wanted, answer), ...consts].join("\n\n")}

export default {
${indented(headOf(wanted, operation, `Emit new event when ${UNWRITTEN}`), 2)}
  type: "source",
  dedupe: "unique",
  props: {
    app,
    ...pollingProps,
${indented(props, 4)}
    locationId: {
      propDefinition: [app, "locationId"],
    },
    pollBudget: {
      propDefinition: [app, "pollBudget"],
    },
  },
  // How the strategies differ: docs/architecture.md, Polling.
${indented(behavior, 2)}
  sampleEmit: sampleEvent(resource.sample, ${sample}),
};
`;
}

/** The test row of a trigger: ids that no dropdown offers, and what happens in the sandbox, which only a person knows. */
export function triggerRow({ slug }: Wanted, operation: Operation): string {
  const named = [...idsOf(operation), ...(answerOf(operation).isList ? askedOf(operation).filter(({ name, required, schema }) => required && !schema.enum && name !== "locationId" && !PAGING.has(name)) : [])]
    .filter(({ name }) => !(name in DROPDOWNS));
  return [
    `"${slug}": {`,
    ...(named.length > 0 ? [`  props: () => (${literal(Object.fromEntries(named.map(({ name, schema }) => [name, example(schema, name)])))}),`] : []),
    "  // Between the deployment and the polls: an event with all that the sample shows has to come of it.",
    "  change: () => undefined,",
    "},",
  ].join("\n");
}
