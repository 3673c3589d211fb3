import type { TriggerRows } from "../trigger-row.ts";

const EMPTY = Object.fromEntries(["query", "pipelineId", "pipelineStageId", "status", "assignedTo", "contactId", "filters", "include"].map((name) => [name, undefined]));

export default {
  "get-opportunity": {},
  "list-pipelines": {},
  "search-opportunities": {
    props: () => ({ query: "a", filters: '[{ "field": "source", "operator": "exists" }]', campaignId: undefined, country: undefined }),
    also: [{ searchWith: "simple", eventTypes: ["created"], filters: undefined, campaignId: "Campaign000000000001", country: "US" }, { ...EMPTY, searchWith: "simple", eventTypes: ["created"] }],
    change: ({ store, locationId }) => {
      const { contactId, pipelineId, pipelineStageId } = store.opportunities.in(locationId)[0]!;
      for (let index = 0; index < 550; index++) store.opportunities.insert({ locationId, contactId, pipelineId, pipelineStageId, name: `Deal ${index}` });
    },
    leftOut: {
      page: "pages are read with a cursor: numbered ones shift while they are read",
      id: "looks up one opportunity; Get Opportunity does that",
      endDate: "the trigger reads up to now",
    },
  },
} satisfies TriggerRows;
