import app from "../../../common/highlevel.app.ts";
import { eventTypesOf } from "../../../common/polling/event-types.ts";
import { incremental } from "../../../common/polling/strategies/incremental/incremental.ts";
import { sampleEvent } from "../../../common/polling/poll.ts";
import { pollingProps } from "../../../common/input/polling-props.ts";
import { opportunitySearchForm, opportunitySearchProps, opportunitySearchRules, readOpportunities } from "../../../common/forms/opportunity-search.ts";
import { foundOpportunity, opportunities, opportunityKind, opportunityList, opportunitySearch } from "../../../common/resources/opportunities.ts";

const eventTypes = eventTypesOf(opportunities, ["created", "updated", "stage changed", "status changed"]);

export default {
  key: "highlevel_oauth-search-opportunities",
  name: "Search Opportunities",
  description: "Emit new event when an opportunity that matches the search is created, moves to another stage, gets another status, or is changed otherwise. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/opportunities/search-opportunities-advanced)",
  version: "0.0.1",
  type: "source",
  dedupe: "unique",
  props: {
    app,
    ...pollingProps,
    eventTypes,
    ...opportunitySearchProps,
    locationId: {
      propDefinition: [app, "locationId"],
    },
    pollBudget: {
      propDefinition: [app, "pollBudget"],
    },
  },
  ...incremental({
    resource: opportunities,
    endpoints: [opportunityList, opportunitySearch],
    cost: "1 request a poll, and one more for each further 500 that are new or changed since the last poll, or in the last quarter of an hour. The simple search reads those of the last two days, 100 with each request.",
    resetOn: Object.keys(opportunitySearchProps),
    eventTypes,
    form: opportunitySearchForm,
    rules: opportunitySearchRules,
    order: "asc",
    read: readOpportunities,
    kindOf: opportunityKind,
  }),
  sampleEmit: sampleEvent(foundOpportunity, "created"),
};
