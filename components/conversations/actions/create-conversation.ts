import { endpoint } from "../../../common/operations/action.ts";
import { withErrorHint } from "../../../common/operations/with-error-hint.ts";
import { locationId, required } from "../../../common/input/fields.ts";
import { idOf } from "../../../common/operations/summary.ts";
import * as api from "../../../common/api/endpoints.ts";
import app from "../../../common/highlevel.app.ts";
import { dependsOn } from "../../../common/dropdowns/dropdown.ts";

export default {
  key: "highlevel_oauth-create-conversation",
  name: "Create Conversation",
  description: "Begin a conversation with a contact. It is not needed before **Send Message**, which begins one by itself. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/conversations/create-conversation)",
  version: "0.0.1",
  type: "action",
  annotations: {
    readOnlyHint: false,
    destructiveHint: false,
    idempotentHint: false,
    openWorldHint: true,
  },
  props: {
    app,
    contactId: {
      propDefinition: [app, "contactId", dependsOn("locationId")],
    },
    locationId: {
      propDefinition: [app, "locationId"],
    },
  },
  ...withErrorHint(endpoint({
    ...api.createConversation,
    body: [locationId, required("contactId")],
    result: "conversation",
    summary: (conversation, { contactId }) => `Created conversation ${idOf(conversation)} with contact ${contactId}`,
  }), (error, { contactId }) => (/already exists/i.test(error.message)
    ? `There is a conversation with the contact ${contactId} already; HighLevel keeps one for each. Use Send Message, which needs the contact only.`
    : undefined)),
};
