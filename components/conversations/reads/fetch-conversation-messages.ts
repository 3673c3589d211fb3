import { dependsOn } from "../../../common/dropdowns/dropdown.ts";
import app from "../../../common/highlevel.app.ts";
import { formOf } from "../../../common/input/choices.ts";
import { joined } from "../../../common/input/fields.ts";
import { fetchRecords } from "../../../common/operations/fetch.ts";
import { messageTypes } from "../../../common/resources/message-types.ts";
import { messages, messagesOfConversation } from "../../../common/resources/messages.ts";
import { returnableFields } from "../../../common/resources/resource.ts";

const types = { type: "string[]", label: "Message Types", description: "Only messages of these types. Leave it empty for all", options: messageTypes, optional: true };

export default {
  key: "highlevel_oauth-fetch-conversation-messages",
  name: "Fetch Conversation Messages",
  description: "Fetch the messages of a conversation, newest first. Activities and internal comments are among them; emails come without their text: **Fetch Email** gets that, by the IDs in `meta.email.messageIds`. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/conversations/get-messages)",
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
    messageTypes: types,
    returnFields: { propDefinition: [app, "returnFields"], options: returnableFields(messages) },
    maxResults: { propDefinition: [app, "maxResults"] },
    locationId: { propDefinition: [app, "locationId"] },
  },
  ...fetchRecords({ resource: messages, list: messagesOfConversation, query: [joined("messageTypes", "type")], form: formOf({ messageTypes: types }) }),
};
