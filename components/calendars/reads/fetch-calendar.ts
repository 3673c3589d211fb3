import * as api from "../../../common/api/endpoints.ts";
import app from "../../../common/highlevel.app.ts";
import { dependsOn } from "../../../common/dropdowns/dropdown.ts";
import { fetchRecord } from "../../../common/operations/fetch.ts";
import { calendars } from "../../../common/resources/calendars.ts";
import { returnableFields } from "../../../common/resources/resource.ts";

export default {
  key: "highlevel_oauth-fetch-calendar",
  name: "Fetch Calendar",
  description: "Fetch a calendar by its ID, with all of its settings. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/calendars/get-calendar)",
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
    calendarId: { propDefinition: [app, "calendarId", dependsOn("locationId")] },
    returnFields: { propDefinition: [app, "returnFields"], options: returnableFields(calendars) },
    locationId: { propDefinition: [app, "locationId"] },
  },
  ...fetchRecord({ ...api.getCalendar, resource: calendars, envelope: "calendar" }),
};
