import type { Contact } from "../model.ts";
import { badRequest, unprocessable } from "../errors.ts";
import { contactName, SORT_KEYS } from "./fields.ts";
import type { ContactIndex } from "./contact-index.ts";
import { asPredicate, compileFilters, inRange } from "./filters.ts";
import type { CompiledFilter, FieldLookup, Predicate, Range } from "./filters.ts";
import { compareValues, lowerBound } from "./sorted-view.ts";
import type { SortKey, SortValue } from "./sorted-view.ts";

export interface SearchRequest {
  pageLimit: number;
  page?: number;
  searchAfter?: unknown[];
  query?: string;
  filters?: unknown[];
  sort?: { field: string; direction: "asc" | "desc" }[];
}
export interface SearchResult {
  /** `searchAfter` continues after this contact: its sort values and its id. */
  hits: { contact: Contact; searchAfter: (SortValue | null)[] }[];
  total: number;
}
interface Order {
  field: string;
  key: SortKey;
  descending: boolean;
}

/** Pages by number end at this many records; searchAfter has no limit. */
const MAX_WINDOW = 10_000;
/** The live API's default order is not documented; its lists are newest first. */
const DEFAULT_SORT: NonNullable<SearchRequest["sort"]> = [{ field: "dateAdded", direction: "desc" }];

/**
 * Runs a search over the contacts of one location, as POST /contacts/search does.
 * @param request the validated body
 * @param lookup finds the fields of filters
 * @throws ApiError 400 or 422 for an invalid field, operator, value, order or cursor
 */
export function search(index: ContactIndex, request: SearchRequest, lookup: FieldLookup): SearchResult {
  const { pageLimit, page, searchAfter, query = "" } = request;
  if (page !== undefined && searchAfter !== undefined) throw unprocessable(["page should not exist when searchAfter is given"]);
  if ((page ?? 1) * pageLimit > MAX_WINDOW) throw badRequest(`page * pageLimit must not exceed ${MAX_WINDOW}. Use searchAfter for deeper pages.`);
  const order = readOrder(request.sort?.length ? request.sort : DEFAULT_SORT);
  const filter = compileFilters(request.filters ?? [], lookup);
  if (query.trim()) filter.rest.push(matches(query));
  const cursor = searchAfter && readCursor(searchAfter, order);

  const { found, total } = order.length === 1 ? walk(index, order[0] as Order, filter, lookup, cursor, page ?? 1, pageLimit) : sortAll(index, order, filter, lookup, cursor, page ?? 1, pageLimit);
  const hits = found.map((contact) => ({ contact, searchAfter: [...order.map(({ key }) => key(contact) ?? null), contact.id] }));
  return { hits, total };
}

type Cursor = { values: (SortValue | undefined)[]; id: string };
type Page = { found: Contact[]; total: number };

/** For one sort field: walks the sorted view from the range and the cursor on. */
function walk(index: ContactIndex, order: Order, { ranges, rest }: CompiledFilter, lookup: FieldLookup, cursor: Cursor | undefined, page: number, pageLimit: number): Page {
  const view = index.sortedBy(order.field, order.key);
  const onKey = ranges.filter(({ field }) => field === order.field).map(({ range }) => range);
  const others = { ranges: ranges.filter(({ field }) => field !== order.field), rest };
  const list = cut(view.withValue(), order.key, onKey);
  const absent = onKey.length > 0 ? [] : view.withoutValue();
  const matching: Predicate | undefined = others.ranges.length + rest.length > 0 ? asPredicate(others, lookup) : undefined;

  const size = list.length + absent.length;
  const at = (position: number): Contact => {
    const part = position < list.length ? list : absent;
    const offset = position < list.length ? position : position - list.length;
    return part[order.descending ? part.length - 1 - offset : offset] as Contact; // position is below size
  };
  const start = cursor ? lowerBound(size, (position) => !isAfter(at(position), [order], cursor)) : 0;
  const skip = (page - 1) * pageLimit;
  if (!matching) return { found: range(start + skip, Math.min(start + skip + pageLimit, size)).map(at), total: size };

  const found: Contact[] = [];
  let total = 0;
  let passed = 0;
  for (let position = 0; position < size; position++) {
    const contact = at(position);
    if (!matching(contact)) continue;
    total++;
    if (position >= start && passed++ >= skip && found.length < pageLimit) found.push(contact);
  }
  return { found, total };
}

/** For two sort fields: sorts the matches. */
function sortAll(index: ContactIndex, order: Order[], filter: CompiledFilter, lookup: FieldLookup, cursor: Cursor | undefined, page: number, pageLimit: number): Page {
  const view = index.sortedBy("dateAdded", ({ dateAdded }) => dateAdded);
  const matching = view.withValue().filter(asPredicate(filter, lookup)).sort((a, b) => compareBy(order, a, (o) => o.key(b), b.id));
  const start = cursor ? lowerBound(matching.length, (position) => !isAfter(matching[position] as Contact, order, cursor)) : 0;
  const skip = start + (page - 1) * pageLimit;
  return { found: matching.slice(skip, skip + pageLimit), total: matching.length };
}

function compareBy(order: Order[], contact: Contact, other: (order: Order, index: number) => SortValue | undefined, otherId: string): number {
  for (const [index, entry] of order.entries()) {
    const mine = entry.key(contact);
    const theirs = other(entry, index);
    const result = compareValues(mine, theirs);
    // Contacts without a value come last in both directions.
    if (result !== 0) return entry.descending && mine !== undefined && theirs !== undefined ? -result : result;
  }
  const byId = compareValues(contact.id, otherId);
  return order[0]?.descending ? -byId : byId;
}

const isAfter = (contact: Contact, order: Order[], cursor: Cursor): boolean => compareBy(order, contact, (_, index) => cursor.values[index], cursor.id) > 0;

function cut(list: readonly Contact[], key: SortKey, ranges: Range[]): readonly Contact[] {
  if (ranges.length === 0) return list;
  const value = (position: number) => Number(key(list[position] as Contact)); // inside the list; ranges exist on times only
  const start = Math.max(...ranges.map(({ gte, gt }) => lowerBound(list.length, (position) => !inRange(value(position), { gte, gt }))));
  const end = Math.min(...ranges.map(({ lte, lt }) => lowerBound(list.length, (position) => inRange(value(position), { lte, lt }))));
  return list.slice(start, end);
}

const range = (start: number, end: number): number[] => Array.from({ length: Math.max(0, end - start) }, (_, index) => start + index);

function readOrder(sort: NonNullable<SearchRequest["sort"]>): Order[] {
  return sort.map(({ field, direction }) => {
    const key = Object.hasOwn(SORT_KEYS, field) ? SORT_KEYS[field] : undefined;
    if (!key) throw badRequest(`Invalid field ${field}`);
    return { field, key, descending: direction === "desc" };
  });
}

function readCursor(searchAfter: unknown[], order: Order[]): Cursor {
  const id = searchAfter.at(-1);
  const values = searchAfter.slice(0, -1);
  const usable = values.length === order.length && values.every((value) => value === null || typeof value === "string" || typeof value === "number");
  if (!usable || typeof id !== "string") throw badRequest("searchAfter must be the searchAfter of a contact found with the same sort");
  return { values: values.map((value) => (value ?? undefined) as SortValue | undefined), id }; // checked above
}

/** The free-text `query`: each word must occur in the name, email, phone or company. */
export function matches(query: string): Predicate {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return (contact) => {
    const text = [contactName(contact), contact.email, contact.phone, contact.companyName].join("\n").toLowerCase();
    return words.every((word) => text.includes(word));
  };
}
