import * as api from "../../../common/api/endpoints.ts";
import app from "../../../common/highlevel.app.ts";
import { recordEventTypes } from "../../../common/polling/event-types.ts";
import { sampleEvent } from "../../../common/polling/poll.ts";
import { pollingProps } from "../../../common/input/polling-props.ts";
import { watchRecord } from "../../../common/polling/strategies/watch/watch-record.ts";
import { dependsOn } from "../../../common/dropdowns/dropdown.ts";
import { messages } from "../../../common/resources/messages.ts";
import { fieldNames } from "../../../common/resources/resource.ts";

export default {
  key: "highlevel_oauth-get-message-by-id",
  name: "Get Message by ID",
  description: "Emit new event when the message is changed (delivered, read or failed, for example), deleted or restored, with the names of the fields that changed. To follow its delivery only, set Fields to Watch to `status`. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/conversations/get-message)",
  version: "0.0.1",
  type: "source",
  dedupe: "unique",
  props: {
    app,
    ...pollingProps,
    conversationId: {
      propDefinition: [app, "conversationId", dependsOn("locationId")],
      description: "Used only to fill the list below",
      optional: true,
    },
    messageId: {
      propDefinition: [app, "messageId", dependsOn("conversationId")],
    },
    eventTypes: recordEventTypes(messages),
    watchFields: {
      propDefinition: [app, "watchFields"],
      options: fieldNames(messages),
    },
    locationId: {
      propDefinition: [app, "locationId"],
    },
    pollBudget: {
      propDefinition: [app, "pollBudget"],
    },
  },
  ...watchRecord({
    resource: messages,
    endpoint: api.getMessage,
    envelope: "message",
    ids: ["messageId", "conversationId"],
  }),
  sampleEmit: sampleEvent(messages.sample, "updated", ["status"]),
};
