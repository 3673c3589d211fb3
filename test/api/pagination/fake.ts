/** Small lists in memory, with the paging semantics of the endpoints. */
import type { RateLimit } from "../../../common/api/http/limits.ts";
import type { ApiRequest, ApiResponse } from "../../../common/api/http/request.ts";
import { toMs } from "../../../common/core/time.ts";
import type { Fields } from "../../../common/core/types.ts";

export interface Row extends Fields {
  id: string;
  /** Epoch ms. */
  time: number;
}

export const START = Date.UTC(2026, 0, 1);

/** Rows r000, r001, ... with the given times (ms behind the start). */
export function rows(times: number[]): Row[] {
  return times.map((time, index) => ({ id: `r${String(index).padStart(3, "0")}`, time: START + time, dateAdded: new Date(START + time).toISOString() }));
}

/** `count` rows, one a minute. */
export const minutes = (count: number): Row[] => rows(Array.from({ length: count }, (_, index) => index * 60_000));

export type Answer = (params: Fields) => unknown;

/** An endpoint: notes what it is asked. */
export class Endpoint {
  readonly asked: Fields[] = [];
  limit: RateLimit = { intervalMs: 10_000 };

  constructor(private readonly answer: Answer) {}

  send = async (request: ApiRequest): Promise<ApiResponse<Fields>> => {
    const params = { ...request.query, ...(request.body as Fields | undefined) }; // list requests have object bodies
    this.asked.push(params);
    return { data: this.answer(params) as Fields, limit: this.limit, now: START }; // tests also answer with what is no object
  };
}

const number = (value: unknown, fallback: number) => (value === undefined ? fallback : Number(value));
const byTime = (a: Row, b: Row) => a.time - b.time || (a.id === b.id ? 0 : a.id < b.id ? -1 : 1);

/** POST /contacts/search, POST /opportunities/search: a keyset over time and id, in every record. */
export function searchAfter(list: () => Row[], own: "searchAfter" | "sort", direction: "asc" | "desc" = "asc"): Answer {
  return ({ pageLimit, limit, searchAfter: after }) => {
    const sorted = [...list()].sort((a, b) => (direction === "asc" ? byTime(a, b) : byTime(b, a)));
    const [time, id] = (after as [number, string] | undefined) ?? [];
    const isBehind = (row: Row) => time === undefined || id === undefined
      || (direction === "asc" ? byTime(row, { time, id } as Row) > 0 : byTime(row, { time, id } as Row) < 0);
    const page = sorted.filter(isBehind).slice(0, number(pageLimit ?? limit, 20));
    return { rows: page.map((row) => ({ ...row, [own]: [row.time, row.id] })), total: list().length };
  };
}

/** GET /contacts/: newest first. With only one of the two values the first page comes again. */
export function startAfter(list: () => Row[], withMeta = true): Answer {
  return ({ limit, startAfter: time, startAfterId: id }) => {
    const sorted = [...list()].sort((a, b) => byTime(b, a));
    const from = time !== undefined && id !== undefined ? sorted.findIndex((row) => byTime(row, { time: Number(time), id: String(id) } as Row) < 0) : 0;
    const page = from < 0 ? [] : sorted.slice(from, from + number(limit, 20));
    const last = page.at(-1);
    return { rows: page, ...(withMeta && { meta: { total: sorted.length, startAfter: last?.time, startAfterId: last?.id } }) };
  };
}

/** `skip`, `offset` or `page` (from 1), which may be sent as text. At most `cap` records a page. */
export function counted(list: () => Row[], name: "skip" | "offset" | "page", { cap = Infinity, total = true } = {}): Answer {
  return (params) => {
    const size = Math.min(cap, number(params.limit, 20));
    const from = name === "page" ? (number(params.page, 1) - 1) * size : number(params[name], 0);
    return { rows: list().slice(from, from + size), ...(total && { count: list().length }) };
  };
}

/** GET /conversations/{id}/messages: newest first; `nested` as live, else as documented. */
export function lastMessageId(list: () => Row[], nested: boolean): Answer {
  return ({ limit, lastMessageId: last }) => {
    const sorted = [...list()].sort((a, b) => byTime(b, a));
    const from = last === undefined ? 0 : sorted.findIndex(({ id }) => id === last) + 1;
    const page = sorted.slice(from, from + number(limit, 20));
    const box = { lastMessageId: page.at(-1)?.id, nextPage: from + page.length < sorted.length, messages: page };
    return nested ? { messages: box } : box;
  };
}

/** GET /conversations/search: continues strictly behind a time, so others of that timestamp are passed over. Can be narrowed to a span of creation. */
export function startAfterDate(list: () => Row[], direction: "asc" | "desc"): Answer {
  return ({ limit, startAfterDate: time, startDate, endDate }) => {
    const inSpan = list().filter(({ dateAdded }) => (startDate === undefined || Number(toMs(dateAdded)) >= Number(startDate))
      && (endDate === undefined || Number(toMs(dateAdded)) <= Number(endDate)));
    const sorted = inSpan.sort((a, b) => (direction === "asc" ? byTime(a, b) : byTime(b, a)));
    const behind = sorted.filter((row) => time === undefined || (direction === "asc" ? row.time > Number(time) : row.time < Number(time)));
    return { rows: behind.slice(0, number(limit, 20)).map((row) => ({ ...row, sort: [row.time] })), total: inSpan.length };
  };
}

/** GET /conversations/messages/export */
export function cursor(list: () => Row[]): Answer {
  return ({ limit, cursor: at }) => {
    const from = at === undefined ? 0 : Number(String(at).slice(1));
    const to = from + number(limit, 20);
    return { rows: list().slice(from, to), nextCursor: to < list().length ? `c${to}` : null, total: list().length };
  };
}
