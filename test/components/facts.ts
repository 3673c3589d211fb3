/** Compares what was sent with the facts of the API. */
import { readManifest } from "../../local/cli/catalog.ts";
import { catalog, operations, resolved } from "../../local/facts/index.ts";
import type { Operation } from "../../local/facts/index.ts";
import { Validation } from "../../local/sandbox/validation.ts";
import { withEndpoints } from "../../hosts/manifest/read.ts";
import type { WithEndpoints } from "../../hosts/manifest/read.ts";

/** A request, whoever noted it. */
export interface Request {
  method: string;
  /** With the ids in it, without the query. */
  path: string;
  query?: Record<string, unknown>;
  body?: unknown;
}

const validation = new Validation();

const placeholders = ({ path }: Operation) => path.split("{").length;

/** Every operation with what its paths look like; fixed words before placeholders, as in a server's routes. */
const routes = [...operations()].sort((a, b) => placeholders(a) - placeholders(b))
  .map((operation) => ({ operation, pattern: new RegExp(`^${operation.path.replace(/\{(\w+)\}/g, "(?<$1>[^/]+)")}$`) }));

function routeOf({ method, path }: Request): { operation: Operation; pathValues: Record<string, string> } {
  for (const { operation, pattern } of routes) {
    const found = operation.method === method && pattern.exec(path);
    if (found) return { operation, pathValues: { ...found.groups } };
  }
  throw new Error(`HighLevel has no operation ${method} ${path}.`);
}

/** The operation a request belongs to. */
export const operationOf = (request: Request): Operation => routeOf(request).operation;

/**
 * The `Version` that the endpoint of a request asks for.
 * @throws where the request does not fit the description of its endpoint
 */
export function checkRequest(sent: Request): string | null {
  const { operation, pathValues } = routeOf(sent);
  validation.check(operation, pathValues, { ...sent.query }, sent.body, true);
  return operation.version;
}

/** Where a request differs from the facts: no such endpoint, another `Version`, query or body that do not fit. */
export function requestProblems(sent: Request & { version: string | undefined }): string[] {
  const says = `${sent.method} ${sent.path}: `;
  try {
    const version = checkRequest(sent);
    return version === null || version === sent.version ? [] : [`${says}Version is ${sent.version}, the facts have ${version}`];
  } catch (error) {
    return [says + (error as Error).message]; // checkRequest throws nothing else
  }
}

interface Call { method: string; path: string }

/** Where what an operation declares (endpoints, scopes) and what it calls differ. */
export function declarationProblems({ endpoints, scopes }: Pick<WithEndpoints, "scopes"> & { endpoints: Call[] }, requests: Request[]): string[] {
  const key = ({ method, path }: Call) => `${method} ${path}`;
  const declared = new Set(endpoints.map(key));
  const called = [...new Set(requests.map(operationOf))];
  const needed = new Set(called.flatMap((operation) => operation.scopes));
  return [
    ...called.map(key).filter((endpoint) => !declared.has(endpoint)).map((endpoint) => `calls ${endpoint}, which it does not declare`),
    ...[...declared].filter((endpoint) => !called.map(key).includes(endpoint)).map((endpoint) => `declares ${endpoint}, but never calls it`),
    ...[...needed].filter((scope) => !scopes.includes(scope)).map((scope) => `needs the scope ${scope}, which it does not declare`),
  ];
}

/** Documented request fields (query and body, top level) of an endpoint. */
export function documentedFields({ method, path }: Call): string[] {
  const operation = operations().find((known) => known.method === method && known.path === path);
  return [
    ...(operation?.params ?? []).filter((param) => param.in === "query").map(({ name }) => name),
    ...(operation?.body ? Object.keys(resolved(operation.body.schema).properties ?? {}) : []),
  ];
}

/** The endpoints that an operation is for; look-ups on the way are not among them. One beside the catalog is for the first that it declares. */
export function ownEndpoints(slug: string): Call[] {
  const promised = catalog().find((row) => row.slug === slug);
  return promised?.endpoints ?? withEndpoints(readManifest(process.env)).filter((one) => one.slug === slug).flatMap(({ endpoints }) => endpoints.slice(0, 1));
}

/** Documented fields of the operation's own endpoints that none of the requests carried. */
export function unsentFields(slug: string, requests: Request[]): string[] {
  return ownEndpoints(slug).flatMap((endpoint) => {
    const own = requests.filter((sent) => sent.method === endpoint.method && operationOf(sent).path === endpoint.path);
    const documented = documentedFields(endpoint);
    const carried = new Set(own.flatMap(({ query, body }) => [...Object.keys(query ?? {}), ...Object.keys(body ?? {})]));
    return own.length === 0 ? [`${endpoint.method} ${endpoint.path} (never called)`] : documented.filter((name) => !carried.has(name));
  });
}
