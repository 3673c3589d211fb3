/**
 * Generates local/facts/api.json, and from it common/api/endpoints.ts, from a checkout of the public repository GoHighLevel/highlevel-api-docs:
 * `npm run facts -- <checkout> ["METHOD /path" ...]`. Only facts are taken (names, types, required flags, scopes), no prose.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Command } from "commander";
import type { Facts, Operation, Parameter, Schema } from "../facts/types.ts";

const METHODS = ["get", "post", "put", "patch", "delete"];

const KEYWORDS = [
  "type", "nullable", "required", "enum", "default", "format", "pattern", "minimum", "maximum",
  "minLength", "maxLength", "minItems", "maxItems", "deprecated", "readOnly",
];

/** The parts of an OpenAPI file that are read here. */
export interface SpecFile {
  paths: Record<string, Record<string, SpecOperation>>;
  components?: { schemas?: Record<string, SpecSchema> };
}
type SpecSchema = Record<string, unknown>;
type Content = Record<string, { schema?: SpecSchema }>;
interface SpecOperation {
  operationId: string;
  deprecated?: boolean;
  parameters?: { in: string; name: string; required?: boolean; schema?: SpecSchema }[];
  requestBody?: { required?: boolean; content: Content };
  responses: Record<string, { content?: Content }>;
  security?: Record<string, string[]>[];
}

/**
 * Compacts OpenAPI files into facts.
 * @param specs the app files by app name; the key "common" is the file of shared schemas
 * @param keep `METHOD /path` of each operation to keep; a name that no file has is an error
 */
export function buildFacts(specs: Record<string, SpecFile>, keep: Iterable<string>): Facts {
  const wanted = new Set(keep);
  const pool: Record<string, Schema> = {};
  const operations: Operation[] = [];
  for (const [app, spec] of Object.entries(specs)) {
    for (const [path, item] of Object.entries(spec.paths)) {
      for (const method of METHODS) {
        const operation = item[method];
        if (operation && wanted.delete(`${method.toUpperCase()} ${path}`)) operations.push(compact(app, method, path, operation, collector(specs, app, pool)));
      }
    }
  }
  if (wanted.size > 0) throw new Error(`The description has no operation ${[...wanted].join(", ")}. Was it renamed there?`);
  operations.sort((a, b) => compare(a.path, b.path) || compare(a.method, b.method));
  const schemas = Object.fromEntries(Object.entries(pool).sort(([a], [b]) => compare(a, b)));
  return { generatedBy: "npm run facts -- <checkout of GoHighLevel/highlevel-api-docs>", operations, schemas };
}

/** Writes facts as JSON with one operation or schema a line, so that a diff shows what changed in the API. */
export function serialize(facts: Facts): string {
  const operations = facts.operations.map((operation) => JSON.stringify(operation)).join(",\n");
  const schemas = Object.entries(facts.schemas).map(([name, schema]) => `${JSON.stringify(name)}:${JSON.stringify(schema)}`).join(",\n");
  return `{\n"generatedBy":${JSON.stringify(facts.generatedBy)},\n"operations":[\n${operations}\n],\n"schemas":{\n${schemas}\n}\n}\n`;
}

function compact(app: string, method: string, path: string, operation: SpecOperation, schemaOf: (schema: SpecSchema | undefined) => Schema): Operation {
  const declared = operation.parameters ?? [];
  const version = declared.find(({ name }) => name === "Version")?.schema?.enum;
  const params = declared.filter(({ name }) => name !== "Version").map((param): Parameter => ({
    in: param.in as Parameter["in"], // OpenAPI allows "cookie" too; the description has none
    name: param.name,
    required: param.in === "path" || param.required === true,
    schema: schemaOf(param.schema),
  }));
  for (const [, name] of path.matchAll(/\{(\w+)\}/g)) {
    if (name && !params.some((param) => param.in === "path" && param.name === name)) params.push({ in: "path", name, required: true, schema: { type: "string" } });
  }
  const [contentType, content] = Object.entries(operation.requestBody?.content ?? {})[0] ?? [];
  const responses = Object.entries(operation.responses).filter(([status]) => status.startsWith("2"));
  return {
    id: operation.operationId,
    app,
    method: method.toUpperCase(),
    path,
    version: Array.isArray(version) ? String(version[0]) : null,
    scopes: [...new Set((operation.security ?? []).flatMap((entry) => Object.values(entry).flat()))].sort(),
    access: (operation.security ?? []).flatMap((entry) => Object.keys(entry)).sort(),
    ...(operation.deprecated && { deprecated: true }),
    params,
    ...(contentType && { body: { required: operation.requestBody?.required === true, contentType, schema: schemaOf(content?.schema) } }),
    responses: Object.fromEntries(responses.map(([status, response]) => [status, schemaOf(Object.values(response.content ?? {})[0]?.schema)])),
  };
}

