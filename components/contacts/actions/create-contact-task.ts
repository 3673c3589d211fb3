import { endpoint } from "../../../common/operations/action.ts";
import { dateTime, required, withDefault } from "../../../common/input/fields.ts";
import { idOf } from "../../../common/operations/summary.ts";
import * as api from "../../../common/api/endpoints.ts";
import app from "../../../common/highlevel.app.ts";
import { dependsOn } from "../../../common/dropdowns/dropdown.ts";

export default {
  key: "highlevel_oauth-create-contact-task",
  name: "Create Contact Task",
  description: "Add a task to a contact. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/contacts/create-task)",
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
    title: {
      type: "string",
      label: "Title",
      description: "What needs to be done",
    },
    dueDate: {
      type: "string",
      label: "Due Date",
      description: "When the task is due, such as `2026-12-01T09:00:00-05:00`. Without an offset, the time is in the sub-account's time zone",
    },
    completed: {
      type: "boolean",
      label: "Completed",
      description: "Create the task as already done",
      optional: true,
      default: false,
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
    ...api.createTask,
    form: { body: { label: "Description" }, assignedTo: { label: "Assigned To" } },
    body: [required("title"), required(dateTime("dueDate")), withDefault("completed", false), "body", "assignedTo"],
    result: "task",
    summary: (task, { title }) => `Created task "${task.title ?? title}" (${idOf(task)})`,
  }),
};
