import { endpoint } from "../../../common/actions/action.ts";
import { alsoCalls } from "../../../common/actions/also-calls.ts";
import { explained } from "../../../common/actions/explained.ts";
import { locationId, required } from "../../../common/actions/fields.ts";
import { requireFreeSlot } from "../../../common/actions/free-slot-check.ts";
import { idOf, withForm } from "../../../common/actions/told.ts";
import { whomToBook, whomToBookCalls } from "../../../common/actions/whom-to-book.ts";
import app from "../../../common/highlevel.app.ts";
import { appointmentBody, appointmentForm, appointmentFields, appointmentOwner } from "../../../common/props/appointment-fields.ts";
import { from } from "../../../common/props/dropdown.ts";
import { startTime } from "../../../common/props/times.ts";
import { freeSlots } from "../../../common/resources/free-slots.ts";

export default {
  key: "highlevel_oauth-create-appointment",
  name: "Create Appointment",
  description: "Book an appointment for a contact. If the slot is not free, nothing is booked and the error names free slots nearby. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/calendars/create-appointment)",
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
      propDefinition: [app, "calendarId", from("locationId")],
      description: "The calendar to book in. Choose one, or type an id",
    },
    contactId: {
      propDefinition: [app, "contactId", from("locationId")],
    },
    ...appointmentOwner,
    startTime: {
      propDefinition: [app, "freeSlot", from("calendarId", { userId: "assignedUserId" }, "timeZone")],
    },
    ...appointmentFields,
    checkFreeSlots: {
      type: "boolean",
      label: "Check Free Slots",
      description: "Look first whether the slot is free, and name free ones nearby if it is not. Not done with Ignore Free Slots or Ignore Date Range",
      optional: true,
      default: true,
    },
    locationId: {
      propDefinition: [app, "locationId"],
    },
  },
  ...alsoCalls(explained(endpoint({
    method: "POST",
    path: "/calendars/events/appointments",
    scope: "calendars/events.write",
    form: appointmentForm,
    check: requireFreeSlot,
    body: [locationId, required("calendarId", "Calendar"), required("contactId", "Contact"), required(startTime, "Start Time"), ...appointmentBody],
    summary: (appointment, props) => {
      const { title, contactId, startTime: start } = withForm(appointment, props);
      return `Booked appointment ${title ? `"${title}"` : `of contact ${contactId}`} on ${start} (${idOf(appointment)})`;
    },
  }), whomToBook), freeSlots, ...whomToBookCalls),
};
