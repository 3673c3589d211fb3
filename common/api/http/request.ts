import { ConfigurationError, http } from "#platform";
import { endpointOf, isRead } from "../endpoint.ts";
import type { ActionContext, Auth, Endpoint } from "../../core/types.ts";
import { readDownload } from "./download.ts";
import type { RawAnswer } from "./download.ts";
import { explain } from "./errors.ts";
import type { Failure, RequestInfo } from "./errors.ts";
import { dateOf, rateLimitOf } from "./limits.ts";
import type { Headers, RateLimit } from "./limits.ts";
import { visible } from "../../core/text/characters.ts";
import type { IdField } from "../../input/form.ts";
import { bareToken, oddInToken } from "../../core/text/token.ts";
import { requiredId } from "./shape.ts";
import { sleep } from "./sleep.ts";
import { subjectOf } from "./subject.ts";
import { countdown } from "./ticks.ts";

/** One call of an endpoint. */
export interface ApiRequest extends Endpoint {
  /** Values for the path's placeholders. */
  pathParams?: Record<string, unknown>;
  query?: Record<string, unknown>;
  /** JSON body; an array where the endpoint takes one. */
  body?: unknown;
  /** Read the response as a file of at most this many bytes instead of JSON; `data` is then a `Download`. */
  download?: number;
  /** Form labels by API field name, for errors. */
  labels?: Record<string, string>;
  /** Form fields by the ids they hold, for errors. */
  idFields?: Record<string, IdField>;
  /** Deadline for all attempts, epoch ms on the machine's clock. Default: {@link DEFAULT_BUDGET_MS} from now. */
  deadline?: number;
  /** The action's `$`, so that Pipedream can show the failed response in the step. */
  $?: ActionContext;
}

export interface ApiResponse<T> {
  data: T;
  limit: RateLimit;
  /** HighLevel's clock when it sent the response, epoch ms, in whole seconds; absent where the response has no date. */
  now?: number;
}

export const BASE_URL = "https://services.leadconnectorhq.com";
/** One attempt, ms. */
const TIMEOUT_MS = 20_000;
/** All attempts of one request, ms, where the caller sets no deadline. */
const DEFAULT_BUDGET_MS = 60_000;
const MAX_TRIES = 4;
/** For responses other than downloads; a page of a hundred records is far smaller. */
const MAX_ANSWER_BYTES = 20_000_000;
/** Anything shorter is no token, and hiding it would make messages unreadable. */
const MIN_SECRET = 8;
const BACKOFF_MS = 500;
const BACKOFF_CAP_MS = 8_000;

/**
 * The account's token, cleaned of what was pasted along with it.
 * @throws ConfigurationError where there is none, or where a header cannot carry it: Node's own error would show the token
 */
function token(auth: Auth): string {
  const value = bareToken(auth.oauth_access_token ?? "") || bareToken(auth.api_key ?? "");
  if (!value) throw new ConfigurationError("No HighLevel account is connected. Connect one with OAuth or a Private Integration Token.");
  const odd = oddInToken(value);
  if (odd === undefined) return value;
  throw new ConfigurationError(`The connected account's token is invalid: it contains ${odd}. Copy the token again, and reconnect the account.`);
}

/** The address of an endpoint, at the account's own base URL if it has one. */
export function urlOf({ base_url: own }: Auth, path: string, values: Record<string, unknown> = {}): string {
  const base = own === undefined ? BASE_URL : visible(own).replace(/\/+$/, "");
  return base + path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(requiredId(values[name], name)));
}

const FORMAT = Symbol("answer is not JSON");

interface RawError {
  isAxiosError?: boolean;
  code?: string;
  message?: string;
  response?: { status: number; data: unknown; headers: Headers };
}

const TIMEOUT_CODES = ["ECONNABORTED", "ETIMEDOUT", "ERR_CANCELED"];

/** Keeps only code and response: axios' network errors carry the request with its token. */
function failureOf(error: unknown): Failure {
  if (error === FORMAT) return { kind: "format" };
  const { isAxiosError, code, message, response } = error as RawError; // anything may be thrown; all fields are optional
  if (!isAxiosError) throw error;
  if (message?.startsWith("maxContentLength ")) return { kind: "size" };
  // An error with a success status: the connection broke while the body was read.
  if (response && response.status >= 300) {
    if (response.status < 400) return { kind: "redirect", status: response.status };
    return { kind: "http", status: response.status, data: response.data, limit: rateLimitOf(response.headers) };
  }
  return { kind: TIMEOUT_CODES.includes(code ?? "") ? "timeout" : "network", code };
}

