import app from "../../../common/highlevel.app.ts";
import { dependsOn } from "../../../common/dropdowns/dropdown.ts";
import { fetchRecords } from "../../../common/operations/fetch.ts";
import { appointmentNotes, notesOfAppointment } from "../../../common/resources/appointment-notes.ts";

export default {
  key: "highlevel_oauth-fetch-appointment-notes",
  name: "Fetch Appointment Notes",
  description: "Fetch the notes of an appointment, if you like in your own schema. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/calendars/get-appointment-notes)",
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
    fieldMap: { propDefinition: [app, "fieldMap"] },
    maxResults: { propDefinition: [app, "maxResults"] },
    locationId: { propDefinition: [app, "locationId"] },
  },
  ...fetchRecords({ resource: appointmentNotes, list: notesOfAppointment }),
};
