import difference from "lodash/difference.js";
import union from "lodash/union.js";
import { requireUsers } from "../contact-input.ts";
import { badRequest } from "../errors.ts";
import type { Opportunity } from "../models/opportunities.ts";
import { opportunityChanges, statusOf } from "../opportunities/input.ts";
import type { OpportunityBody } from "../opportunities/input.ts";
import { listOpportunities } from "../opportunities/list.ts";
import type { OpportunityList } from "../opportunities/list.ts";
import { searchOpportunities } from "../opportunities/search.ts";
import type { OpportunitySearch } from "../opportunities/search.ts";
import { foundShape, opportunityShape } from "../opportunities/shape.ts";
import type { Details } from "../opportunities/shape.ts";
import { contactById, handle, param } from "../resource.ts";
import type { Call, Resource } from "../resource.ts";

type CreateBody = OpportunityBody & Required<Pick<OpportunityBody, "locationId" | "pipelineId" | "name" | "status" | "contactId">>;
type UpsertBody = OpportunityBody & Required<Pick<OpportunityBody, "locationId" | "pipelineId">>
  & { id?: string; followers?: string[]; isRemoveAllFollowers?: boolean; followersActionType?: "add" | "remove" };

/** Opportunities: both searches, reads and writes, status and followers. */
export const opportunities: Resource = {
  "POST /opportunities/search": handle<OpportunitySearch & { additionalDetails?: Details }>(({ store, body }) => {
    const { hits, total } = searchOpportunities(store, body);
    return { opportunities: hits.map(({ row, sort }) => ({ ...foundShape(store, row, body.additionalDetails), sort })), total, aggregations: {} };
  }),

  "GET /opportunities/search": handle<unknown, OpportunityList>(({ store, query }) => {
    const { rows, total, isLast } = listOpportunities(store, query);
    const { page = 1, getNotes: notes, getTasks: tasks, getCalendarEvents: calendarEvents } = query;
    const last = rows.at(-1);
    const next = isLast ? null : page + 1;
    const nextPageUrl = last && next ? `http://services.leadconnectorhq.com/opportunities/search?location_id=${query.location_id}&startAfter=${last.createdAt}&startAfterId=${last.id}` : null;
    return {
      opportunities: rows.map((row) => foundShape(store, row, { notes, tasks, calendarEvents })),
      meta: { total, nextPageUrl, startAfterId: last?.id ?? null, startAfter: last?.createdAt ?? null, currentPage: page, nextPage: next, prevPage: page > 1 ? page - 1 : null },
      aggregations: {},
    };
  }),

  "GET /opportunities/{id}": (call) => ({ opportunity: opportunityShape(call.store, opportunityOf(call)) }),

  "POST /opportunities/": handle<CreateBody>((call) => ({ opportunity: opportunityShape(call.store, create(call, call.body)) })),

  "PUT /opportunities/{id}": handle<OpportunityBody>((call) => {
    const opportunity = opportunityOf(call);
    const changes = opportunityChanges(call.store, opportunity.locationId, call.body, opportunity);
    return { opportunity: opportunityShape(call.store, call.store.opportunities.update(opportunity.id, changes)) };
  }),

  "PUT /opportunities/{id}/status": handle<{ status: string; lostReasonId?: string }>((call) => {
    const { id, locationId } = opportunityOf(call);
    call.store.opportunities.update(id, statusOf(call.store, locationId, call.body.status, call.body.lostReasonId));
    return { succeded: true };
  }),

  "POST /opportunities/upsert": handle<UpsertBody>((call) => {
    const { store, body } = call;
    const known = body.id ? opportunityOf(call, body.id) : sameDeal(store.opportunities.in(body.locationId), body);
    const row = known
      ? store.opportunities.update(known.id, opportunityChanges(store, body.locationId, body, known))
      : create(call, { ...body, ...newDeal(call, body) });
    return { opportunity: opportunityShape(store, follow(call, row, body)), new: !known };
  }),

  "POST /opportunities/{id}/followers": handle<{ followers: string[] }>((call) => {
    const { id, followers } = opportunityOf(call);
    requireUsers(call.store, call.body.followers);
    const followersAdded = difference(call.body.followers, followers);
    return { followers: call.store.opportunities.update(id, { followers: union(followers, followersAdded) }).followers, followersAdded };
  }),

  "DELETE /opportunities/{id}/followers": handle<{ followers: string[] }, { isRemoveAllFollowers?: boolean }>((call) => {
    const { id, followers } = opportunityOf(call);
    const followersRemoved = call.query.isRemoveAllFollowers ? followers : followers.filter((user) => call.body.followers.includes(user));
    return { followers: call.store.opportunities.update(id, { followers: difference(followers, followersRemoved) }).followers, followersRemoved };
  }),

  // Documented as `succeded`; the live API returns this.
  "DELETE /opportunities/{id}": (call) => ({ success: call.store.opportunities.delete(opportunityOf(call).id) }),
};

function opportunityOf(call: Pick<Call, "store" | "auth" | "grant" | "params">, id = param(call, "id")): Opportunity {
  const opportunity = call.store.opportunities.get(id);
  if (!opportunity) throw badRequest(`Opportunity with id ${id} not found`);
  call.auth.requireLocation(call.grant, opportunity.locationId);
  return opportunity;
}

const sameDeal = (rows: Opportunity[], { contactId, pipelineId }: OpportunityBody) =>
  (contactId ? rows.find((row) => row.contactId === contactId && row.pipelineId === pipelineId) : undefined);

function create(call: Call, body: CreateBody): Opportunity {
  const { store } = call;
  const { locationId, contactId, name } = body;
  if (contactById(call, contactId).locationId !== locationId) throw badRequest(`Contact with id ${contactId} not found`);
  const { pipelineId = "", pipelineStageId = "", ...changes } = opportunityChanges(store, locationId, body);
  if (!store.locations.get(locationId)?.allowDuplicateOpportunity && sameDeal(store.opportunities.in(locationId), body)) {
    throw badRequest("Can not create duplicate opportunity for the contact.");
  }
  return store.opportunities.insert({ ...changes, locationId, contactId, name, pipelineId, pipelineStageId });
}

/** Defaults for an upsert that creates. */
function newDeal(call: Call, { contactId, name, status = "open" }: UpsertBody) {
  if (!contactId) throw badRequest("contactId is required to create an opportunity");
  const { firstName = "", lastName = "" } = contactById(call, contactId);
  return { contactId, status, name: name ?? `${firstName} ${lastName}`.trim() };
}

function follow({ store }: Call, row: Opportunity, { followers = [], isRemoveAllFollowers, followersActionType }: UpsertBody): Opportunity {
  if (!isRemoveAllFollowers && followers.length === 0) return row;
  requireUsers(store, followers);
  const present = isRemoveAllFollowers ? [] : row.followers;
  return store.opportunities.update(row.id, { followers: followersActionType === "remove" ? difference(present, followers) : union(present, followers) });
}
