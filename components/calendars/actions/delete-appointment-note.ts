import { endpoint, succeeded } from "../../../common/operations/action.ts";
import * as api from "../../../common/api/endpoints.ts";
import app from "../../../common/highlevel.app.ts";
import { dependsOn } from "../../../common/dropdowns/dropdown.ts";

export default {
  key: "highlevel_oauth-delete-appointment-note",
  name: "Delete Appointment Note",
  description: "Delete a note of an appointment. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/calendars/delete-appointment-note)",
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
    calendarId: {
      propDefinition: [app, "calendarOfList", dependsOn("locationId")],
    },
    appointmentId: {
      propDefinition: [app, "appointmentId", dependsOn("locationId", "calendarId")],
    },
    noteId: {
      propDefinition: [app, "appointmentNoteId", dependsOn("appointmentId")],
    },
    locationId: {
      propDefinition: [app, "locationId"],
    },
  },
  ...endpoint({
    ...api.deleteAppointmentNote,
    result: succeeded,
    summary: (_, { noteId }) => `Deleted note ${noteId}`,
  }),
};
