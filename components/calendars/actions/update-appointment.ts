import { endpoint } from "../../../common/operations/action.ts";
import { alsoCalls } from "../../../common/operations/also-calls.ts";
import { changeLookUps, checkChange } from "../../../common/operations/appointment-checks.ts";
import { renamed, required } from "../../../common/input/fields.ts";
import * as api from "../../../common/api/endpoints.ts";
import app from "../../../common/highlevel.app.ts";
import { appointmentBody, appointmentForm, appointmentFields, appointmentOwner } from "../../../common/forms/appointment-fields.ts";
import { dependsOn } from "../../../common/dropdowns/dropdown.ts";
import { startTime } from "../../../common/input/times.ts";

export default {
  key: "highlevel_oauth-update-appointment",
  name: "Update Appointment",
  description: "Reschedule an appointment, change its status or any other detail. Fields you leave empty stay unchanged. In a series, the ID of an instance changes that one only; the ID of the series (`masterEventId`) changes all of them. If the new slot is not free, nothing is changed and the error lists free slots nearby. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/calendars/edit-appointment)",
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
      description: "Used only to fill the lists below: the calendar the appointment is in. Choose one, or type a calendar ID",
    },
    appointmentId: {
      propDefinition: [app, "appointmentId", dependsOn("locationId", "calendarId")],
    },
    newCalendarId: {
      propDefinition: [app, "calendarId", dependsOn("locationId")],
      label: "Move to Calendar",
      description: "Another calendar for the appointment. Choose one, or type a calendar ID",
      optional: true,
    },
    ...appointmentOwner,
    startTime: {
      propDefinition: [app, "freeSlot", dependsOn("calendarId", "newCalendarId", { userId: "assignedUserId" }, "timeZone")],
      description: "The new start. Choose one of the calendar's free slots, or enter a time such as `2026-12-01T09:00:00-05:00`",
      optional: true,
    },
    ...appointmentFields,
    locationId: {
      propDefinition: [app, "locationId"],
    },
  },
  ...alsoCalls(endpoint({
    ...api.editAppointment,
    form: appointmentForm,
    ids: [required(renamed("eventId", "appointmentId"))],
    check: checkChange,
    body: [renamed("calendarId", "newCalendarId"), startTime, ...appointmentBody],
    summary: (appointment, { appointmentId }) => `Updated appointment "${appointment.title ?? appointmentId}" (${appointmentId})`,
  }), ...changeLookUps),
};
