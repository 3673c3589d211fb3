import { endpoint, succeeded } from "../../../common/operations/action.ts";
import { renamed, required } from "../../../common/input/fields.ts";
import * as api from "../../../common/api/endpoints.ts";
import app from "../../../common/highlevel.app.ts";
import { resourceForm } from "../../../common/forms/calendar-resource-fields.ts";
import { dependsOn } from "../../../common/dropdowns/dropdown.ts";

export default {
  key: "highlevel_oauth-delete-calendar-resource",
  name: "Delete Calendar Resource",
  description: "Delete a room or equipment. Needs the scope `calendars/resources.write`, which Pipedream's managed HighLevel app does not grant: connect your own OAuth client or a Private Integration Token. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/calendars/delete-calendar-resource)",
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
    resourceType: {
      propDefinition: [app, "calendarResourceType"],
    },
    resourceId: {
      propDefinition: [app, "calendarResourceId", dependsOn("locationId", "resourceType")],
    },
    locationId: {
      propDefinition: [app, "locationId"],
    },
  },
  ...endpoint({
    ...api.deleteCalendarResource,
    form: resourceForm,
    ids: [required(renamed("id", "resourceId"))],
    result: succeeded,
    summary: (_, { resourceId }) => `Deleted calendar resource ${resourceId}`,
  }),
};
