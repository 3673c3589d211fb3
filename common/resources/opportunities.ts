import * as api from "../api/endpoints.ts";
import type { ListRequest } from "../api/pagination/paginate.ts";
import * as paginators from "../api/pagination/paginators.ts";
import { toMs } from "../core/time.ts";
import type { Fields } from "../core/types.ts";
import { defineResource } from "./resource.ts";

/** What an opportunity can be; searches know "all" too. */
export const opportunityStatuses = [
  { label: "Open", value: "open" },
  { label: "Won", value: "won" },
  { label: "Lost", value: "lost" },
  { label: "Abandoned", value: "abandoned" },
];

export const opportunities = defineResource({
  noun: "opportunity",
  // The contact is carried along; a change of it is none of the opportunity.
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

/** As the searches show an opportunity: the value of a custom field stands under a name that tells its kind. */
export const foundOpportunity: Fields = {
  ...opportunities.sample,
  customFields: [{ id: "MgobCB14YMVKuE4Ka8p1", fieldValueString: "Gold", type: "string" }],
  notes: [],
  tasks: [],
  calendarEvents: [],
};

/** The kinds of event that a change of an opportunity can be, beside "created" and "updated". */
const CHANGES = { "status changed": "lastStatusChangeAt", "stage changed": "lastStageChangeAt" };

/** A new opportunity gets its stage and status within this time of its creation, ms. */
const SETTLED_MS = 1_000;
/** HighLevel may write the time of such a change a little later than that of the version it makes, ms. */
const STAMP_MS = 50;

/**
 * What a change of an opportunity was, told from the times it carries.
 * @param since epoch ms of the last version that was handled
 * @param wanted kinds to choose from where several are true; the record may have changed twice between two polls
 */
export function opportunityKind(opportunity: Fields, kind: "created" | "updated", since: number, wanted: ReadonlySet<string>): string {
  if (kind === "created" && wanted.has(kind)) return kind;
  const from = kind === "created" ? (opportunities.createdAt(opportunity) ?? since) + SETTLED_MS : since;
  const version = opportunities.updatedAt(opportunity) ?? 0;
  // Just behind `from`, it is of the version that was handled, unless the present one is as young.
  const isSince = (at: number) => at > from && (at > from + STAMP_MS || version - at <= STAMP_MS);
  const found = Object.entries(CHANGES)
    .filter(([, field]) => isSince(toMs(opportunity[field]) ?? 0))
    .map(([change]) => change);
  return [...found, kind].find((change) => wanted.has(change)) ?? kind;
}

/** Sorts and filters by any time. @see https://marketplace.gohighlevel.com/docs/ghl/opportunities/search-opportunities-advanced */
export const opportunitySearch: ListRequest<Fields> = {
  ...api.searchOpportunitiesAdvanced,
  paginator: paginators.sortAfter,
  items: "opportunities",
  pageSize: 500,
};

/** Knows the day of creation only. @see https://marketplace.gohighlevel.com/docs/ghl/opportunities/search-opportunity */
export const opportunityList: ListRequest<Fields> = {
  ...api.searchOpportunity,
  paginator: paginators.startAfter,
  items: "opportunities",
  pageSize: 100,
};
