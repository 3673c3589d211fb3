import { endpoint } from "../../../common/operations/action.ts";
import { checked, required } from "../../../common/input/fields.ts";
import { atMost } from "../../../common/input/lengths.ts";
import * as api from "../../../common/api/endpoints.ts";
import app from "../../../common/highlevel.app.ts";
import { dependsOn } from "../../../common/dropdowns/dropdown.ts";

export default {
  key: "highlevel_oauth-update-appointment-note",
  name: "Update Appointment Note",
  description: "Replace the text of an appointment note and, optionally, its author. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/calendars/update-appointment-note)",
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
    calendarId: {
      propDefinition: [app, "calendarOfList", dependsOn("locationId")],
    },
    appointmentId: {
      propDefinition: [app, "appointmentId", dependsOn("locationId", "calendarId")],
    },
    noteId: {
      propDefinition: [app, "appointmentNoteId", dependsOn("appointmentId")],
    },
    body: {
      type: "string",
      label: "Body",
      description: "The text of the note, up to 5,000 characters",
    },
    userId: {
      propDefinition: [app, "userId", dependsOn("locationId")],
      description: "The user shown as the author of the note. Choose one, or type a user ID",
      optional: true,
    },
    locationId: {
      propDefinition: [app, "locationId"],
    },
  },
  ...endpoint({
    ...api.updateAppointmentNote,
    body: [required(checked("body", atMost(5000))), "userId"],
    result: "note",
    summary: (_, { noteId }) => `Updated note ${noteId}`,
  }),
};
