import { badRequest, unprocessable } from "../errors.ts";
import type { Opportunity } from "../models/opportunities.ts";
import { asPredicate, compileFilters } from "../search/filters.ts";
import type { FieldLookup } from "../search/filters.ts";
import { compareValues } from "../search/sorted-view.ts";
import type { SortValue } from "../search/sorted-view.ts";
import type { Operator } from "../search/fields.ts";
import type { Store } from "../store.ts";

export interface OpportunitySearch {
  locationId: string;
  limit: number;
  page?: number;
  searchAfter?: unknown[];
  query?: string;
  filters?: unknown[];
  sort?: { field: string; direction: "asc" | "desc" }[];
}
type Read = (opportunity: Opportunity) => unknown;
type Key = (opportunity: Opportunity) => SortValue | undefined;

const MAX_LIMIT = 500;
const MAX_WINDOW = 10_000;
const MAX_QUERY = 75;

const PRESENCE = ["exists", "not_exists"] as const;
const EXACT = ["eq", "not_eq", ...PRESENCE] as const;
const TEXT = ["eq", "not_eq", "contains", "not_contains", ...PRESENCE] as const;
const TIME = ["range", ...PRESENCE] as const;
const NUMBER = ["range", ...EXACT] as const;

/** Sort fields (the guide linked from POST /opportunities/search). */
const SORT_KEYS: Record<string, Key> = {
  date_added: ({ createdAt }) => createdAt,
  date_updated: ({ updatedAt }) => updatedAt,
  last_status_change_date: ({ lastStatusChangeAt }) => lastStatusChangeAt,
  last_stage_change_date: ({ lastStageChangeAt }) => lastStageChangeAt,
  name: ({ name }) => name.toLowerCase(),
  monetary_value: ({ monetaryValue }) => monetaryValue,
};

/** Filter fields, with their operators. */
function fieldsOf(store: Store): Record<string, { operators: readonly Operator[]; read: Read; range?: "time" | "number" }> {
  const contact = (read: (contact: { firstName?: string; lastName?: string; companyName?: string; email?: string; phone?: string }) => unknown): Read =>
    ({ contactId }) => read(store.contacts.get(contactId) ?? {});
  const time = (read: Read) => ({ operators: TIME, read, range: "time" as const });
  const exact = (read: Read) => ({ operators: EXACT, read });
  const text = (read: Read) => ({ operators: TEXT, read });
  return {
    id: { operators: ["eq", "not_eq"], read: ({ id }) => id },
    name: text(({ name }) => name),
    monetary_value: { operators: NUMBER, read: ({ monetaryValue }) => monetaryValue, range: "number" },
    pipeline_id: exact(({ pipelineId }) => pipelineId),
    pipeline_stage_id: exact(({ pipelineStageId }) => pipelineStageId),
    status: exact(({ status }) => status),
    lost_reason_id: exact(({ lostReasonId }) => lostReasonId),
    source: exact(({ source }) => source),
    assigned_to: exact(({ assignedTo }) => assignedTo),
    followers: text(({ followers }) => followers),
    contact_id: exact(({ contactId }) => contactId),
    contact_name: text(contact(({ firstName = "", lastName = "" }) => `${firstName} ${lastName}`.trim())),
    company_name: text(contact(({ companyName }) => companyName)),
    email: text(contact(({ email }) => email)),
    phone: text(contact(({ phone }) => phone)),
    date_added: time(({ createdAt }) => createdAt),
    date_updated: time(({ updatedAt }) => updatedAt),
    last_status_change_date: time(({ lastStatusChangeAt }) => lastStatusChangeAt),
    last_stage_change_date: time(({ lastStageChangeAt }) => lastStageChangeAt),
  };
}

function lookupOf(store: Store): FieldLookup {
  const fields = fieldsOf(store);
  const lookup = (name: string) => {
    const [prefix, id = ""] = name.split(".");
    if (prefix !== "custom_fields") return Object.hasOwn(fields, name) ? fields[name] : undefined;
    const read: Read = ({ customFields }) => customFields.find((entry) => entry.id === id)?.value;
    return { operators: [...TEXT, "range"] as Operator[], read, range: "number" as const };
  };
  return lookup as unknown as FieldLookup; // filters only pass records to `read`, whatever their type
}

/** Whether an opportunity or its contact contains all search words. */
export function matching(store: Store, query: string): (opportunity: Opportunity) => boolean {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return ({ name, contactId }) => {
    const { firstName, lastName, email, phone, companyName } = store.contacts.get(contactId) ?? {};
    const text = [name, `${firstName} ${lastName}`, email, phone, companyName].join("\n").toLowerCase();
    return words.every((word) => text.includes(word));
  };
}

/**
 * Runs POST /opportunities/search, by default newest first.
 * @returns a page of opportunities, each with the cursor that continues after it, and the total number of matches
 * @throws ApiError 400 or 422 for an invalid field, operator, value, order or cursor
 */
export function searchOpportunities(store: Store, request: OpportunitySearch): { hits: { row: Opportunity; sort: unknown[] }[]; total: number } {
  const { locationId, limit, page, query = "", filters = [], sort = [], searchAfter = [] } = request;
  if (!Number.isInteger(limit) || limit < 1 || limit > MAX_LIMIT) throw unprocessable([`limit must be between 1 and ${MAX_LIMIT}`]);
  if (query.length > MAX_QUERY) throw unprocessable([`query must be shorter than or equal to ${MAX_QUERY} characters`]);
  if (page !== undefined && searchAfter.length > 0) throw unprocessable(["page should not exist when searchAfter is given"]);
  if ((page ?? 1) * limit > MAX_WINDOW) throw badRequest(`page * limit must not exceed ${MAX_WINDOW}`);
  const order = (sort.length > 0 ? sort : [{ field: "date_added", direction: "desc" }]).map(({ field, direction }) => {
    const key = Object.hasOwn(SORT_KEYS, field) ? SORT_KEYS[field] : undefined;
    if (!key) throw badRequest(`Invalid field ${field}`);
    return { key, sign: direction === "desc" ? -1 : 1 };
  });
  const lookup = lookupOf(store);
  const passes = asPredicate(compileFilters(filters, lookup), lookup) as unknown as (row: Opportunity) => boolean; // see lookupOf
  const markOf = (row: Opportunity): unknown[] => [...order.map(({ key }) => key(row) ?? null), row.id];
  const compare = (a: unknown[], b: unknown[]): number => {
    const place = a.findIndex((value, index) => value !== b[index]);
    if (place < 0) return 0;
    const values = [a[place], b[place]].map((value) => (value ?? undefined) as SortValue | undefined); // sort keys and ids
    return compareValues(values[0], values[1]) * (order[place]?.sign ?? order[0]!.sign);
  };
  const found = store.opportunities.visible(locationId).filter((row) => passes(row) && matching(store, query)(row))
    .map((row) => ({ row, sort: markOf(row) })).sort((a, b) => compare(a.sort, b.sort));
  const rest = searchAfter.length > 0 ? found.filter((hit) => compare(hit.sort, searchAfter) > 0) : found;
  const start = ((page ?? 1) - 1) * limit;
  return { hits: rest.slice(start, start + limit), total: found.length };
}
