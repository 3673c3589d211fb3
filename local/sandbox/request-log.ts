import type { Operation } from "../facts/index.ts";
import type { Clock } from "./clock.ts";

export interface RequestLogEntry {
  method: string;
  /** As sent, without the query. */
  path: string;
  /** The template of the operation, such as "/contacts/{contactId}". */
  operation: string;
  query: Record<string, unknown>;
  /** Undefined for /oauth/*, whose bodies contain secrets; for a long body, only a note of its length. */
  body: unknown;
  /** Null without a response: the request is pending, or a fault withheld the response. */
  status: number | null;
  /** When it arrived, in milliseconds since 1970. */
  at: number;
}

/** For longer bodies (UTF-16 units of JSON), only the length is kept, so that a log of 10,000 requests stays below 200 MB. */
const MOST_BODY = 10_000;

function kept(body: unknown): unknown {
  const text = JSON.stringify(body) as string | undefined; // undefined where there is no body
  if (text === undefined) return undefined;
  return text.length > MOST_BODY ? `(${text.length} characters)` : JSON.parse(text);
}

/** The latest requests in order of arrival; without headers, so without tokens. */
export class RequestLog {
  readonly entries: RequestLogEntry[] = [];

  /** @param capacity maximum number of entries; the oldest are dropped */
  constructor(private readonly clock: Clock, private readonly capacity = 10_000) {}

  /** Records a request; the caller fills in the status. */
  begin({ method, path: operation }: Operation, path: string, query: Record<string, unknown>, body: unknown): RequestLogEntry {
    const entry: RequestLogEntry = { method, path, operation, query, body: operation.startsWith("/oauth/") ? undefined : kept(body), status: null, at: this.clock.now() };
    this.entries.push(entry);
    if (this.entries.length > this.capacity) this.entries.shift();
    return entry;
  }
}
