import { ConfigurationError } from "#platform";
import { isEmpty, textsOf } from "../core/text/values.ts";
import { DAY_MS } from "../core/durations.ts";
import app from "../highlevel.app.ts";
import { inOneGroup } from "./filter-group.ts";
import type { Rule } from "../input/rules.ts";
import type { Page } from "../api/pagination/paginate.ts";
import type { Range } from "../polling/strategies/incremental/incremental.ts";
import type { Poll } from "../polling/poll.ts";
import { opportunityList, opportunitySearch, opportunityStatuses } from "../resources/opportunities.ts";
import { formOf } from "../input/choices.ts";
import type { Fields } from "../core/types.ts";
import { parseJson } from "./contact-filter-values.ts";
import { countries, namesOf, OTHER_COUNTRY } from "./countries.ts";
import { dependsOn } from "../dropdowns/dropdown.ts";

/** HighLevel's name of a filter, the same in both searches, and the prop it comes from. */
export const OPPORTUNITY_FILTERS = {
  pipeline_id: "pipelineId",
  pipeline_stage_id: "pipelineStageId",
  status: "status",
  assigned_to: "assignedTo",
  contact_id: "contactId",
};
const DETAILS = ["notes", "tasks", "calendarEvents", "unReadConversations"];
/** How the simple search calls those that it knows. */
export const SIMPLE_DETAILS = { getNotes: "notes", getTasks: "tasks", getCalendarEvents: "calendarEvents" };

/** What both searches can sort by; the simple one knows no other. */
export const CREATED = "date_added";

/** Spread into the trigger: which opportunities are watched. */
export const opportunitySearchProps = {
  query: {
    type: "string",
    label: "Search Text",
    description: "Only opportunities that HighLevel's search finds for this text, at most 75 characters",
    optional: true,
  },
  pipelineId: {
    propDefinition: [app, "pipelineId", dependsOn("locationId")],
    description: "Only opportunities of this pipeline. Choose one, or type an ID",
    optional: true,
  },
  pipelineStageId: {
    propDefinition: [app, "pipelineStageId", dependsOn("locationId", "pipelineId")],
    description: "Only opportunities in this stage. Choose one, or type an ID",
    optional: true,
  },
  status: {
    type: "string",
    label: "Status",
    description: "Only opportunities with this status",
    options: opportunityStatuses,
    optional: true,
  },
  assignedTo: {
    propDefinition: [app, "userId", dependsOn("locationId")],
    label: "Owner",
    description: "Only opportunities assigned to this user. Choose one, or type an ID",
    optional: true,
  },
  contactId: {
    propDefinition: [app, "contactId", dependsOn("locationId")],
    description: "Only opportunities of this contact. Choose one, search by name, email or phone, or type an ID",
    optional: true,
  },
  filters: {
    type: "string",
    label: "Filters (JSON)",
    description: "More filters in HighLevel's own format. They apply in addition to the fields above. Example: `[{ \"field\": \"monetary_value\", \"operator\": \"range\", \"value\": { \"gte\": 1000 } }, { \"group\": \"OR\", \"filters\": [{ \"field\": \"source\", \"operator\": \"eq\", \"value\": \"Website form\" }, { \"field\": \"source\", \"operator\": \"not_exists\" }] }]`",
    optional: true,
  },
  searchWith: {
    type: "string",
    label: "Search With",
    description: "The simple search can filter by campaign and country, but supports neither JSON filters nor changes: with it, choose only `created` in Events",
    options: [
      { label: "Advanced search", value: "advanced" },
      { label: "Simple search (only created)", value: "simple" },
    ],
    optional: true,
    default: "advanced",
  },
  campaignId: {
    propDefinition: [app, "campaignId", dependsOn("locationId")],
    description: "Only opportunities of this campaign; simple search only. Choose one, or type an ID",
    optional: true,
  },
  country: {
    type: "string",
    label: "Country",
    description: "Only opportunities from this country; simple search only",
    options: countries,
    optional: true,
  },
  include: {
    type: "string[]",
    label: "Include",
    description: "What to add to each event. The simple search has no unread conversations",
    options: [
      { label: "Notes", value: "notes" },
      { label: "Tasks", value: "tasks" },
      { label: "Appointments", value: "calendarEvents" },
      { label: "Unread conversations", value: "unReadConversations" },
    ],
    optional: true,
  },
};

