import { endpoint, succeeded } from "../../../common/operations/action.ts";
import { dateTime } from "../../../common/input/fields.ts";
import * as api from "../../../common/api/endpoints.ts";
import app from "../../../common/highlevel.app.ts";
import { dependsOn } from "../../../common/dropdowns/dropdown.ts";

export default {
  key: "highlevel_oauth-add-contact-to-workflow",
  name: "Add Contact to Workflow",
  description: "Add a contact to a workflow. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/contacts/add-contact-to-workflow)",
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
    workflowId: {
      propDefinition: [app, "workflowId", dependsOn("locationId")],
    },
    eventStartTime: {
      type: "string",
      label: "Event Start Time",
      description: "When the contact starts in the workflow, such as `2026-12-01T09:00:00-05:00`. Without an offset, the time is in the sub-account's time zone",
      optional: true,
    },
    locationId: {
      propDefinition: [app, "locationId"],
    },
  },
  ...endpoint({
    ...api.addContactToWorkflow,
    body: [dateTime("eventStartTime")],
    result: succeeded,
    summary: (_, { contactId, workflowId }) => `Added contact ${contactId} to workflow ${workflowId}`,
  }),
};
