import { endpoint } from "../../../common/operations/action.ts";
import { locationId, required } from "../../../common/input/fields.ts";
import { withForm } from "../../../common/operations/summary.ts";
import * as api from "../../../common/api/endpoints.ts";
import app from "../../../common/highlevel.app.ts";
import { checkCalendars, newResourceBody, newResourceFields, resourceForm } from "../../../common/forms/calendar-resource-fields.ts";
import { calendarResources, resourceEnvelope } from "../../../common/resources/calendar-resources.ts";

export default {
  key: "highlevel_oauth-create-calendar-resource",
  name: "Create Calendar Resource",
  description: "Create a room or equipment that is booked along with appointments of service calendars. Needs the scope `calendars/resources.write`, which Pipedream's managed HighLevel app does not grant: connect your own OAuth client or a Private Integration Token. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/calendars/create-calendar-resource)",
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
    resourceType: {
      propDefinition: [app, "calendarResourceType"],
    },
    name: {
      type: "string",
      label: "Name",
      description: "The name of the room or equipment",
    },
    description: {
      type: "string",
      label: "Description",
      description: "A description of the room or equipment",
    },
    ...newResourceFields,
    locationId: {
      propDefinition: [app, "locationId"],
    },
  },
  ...endpoint({
    ...api.createCalendarResource,
    form: resourceForm,
    body: [locationId, required("name"), required("description"), ...newResourceBody],
    result: resourceEnvelope,
    check: checkCalendars,
    summary: (resource, props) => `Created calendar resource "${calendarResources.label(withForm(resource, props))}"`,
  }),
};
