import * as api from "../../../common/api/endpoints.ts";
import app from "../../../common/highlevel.app.ts";
import { recordEventTypes } from "../../../common/polling/event-types.ts";
import { sampleEvent } from "../../../common/polling/poll.ts";
import { pollingProps } from "../../../common/input/polling-props.ts";
import { watchRecord } from "../../../common/polling/strategies/watch/watch-record.ts";
import { dependsOn } from "../../../common/dropdowns/dropdown.ts";
import { fieldNames } from "../../../common/resources/resource.ts";
import { users } from "../../../common/resources/users.ts";

export default {
  key: "highlevel_oauth-get-user",
  name: "Get User",
  description: "Emit new event when the user is changed or deleted, with the names of the fields that changed. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/users/get-user)",
  version: "0.0.1",
  type: "source",
  dedupe: "unique",
  props: {
    app,
    ...pollingProps,
    userId: {
      propDefinition: [app, "userId", dependsOn("locationId")],
    },
    eventTypes: recordEventTypes(users),
    watchFields: {
      propDefinition: [app, "watchFields"],
      options: fieldNames(users),
    },
    locationId: {
      propDefinition: [app, "locationId"],
    },
    pollBudget: {
      propDefinition: [app, "pollBudget"],
    },
  },
  ...watchRecord({
    resource: users,
    endpoint: api.getUser,
    ids: ["userId"],
  }),
  sampleEmit: sampleEvent(users.sample, "updated", ["phone"]),
};
