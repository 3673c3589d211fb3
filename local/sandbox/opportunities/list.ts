import { unprocessable } from "../errors.ts";
import type { Opportunity } from "../models/opportunities.ts";
import type { Store } from "../store.ts";
import { compareValues } from "../search/sorted-view.ts";
import { matching } from "./search.ts";

/** The query of GET /opportunities/search, with its mixed naming styles. */
export interface OpportunityList {
  location_id: string;
  q?: string;
  pipeline_id?: string;
  pipeline_stage_id?: string;
  contact_id?: string;
  status?: string;
  assigned_to?: string;
  campaignId?: string;
  id?: string;
  order?: string;
  date?: string;
  endDate?: string;
  country?: string;
  page?: number;
  limit?: number;
  startAfter?: string;
  startAfterId?: string;
  getTasks?: boolean;
  getNotes?: boolean;
  getCalendarEvents?: boolean;
}

const MAX_LIMIT = 100;
const DAY_MS = 86_400_000;

type Place = Pick<Opportunity, "createdAt" | "id">;
const compare = (a: Place, b: Place): number => a.createdAt - b.createdAt || compareValues(a.id, b.id);

/** mm-dd-yyyy in UTC, as ms. */
function readDay(text: string, name: string): number {
  const [, month, day, year] = /^(\d{2})-(\d{2})-(\d{4})$/.exec(text) ?? [];
  const time = Date.parse(`${year}-${month}-${day}`);
  if (Number.isNaN(time)) throw unprocessable([`${name} must have the form mm-dd-yyyy`]);
  return time;
}

/**
 * Runs GET /opportunities/search: sorted by creation time, by default newest first.
 * @throws ApiError 422 for an invalid limit or date
 */
export function listOpportunities(store: Store, query: OpportunityList): { rows: Opportunity[]; total: number; isLast: boolean } {
  const { limit = 20, page = 1, startAfter, startAfterId } = query;
  if (limit > MAX_LIMIT) throw unprocessable([`limit must not be greater than ${MAX_LIMIT}`]);
  const from = query.date === undefined ? -Infinity : readDay(query.date, "date");
  const to = query.endDate === undefined ? Infinity : readDay(query.endDate, "endDate") + DAY_MS;
  const sign = query.order === "added_asc" ? 1 : -1;
  const wanted = { pipelineId: query.pipeline_id, pipelineStageId: query.pipeline_stage_id, contactId: query.contact_id, assignedTo: query.assigned_to, id: query.id, status: query.status === "all" ? undefined : query.status };
  const contactOf = ({ contactId }: Opportunity) => store.contacts.get(contactId);
  const found = store.opportunities.visible(query.location_id)
    .filter((row) => Object.entries(wanted).every(([name, value]) => value === undefined || row[name as keyof typeof wanted] === value)) // the keys above
    .filter((row) => (!query.campaignId || contactOf(row)?.campaigns.includes(query.campaignId)) && (!query.country || contactOf(row)?.country === query.country))
    .filter((row) => row.createdAt >= from && row.createdAt < to && matching(store, query.q ?? "")(row))
    .sort((a, b) => sign * compare(a, b));
  // As with contacts, half a cursor returns the first page. The cursor's record may have been deleted.
  const last = startAfter !== undefined && startAfterId !== undefined ? { createdAt: Number(startAfter), id: startAfterId } : undefined;
  const at = last ? found.filter((row) => sign * compare(row, last) <= 0).length : (page - 1) * limit;
  return { rows: found.slice(at, at + limit), total: found.length, isLast: at + limit >= found.length };
}
