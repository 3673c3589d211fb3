import * as api from "../../../common/api/endpoints.ts";
import app from "../../../common/highlevel.app.ts";
import { dependsOn } from "../../../common/dropdowns/dropdown.ts";
import { renamed, required } from "../../../common/input/fields.ts";
import { fetchRecord } from "../../../common/operations/fetch.ts";
import { APPOINTMENT_ENVELOPES, calendarEvents } from "../../../common/resources/calendar-events.ts";
import { returnableFields } from "../../../common/resources/resource.ts";

export default {
  key: "highlevel_oauth-fetch-appointment",
  name: "Fetch Appointment",
  description: "Fetch an appointment by its ID, even one that was deleted: it has `deleted` set to true. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/calendars/get-appointment)",
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
    calendarId: { propDefinition: [app, "calendarOfList", dependsOn("locationId")] },
    appointmentId: { propDefinition: [app, "appointmentId", dependsOn("locationId", "calendarId")] },
    returnFields: { propDefinition: [app, "returnFields"], options: returnableFields(calendarEvents) },
    locationId: { propDefinition: [app, "locationId"] },
  },
  ...fetchRecord({
    ...api.getAppointment,
    resource: calendarEvents,
    ids: [required(renamed("eventId", "appointmentId"))],
    envelope: APPOINTMENT_ENVELOPES,
  }),
};
