/** Compares what was sent with the facts of the API. */
import { catalog, operations, schemas } from "../../local/facts/index.ts";
import type { Operation, Schema } from "../../local/facts/index.ts";
import { Validation } from "../../local/sandbox/validation.ts";
import type { Sent } from "./harness.ts";
import type { Call } from "./row.ts";

const validation = new Validation();

const patternOf = (path: string) => new RegExp(`^${path.replace(/\{(\w+)\}/g, "(?<$1>[^/]+)")}$`);
const placeholders = (path: string) => path.split("{").length;

/** The operation a request belongs to: fixed words win over placeholders, as in a server's routes. */
function operationOf({ method, path }: Pick<Sent, "method" | "path">): Operation {
  const fitting = operations().filter((operation) => operation.method === method && patternOf(operation.path).test(path));
  const [found] = fitting.sort((a, b) => placeholders(a.path) - placeholders(b.path));
  if (!found) throw new Error(`HighLevel has no operation ${method} ${path}.`);
  return found;
}

/**
 * The `Version` that the endpoint of a request asks for.
 * @throws where the request does not fit the description of its endpoint
 */
export function checkRequest(sent: Sent): string | null {
  const operation = operationOf(sent);
  validation.check(operation, patternOf(operation.path).exec(sent.path)?.groups ?? {}, { ...sent.query }, sent.body);
  return operation.version;
}

function propertiesOf({ $ref, properties = {} }: Schema): string[] {
  const named = $ref ? schemas()[$ref.replace("#/schemas/", "")] : undefined;
  return named ? propertiesOf(named) : Object.keys(properties);
}

/** Documented fields (query and body) of the operation's endpoints that none of the requests carried. */
export function unsentFields(slug: string, requests: Call[]): string[] {
  const endpoints = catalog().find((row) => row.slug === slug)?.endpoints ?? [];
  return endpoints.flatMap(({ method, path }) => {
    const own = requests.filter((sent) => sent.method === method && operationOf(sent).path === path);
    const operation = operations().find((known) => known.method === method && known.path === path);
    const documented = [
      ...(operation?.params ?? []).filter((param) => param.in === "query").map(({ name }) => name),
      ...(operation?.body ? propertiesOf(operation.body.schema) : []),
    ];
    const carried = new Set(own.flatMap(({ query, body }) => [...Object.keys(query ?? {}), ...Object.keys(body ?? {})]));
    return own.length === 0 ? [`${method} ${path} (never called)`] : documented.filter((name) => !carried.has(name));
  });
}
