/**
 * What the connector needs of the place where it runs. `#platform` stands for one of the two implementations beside this file,
 * chosen by the build (package.json, `imports`): Pipedream's for the bundles that run there, the standalone one everywhere else.
 */
import type { ActionContext } from "../core/types.ts";

/** An HTTP request, in the words of axios; both implementations take exactly these. */
export interface HttpRequest {
  method: string;
  url: string;
  /** Undefined ones are left out; lists are sent as `name=a&name=b`. */
  params?: Record<string, unknown>;
  paramsSerializer: { indexes: null };
  /** Sent as JSON. */
  data?: unknown;
  headers: Record<string, string>;
  responseType?: "stream";
  /** null: no status is an error. */
  validateStatus?: null;
  maxRedirects?: number;
  /** Bytes. */
  maxContentLength?: number;
  /** ms. */
  timeout: number;
  signal: AbortSignal;
}

export interface HttpAnswer {
  status: number;
  data: unknown;
  headers: Record<string, string>;
}

/**
 * Sends one request.
 * @param step the action's `$`, where the host can show a failed answer in the step
 * @throws AxiosError for failed connections and, unless `validateStatus` is null, for every status that is not 2xx
 */
export type HttpClient = (step: ActionContext | undefined, request: HttpRequest) => Promise<HttpAnswer>;
