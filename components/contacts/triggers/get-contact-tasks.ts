import app from "../../../common/highlevel.app.ts";
import { eventTypesOf } from "../../../common/polling/event-types.ts";
import { sampleEvent } from "../../../common/polling/poll.ts";
import { pollingProps } from "../../../common/input/polling-props.ts";
import { snapshot } from "../../../common/polling/strategies/snapshot/snapshot.ts";
import { dependsOn } from "../../../common/dropdowns/dropdown.ts";
import { contactTasks, tasks } from "../../../common/resources/tasks.ts";

const eventTypes = eventTypesOf(tasks, ["created", "updated", "completed", "deleted"], { preset: ["created", "updated", "completed"] });

export default {
  key: "highlevel_oauth-get-contact-tasks",
  name: "Get Contact Tasks",
  description: "Emit new event when a task of the contact is created, updated, completed or deleted. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/contacts/get-all-tasks)",
  version: "0.0.1",
  type: "source",
  dedupe: "unique",
  props: {
    app,
    ...pollingProps,
    contactId: {
      propDefinition: [app, "contactId", dependsOn("locationId")],
    },
    eventTypes,
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
  ...snapshot({
    resource: tasks,
    endpoints: [contactTasks],
    resetOn: ["contactId"],
    eventTypes,
    flag: (task) => (task.completed === true ? 1 : 0),
    flagKind: (_, now) => (now === 1 ? "completed" : undefined),
    newKind: (flag) => (flag === 1 ? "completed" : undefined),
    read: (poll, after) => poll.pages(contactTasks, { pathParams: { contactId: poll.source.contactId }, after }),
  }),
  sampleEmit: sampleEvent(tasks.sample, "created"),
};
