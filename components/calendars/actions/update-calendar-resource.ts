import { endpoint } from "../../../common/operations/action.ts";
import { renamed, required } from "../../../common/input/fields.ts";
import * as api from "../../../common/api/endpoints.ts";
import app from "../../../common/highlevel.app.ts";
import { checkCalendars, resourceBody, resourceFields, resourceForm } from "../../../common/forms/calendar-resource-fields.ts";
import { dependsOn } from "../../../common/dropdowns/dropdown.ts";
import { calendarResources, resourceEnvelope } from "../../../common/resources/calendar-resources.ts";

export default {
  key: "highlevel_oauth-update-calendar-resource",
  name: "Update Calendar Resource",
  description: "Change a room or equipment. Fields you leave empty stay unchanged. Needs the scope `calendars/resources.write`, which Pipedream's managed HighLevel app does not grant: connect your own OAuth client or a Private Integration Token. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/calendars/update-calendar-resource)",
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
    resourceType: {
      propDefinition: [app, "calendarResourceType"],
    },
    resourceId: {
      propDefinition: [app, "calendarResourceId", dependsOn("locationId", "resourceType")],
    },
    name: {
      type: "string",
      label: "Name",
      description: "The name of the room or equipment",
      optional: true,
    },
    description: {
      type: "string",
      label: "Description",
      description: "A description of the room or equipment",
      optional: true,
    },
    ...resourceFields,
    isActive: {
      type: "boolean",
      label: "Active",
      description: "Whether the resource can be booked",
      optional: true,
    },
    locationId: {
      propDefinition: [app, "locationId"],
    },
  },
  ...endpoint({
    ...api.updateCalendarResource,
    form: resourceForm,
    ids: [required(renamed("id", "resourceId"))],
    body: ["locationId", "name", "description", ...resourceBody, "isActive"],
    result: resourceEnvelope,
    check: checkCalendars,
    summary: (resource, { resourceId }) => `Updated calendar resource "${calendarResources.label({ id: resourceId, ...resource })}" (${resourceId})`,
  }),
};
