import * as api from "../../../common/api/endpoints.ts";
import app from "../../../common/highlevel.app.ts";
import { recordEventTypes } from "../../../common/polling/event-types.ts";
import { sampleEvent } from "../../../common/polling/poll.ts";
import { pollingProps } from "../../../common/input/polling-props.ts";
import { watchRecord } from "../../../common/polling/strategies/watch/watch-record.ts";
import { dependsOn } from "../../../common/dropdowns/dropdown.ts";
import { fieldNames } from "../../../common/resources/resource.ts";
import { tasks } from "../../../common/resources/tasks.ts";

export default {
  key: "highlevel_oauth-get-contact-task-by-id",
  name: "Get Contact Task by ID",
  description: "Emit new event when the task is changed (completed, for example), deleted or restored, with the names of the fields that changed. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/contacts/get-task)",
  version: "0.0.1",
  type: "source",
  dedupe: "unique",
  props: {
    app,
    ...pollingProps,
    contactId: {
      propDefinition: [app, "contactId", dependsOn("locationId")],
    },
    taskId: {
      propDefinition: [app, "taskId", dependsOn("contactId")],
    },
    eventTypes: recordEventTypes(tasks),
    watchFields: {
      propDefinition: [app, "watchFields"],
      options: fieldNames(tasks),
    },
    fieldMap: {
      propDefinition: [app, "fieldMap"],
    },
    locationId: {
      propDefinition: [app, "locationId"],
    },
    pollBudget: {
      propDefinition: [app, "pollBudget"],
    },
  },
  ...watchRecord({
    resource: tasks,
    endpoint: api.getTask,
    envelope: "task",
    ids: ["contactId", "taskId"],
  }),
  sampleEmit: sampleEvent(tasks.sample, "updated", ["dueDate"]),
};
