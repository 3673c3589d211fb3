import { timeZoneName } from "../../../common/input/checks.ts";
import { textsOf } from "../../../common/core/text/values.ts";
import * as api from "../../../common/api/endpoints.ts";
import app from "../../../common/highlevel.app.ts";
import { unwrap, withoutAnswer } from "../../../common/api/http/shape.ts";
import { sampleEvent } from "../../../common/polling/poll.ts";
import { pollingProps } from "../../../common/input/polling-props.ts";
import { slotEventTypes, slots } from "../../../common/polling/strategies/windowed/slots.ts";
import { dependsOn } from "../../../common/dropdowns/dropdown.ts";
import { timeZones } from "../../../common/input/time-zone.ts";
import { bookingLimits, MAX_SLOT_DAYS, slotRequest, slotsOf } from "../../../common/resources/free-slots.ts";
import { isoInZone, toMs } from "../../../common/core/time.ts";
import type { Fields } from "../../../common/core/types.ts";

export default {
  key: "highlevel_oauth-get-free-slots",
  name: "Get Free Slots",
  description: "Emit new event when a slot of the calendar becomes free, or is taken. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/calendars/get-slots)",
  version: "0.0.1",
  type: "source",
  dedupe: "unique",
  props: {
    app,
    ...pollingProps,
    calendarId: {
      propDefinition: [app, "calendarId", dependsOn("locationId")],
    },
    userIds: {
      propDefinition: [app, "calendarMemberId", dependsOn("locationId", "calendarId")],
      type: "string[]",
      label: "Users",
      description: "Watch only slots in which at least one of these team members is free. Choose members of the calendar, or type user IDs",
      optional: true,
    },
    timezone: {
      type: "string",
      label: "Time Zone",
      description: "The time zone of the times in the events. Leave it empty for UTC. Choose one, or enter its name, such as America/New_York",
      optional: true,
      options: timeZones,
    },
    days: {
      type: "integer",
      label: "Days Ahead",
      description: "How many days to watch, from now on. HighLevel allows up to 31",
      optional: true,
      default: 14,
      min: 1,
      max: MAX_SLOT_DAYS,
    },
    eventTypes: slotEventTypes,
    locationId: {
      propDefinition: [app, "locationId"],
    },
    pollBudget: {
      propDefinition: [app, "pollBudget"],
    },
  },
  ...slots({
    endpoints: [api.getSlots, api.getCalendar],
    cost: "1 request a poll, and 2 more where slots opened or were taken: the calendar's own limits are read again then, and once an hour.",
    resetOn: ["calendarId", "userIds", "timezone", "days"],
    form: { userIds: { label: "Users" } },
    watched: (poll) => ({ from: poll.startedAt, to: poll.startedAt + Math.min(Number(poll.source.days ?? 14), MAX_SLOT_DAYS) * 86_400_000 }),
    bookable: async (poll, forMs) => {
      const { calendarId } = poll.source;
      const limits = await poll.cachedLookup("limits", forMs, async () => {
        const found = unwrap(await poll.request({ ...api.getCalendar, pathParams: { calendarId } }), "calendar");
        if (found.id === undefined) throw withoutAnswer(api.getCalendar, "calendar");
        return JSON.stringify(bookingLimits(found));
      });
      const { noticeMs, horizonMs } = JSON.parse(limits) as { noticeMs: number; horizonMs: number | null }; // as they were written; JSON has no infinity
      return { from: poll.startedAt + noticeMs, to: poll.startedAt + (horizonMs ?? Infinity) };
    },
    read: async (poll, { from, to }) => {
      const { calendarId } = poll.source;
      const zone = poll.text("timezone");
      const request = slotRequest({ calendarId, from, to, timeZone: zone && timeZoneName(zone, "Time Zone"), userIds: textsOf(poll.source.userIds ?? []) });
      const answer: unknown = await poll.request(request);
      if (answer === null || typeof answer !== "object") throw withoutAnswer(api.getSlots, "free slots");
      return slotsOf(answer as Fields).map((slot) => toMs(slot)!); // slotsOf leaves out what is not a time
    },
    record: (poll, slot) => ({ calendarId: poll.source.calendarId, startTime: isoInZone(slot, poll.text("timezone") ?? "UTC") }),
  }),
  sampleEmit: sampleEvent({ calendarId: "CVokAlI8fgw4WYWoCtQz", startTime: "2026-01-20T14:00:00-05:00" }, "opened"),
};
