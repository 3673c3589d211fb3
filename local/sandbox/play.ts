import type { FastifyRequest } from "fastify";
import type { Operation } from "../facts/index.ts";
import { expiredToken } from "./auth.ts";
import type { Auth, Grant } from "./auth.ts";
import { ApiError, wrongLocation } from "./errors.ts";
import type { FaultRule } from "./faults.ts";
import { tooManyRequests } from "./limits.ts";
import type { Outcome, Parts } from "./parts.ts";
import { resources } from "./resources/index.ts";
import { checkVersion } from "./version.ts";

/** Placeholder grant for operations without a token (POST /oauth/token); nothing reads it. */
const NOBODY: Grant = { kind: "agency", privateIntegration: false, scopes: [], companyId: "", expiresAt: 0 };

/** Checks a request as HighLevel does and passes it to its handler. `params` are the values in its path. */
export async function play({ auth, clock, signIn, store, validation, isStrict, onAnswer }: Parts, operation: Operation, params: Record<string, string>, request: FastifyRequest, fault: FaultRule | undefined): Promise<Outcome> {
  const query = request.query as Record<string, unknown>; // the router parses it
  try {
    if (fault?.kind === "rate-limit") throw tooManyRequests();
    if (fault?.kind === "expired-token") throw expiredToken();
    checkVersion(operation, request.headers.version);
    const grant = operation.access.length > 0 ? auth.authorize(request.headers.authorization, operation) : NOBODY;
    if (grant !== NOBODY) checkLocation(auth, grant, operation, { ...(request.body as object | undefined), ...query, ...params });
    validation.check(operation, params, query, request.body, isStrict);
    const handler = resources[`${operation.method} ${operation.path}`];
    if (!handler) throw new ApiError(501, { statusCode: 501, message: `The sandbox does not play ${operation.method} ${operation.path} yet.`, error: "Not Implemented" });
    const body = await handler({ auth, clock, signIn, store, params, query, body: request.body ?? {}, grant });
    onAnswer?.(operation, body);
    return { status: Number(Object.keys(operation.responses)[0] ?? 200), body };
  } catch (error) {
    const seconds = fault?.retryAfterSeconds;
    return { ...failure(error), ...(seconds !== undefined && { headers: { "retry-after": String(seconds) } }) };
  }
}

/** A given location must be the token's; a list without its required location gets the same error. */
function checkLocation(auth: Auth, grant: Grant, { params }: Operation, named: Record<string, unknown>): void {
  const key = "location_id" in named ? "location_id" : "locationId";
  const locationId = named[key];
  if (typeof locationId === "string") auth.requireLocation(grant, locationId);
  else if (params.some(({ in: place, name, required }) => place === "query" && required && ["locationId", "location_id"].includes(name))) throw wrongLocation();
}

/** The response to an error: HighLevel's for an ApiError, 500 for a bug in the sandbox. */
export function failure(error: unknown): Outcome {
  if (error instanceof ApiError) return { status: error.status, body: error.body };
  const { statusCode = 500, message } = error as { statusCode?: number; message?: string }; // the web framework's errors carry a status
  if (statusCode >= 500) console.error(error);
  return { status: statusCode, body: { statusCode, message: statusCode >= 500 ? "Internal server error" : message } };
}
