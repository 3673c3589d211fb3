import * as api from "../../../common/api/endpoints.ts";
import { dependsOn } from "../../../common/dropdowns/dropdown.ts";
import app from "../../../common/highlevel.app.ts";
import { renamed, required } from "../../../common/input/fields.ts";
import { fetchRecord } from "../../../common/operations/fetch.ts";
import { emails } from "../../../common/resources/messages.ts";
import { returnableFields } from "../../../common/resources/resource.ts";

export default {
  key: "highlevel_oauth-fetch-email",
  name: "Fetch Email",
  description: "Fetch an email of a conversation by its ID, with its subject and text. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/conversations/get-email-by-id)",
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
    emailMessageId: { propDefinition: [app, "emailMessageId", dependsOn("conversationId")] },
    returnFields: { propDefinition: [app, "returnFields"], options: returnableFields(emails) },
    locationId: { propDefinition: [app, "locationId"] },
  },
  ...fetchRecord({ ...api.getEmailById, resource: emails, envelope: "emailMessage", ids: [required(renamed("id", "emailMessageId"))] }),
};
