import fastify from "fastify";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { setTimeout as sleep } from "node:timers/promises";
import { operations } from "../facts/index.ts";
import type { Operation } from "../facts/index.ts";
import { deliver, send } from "./deliver.ts";
import { addControl } from "./control.ts";
import { badRequest, notFound } from "./errors.ts";
import { FAILS_UNANSWERED } from "./faults.ts";
import { tooManyRequests } from "./limits.ts";
import type { Grant } from "./auth.ts";
import type { Parts } from "./parts.ts";
import { failure, play } from "./play.ts";

/** Builds the web server: one route for each known operation, and the sandbox's own under /__sandbox. */
export function buildServer(parts: Parts): FastifyInstance {
  const app = fastify({ forceCloseConnections: true, exposeHeadRoutes: false, routerOptions: { ignoreTrailingSlash: true } });
  const date = () => ({ date: new Date(parts.clock.now()).toUTCString() });
  app.addHook("onRequest", async (_request, reply) => void reply.headers(date()));
  app.setNotFoundHandler((request, reply) => send(reply, failure(notFound(`Cannot ${request.method} ${pathOf(request)}`))));
  app.setErrorHandler((error, _request, reply) => send(reply, failure(error)));
  addParsers(app);
  for (const operation of operations()) {
    app.route({
      method: operation.method,
      url: operation.path.replace(/\{(\w+)\}/g, ":$1"),
      handler: (request, reply) => answer(parts, operation, request, reply),
    });
  }
  addControl(app, parts);
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

const pathOf = (request: FastifyRequest): string => request.url.split("?")[0] ?? request.url;

/** Requests are counted for the sub-account or agency of their token. */
const resourceOf = (grant: Grant | undefined): string => grant?.locationId ?? grant?.companyId ?? "anonymous";

async function answer(parts: Parts, operation: Operation, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const { auth, faults, limiter, log } = parts;
  const path = pathOf(request);
  const entry = log.begin(operation, path, { ...(request.query as object) }, request.body);
  parts.onRequest?.(entry);
  const fault = faults.take(operation.method, operation.path, path);
  const resource = resourceOf(auth.find(request.headers.authorization));
  if (fault?.kind === "daily-quota") limiter.exhaustDay(resource);
  if (fault?.kind === "slow") await sleep(fault.delayMs ?? 1000);
  const { headers, refused } = limiter.count(resource);
  void reply.headers(headers);
  const lost = fault && FAILS_UNANSWERED.includes(fault.kind) && !fault.applied;
  const outcome = refused ? failure(tooManyRequests()) : lost ? { status: 500, body: {} } : await play(parts, operation, request, fault);
  entry.status = deliver(reply, outcome, fault);
}
