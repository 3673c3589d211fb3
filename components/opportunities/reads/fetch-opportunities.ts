import { advancedSearchFields, opportunityFetchForm, opportunityFetchProps, opportunityFetchRules, simpleSearchFields } from "../../../common/forms/opportunity-fetch.ts";
import app from "../../../common/highlevel.app.ts";
import { fetchRecords } from "../../../common/operations/fetch.ts";
import { foundOpportunity, opportunities, opportunityList, opportunitySearch } from "../../../common/resources/opportunities.ts";
import { returnableFields } from "../../../common/resources/resource.ts";

export default {
  key: "highlevel_oauth-fetch-opportunities",
  name: "Fetch Opportunities",
  description: "Fetch the opportunities of the sub-account that match a search and filters. HighLevel's search finds a new opportunity a few seconds after it was created. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/opportunities/search-opportunities-advanced)",
  version: "0.0.1",
  type: "action",
  annotations: {
    readOnlyHint: true,
    destructiveHint: false,
    idempotentHint: true,
    openWorldHint: true,
  },
  props: {
    app,
    ...opportunityFetchProps,
    returnFields: { propDefinition: [app, "returnFields"], options: returnableFields({ ...opportunities, sample: foundOpportunity }) },
    maxResults: { propDefinition: [app, "maxResults"] },
    locationId: { propDefinition: [app, "locationId"] },
  },
  ...fetchRecords({
    resource: opportunities,
    list: opportunitySearch,
    body: advancedSearchFields,
    instead: { list: opportunityList, query: simpleSearchFields, when: ({ searchWith }) => searchWith === "simple" },
    form: opportunityFetchForm,
    rules: opportunityFetchRules,
  }),
};
