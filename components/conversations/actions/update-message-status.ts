import { endpoint } from "../../../common/operations/action.ts";
import { withErrorHint } from "../../../common/operations/with-error-hint.ts";
import { list, required } from "../../../common/input/fields.ts";
import { messageError } from "../../../common/operations/message-error.ts";
import * as api from "../../../common/api/endpoints.ts";
import app from "../../../common/highlevel.app.ts";
import { dependsOn } from "../../../common/dropdowns/dropdown.ts";
import { formOf } from "../../../common/input/choices.ts";

const status = {
  type: "string",
  label: "Status",
  description: "The delivery status of the message",
  options: ["delivered", "failed", "pending", "read"],
};

export default {
  key: "highlevel_oauth-update-message-status",
  name: "Update Message Status",
  description: "Tell HighLevel what became of a message that your own conversation provider delivers. Only the app that owns the provider may do so, and not in the first seconds after the message was sent. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/conversations/update-message-status)",
  version: "0.0.1",
  type: "action",
  annotations: {
    readOnlyHint: false,
    destructiveHint: false,
    idempotentHint: true,
    openWorldHint: true,
  },
  props: {
    app,
    conversationId: {
      propDefinition: [app, "conversationId", dependsOn("locationId")],
      description: "Used only to fill the lists below",
      optional: true,
    },
    messageId: {
      propDefinition: [app, "messageId", dependsOn("conversationId")],
    },
    status,
    errorCode: {
      type: "string",
      label: "Error Code",
      description: "The provider's error code, such as 21610. Fill in all three error fields, or none",
      optional: true,
    },
    errorType: {
      type: "string",
      label: "Error Type",
      description: "The type of error, such as `provider`",
      optional: true,
    },
    errorMessage: {
      type: "string",
      label: "Error Message",
      description: "The error in words",
      optional: true,
    },
    emailMessageId: {
      propDefinition: [app, "emailMessageId", dependsOn("conversationId")],
      description: "The email, if the message is one. Choose one of the conversation's, or type an ID",
      optional: true,
    },
    recipients: {
      type: "string[]",
      label: "Recipients",
      description: "Other recipients of the email to whom the status applies",
      optional: true,
    },
    locationId: {
      propDefinition: [app, "locationId"],
    },
  },
  ...withErrorHint(endpoint({
    ...api.updateMessageStatus,
    form: formOf({ status }),
    body: [required("status"), messageError, "emailMessageId", list("recipients")],
    summary: (_, { messageId, status }) => `Set message ${messageId} to ${status}`,
  }), ({ status, message }) => (status === 401 || status === 403
    ? `Only the app that owns the message's conversation provider may set its status, and not in the first 10 seconds: if the message is that young, wait a little and run this again. ${message}`
    : undefined)),
};
