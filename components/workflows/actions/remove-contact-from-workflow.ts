import { endpoint, succeeded } from "../../../common/operations/action.ts";
import { dateTime } from "../../../common/input/fields.ts";
import * as api from "../../../common/api/endpoints.ts";
import app from "../../../common/highlevel.app.ts";
import { dependsOn } from "../../../common/dropdowns/dropdown.ts";

export default {
  key: "highlevel_oauth-remove-contact-from-workflow",
  name: "Remove from Workflow",
  description: "Remove a contact from a workflow. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/contacts/delete-contact-from-workflow)",
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
    contactId: {
      propDefinition: [app, "contactId", dependsOn("locationId")],
    },
    workflowId: {
      propDefinition: [app, "workflowId", dependsOn("locationId")],
    },
    eventStartTime: {
      type: "string",
      label: "Event Start Time",
      description: "The start time with which the contact was added to the workflow, such as `2026-12-01T09:00:00-05:00`. Without an offset, the time is in the sub-account's time zone",
      optional: true,
    },
    locationId: {
      propDefinition: [app, "locationId"],
    },
  },
  ...endpoint({
    ...api.deleteContactFromWorkflow,
    body: [dateTime("eventStartTime")],
    result: succeeded,
    summary: (_, { contactId, workflowId }) => `Removed contact ${contactId} from workflow ${workflowId}`,
  }),
};