async function readFile<T>(answer: RawAnswer, most: number): Promise<T> {
  const file = await readDownload(answer, most);
  if (file.type === "text/html") throw FORMAT;
  return file as T; // the caller asked for a Download
}

async function attempt<T>(auth: Auth, request: ApiRequest, timeoutMs: number): Promise<ApiResponse<T>> {
  const { method, path, version, query, body, download } = request;
  // Built anew for each attempt: a client may change the request it is given.
  const response = await http(request.$, {
    method,
    url: urlOf(auth, path, request.pathParams),
    params: query && { ...query },
    paramsSerializer: { indexes: null },
    data: body,
    headers: {
      Authorization: `Bearer ${token(auth)}`,
      Version: version,
      Accept: download === undefined ? "application/json" : "*/*",
    },
    // Files are streamed, so errors for them arrive as streams too. Files may redirect to another host; axios drops the token there.
    // Nothing else may redirect: a POST would become a GET, or take its body to another host.
    ...(download !== undefined ? { responseType: "stream", validateStatus: null } : { maxRedirects: 0, maxContentLength: MAX_ANSWER_BYTES }),
    timeout: timeoutMs,
    // axios' timeout restarts with every byte; this one also ends a response that trickles in.
    signal: AbortSignal.timeout(timeoutMs),
  });
  const { headers } = response;
  const data = download === undefined ? response.data as T : await readFile<T>(response as RawAnswer, download);
  // axios hands over anything but JSON as text. Only an empty body is fine.
  if (typeof data === "string" && data !== "") throw FORMAT;
  return { data, limit: rateLimitOf(headers), now: dateOf(headers) };
}

/** Failures that a retry may overcome; among error statuses, only 5xx. */
const PASSING: Failure["kind"][] = ["network", "timeout", "format"];

/** How long to wait before the next attempt (ms); undefined where a retry is unsafe or pointless. */
function retryAfterMs(failure: Failure, info: RequestInfo, tries: number): number | undefined {
  if (tries >= MAX_TRIES) return undefined;
  const backoff = Math.min(BACKOFF_CAP_MS, BACKOFF_MS * 2 ** tries) * (0.5 + Math.random() / 2);
  if (failure.status === 429) {
    // Rejected before processing, so writes can be retried too.
    const { dailyRemaining, retryAfterMs: asked, intervalMs = 0 } = failure.limit ?? {};
    return dailyRemaining === 0 ? undefined : asked ?? intervalMs + backoff;
  }
  const passing = PASSING.includes(failure.kind) || (failure.status ?? 0) >= 500;
  return info.isRead && passing ? failure.limit?.retryAfterMs ?? backoff : undefined;
}

/**
 * Sends one request: the only place in this package that talks to HighLevel.
 * Retries reads on 429, 5xx, broken connections and broken responses; writes only on 429. Times in ms.
 * Sends nothing once the deadline has passed.
 * @throws ConfigurationError where the account or an id is missing, HighLevelError where the request fails
 * @see https://marketplace.gohighlevel.com/docs/
 */
export async function send<T>(auth: Auth, request: ApiRequest): Promise<ApiResponse<T>> {
  const leftMs = countdown(request.deadline ?? Date.now() + DEFAULT_BUDGET_MS);
  const secrets = [auth.oauth_access_token, auth.api_key]
    .flatMap((secret = "") => [bareToken(secret), secret.trim()])
    .filter((secret) => secret.length >= MIN_SECRET);
  let failure: Failure = { kind: "late" };
  let info: RequestInfo = { ...endpointOf(request), isRead: isRead(request), timeoutMs: TIMEOUT_MS, about: subjectOf(auth, request), labels: request.labels };
  for (let tries = 0; ; tries++) {
    const left = leftMs();
    if (left <= 0) throw explain(failure, info, secrets);
    const timeoutMs = Math.min(TIMEOUT_MS, left);
    info = { ...info, timeoutMs };
    try {
      return await attempt<T>(auth, request, timeoutMs);
    } catch (error) {
      failure = failureOf(error);
    }
    const wait = retryAfterMs(failure, info, tries + 1);
    if (wait === undefined || wait >= leftMs()) throw explain(failure, info, secrets);
    await sleep(wait);
  }
}
