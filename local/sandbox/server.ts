import fastify from "fastify";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import findMyWay from "find-my-way";
import type { HTTPMethod } from "find-my-way";
import { operations } from "../facts/index.ts";
import type { Operation } from "../facts/index.ts";
import { deliver, send } from "./deliver.ts";
import { control, isControl } from "./control.ts";
import { badRequest, notFound } from "./errors.ts";
import { FAILS_UNANSWERED } from "./faults.ts";
import { tooManyRequests } from "./limits.ts";
import type { Grant } from "./auth.ts";
import type { Parts } from "./parts.ts";
import { failure, play } from "./play.ts";

const pathOf = (request: FastifyRequest): string => request.url.split("?")[0] ?? request.url;

interface Route { operation: Operation; params: Record<string, string> }

/** One route per known operation, shared by all sandboxes of the process: building them takes longer than most tests. */
const router = findMyWay({ ignoreTrailingSlash: true });
for (const operation of operations()) {
  router.on(operation.method as HTTPMethod, operation.path.replace(/\{(\w+)\}/g, ":$1"), () => undefined, operation); // the facts hold HTTP methods only
}

/** The operation of a request; undefined if unknown. */
function routeOf(request: FastifyRequest): Route | undefined {
  const found = router.find(request.method as HTTPMethod, pathOf(request)); // an unknown method finds nothing
  return found ? { operation: found.store as Operation, params: found.params as Record<string, string> } : undefined; // as stored above
}

/** Builds the web server: every known operation, and the sandbox's own endpoints under /__sandbox. */
export function buildServer(parts: Parts): FastifyInstance {
  const { requestMs } = parts;
  const app = fastify({
    requestTimeout: requestMs,
    // Node checks for late requests at an interval, and applies the longer of the two timeouts to the whole request.
    http: { headersTimeout: requestMs, connectionsCheckingInterval: Math.ceil(requestMs / 10) },
    forceCloseConnections: true,
    exposeHeadRoutes: false,
    routerOptions: { ignoreTrailingSlash: true },
  });
  const date = () => ({ date: new Date(parts.clock.now()).toUTCString() });
  app.addHook("onRequest", async (_request, reply) => void reply.headers(date()));
  app.setErrorHandler((error, _request, reply) => send(reply, failure(error)));
  addParsers(app);
  app.all("/*", (request, reply) => {
    const path = pathOf(request);
    if (isControl(path)) return reply.send(control(parts, request, path));
    const route = routeOf(request);
    return route ? answer(parts, route, request, reply) : send(reply, failure(notFound(`Cannot ${request.method} ${path}`)));
  });
  return app;
}

function addParsers(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("application/json", { parseAs: "string" }, (_request, text, done) => {
    try {
      done(null, text === "" ? undefined : JSON.parse(String(text)));
    } catch {
      done(badRequest("The body is not valid JSON"));
    }
  });
  app.addContentTypeParser("application/x-www-form-urlencoded", { parseAs: "string" }, (_request, text, done) => done(null, Object.fromEntries(new URLSearchParams(String(text)))));
}

/** Requests count toward the sub-account or agency of their token. */
const resourceOf = (grant: Grant | undefined): string => grant?.locationId ?? grant?.companyId ?? "anonymous";

async function answer(parts: Parts, { operation, params }: Route, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const { auth, faults, limiter, log } = parts;
  const path = pathOf(request);
  const entry = log.begin(operation, path, { ...(request.query as object) }, request.body);
  parts.onRequest?.(entry);
  const fault = faults.take(operation.method, operation.path, path);
  const resource = resourceOf(auth.find(request.headers.authorization));
  if (fault?.kind === "daily-quota") limiter.exhaustDay(resource);
  if (fault?.kind === "slow") await new Promise((resolve) => setTimeout(resolve, fault.delayMs ?? 1000));
  const { headers, refused } = limiter.count(resource);
  void reply.headers(headers);
  const lost = fault && FAILS_UNANSWERED.includes(fault.kind) && !fault.applied;
  const outcome = refused ? failure(tooManyRequests()) : lost ? { status: 500, body: {} } : await play(parts, operation, params, request, fault);
  entry.status = deliver(reply, outcome, fault);
}
