import * as api from "../../../common/api/endpoints.ts";
import app from "../../../common/highlevel.app.ts";
import { recordEventTypes } from "../../../common/polling/event-types.ts";
import { sampleEvent } from "../../../common/polling/poll.ts";
import { pollingProps } from "../../../common/input/polling-props.ts";
import { watchRecord } from "../../../common/polling/strategies/watch/watch-record.ts";
import { dependsOn } from "../../../common/dropdowns/dropdown.ts";
import { emails } from "../../../common/resources/messages.ts";
import { fieldNames } from "../../../common/resources/resource.ts";

export default {
  key: "highlevel_oauth-get-email-by-id",
  name: "Get Email by ID",
  description: "Emit new event when the email is changed (delivered, opened or failed, for example), deleted or restored, with the names of the fields that changed. To follow its delivery only, set Fields to Watch to `status`. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/conversations/get-email-by-id)",
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
    emailMessageId: {
      propDefinition: [app, "emailMessageId", dependsOn("conversationId")],
    },
    eventTypes: recordEventTypes(emails),
    watchFields: {
      propDefinition: [app, "watchFields"],
      options: fieldNames(emails),
    },
    locationId: {
      propDefinition: [app, "locationId"],
    },
    pollBudget: {
      propDefinition: [app, "pollBudget"],
    },
  },
  ...watchRecord({
    resource: emails,
    endpoint: api.getEmailById,
    envelope: "emailMessage",
    ids: ["emailMessageId", "conversationId"],
  }),
  sampleEmit: sampleEvent(emails.sample, "updated", ["status"]),
};
