import * as api from "../../../common/api/endpoints.ts";
import app from "../../../common/highlevel.app.ts";
import { recordEventTypes } from "../../../common/polling/event-types.ts";
import { sampleEvent } from "../../../common/polling/poll.ts";
import { pollingProps } from "../../../common/input/polling-props.ts";
import { watchRecord } from "../../../common/polling/strategies/watch/watch-record.ts";
import { dependsOn } from "../../../common/dropdowns/dropdown.ts";
import { APPOINTMENT_ENVELOPES, calendarEvents } from "../../../common/resources/calendar-events.ts";
import { fieldNames } from "../../../common/resources/resource.ts";

export default {
  key: "highlevel_oauth-get-appointment",
  name: "Get Appointment",
  description: "Emit new event when the appointment is moved, changes its status or anything else, is deleted or restored, with the names of the fields that changed. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/calendars/get-appointment)",
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
    eventTypes: recordEventTypes(calendarEvents),
    watchFields: {
      propDefinition: [app, "watchFields"],
      options: fieldNames(calendarEvents),
    },
    locationId: {
      propDefinition: [app, "locationId"],
    },
    pollBudget: {
      propDefinition: [app, "pollBudget"],
    },
  },
  ...watchRecord({
    resource: calendarEvents,
    endpoint: api.getAppointment,
    envelope: APPOINTMENT_ENVELOPES,
    // The path has one placeholder; the calendar that the appointment was chosen from only takes part in resetOn.
    ids: ["appointmentId", "calendarId"],
  }),
  sampleEmit: sampleEvent(calendarEvents.sample, "updated", ["appointmentStatus"]),
};
