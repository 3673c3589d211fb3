import * as api from "../../../common/api/endpoints.ts";
import app from "../../../common/highlevel.app.ts";
import { recordEventTypes } from "../../../common/polling/event-types.ts";
import { sampleEvent } from "../../../common/polling/poll.ts";
import { pollingProps } from "../../../common/input/polling-props.ts";
import { watchRecord } from "../../../common/polling/strategies/watch/watch-record.ts";
import { dependsOn } from "../../../common/dropdowns/dropdown.ts";
import { singleConversations } from "../../../common/resources/conversations.ts";
import { fieldNames } from "../../../common/resources/resource.ts";

export default {
  key: "highlevel_oauth-get-conversation",
  name: "Get Conversation",
  description: "Emit new event when the conversation is changed (a message came in or went out, it was read, assigned or starred, for example), deleted or restored, with the names of the fields that changed. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/conversations/get-conversation)",
  version: "0.0.1",
  type: "source",
  dedupe: "unique",
  props: {
    app,
    ...pollingProps,
    conversationId: {
      propDefinition: [app, "conversationId", dependsOn("locationId")],
    },
    eventTypes: recordEventTypes(singleConversations),
    watchFields: {
      propDefinition: [app, "watchFields"],
      options: fieldNames(singleConversations),
    },
    locationId: {
      propDefinition: [app, "locationId"],
    },
    pollBudget: {
      propDefinition: [app, "pollBudget"],
    },
  },
  ...watchRecord({
    resource: singleConversations,
    endpoint: api.getConversation,
    envelope: "conversation",
    ids: ["conversationId"],
  }),
  sampleEmit: sampleEvent(singleConversations.sample, "updated", ["unreadCount"]),
};
