import app from "../../../common/highlevel.app.ts";
import { eventTypesOf } from "../../../common/polling/event-types.ts";
import { sampleEvent } from "../../../common/polling/poll.ts";
import { pollingProps } from "../../../common/input/polling-props.ts";
import { snapshot } from "../../../common/polling/strategies/snapshot/snapshot.ts";
import { dependsOn } from "../../../common/dropdowns/dropdown.ts";
import { appointmentNotes, notesOfAppointment } from "../../../common/resources/appointment-notes.ts";

const eventTypes = eventTypesOf(appointmentNotes, ["created", "updated", "deleted"], { preset: ["created", "updated"] });

export default {
  key: "highlevel_oauth-list-appointment-notes",
  name: "List Appointment Notes",
  description: "Emit new event when a note of the appointment is created, updated or deleted. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/calendars/get-appointment-notes)",
  version: "0.0.1",
  type: "source",
  dedupe: "unique",
  props: {
    app,
    ...pollingProps,
    calendarId: {
      propDefinition: [app, "calendarOfList", dependsOn("locationId")],
    },
    appointmentId: {
      propDefinition: [app, "appointmentId", dependsOn("locationId", "calendarId")],
    },
    eventTypes,
    locationId: {
      propDefinition: [app, "locationId"],
    },
    pollBudget: {
      propDefinition: [app, "pollBudget"],
    },
  },
  ...snapshot({
    resource: appointmentNotes,
    endpoints: [notesOfAppointment],
    resetOn: ["appointmentId", "calendarId"],
    eventTypes,
    read: (poll, after) => poll.pages(notesOfAppointment, { pathParams: { appointmentId: poll.source.appointmentId }, after }),
  }),
  sampleEmit: sampleEvent(appointmentNotes.sample, "created"),
};
