import { Ajv } from "ajv";
import type { ValidateFunction } from "ajv";
import type { FastifyRequest } from "fastify";
import { TOKEN_SCHEMA } from "./auth.ts";
import type { TokenOptions } from "./auth.ts";
import { badRequest, forbidden, notFound } from "./errors.ts";
import { FAULT_KINDS, FAULT_SCHEMA } from "./faults.ts";
import type { FaultRule } from "./faults.ts";
import type { Parts } from "./parts.ts";
import { growContacts } from "./seed/demo.ts";

const PREFIX = "/__sandbox";

/** More contacts than any known sub-account has, and ten years: larger requests are mistakes, and would exhaust memory or time. */
const MOST_CONTACTS = 200_000;
const MOST_MS = 10 * 365 * 86_400_000;

const ajv = new Ajv({ validateSchema: false });
const upTo = (name: string, maximum: number) => ajv.compile({ type: "object", required: [name], additionalProperties: false, properties: { [name]: { type: "integer", minimum: 1, maximum } } });
const isTokenOptions = ajv.compile(TOKEN_SCHEMA);

/** @param id the path segment after the name */
type Play<Body> = (parts: Parts, body: Body, id: string | undefined) => object;

interface Endpoint {
  play: Play<unknown>;
  /** JSON Schema of the body. */
  validate?: ValidateFunction;
}

/** @param validate checks the body for `play`; without it, `play` accepts any body */
const endpoint = <Body = undefined>(play: Play<Body>, validate?: ValidateFunction): Endpoint => ({ play: (parts, body, id) => play(parts, body as Body, id), validate });

/** By method and name. */
const endpoints: Record<string, Endpoint> = {
  "GET ": endpoint(({ home, store, clock }) => ({ locationId: home.id, companyId: home.companyId, contacts: store.contacts.size, now: clock.now(), faultKinds: FAULT_KINDS })),
  "POST token": endpoint<TokenOptions>(({ auth }, body) => ({ token: auth.token(body) }), isTokenOptions),
  "POST code": endpoint<TokenOptions>(({ signIn }, body) => ({ code: signIn.code(body) }), isTokenOptions),
  "GET requests": endpoint(({ log }) => ({ requests: log.entries })),
  "DELETE requests": endpoint(({ log }) => ({ forgotten: log.entries.splice(0).length })),
  "GET faults": endpoint(({ faults }) => ({ faults: faults.list() })),
  "POST faults": endpoint<FaultRule>(({ faults }, body) => ({ id: faults.add(body) }), ajv.compile(FAULT_SCHEMA)),
  "DELETE faults": endpoint(({ faults }, _, id) => {
    faults.clear(id);
    return { faults: faults.list() };
  }),
  "POST contacts": endpoint<{ count: number }>(({ store, home }, { count }) => {
    growContacts(store, home.id, count);
    return { contacts: store.contacts.count(home.id) };
  }, upTo("count", MOST_CONTACTS)),
  "POST advance": endpoint<{ ms: number }>(({ clock }, { ms }) => {
    clock.advance(ms);
    return { now: clock.now() };
  }, upTo("ms", MOST_MS)),
};

/** True for a request to the sandbox itself. */
export const isControl = (path: string): boolean => path === PREFIX || path.startsWith(`${PREFIX}/`);

/**
 * Handles the sandbox's own endpoints, for the command line and manual use; they take JSON and no token:
 * GET /__sandbox (what it is), POST /__sandbox/token, POST /__sandbox/code, GET and DELETE /__sandbox/requests,
 * GET, POST and DELETE /__sandbox/faults[/:id], POST /__sandbox/contacts {count}, POST /__sandbox/advance {ms}.
 * They are not routes of the web server, because building those would take longer than the rest of a sandbox's start.
 * @throws ApiError
 */
export function control(parts: Parts, { method, headers, hostname, body = {} }: FastifyRequest, path: string): object {
  // Rejects requests from web pages in the user's browser.
  if (headers.origin || !["127.0.0.1", "localhost"].includes(hostname)) throw forbidden("The sandbox is controlled from this machine only.");
  const [name = "", id, ...more] = path.slice(PREFIX.length + 1).replace(/\/$/, "").split("/");
  const found = endpoints[`${method} ${name}`];
  if (!found || more.length > 0 || (id !== undefined && `${method} ${name}` !== "DELETE faults")) throw notFound(`Cannot ${method} ${path}`);
  if (found.validate && !found.validate(body)) throw badRequest(ajv.errorsText(found.validate.errors, { dataVar: "body" }));
  return found.play(parts, body, id);
}
