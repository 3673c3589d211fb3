import type { Operation } from "../facts/index.ts";
import type { Clock } from "./clock.ts";

export interface RequestLogEntry {
  method: string;
  /** As sent, without the query. */
  path: string;
  /** The template of the operation, such as "/contacts/{contactId}". */
  operation: string;
  query: Record<string, unknown>;
  /** Undefined for /oauth/*, whose bodies carry secrets; of a long one, its length in words. */
  body: unknown;
  /** Null while there is no answer: the request is under way, or a fault kept the answer back. */
  status: number | null;
  /** When it came, in milliseconds since 1970. */
  at: number;
}

/** Of a longer body only its length is kept, so that a log of 10,000 requests stays below 200 MB. UTF-16 units of its JSON. */
const MOST_BODY = 10_000;

function kept(body: unknown): unknown {
  const text = JSON.stringify(body) as string | undefined; // undefined where there is no body
  if (text === undefined) return undefined;
  return text.length > MOST_BODY ? `(${text.length} characters)` : JSON.parse(text);
}

/** The latest requests in the order they came; no headers, so no tokens. */
export class RequestLog {
  readonly entries: RequestLogEntry[] = [];

  /** @param capacity older entries than this many are forgotten */
  constructor(private readonly clock: Clock, private readonly capacity = 10_000) {}

  /** Notes a request that has come; the caller fills in the status. */
  begin({ method, path: operation }: Operation, path: string, query: Record<string, unknown>, body: unknown): RequestLogEntry {
    const entry: RequestLogEntry = { method, path, operation, query, body: operation.startsWith("/oauth/") ? undefined : kept(body), status: null, at: this.clock.now() };
    this.entries.push(entry);
    if (this.entries.length > this.capacity) this.entries.shift();
    return entry;
  }
}
