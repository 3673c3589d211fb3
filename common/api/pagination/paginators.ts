/**
 * The API's ways of paging, each a pure function from the page just read to the parameters of the next one.
 * @see https://marketplace.gohighlevel.com/docs/
 */
import { HighLevelError } from "../http/errors.ts";
import { toMs } from "../../core/time.ts";
import { fieldsOf } from "../../core/text/values.ts";
import type { Fields } from "../../core/types.ts";
import { backOf, hiddenOf, nextSpan, sharedTimeOf, timeOf } from "./same-timestamp.ts";
import type { Hidden } from "./same-timestamp.ts";

/** Where the next page starts: parameters merged into the next request. JSON, so that it can be saved between polls. */
export type Cursor = Record<string, number | string | (number | string)[]>;

/** What a paginator sees of the page just read. */
export interface ReadPage {
  data: Fields;
  items: Fields[];
  /** How many records a full page has. */
  size: number;
  /** The cursor this page was requested with; undefined for the first page. */
  cursor: Cursor | undefined;
  /** All parameters this page was requested with. */
  asked: Fields;
}

/** One way of paging: names its size parameter and works out where the next page starts. */
export interface Paginator {
  /** Name of the page-size parameter; absent where the endpoint has none. */
  size?: string;
  /** Parameters of the first page. */
  first?: Cursor;
  /** Cursor of the next page, or undefined at the end. */
  next(page: ReadPage): Cursor | undefined;
  /** The records of a page that belong here in the list, where not all do. Such a page may be empty without being the last. */
  partOf?(page: ReadPage): Fields[] | undefined;
  /** Records that belong here in the list, but that HighLevel does not show. */
  hidden?(page: ReadPage): Hidden | undefined;
}


/** Total number of records, where HighLevel says so. */
export function totalOf(data: Fields): number | undefined {
  return [data.total, data.count, fieldsOf(data.meta).total].find((value) => typeof value === "number");
}

const isShort = ({ items, size }: ReadPage) => items.length < size;

/** Whether a page shows all conversations of the requested time, epoch ms. */
function isAllOf(page: ReadPage, time: number): boolean {
  return isShort(page) || timeOf(page.items.at(-1)) !== time || (totalOf(page.data) ?? Infinity) <= page.items.length;
}

/** Fails: continuing without a cursor would repeat or skip records. */
function noCursor(): never {
  throw new HighLevelError("HighLevel's response does not say where the next page starts. Nothing was skipped; if this persists, HighLevel has changed this endpoint.", "format");
}

/** How many records precede the next page. A record repeated within a page counts once, or the next page would skip another. */
export function positionBehind({ cursor, items }: ReadPage, name: string): number {
  return Number(cursor?.[name] ?? 0) + new Set(items.map((item) => JSON.stringify(item))).size;
}

/** A short page ends the list, unless the total says there are more: then the endpoint's page limit is below what was requested. */
/* @__NO_SIDE_EFFECTS__ */
function counting(name: string, size: string): Paginator {
  return {
    size,
    first: { [name]: 0 },
    next: (page) => {
      const read = positionBehind(page, name);
      return isShort(page) && read >= (totalOf(page.data) ?? 0) ? undefined : { [name]: read };
    },
  };
}

/** Keyset paging of the searches: each record carries the cursor that continues after it. */
/* @__NO_SIDE_EFFECTS__ */
function keyset(own: string): Paginator {
  return {
    size: own === "searchAfter" ? "pageLimit" : "limit",
    next: (page) => {
      if (isShort(page)) return undefined;
      const after = page.items.at(-1)?.[own];
      return Array.isArray(after) ? { searchAfter: after } : noCursor();
    },
  };
}

/** POST /contacts/search */
export const searchAfter: Paginator = keyset("searchAfter");

/** POST /opportunities/search: the record's cursor is called `sort`. */
export const sortAfter: Paginator = keyset("sort");

/** GET /contacts/, GET /opportunities/search: without both values, page one repeats forever. */
export const startAfter: Paginator = {
  size: "limit",
  next: (page) => {
    if (isShort(page)) return undefined;
    const last = page.items.at(-1);
    const meta = fieldsOf(page.data.meta);
    const startAfter = toMs(meta.startAfter) ?? toMs(last?.dateAdded ?? last?.createdAt);
    const startAfterId = meta.startAfterId ?? last?.id;
    return startAfter !== undefined && typeof startAfterId === "string" ? { startAfter, startAfterId } : noCursor();
  },
};

export const skip: Paginator = counting("skip", "limit");

export const offset: Paginator = counting("offset", "limit");

export const page: Paginator = {
  size: "limit",
  first: { page: 1 },
  next: (page) => (isShort(page) ? undefined : { page: Number(page.cursor?.page ?? 1) + 1 }),
};

/** GET /conversations/{id}/messages, newest first; live responses nest everything under `messages`. */
export const lastMessageId: Paginator = {
  size: "limit",
  next: ({ data, items }) => {
    const box = Array.isArray(data.messages) ? data : fieldsOf(data.messages);
    const last = box.lastMessageId ?? items.at(-1)?.id;
    return box.nextPage === false || items.length === 0 || typeof last !== "string" ? undefined : { lastMessageId: last };
  },
};

/**
 * GET /conversations/search: continues after a time that several conversations can share. So the next page
 * starts one ms earlier and repeats those of that timestamp. If they fill a page, they are read by when they began.
 */
export const startAfterDate: Paginator = {
  size: "limit",
  next: (page) => {
    const isFull = !isShort(page);
    const shared = sharedTimeOf(page);
    if (!isFull && shared === undefined) return undefined;
    const [first, last] = [timeOf(page.items[0]), timeOf(page.items.at(-1))];
    if (isFull && (first === undefined || last === undefined)) return noCursor();
    if (shared === undefined && first !== last) return { startAfterDate: Number(last) + Math.sign(Number(first) - Number(last)) };
    const time = shared ?? Number(last);
    const span = nextSpan(page, isAllOf(page, time));
    return span ? { startAfterDate: time + backOf(page), ...span } : { startAfterDate: time };
  },
  hidden: (page) => {
    const [first, last] = [timeOf(page.items[0]), timeOf(page.items.at(-1))];
    const time = sharedTimeOf(page) ?? (first === last ? last : undefined);
    return time === undefined || isShort(page) ? undefined : hiddenOf(page, isAllOf(page, time), time);
  },
  partOf: (page) => (sharedTimeOf(page) === undefined ? undefined : page.items.filter((item) => timeOf(item) === sharedTimeOf(page))),
};

/** GET /conversations/messages/export */
export const cursor: Paginator = {
  size: "limit",
  next: ({ data }) => (typeof data.nextCursor === "string" && data.nextCursor ? { cursor: data.nextCursor } : undefined),
};

/** The endpoint returns everything at once. */
export const none: Paginator = { next: () => undefined };
