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
  /** Values of the path's placeholders. */
  pathParams?: Record<string, unknown>;
  query?: Record<string, unknown>;
  /** JSON body; an array where the endpoint takes one. */
  body?: unknown;
  /** Take the answer as a file instead of JSON, if it has at most this many bytes: `data` is a `Download` then. */
  download?: number;
  /** The form's labels by the API's names, for errors. */
  labels?: Record<string, string>;
  /** The form's fields by the ids that are given in them, for errors. */
  idFields?: Record<string, IdField>;
  /** When all tries must have ended, epoch ms on the machine's clock. Default: {@link DEFAULT_BUDGET_MS} from now. */
  deadline?: number;
  /** The action's `$`, so that Pipedream can show the failed answer in the step. */
  $?: ActionContext;
}

export interface ApiResponse<T> {
  data: T;
  limit: RateLimit;
  /** HighLevel's clock when the answer left, epoch ms, in whole seconds; absent where it has no date. */
  now?: number;
}

export const BASE_URL = "https://services.leadconnectorhq.com";
/** One try, ms. */
const TIMEOUT_MS = 20_000;
/** All tries of one request, ms, where the caller sets no deadline. */
const DEFAULT_BUDGET_MS = 60_000;
const MAX_TRIES = 4;
/** Of an answer that is no download, bytes. A page of a hundred records takes a fraction of it. */
const MAX_ANSWER_BYTES = 20_000_000;
/** A shorter "token" is a mistake, and hiding it would make a riddle of every message. */
const MIN_SECRET = 8;
const BACKOFF_MS = 500;
const BACKOFF_CAP_MS = 8_000;

/**
 * The account's token, without what came along when it was pasted.
 * @throws ConfigurationError where there is none, or none that a header can carry; Node's own error would show it
 */
function token(auth: Auth): string {
  const value = bareToken(auth.oauth_access_token ?? "") || bareToken(auth.api_key ?? "");
  if (!value) throw new ConfigurationError("No HighLevel account is connected. Connect one with OAuth, or give a Private Integration Token.");
  const odd = oddInToken(value);
  if (odd === undefined) return value;
  throw new ConfigurationError(`The connected account's token cannot be right: it contains ${odd}. Copy the token again, and reconnect the account.`);
}

/** Where requests go, without a slash at the end. */
function baseUrl({ base_url: own }: Auth): string {
  return own === undefined ? BASE_URL : visible(own).replace(/\/+$/, "");
}

const fill = (path: string, values: Record<string, unknown> = {}): string => path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(requiredId(values[name], name)));

const FORMAT = Symbol("answer is not JSON");

interface RawError {
  isAxiosError?: boolean;
  code?: string;
  message?: string;
  response?: { status: number; data: unknown; headers: Headers };
}

const TIMEOUT_CODES = ["ECONNABORTED", "ETIMEDOUT", "ERR_CANCELED"];

/** Network errors of axios carry the request with its token: only code and answer are taken over. */
function failureOf(error: unknown): Failure {
  if (error === FORMAT) return { kind: "format" };
  const { isAxiosError, code, message, response } = error as RawError; // anything may be thrown; all fields are optional
  if (!isAxiosError) throw error;
  if (message?.startsWith("maxContentLength ")) return { kind: "size" };
  // A success that failed all the same broke off while its body was read.
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
  // Rebuilt for each try: a client may change the request it is given.
  const response = await http(request.$, {
    method,
    url: `${baseUrl(auth)}${fill(path, request.pathParams)}`,
    params: query && { ...query },
    paramsSerializer: { indexes: null },
    data: body,
    headers: {
      Authorization: `Bearer ${token(auth)}`,
      Version: version,
      Accept: download === undefined ? "application/json" : "*/*",
    },
    // A file is read by us, as far as it is wanted; so is the answer of a refusal then. It may lie elsewhere: axios leaves the token out there.
    // Anything else must come from where it was asked for: a POST that follows a redirect becomes a GET, or takes its body to another host.
    ...(download !== undefined ? { responseType: "stream", validateStatus: null } : { maxRedirects: 0, maxContentLength: MAX_ANSWER_BYTES }),
    timeout: timeoutMs,
    // The timeout starts anew with every byte; this ends an answer that trickles in.
    signal: AbortSignal.timeout(timeoutMs),
  });
  const { headers } = response;
  const data = download === undefined ? response.data as T : await readFile<T>(response as RawAnswer, download);
  // axios hands over broken or foreign content as text; only an empty answer is no failure.
  if (typeof data === "string" && data !== "") throw FORMAT;
  return { data, limit: rateLimitOf(headers), now: dateOf(headers) };
}

/** Failures that another try may not meet again; of refusals, only those with a status of 5xx. */
const PASSING: Failure["kind"][] = ["network", "timeout", "format"];

/** How long to wait before the next try (ms), or undefined where a repetition is unsafe or pointless. */
function retryAfterMs(failure: Failure, info: RequestInfo, tries: number): number | undefined {
  if (tries >= MAX_TRIES) return undefined;
  const backoff = Math.min(BACKOFF_CAP_MS, BACKOFF_MS * 2 ** tries) * (0.5 + Math.random() / 2);
  if (failure.status === 429) {
    // Refused before it was processed: safe for writes too.
    const { dailyRemaining, retryAfterMs: asked, intervalMs = 0 } = failure.limit ?? {};
    return dailyRemaining === 0 ? undefined : asked ?? intervalMs + backoff;
  }
  const passing = PASSING.includes(failure.kind) || (failure.status ?? 0) >= 500;
  return info.isRead && passing ? failure.limit?.retryAfterMs ?? backoff : undefined;
}

/**
 * Sends one request: the only place of this package that talks to HighLevel.
 * Reads are repeated on 429, 5xx, broken connections and broken answers; writes only on 429. Times in ms.
 * Nothing is sent once the deadline has passed.
 * @throws ConfigurationError where the account or an id is missing, HighLevelError for everything HighLevel refuses
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
