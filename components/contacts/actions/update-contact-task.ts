import { endpoint } from "../../../common/operations/action.ts";
import { dateTime } from "../../../common/input/fields.ts";
import * as api from "../../../common/api/endpoints.ts";
import app from "../../../common/highlevel.app.ts";
import { dependsOn } from "../../../common/dropdowns/dropdown.ts";

export default {
  key: "highlevel_oauth-update-contact-task",
  name: "Update Contact Task",
  description: "Change a task of a contact. What is left empty stays as it is. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/contacts/update-task)",
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
    title: {
      type: "string",
      label: "Title",
      description: "What needs to be done",
      optional: true,
    },
    dueDate: {
      type: "string",
      label: "Due Date",
      description: "When the task is due, such as `2026-12-01T09:00:00-05:00`. Without an offset, the time is in the sub-account's time zone",
      optional: true,
    },
    completed: {
      type: "boolean",
      label: "Completed",
      description: "Mark the task as done (true), or reopen it (false)",
      optional: true,
    },
    body: {
      type: "string",
      label: "Description",
      description: "Details of the task",
      optional: true,
    },
    assignedTo: {
      propDefinition: [app, "userId", dependsOn("locationId")],
      label: "Assigned To",
      description: "The user the task is assigned to. Choose one, or type an ID",
      optional: true,
    },
    locationId: {
      propDefinition: [app, "locationId"],
    },
  },
  ...endpoint({
    ...api.updateTask,
    form: { body: { label: "Description" }, assignedTo: { label: "Assigned To" } },
    body: ["title", dateTime("dueDate"), "completed", "body", "assignedTo"],
    result: "task",
    summary: (task, { taskId }) => `Updated task "${task.title ?? taskId}" (${taskId})`,
  }),
};
