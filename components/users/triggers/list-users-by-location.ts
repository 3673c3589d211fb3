import app from "../../../common/highlevel.app.ts";
import { eventTypesOf } from "../../../common/polling/event-types.ts";
import { sampleEvent } from "../../../common/polling/poll.ts";
import { pollingProps } from "../../../common/input/polling-props.ts";
import { snapshot } from "../../../common/polling/strategies/snapshot/snapshot.ts";
import { usersOfLocation } from "../../../common/resources/lookups.ts";
import { users } from "../../../common/resources/users.ts";

const eventTypes = eventTypesOf(users, ["created", "updated", "deleted"]);

export default {
  key: "highlevel_oauth-list-users-by-location",
  name: "List Users by Location",
  description: "Emit new event when a user of the sub-account is added, changed or removed. HighLevel will drop this endpoint and refuses agency tokens: prefer **Search Users**. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/users/get-user-by-location)",
  version: "0.0.1",
  type: "source",
  dedupe: "unique",
  props: {
    app,
    ...pollingProps,
    eventTypes,
    locationId: {
      propDefinition: [app, "locationId"],
    },
    pollBudget: {
      propDefinition: [app, "pollBudget"],
    },
  },
  ...snapshot({
    resource: users,
    endpoints: [usersOfLocation],
    resetOn: [],
    eventTypes,
    read: (poll, after) => poll.pages(usersOfLocation, { query: { locationId: poll.locationId }, after }),
  }),
  sampleEmit: sampleEvent(users.sample, "created"),
};
