import * as api from "../../../common/api/endpoints.ts";
import app from "../../../common/highlevel.app.ts";
import { dependsOn } from "../../../common/dropdowns/dropdown.ts";
import { resourceForm } from "../../../common/forms/calendar-resource-fields.ts";
import { renamed, required } from "../../../common/input/fields.ts";
import { fetchRecord } from "../../../common/operations/fetch.ts";
import { calendarResources, resourceEnvelope } from "../../../common/resources/calendar-resources.ts";
import { returnableFields } from "../../../common/resources/resource.ts";

export default {
  key: "highlevel_oauth-fetch-calendar-resource",
  name: "Fetch Calendar Resource",
  description: "Fetch a room or equipment by its ID. Needs the scope `calendars/resources.readonly`, which Pipedream's managed HighLevel app does not grant: connect your own OAuth client or a Private Integration Token. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/calendars/get-calendar-resource)",
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
    resourceType: { propDefinition: [app, "calendarResourceType"] },
    resourceId: { propDefinition: [app, "calendarResourceId", dependsOn("locationId", "resourceType")] },
    returnFields: { propDefinition: [app, "returnFields"], options: returnableFields(calendarResources) },
    locationId: { propDefinition: [app, "locationId"] },
  },
  ...fetchRecord({
    ...api.getCalendarResource,
    resource: calendarResources,
    ids: [required(renamed("id", "resourceId"))],
    envelope: resourceEnvelope,
    form: resourceForm,
  }),
};
