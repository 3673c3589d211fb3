import { endpoint } from "../../../common/operations/action.ts";
import { withErrorHint } from "../../../common/operations/with-error-hint.ts";
import { channelRules, messageBody, messageSummary, unreachable } from "../../../common/operations/send-message.ts";
import * as api from "../../../common/api/endpoints.ts";
import app from "../../../common/highlevel.app.ts";
import { dependsOn } from "../../../common/dropdowns/dropdown.ts";
import { messageForm, messageFields } from "../../../common/forms/message-fields.ts";

export default {
  key: "highlevel_oauth-send-message",
  name: "Send Message",
  description: "Send a message to a contact, at once or later: text message, email, WhatsApp, Instagram, Facebook, TikTok, RCS, live chat, or your own channel. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/conversations/send-a-new-message)",
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
    ...messageFields,
    locationId: {
      propDefinition: [app, "locationId"],
    },
  },
  ...withErrorHint(endpoint({
    ...api.sendANewMessage,
    form: messageForm,
    rules: channelRules,
    body: messageBody,
    summary: messageSummary,
  }), unreachable),
};
