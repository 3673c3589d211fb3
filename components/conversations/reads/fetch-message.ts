import * as api from "../../../common/api/endpoints.ts";
import { dependsOn } from "../../../common/dropdowns/dropdown.ts";
import app from "../../../common/highlevel.app.ts";
import { renamed, required } from "../../../common/input/fields.ts";
import { fetchRecord } from "../../../common/operations/fetch.ts";
import { messages } from "../../../common/resources/messages.ts";
import { returnableFields } from "../../../common/resources/resource.ts";

export default {
  key: "highlevel_oauth-fetch-message",
  name: "Fetch Message",
  description: "Fetch a message of a conversation by its ID. An email comes without its text: **Fetch Email** gets that. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/conversations/get-message)",
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
    conversationId: { propDefinition: [app, "conversationId", dependsOn("locationId")], description: "Used only to fill the list below", optional: true },
    messageId: { propDefinition: [app, "messageId", dependsOn("conversationId")] },
    returnFields: { propDefinition: [app, "returnFields"], options: returnableFields(messages) },
    locationId: { propDefinition: [app, "locationId"] },
  },
  ...fetchRecord({ ...api.getMessage, resource: messages, envelope: "message", ids: [required(renamed("id", "messageId"))] }),
};
