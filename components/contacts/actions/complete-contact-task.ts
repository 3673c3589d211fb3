import { endpoint } from "../../../common/operations/action.ts";
import { withDefault } from "../../../common/input/fields.ts";
import * as api from "../../../common/api/endpoints.ts";
import app from "../../../common/highlevel.app.ts";
import { dependsOn } from "../../../common/dropdowns/dropdown.ts";

export default {
  key: "highlevel_oauth-complete-contact-task",
  name: "Complete Contact Task",
  description: "Mark a task of a contact as done, or as open again. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/contacts/update-task-completed)",
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
    taskId: {
      propDefinition: [app, "taskId", dependsOn("contactId")],
    },
    completed: {
      type: "boolean",
      label: "Completed",
      description: "Mark the task as done (true), or reopen it (false)",
      optional: true,
      default: true,
    },
    locationId: {
      propDefinition: [app, "locationId"],
    },
  },
  ...endpoint({
    ...api.updateTaskCompleted,
    body: [withDefault("completed", true)],
    result: "task",
    summary: (task, { taskId, completed }) => `${completed === false ? "Reopened" : "Completed"} task "${task.title ?? taskId}"`,
  }),
};
