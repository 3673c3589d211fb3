/**
 * What the connector needs from its host. `#platform` resolves to one of the two implementations in this folder, chosen by
 * the build (`imports` in package.json): Pipedream's for bundles that run there, the standalone one everywhere else.
 */
import type { ActionContext } from "../core/types.ts";

/** An HTTP request, in axios' terms; both implementations accept exactly these options. */
export interface HttpRequest {
  method: string;
  url: string;
  /** Undefined values are left out; lists are sent as `name=a&name=b`. */
  params?: Record<string, unknown>;
  paramsSerializer: { indexes: null };
  /** Sent as JSON. */
  data?: unknown;
  headers: Record<string, string>;
  responseType?: "stream";
  /** null: no status counts as an error. */
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
 * @param step the action's `$`, so that the host can show a failed response in the step
 * @throws AxiosError for failed connections and, unless `validateStatus` is null, for every status except 2xx
 */
export type HttpClient = (step: ActionContext | undefined, request: HttpRequest) => Promise<HttpAnswer>;
