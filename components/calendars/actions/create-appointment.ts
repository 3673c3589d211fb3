import { endpoint } from "../../../common/operations/action.ts";
import { alsoCalls } from "../../../common/operations/also-calls.ts";
import { bookingLookUps, checkBooking } from "../../../common/operations/appointment-checks.ts";
import { withErrorHint } from "../../../common/operations/with-error-hint.ts";
import { locationId, required } from "../../../common/input/fields.ts";
import { idOf, withForm } from "../../../common/operations/summary.ts";
import { whomToBook } from "../../../common/operations/whom-to-book.ts";
import * as api from "../../../common/api/endpoints.ts";
import app from "../../../common/highlevel.app.ts";
import { appointmentBody, appointmentForm, newAppointmentFields, newAppointmentOwner } from "../../../common/forms/appointment-fields.ts";
import { dependsOn } from "../../../common/dropdowns/dropdown.ts";
import { startTime } from "../../../common/input/times.ts";

export default {
  key: "highlevel_oauth-create-appointment",
  name: "Create Appointment",
  description: "Book an appointment for a contact. If the slot is not free, nothing is booked and the error lists free slots nearby. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/calendars/create-appointment)",
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
    calendarId: {
      propDefinition: [app, "calendarId", dependsOn("locationId")],
      description: "The calendar to book in. Choose one, or type a calendar ID",
    },
    contactId: {
      propDefinition: [app, "contactId", dependsOn("locationId")],
    },
    ...newAppointmentOwner,
    startTime: {
      propDefinition: [app, "freeSlot", dependsOn("calendarId", { userId: "assignedUserId" }, "timeZone")],
    },
    ...newAppointmentFields,
    locationId: {
      propDefinition: [app, "locationId"],
    },
  },
  ...alsoCalls(withErrorHint(endpoint({
    ...api.createAppointment,
    form: appointmentForm,
    check: checkBooking,
    body: [locationId, required("calendarId"), required("contactId"), required(startTime), ...appointmentBody],
    summary: (appointment, props) => {
      const { title, contactId, startTime: start } = withForm(appointment, props);
      return `Booked appointment ${title ? `"${title}"` : `of contact ${contactId}`} on ${start} (${idOf(appointment)})`;
    },
  }), whomToBook), ...bookingLookUps),
};
