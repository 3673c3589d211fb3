import app from "../../../common/highlevel.app.ts";
import { eventTypesOf } from "../../../common/polling/event-types.ts";
import { sampleEvent } from "../../../common/polling/poll.ts";
import { pollingProps } from "../../../common/input/polling-props.ts";
import { windowed } from "../../../common/polling/strategies/windowed/windowed.ts";
import { calendarWindowProps, calendarWindowResetOn, oneOwnerAtMost, readWindow, windowLists, windowOf } from "../../../common/forms/calendar-window.ts";
import { blockedSlotList, blockedSlots } from "../../../common/resources/calendar-events.ts";
import { calendarsOfLocation } from "../../../common/resources/calendars.ts";
import { usersOfLocation } from "../../../common/resources/lookups.ts";
import { toMs } from "../../../common/core/time.ts";

const eventTypes = eventTypesOf(blockedSlots, ["created", "rescheduled", "updated", "deleted"]);

export default {
  key: "highlevel_oauth-list-blocked-slots",
  name: "List Blocked Slots",
  description: "Emit new event when time is blocked in a calendar or for a user, or a blocked slot is moved, changed or deleted. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/calendars/get-blocked-slots)",
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
    resource: blockedSlots,
    endpoints: [blockedSlotList, calendarsOfLocation, usersOfLocation],
    cost: "1 request a poll for one calendar, user or group. For the whole sub-account 2, and 1 for each calendar and each user.",
    resetOn: calendarWindowResetOn,
    eventTypes,
    span: windowOf,
    startsAt: ({ startTime }) => toMs(startTime),
    rules: [oneOwnerAtMost],
    lists: (poll) => windowLists(poll, true),
    read: (poll, list, span) => readWindow(poll, list, span, blockedSlotList),
  }),
  sampleEmit: sampleEvent(blockedSlots.sample, "created"),
};