/** Returns a function that compacts a schema of `app` and puts the named schemas it refers to into the pool. */
function collector(specs: Record<string, SpecFile>, app: string, pool: Record<string, Schema>): (schema: SpecSchema | undefined) => Schema {
  const walk = (schema: SpecSchema | undefined): Schema => {
    if (!schema) return {};
    if (typeof schema.$ref === "string") return { $ref: `#/schemas/${collect(schema.$ref)}` };
    const alternatives = (key: string) => (schema[key] as SpecSchema[] | undefined)?.map(walk);
    const allOf = alternatives("allOf");
    const result: Schema = Object.fromEntries(KEYWORDS.filter((key) => key in schema).map((key) => [key, schema[key]]));
    if (schema.properties) result.properties = Object.fromEntries(Object.entries(schema.properties as Record<string, SpecSchema>).map(([name, property]) => [name, walk(property)]));
    if (schema.items) result.items = walk(schema.items as SpecSchema);
    if (schema.anyOf) result.anyOf = alternatives("anyOf");
    if (schema.oneOf) result.oneOf = alternatives("oneOf");
    if (typeof schema.additionalProperties === "boolean") result.additionalProperties = schema.additionalProperties;
    else if (schema.additionalProperties) result.additionalProperties = walk(schema.additionalProperties as SpecSchema);
    // `allOf` with one entry only carries the prose beside a reference.
    if (allOf?.length === 1) return { ...result, ...allOf[0] };
    return allOf ? { ...result, allOf } : result;
  };
  const collect = (ref: string): string => {
    const [file = "", pointer = ""] = ref.split("#");
    const owner = file ? "common" : app;
    const name = pointer.split("/").at(-1) ?? "";
    const key = `${owner}.${name}`;
    if (!(key in pool)) {
      const schema = specs[owner]?.components?.schemas?.[name];
      if (!schema) throw new Error(`${app} refers to ${ref}, which is not in the description.`);
      pool[key] = {}; // holds the place, so that a schema that refers to itself ends
      pool[key] = owner === app ? walk(schema) : collector(specs, owner, pool)(schema);
    }
    return key;
  };
  return walk;
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
const readJson = <T>(path: string | URL): T => JSON.parse(readFileSync(path, "utf8")) as T; // the caller names the file's shape

/** @param further `METHOD /path` of each operation to take over beside those that api.json has */
async function main(checkout: string, further: string[]): Promise<void> {
  const target = new URL("../facts/api.json", import.meta.url);
  const known = readJson<Facts>(target).operations;
  const files = readdirSync(join(checkout, "apps")).filter((name) => name.endsWith(".json")).map((name) => name.replace(".json", ""));
  // Of two files with the same operation, the one that it was taken from before counts.
  const apps = [...new Set([...known.map(({ app }) => app).filter((app) => files.includes(app)), ...files])];
  const specs = Object.fromEntries(apps.map((app) => [app, readJson<SpecFile>(join(checkout, "apps", `${app}.json`))]));
  specs.common = { paths: {}, ...readJson<Partial<SpecFile>>(join(checkout, "common", "common-schemas.json")) };
  const facts = buildFacts(specs, [...known.map(({ method, path }) => `${method} ${path}`), ...further]);
  const text = serialize(facts);
  writeFileSync(target, text);
  // Loaded now: it reads the facts that were just written.
  const { endpointTable } = await import("../facts/endpoints.ts");
  writeFileSync(new URL("../../common/api/endpoints.ts", import.meta.url), endpointTable());
  console.log(`local/facts/api.json: ${facts.operations.length} operations, ${Object.keys(facts.schemas).length} schemas, ${Math.ceil(text.length / 1000)} kB`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const program = new Command("facts")
    .description("Generates local/facts/api.json from the official API description: the operations that it has, and further ones.")
    .argument("<checkout>", "folder of a checkout of GoHighLevel/highlevel-api-docs")
    .argument("[operations...]", "operations to take over as well, such as \"GET /forms/\"")
    .parse();
  const [checkout = "", ...further] = program.args;
  if (!existsSync(join(checkout, "apps", "contacts.json"))) program.error(`error: ${checkout} has no apps/contacts.json. Name a checkout of https://github.com/GoHighLevel/highlevel-api-docs.`);
  try {
    await main(checkout, further);
  } catch (error) {
    program.error(`error: ${error instanceof Error ? error.message : String(error)}`);
  }
}
