import { ConfigurationError } from "#platform";
import { isEmpty } from "../core/text/values.ts";
import * as api from "../api/endpoints.ts";
import { DAY_MS } from "../core/durations.ts";
import { unwrap } from "../api/http/shape.ts";
import { collect } from "../api/pagination/collect.ts";
import type { ListRequest } from "../api/pagination/paginate.ts";
import { blockedSlotList, calendarEventList } from "../resources/calendar-events.ts";
import { calendarGroups, calendars, calendarsOfLocation, groupsOfLocation, meetingLocationLabel, meetingLocationsOf, memberIds, withDraft } from "../resources/calendars.ts";
import { MAX_SLOT_DAYS, slotRequest, slotsOf } from "../resources/free-slots.ts";
import type { App, Fields, Option, OptionsCall } from "../core/types.ts";
import { distinct } from "./dropdown.ts";
import type { DropdownSpec, SharedProp } from "./dropdown.ts";
import { byLocation, matching, minuteOf } from "./parts.ts";
import { userOptions, userReads } from "./user-options.ts";

/** Appointments offered in dropdowns: from this many days ago to this many ahead. */
const PAST_DAYS = 60;
const AHEAD_DAYS = 365;
/** How far a machine's clock may be ahead of HighLevel's without hiding a slot, ms. */
const CLOCK_AHEAD_MS = 5 * 60_000;

const eventOption = ({ id, title, startTime, appointmentStatus }: Fields): Option => ({
  label: [minuteOf(startTime), title, appointmentStatus && `(${appointmentStatus})`].filter(Boolean).join(" "),
  value: String(id),
});

/** If an appointment moves to another calendar, that calendar's slots, team and meeting locations count. */
const targetCalendar = ({ calendarId, newCalendarId }: OptionsCall) => (isEmpty(newCalendarId) ? calendarId : newCalendarId);

const calendarWith = async (app: App, calendarId: unknown): Promise<Fields> => unwrap(await app.request({ ...api.getCalendar, pathParams: { calendarId } }), "calendar");

/** The events of a calendar or user, latest first. */
/* @__NO_SIDE_EFFECTS__ */
function eventOptions(...lists: ListRequest<Fields>[]) {
  return async function options(this: App, { locationId, calendarId, userId, page, query }: OptionsCall): Promise<Option[]> {
    if (page) return [];
    if (isEmpty(calendarId) && isEmpty(userId)) throw new ConfigurationError("Choose a calendar first, or type the ID.");
    const found: Option[] = [];
    for (const list of lists) {
      const events = await collect(this, list, {
        query: {
          locationId: this.locationId(locationId),
          ...(isEmpty(calendarId) ? { userId } : { calendarId }),
          startTime: String(Date.now() - PAST_DAYS * DAY_MS),
          endTime: String(Date.now() + AHEAD_DAYS * DAY_MS),
        },
      });
      found.push(...events.map(eventOption));
    }
    return matching(distinct(found), query).sort((a, b) => (a.label < b.label ? 1 : -1));
  };
}

const allCalendars: DropdownSpec = {
  list: calendarsOfLocation,
  option: (record) => ({ label: withDraft(calendars.label(record), record), value: calendars.id(record) }),
  call: byLocation,
};

export const calendarId: SharedProp = {
  type: "string",
  label: "Calendar",
  description: "A calendar of the sub-account. Choose one, or type a calendar ID",
  dropdown: allCalendars,
};

export const calendarOfList: SharedProp = {
  type: "string",
  label: "Calendar",
  description: "Used only to fill the list below: the calendar it is in. Choose one, or type a calendar ID",
  optional: true,
  dropdown: allCalendars,
};

export const calendarGroupId: SharedProp = {
  type: "string",
  label: "Calendar Group",
  description: "A calendar group. Choose one, or type a group ID (the list needs the scope `calendars/groups.readonly`)",
  dropdown: {
    list: groupsOfLocation,
    option: (group) => ({ label: withDraft(calendarGroups.label(group), group), value: calendarGroups.id(group) }),
    call: byLocation,
  },
};

export const appointmentId = {
  type: "string",
  label: "Appointment",
  description: "The appointment. Choose one of the calendar above, or type an appointment ID",
  useQuery: true,
  reads: [calendarEventList],
  options: eventOptions(calendarEventList),
};

export const blockedSlotId = {
  type: "string",
  label: "Blocked Slot",
  description: "The blocked slot. Choose one of the calendar or user above, or type its ID",
  useQuery: true,
  reads: [blockedSlotList],
  options: eventOptions(blockedSlotList),
};

export const calendarEventId = {
  type: "string",
  label: "Event",
  description: "The appointment or blocked slot. Choose one of the calendar above, or type its ID",
  useQuery: true,
  reads: [calendarEventList, blockedSlotList],
  options: eventOptions(calendarEventList, blockedSlotList),
};

export const calendarMemberId = {
  type: "string",
  label: "Assigned To",
  description: "The team member who takes the appointment. Choose a member of the calendar, or type a user ID",
  useQuery: true,
  reads: [api.getCalendar, ...userReads],
  async options(this: App, input: OptionsCall) {
    const calendarId = targetCalendar(input);
    const team = isEmpty(calendarId) ? [] : memberIds(await calendarWith(this, calendarId));
    return userOptions.call(this, { ...input, ...(team.length > 0 && { only: team }) });
  },
};

export const meetingLocationId = {
  type: "string",
  label: "Meeting Location",
  description: "Where the meeting takes place: one of the locations set up in the calendar. Choose one, or type its ID, such as `custom_0`",
  reads: [api.getCalendar],
  async options(this: App, input: OptionsCall): Promise<Option[]> {
    const { userId, page } = input;
    const calendarId = targetCalendar(input);
    if (page) return [];
    if (isEmpty(calendarId)) throw new ConfigurationError("Choose a calendar first, or type the ID.");
    const labels = new Map<string, Set<string>>();
    for (const place of meetingLocationsOf(await calendarWith(this, calendarId), isEmpty(userId) ? undefined : String(userId))) {
      const id = String(place.meetingId ?? "");
      if (id) labels.set(id, (labels.get(id) ?? new Set()).add(meetingLocationLabel(place)));
    }
    // Team members may each have a location with the same id.
    return distinct([...labels].map(([value, names]) => ({ label: [...names].join(", or "), value })));
  },
};

export const freeSlot = {
  type: "string",
  label: "Start Time",
  description: "When the appointment starts. Choose one of the calendar's free slots, or enter a time such as `2026-12-01T09:00:00-05:00`",
  reads: [api.getSlots],
  async options(this: App, input: OptionsCall): Promise<string[]> {
    const { userId, timeZone, page } = input;
    const calendarId = targetCalendar(input);
    if (page) return [];
    if (isEmpty(calendarId)) throw new ConfigurationError("Choose a calendar first, or enter a time.");
    const slotsFrom = (from: number) => this.send<Fields>(slotRequest({
      calendarId,
      from,
      to: from + MAX_SLOT_DAYS * DAY_MS,
      ...(!isEmpty(timeZone) && { timeZone: String(timeZone) }),
      ...(!isEmpty(userId) && { userIds: [String(userId)] }),
    }));
    const asked = Date.now();
    const answer = await slotsFrom(asked);
    const { now = asked } = answer;
    // If the machine's clock is ahead of HighLevel's, the first request has missed the next slots.
    return slotsOf((asked - now > CLOCK_AHEAD_MS ? await slotsFrom(now) : answer).data);
  },
};
