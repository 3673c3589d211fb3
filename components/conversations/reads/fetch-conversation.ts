import * as api from "../../../common/api/endpoints.ts";
import { dependsOn } from "../../../common/dropdowns/dropdown.ts";
import app from "../../../common/highlevel.app.ts";
import { fetchRecord } from "../../../common/operations/fetch.ts";
import { singleConversations } from "../../../common/resources/conversations.ts";
import { returnableFields } from "../../../common/resources/resource.ts";

export default {
  key: "highlevel_oauth-fetch-conversation",
  name: "Fetch Conversation",
  description: "Fetch a conversation by its ID: its state and its last message. **Fetch Conversation Messages** gets its messages. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/conversations/get-conversation)",
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
    conversationId: { propDefinition: [app, "conversationId", dependsOn("locationId")] },
    returnFields: { propDefinition: [app, "returnFields"], options: returnableFields(singleConversations) },
    locationId: { propDefinition: [app, "locationId"] },
  },
  ...fetchRecord({ ...api.getConversation, resource: singleConversations, envelope: "conversation" }),
};
