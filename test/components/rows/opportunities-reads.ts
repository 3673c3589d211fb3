import { LOCATION } from "../account.ts";
import { CONTACT_ID, USER_ID } from "../records.ts";
import type { Rows } from "../row.ts";

const OPPORTUNITY_ID = "yWQobCRIhRguQtD2llvk";
const OTHER_LOCATION = "ve9EPM428h8vShlRW1KT";
const pipelineId = "VDm7RPYC2GLUvdpKmBfC";
const pipelineStageId = "7915dedc-8f18-44d5-8bc3-77c04e994a10";
const opportunity = { id: OPPORTUNITY_ID, locationId: LOCATION, name: "Yearly plan", status: "open", pipelineId, pipelineStageId, contactId: CONTACT_ID };
/** As the search shows it where a page is full. */
const found = { ...opportunity, sort: [1250, OPPORTUNITY_ID] };
const pipeline = { id: pipelineId, locationId: LOCATION, name: "New customers", stages: [{ id: pipelineStageId, name: "Inquiry" }] };
const one = { method: "GET" as const, path: `/opportunities/${OPPORTUNITY_ID}`, reply: { opportunity, traceId: "t" } };
const pipelines = (locationId: string) => ({
  props: { locationId },
  requests: [{ method: "GET" as const, path: "/opportunities/pipelines", query: { locationId }, reply: { pipelines: [pipeline], traceId: "t" } }],
  returns: [pipeline], exports: { hasMore: false }, summary: "Fetched 1 pipeline",
});

const rows: Rows = {
  "fetch-opportunity": {
    required: { props: { opportunityId: OPPORTUNITY_ID }, requests: [one], returns: opportunity, summary: "Fetched opportunity Yearly plan" },
    all: {
      props: { opportunityId: OPPORTUNITY_ID, returnFields: ["status"], locationId: OTHER_LOCATION },
      requests: [one], returns: { id: OPPORTUNITY_ID, status: "open" }, summary: "Fetched opportunity Yearly plan",
    },
  },
  "fetch-opportunities": {
    required: {
      props: {},
      requests: [{ method: "POST", path: "/opportunities/search", body: { locationId: LOCATION, limit: 101 }, reply: { opportunities: [opportunity], total: 1 } }],
      returns: [opportunity], exports: { hasMore: false, total: 1 }, summary: "Fetched 1 opportunity",
    },
    all: {
      props: {
        query: "yearly", pipelineId, pipelineStageId, status: "open", assignedTo: USER_ID, contactId: CONTACT_ID, filters: '[{ "field": "source", "operator": "exists" }]', searchWith: "advanced",
        include: ["notes"], sortBy: "monetary_value", sortDirection: "asc", returnFields: ["name"], maxResults: 1, locationId: OTHER_LOCATION,
      },
      requests: [{
        method: "POST", path: "/opportunities/search", reply: { opportunities: [found, { ...found, id: "Opportunity2" }], total: 7 },
        body: {
          locationId: OTHER_LOCATION, query: "yearly", limit: 2, sort: [{ field: "monetary_value", direction: "asc" }],
          filters: [{ group: "AND", filters: [
            { field: "pipeline_id", operator: "eq", value: pipelineId }, { field: "pipeline_stage_id", operator: "eq", value: pipelineStageId }, { field: "status", operator: "eq", value: "open" },
            { field: "assigned_to", operator: "eq", value: USER_ID }, { field: "contact_id", operator: "eq", value: CONTACT_ID }, { field: "source", operator: "exists" },
          ] }],
          additionalDetails: { notes: true, tasks: false, calendarEvents: false, unReadConversations: false },
        },
      }],
      returns: [{ id: OPPORTUNITY_ID, name: "Yearly plan" }], exports: { hasMore: true, total: 7 }, summary: "Fetched the first 1 of 7 opportunities; to get more, raise Max Results",
    },
    leftOut: { page: "the search goes on by searchAfter, which has no end", searchAfter: "set by the paging" },
    notCalled: { "GET /opportunities/search": "only with the simple search" },
  },
  "fetch-pipelines": { required: { ...pipelines(LOCATION), props: {} }, all: pipelines(OTHER_LOCATION) },
};

export default rows;
