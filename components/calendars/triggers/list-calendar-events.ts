import * as api from "../../../common/api/endpoints.ts";
import { isNotFound } from "../../../common/api/http/errors.ts";
import { unwrap } from "../../../common/api/http/shape.ts";
import app from "../../../common/highlevel.app.ts";
import { eventTypesOf } from "../../../common/polling/event-types.ts";
import { sampleEvent } from "../../../common/polling/poll.ts";
import { pollingProps } from "../../../common/input/polling-props.ts";
import { windowed } from "../../../common/polling/strategies/windowed/windowed.ts";
import { calendarWindowProps, calendarWindowResetOn, oneOwnerAtMost, readWindow, windowLists, windowOf } from "../../../common/forms/calendar-window.ts";
import { statusFlag, statusKind } from "../../../common/resources/appointments.ts";
import { APPOINTMENT_ENVELOPES, calendarEventList, calendarEvents, isDeleted } from "../../../common/resources/calendar-events.ts";
import { calendarsOfLocation } from "../../../common/resources/calendars.ts";
import { toMs } from "../../../common/core/time.ts";

const eventTypes = eventTypesOf(calendarEvents, ["created", "rescheduled", "status changed", "cancelled", "updated", "deleted"], { about: "Without \"deleted\", almost twice as many appointments can be watched (3,100), but one that is moved out of the watched days is not noticed" });

export default {
  key: "highlevel_oauth-list-calendar-events",
  name: "List Calendar Events",
  description: "Emit new event when an appointment is booked, rescheduled, changes its status, is cancelled, changed or deleted. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/calendars/get-calendar-events)",
  version: "0.0.1",
  type: "source",
  dedupe: "unique",
  props: {
    app,
    ...pollingProps,
    ...calendarWindowProps,
    eventTypes,
    locationId: {
      propDefinition: [app, "locationId"],
    },
    pollBudget: {
      propDefinition: [app, "pollBudget"],
    },
  },
  ...windowed({
    resource: calendarEvents,
    endpoints: [calendarEventList, calendarsOfLocation, api.getAppointment],
    cost: "1 request a poll for one calendar, user or group. For the whole sub-account 1, and 1 for each calendar.",
    resetOn: calendarWindowResetOn,
    eventTypes,
    span: windowOf,
    startsAt: ({ startTime }) => toMs(startTime),
    rules: [oneOwnerAtMost],
    lists: (poll) => windowLists(poll),
    read: (poll, list, span) => readWindow(poll, list, span, calendarEventList),
    flag: statusFlag,
    flagKind: statusKind,
    find: async (poll, eventId) => {
      try {
        const found = unwrap(await poll.request({ ...api.getAppointment, pathParams: { eventId } }), APPOINTMENT_ENVELOPES);
        return isDeleted(found) ? undefined : found;
      } catch (error) {
        if (isNotFound(error)) return undefined;
        throw error;
      }
    },
  }),
  sampleEmit: sampleEvent(calendarEvents.sample, "created"),
};
