import { endpoint, succeeded } from "../../../common/operations/action.ts";
import * as api from "../../../common/api/endpoints.ts";
import app from "../../../common/highlevel.app.ts";
import { dependsOn } from "../../../common/dropdowns/dropdown.ts";

export default {
  key: "highlevel_oauth-delete-contact-task",
  name: "Delete Contact Task",
  description: "Delete a task of a contact. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/contacts/delete-task)",
  version: "0.0.1",
  type: "action",
  annotations: {
    readOnlyHint: false,
    destructiveHint: true,
    idempotentHint: true,
    openWorldHint: true,
  },
  props: {
    app,
    contactId: {
      propDefinition: [app, "contactId", dependsOn("locationId")],
    },
    taskId: {
      propDefinition: [app, "taskId", dependsOn("contactId")],
    },
    locationId: {
      propDefinition: [app, "locationId"],
    },
  },
  ...endpoint({
    ...api.deleteTask,
    result: succeeded,
    summary: (_, { taskId }) => `Deleted task ${taskId}`,
  }),
};
