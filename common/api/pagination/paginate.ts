import { endpointOf } from "../endpoint.ts";
import { HighLevelError } from "../http/errors.ts";
import { paceMs } from "../http/limits.ts";
import type { ApiRequest, ApiResponse } from "../http/request.ts";
import { sleep } from "../http/sleep.ts";
import { countdown } from "../http/ticks.ts";
import type { ActionContext, Endpoint, Fields } from "../../core/types.ts";
import { totalOf } from "./paginators.ts";
import type { Cursor, Paginator } from "./paginators.ts";
import type { Hidden } from "./same-timestamp.ts";

/** How a list endpoint is read. */
export interface ListRequest<T extends object> extends Endpoint {
  paginator: Paginator;
  /** Where a response holds its records: a key of the body, or a function where the shape varies. */
  items: string | ((data: Fields) => T[]);
  /** Records per page: the endpoint's maximum. Ignored where the paginator has no size parameter. */
  pageSize?: number;
}

/** One reading of a list. */
export interface ListCall {
  pathParams?: Record<string, unknown>;
  query?: Record<string, unknown>;
  body?: Fields;
  pageSize?: number;
  /** Where to continue an earlier reading: the `next` of its last page. */
  after?: Cursor;
  /** Deadline for all requests, epoch ms on the machine's clock. */
  deadline?: number;
  $?: ActionContext;
}

export interface Page<T> {
  items: T[];
  /** Where the next page starts; undefined on the last page. */
  next?: Cursor;
  /** Total number of records, where HighLevel says so. */
  total?: number;
  /** Records that belong here in the list, but that HighLevel does not show. */
  hidden?: Hidden;
  /** HighLevel's clock when the page was read, epoch ms; the machine's where the response has no date. */
  now: number;
}

/** More pages than any account has; only an endpoint that never ends gets there. */
const MAX_PAGES = 5_000;

function itemsOf<T extends object>(list: ListRequest<T>, data: Fields): T[] {
  const items = typeof list.items === "function" ? list.items(data) : data?.[list.items];
  if (Array.isArray(items)) return items as T[]; // the caller names the record type of the endpoint
  throw new HighLevelError(
    `HighLevel's response to ${list.method} ${list.path} contains no list of records. Try again; if this persists, HighLevel has changed this endpoint.`,
    "format",
  );
}

/**
 * Reads a list page by page, keeping only the current page in memory.
 * Slows down near the rate limit. To stop, leave the loop.
 * @throws HighLevelError where a request fails or pages repeat
 */
export async function* paginate<T extends object>(
  send: (request: ApiRequest) => Promise<ApiResponse<Fields>>,
  list: ListRequest<T>,
  call: ListCall = {},
): AsyncGenerator<Page<T>> {
  const { paginator, method, path } = list;
  const wanted = Number(call.after?.[paginator.size ?? ""] ?? call.pageSize ?? list.pageSize ?? 100);
  let size = wanted;
  const leftMs = call.deadline === undefined ? undefined : countdown(call.deadline);
  const seen = new Set([JSON.stringify(call.after)]);
  let cursor = call.after;
  while (seen.size <= MAX_PAGES) {
    const isGet = method === "GET";
    const asked: Fields = { ...(isGet ? call.query : call.body), ...(paginator.size && { [paginator.size]: wanted }), ...(cursor ?? paginator.first) };
    const request = isGet ? { query: asked } : { query: call.query, body: asked };
    const { data, limit, now = Date.now() } = await send({
      ...endpointOf(list), pathParams: call.pathParams, deadline: leftMs && Math.round(Date.now() + leftMs()), $: call.$, ...request,
    });
    const items = itemsOf(list, data);
    const said = totalOf(data);
    // After the first page, a count equal to this page's length is not the list's total.
    const total = cursor !== undefined && said === items.length ? undefined : said;
    // A first page shorter than the list: the endpoint's page limit is below what was requested.
    if (cursor === undefined && items.length > 0 && items.length < (total ?? 0)) size = Math.min(wanted, items.length);
    const read = { data, items: items as Fields[], size, cursor, asked }; // records are plain JSON objects
    const part = paginator.partOf?.(read);
    const behind = items.length === 0 && !part ? undefined : paginator.next(read);
    // Kept in the cursor, so that another poll can also tell a short page.
    const next = behind && paginator.size && size < wanted ? { ...behind, [paginator.size]: size } : behind;
    const mark = JSON.stringify(next);
    if (next && seen.has(mark)) break;
    seen.add(mark);
    yield { items: part ? part as T[] : items, next, total, now, hidden: paginator.hidden?.(read) }; // some of the items
    if (!next) return;
    const pace = paceMs(limit);
    if (leftMs && pace > 0 && pace >= leftMs()) {
      throw new HighLevelError(`HighLevel's rate limit leaves no time for the next page of ${method} ${path} in this run. Run this less often.`, "rateLimit");
    }
    await sleep(pace);
    cursor = next;
  }
  throw new HighLevelError(
    `HighLevel keeps returning the same pages of ${method} ${path}. Nothing was skipped; narrow the filters or try again later.`,
    "format",
  );
}
