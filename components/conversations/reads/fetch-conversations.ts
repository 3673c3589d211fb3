import { conversationFilterFields } from "../../../common/forms/conversation-filter-fields.ts";
import { conversationFilterProps, conversationFilterRules } from "../../../common/forms/conversation-filters.ts";
import { querySort, sortProps } from "../../../common/forms/sorting.ts";
import app from "../../../common/highlevel.app.ts";
import { formOf } from "../../../common/input/choices.ts";
import { locationId } from "../../../common/input/fields.ts";
import { fetchRecords } from "../../../common/operations/fetch.ts";
import { conversations, conversationSearch, conversationSortFields } from "../../../common/resources/conversations.ts";
import { returnableFields } from "../../../common/resources/resource.ts";

const sorting = sortProps(conversationSortFields);

export default {
  key: "highlevel_oauth-fetch-conversations",
  name: "Fetch Conversations",
  description: "Fetch the conversations of the sub-account that match a search and filters. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/conversations/search-conversation)",
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
    ...conversationFilterProps(app, "one more request"),
    ...sorting,
    returnFields: { propDefinition: [app, "returnFields"], options: returnableFields(conversations) },
    maxResults: { propDefinition: [app, "maxResults"] },
    locationId: { propDefinition: [app, "locationId"] },
  },
  ...fetchRecords({
    resource: conversations,
    list: conversationSearch,
    form: formOf({ ...conversationFilterProps(app), ...sorting }),
    rules: conversationFilterRules,
    query: [locationId, ...conversationFilterFields, ...querySort("sort")],
  }),
};
