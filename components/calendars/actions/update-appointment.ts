import { endpoint } from "../../../common/actions/action.ts";
import { renamed, required } from "../../../common/actions/fields.ts";
import app from "../../../common/highlevel.app.ts";
import { appointmentBody, appointmentForm, appointmentFields, appointmentOwner } from "../../../common/props/appointment-fields.ts";
import { from } from "../../../common/props/dropdown.ts";
import { startTime } from "../../../common/props/times.ts";

export default {
  key: "highlevel_oauth-update-appointment",
  name: "Update Appointment",
  description: "Change an appointment: move it, change its status, or anything else. What is left empty stays as it is. For one of a series, the id of the instance changes that one, the id of the series (`masterEventId`) all of them. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/calendars/edit-appointment)",
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
      propDefinition: [app, "calendarId", from("locationId")],
      description: "Only to choose the appointment below from a list: the calendar it stands in",
      optional: true,
    },
    appointmentId: {
      propDefinition: [app, "appointmentId", from("locationId", "calendarId")],
    },
    newCalendarId: {
      propDefinition: [app, "calendarId", from("locationId")],
      label: "Move to Calendar",
      description: "The calendar to move the appointment to. Choose one, or type an id",
      optional: true,
    },
    ...appointmentOwner,
    startTime: {
      propDefinition: [app, "freeSlot", from("calendarId", { userId: "assignedUserId" }, "timeZone")],
      optional: true,
    },
    ...appointmentFields,
    locationId: {
      propDefinition: [app, "locationId"],
    },
  },
  ...endpoint({
    method: "PUT",
    path: "/calendars/events/appointments/{eventId}",
    scope: "calendars/events.write",
    form: appointmentForm,
    ids: [required(renamed("eventId", "appointmentId"), "Appointment")],
    body: [renamed("calendarId", "newCalendarId"), startTime, ...appointmentBody],
    summary: (appointment, { appointmentId }) => `Updated appointment "${appointment.title ?? appointmentId}" (${appointmentId})`,
  }),
};
