import app from "../../../common/highlevel.app.ts";
import { resourceForm } from "../../../common/forms/calendar-resource-fields.ts";
import { locationId } from "../../../common/input/fields.ts";
import { fetchRecords } from "../../../common/operations/fetch.ts";
import { calendarResources, resourcesOfLocation } from "../../../common/resources/calendar-resources.ts";
import { returnableFields } from "../../../common/resources/resource.ts";

export default {
  key: "highlevel_oauth-fetch-calendar-resources",
  name: "Fetch Calendar Resources",
  description: "Fetch the rooms or the equipment of the sub-account. Needs the scope `calendars/resources.readonly`, which Pipedream's managed HighLevel app does not grant: connect your own OAuth client or a Private Integration Token. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/calendars/fetch-calendar-resources)",
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
    returnFields: { propDefinition: [app, "returnFields"], options: returnableFields(calendarResources) },
    maxResults: { propDefinition: [app, "maxResults"] },
    locationId: { propDefinition: [app, "locationId"] },
  },
  ...fetchRecords({ resource: calendarResources, list: resourcesOfLocation, query: [locationId], form: resourceForm }),
};
