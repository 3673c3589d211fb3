import * as api from "../../../common/api/endpoints.ts";
import app from "../../../common/highlevel.app.ts";
import { eventTypesOf } from "../../../common/polling/event-types.ts";
import { sampleEvent } from "../../../common/polling/poll.ts";
import { pollingProps } from "../../../common/input/polling-props.ts";
import { snapshot } from "../../../common/polling/strategies/snapshot/snapshot.ts";
import { userSearchForm, userSearchProps, userSearchQuery } from "../../../common/forms/user-search.ts";
import { users, userSearch } from "../../../common/resources/users.ts";

const eventTypes = eventTypesOf(users, ["created", "updated", "deleted"]);

export default {
  key: "highlevel_oauth-search-users",
  name: "Search Users",
  description: "Emit new event when a user of the agency that matches the filters is added, changed or removed. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/users/search-users)",
  version: "0.0.1",
  type: "source",
  dedupe: "unique",
  props: {
    app,
    ...pollingProps,
    eventTypes,
    ...userSearchProps,
    companyId: {
      propDefinition: [app, "companyId"],
    },
    locationId: {
      propDefinition: [app, "locationId"],
    },
    pollBudget: {
      propDefinition: [app, "pollBudget"],
    },
  },
  ...snapshot({
    resource: users,
    endpoints: [userSearch, api.getLocation],
    cost: "1 request for each page of the list, and 1 more in a day where the agency has to be looked up.",
    resetOn: ["companyId", ...Object.keys(userSearchProps)],
    eventTypes,
    form: userSearchForm,
    read: async function* (poll, after) {
      yield* poll.pages(userSearch, { query: await userSearchQuery(poll), after });
    },
  }),
  sampleEmit: sampleEvent(users.sample, "created"),
};
