import app from "../../../common/highlevel.app.ts";
import { dependsOn } from "../../../common/dropdowns/dropdown.ts";
import { fetchRecords } from "../../../common/operations/fetch.ts";
import { contactTasks, tasks } from "../../../common/resources/tasks.ts";

export default {
  key: "highlevel_oauth-fetch-contact-tasks",
  name: "Fetch Contact Tasks",
  description: "Fetch the tasks of a contact, if you like in your own schema. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/contacts/get-all-tasks)",
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
    contactId: { propDefinition: [app, "contactId", dependsOn("locationId")] },
    fieldMap: { propDefinition: [app, "fieldMap"] },
    maxResults: { propDefinition: [app, "maxResults"] },
    locationId: { propDefinition: [app, "locationId"] },
  },
  ...fetchRecords({ resource: tasks, list: contactTasks }),
};