export const opportunitySearchForm = formOf(opportunitySearchProps, { open: { country: OTHER_COUNTRY }, also: { country: namesOf(countries) } });

/** Fields that one of the two searches does not know. */
export const opportunitySearchRules: Rule[] = [
  { fields: ["campaignId", "country"], filled: "none", when: [{ field: "searchWith", isNot: ["simple"] }], why: "Only the simple search has this filter. To use it, choose that search in Search With." },
  { fields: ["filters"], filled: "none", when: [{ field: "searchWith", is: ["simple"] }], why: "Only the advanced search has this field. To use it, choose that search in Search With." },
];

function jsonFilters(value: unknown): Fields[] {
  if (isEmpty(value)) return [];
  const filters = [typeof value === "string" ? parseJson(value, "Filters (JSON)") : value].flat();
  if (filters.every((filter): filter is Fields => filter !== null && typeof filter === "object" && ("field" in filter || "group" in filter))) return filters;
  throw new ConfigurationError("Filters (JSON): each filter needs a \"field\" or a \"group\". Compare it with the example in the field's description.");
}

function chosenFilters(props: Fields): [string, string][] {
  return Object.entries(OPPORTUNITY_FILTERS).flatMap(([field, prop]) => {
    const value = String(props[prop] ?? "").trim();
    return value === "" ? [] : [[field, value] as [string, string]];
  });
}

/** The body's `filters` of the advanced search, undefined where there are none. @param more filters beside those of the form */
export function filterGroup(props: Fields, more: Fields[] = []): object[] | undefined {
  const filters = [...more, ...chosenFilters(props).map(([field, value]) => ({ field, operator: "eq", value })), ...jsonFilters(props.filters)];
  return inOneGroup(filters);
}

/** The body's `additionalDetails` of the advanced search. */
export function detailsOf(props: Fields): Fields | undefined {
  const include = textsOf(props.include);
  return include.length > 0 ? Object.fromEntries(DETAILS.map((name) => [name, include.includes(name)])) : undefined;
}

function advanced(poll: Poll, { by, from: since, newestFirst, limit, after }: Range): AsyncGenerator<Page<Fields>> {
  const field = by === "created" ? CREATED : "date_updated";
  const window = since === undefined ? [] : [{
    field, operator: "range", value: { gte: new Date(since).toISOString() },
  }];
  const filters = filterGroup(poll.source, window);
  const additionalDetails = detailsOf(poll.source);
  return poll.pages(opportunitySearch, {
    body: {
      locationId: poll.locationId,
      query: poll.text("query"),
      sort: [{ field, direction: newestFirst ? "desc" : "asc" }],
      ...(filters && { filters }),
      ...(additionalDetails && { additionalDetails }),
    },
    pageSize: limit,
    after,
  });
}

/** mm-dd-yyyy */
function dayOf(ms: number): string {
  const [year, month, day] = new Date(ms).toISOString().slice(0, 10).split("-");
  return `${month}-${day}-${year}`;
}

function simple(poll: Poll, { by, from: since, newestFirst, limit, after }: Range): AsyncGenerator<Page<Fields>> {
  if (by !== "created") {
    throw new ConfigurationError("The simple search cannot tell what was changed. Choose only \"created\" in Events, or the advanced search in Search With.");
  }
  return poll.pages(opportunityList, {
    query: {
      location_id: poll.locationId,
      q: poll.text("query"),
      ...Object.fromEntries(chosenFilters(poll.source)),
      campaignId: poll.text("campaignId"),
      country: poll.text("country"),
      order: newestFirst ? "added_desc" : "added_asc",
      // HighLevel filters by whole days, in a zone it does not name: one day more is read, and what is older is passed over.
      ...(since !== undefined && { date: dayOf(since - DAY_MS) }),
      ...Object.fromEntries(Object.entries(SIMPLE_DETAILS).filter(([, detail]) => textsOf(poll.source.include).includes(detail)).map(([name]) => [name, true])),
    },
    pageSize: limit,
    after,
  });
}

/** Reads opportunities with the search that was chosen. @throws ConfigurationError for fields that this search does not know */
export function readOpportunities(poll: Poll, range: Range): AsyncGenerator<Page<Fields>> {
  return poll.source.searchWith === "simple" ? simple(poll, range) : advanced(poll, range);
}
