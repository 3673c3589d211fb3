import * as api from "../api/endpoints.ts";
import type { ListRequest } from "../api/pagination/paginate.ts";
import * as paginators from "../api/pagination/paginators.ts";
import { toMs } from "../core/time.ts";
import type { Fields } from "../core/types.ts";
import { defineResource } from "./resource.ts";

/** Statuses of an opportunity; searches also accept "all". */
export const opportunityStatuses = [
  { label: "Open", value: "open" },
  { label: "Won", value: "won" },
  { label: "Lost", value: "lost" },
  { label: "Abandoned", value: "abandoned" },
];

export const opportunities = defineResource({
  noun: "opportunity",
  // A change of the embedded contact is not a change of the opportunity.
  volatile: ["traceId", "updatedAt", "indexVersion", "lastActionDate", "sort", "contact"],
  fields: ["notes", "tasks", "calendarEvents", "externalObjectId"],
  sample: {
    id: "yWQobCRIhRguQtD2llvk",
    locationId: "C2QujeCh8ZnC7al2InWR",
    name: "Maya Ellison, yearly plan",
    monetaryValue: 1250.5,
    pipelineId: "VDm7RPYC2GLUvdpKmBfC",
    pipelineStageId: "7915dedc-8f18-44d5-8bc3-77c04e994a10",
    status: "open",
    source: "Website form",
    assignedTo: "YlWd2wuCAZQzh2cH1fVZ",
    contactId: "ocQHyuzHvysMo5N5VsXc",
    contact: { id: "ocQHyuzHvysMo5N5VsXc", name: "Maya Ellison", companyName: "Harbor Yoga", email: "maya.ellison@example.com", phone: "+12025550143", tags: ["newsletter"] },
    customFields: [{ id: "MgobCB14YMVKuE4Ka8p1", fieldValue: "Gold" }],
    followers: ["YlWd2wuCAZQzh2cH1fVZ"],
    createdAt: "2026-01-15T09:28:41.000Z",
    updatedAt: "2026-01-15T09:28:41.000Z",
    lastStatusChangeAt: "2026-01-15T09:28:41.000Z",
    lastStageChangeAt: "2026-01-15T09:28:41.000Z",
    lastActionDate: "2026-01-15T09:28:41.000Z",
    lostReasonId: null,
  } as Fields,
});

/** An opportunity as in searches, where the name of a custom field's value depends on its type. */
export const foundOpportunity: Fields = {
  ...opportunities.sample,
  customFields: [{ id: "MgobCB14YMVKuE4Ka8p1", fieldValueString: "Gold", type: "string" }],
  notes: [],
  tasks: [],
  calendarEvents: [],
};

/** Event kinds beside "created" and "updated", and the times that reveal them. */
const CHANGES = { "status changed": "lastStatusChangeAt", "stage changed": "lastStageChangeAt" };

/** A new opportunity has its stage and status within this time, ms. */
const SETTLED_MS = 1_000;
/** HighLevel may date such a change this much later than the version it makes, ms. */
const STAMP_MS = 50;

/**
 * The kind of a change of an opportunity, derived from the record's timestamps.
 * @param since epoch ms of the last handled version
 * @param wanted kinds the user chose, as several may apply: the record may have changed twice between polls
 */
export function opportunityKind(opportunity: Fields, kind: "created" | "updated", since: number, wanted: ReadonlySet<string>): string {
  if (kind === "created" && wanted.has(kind)) return kind;
  const from = kind === "created" ? (opportunities.createdAt(opportunity) ?? since) + SETTLED_MS : since;
  const version = opportunities.updatedAt(opportunity) ?? 0;
  // A time just after `from` belongs to the handled version, unless the current version is as recent.
  const isSince = (at: number) => at > from && (at > from + STAMP_MS || version - at <= STAMP_MS);
  const found = Object.entries(CHANGES)
    .filter(([, field]) => isSince(toMs(opportunity[field]) ?? 0))
    .map(([change]) => change);
  return [...found, kind].find((change) => wanted.has(change)) ?? kind;
}

/** Can sort and filter by any time. @see https://marketplace.gohighlevel.com/docs/ghl/opportunities/search-opportunities-advanced */
export const opportunitySearch: ListRequest<Fields> = {
  ...api.searchOpportunitiesAdvanced, paginator: paginators.sortAfter, items: "opportunities", pageSize: 500,
};

/** Filters only by day of creation. @see https://marketplace.gohighlevel.com/docs/ghl/opportunities/search-opportunity */
export const opportunityList: ListRequest<Fields> = {
  ...api.searchOpportunity, paginator: paginators.startAfter, items: "opportunities", pageSize: 100,
};
