import * as api from "../api/endpoints.ts";
import type { ListRequest } from "../api/pagination/paginate.ts";
import * as paginators from "../api/pagination/paginators.ts";
import type { Fields } from "../core/types.ts";
import { defineResource } from "./resource.ts";

/** Appointments from the calendar endpoints: with offsets, unlike those of a contact. */
export const calendarEvents = defineResource({
  noun: "appointment",
  volatile: ["traceId", "dateUpdated"],
  fields: ["notes", "description", "rrule", "masterEventId"],
  sample: {
    id: "0TkCdp9PfvLeWKYRRvIz",
    calendarId: "CVokAlI8fgw4WYWoCtQz",
    locationId: "C2QujeCh8ZnC7al2InWR",
    contactId: "ocQHyuzHvysMo5N5VsXc",
    groupId: "BqTwX8QFwXzpegMve9EQ",
    title: "Maya Ellison",
    address: "12 Harbor Street",
    appointmentStatus: "confirmed",
    appoinmentStatus: "confirmed",
    assignedUserId: "YlWd2wuCAZQzh2cH1fVZ",
    users: ["YlWd2wuCAZQzh2cH1fVZ"],
    startTime: "2026-01-20T14:00:00-05:00",
    endTime: "2026-01-20T14:30:00-05:00",
    dateAdded: "2026-01-15T09:28:41.000Z",
    dateUpdated: "2026-01-15T09:28:41.000Z",
    assignedResources: [],
    isRecurring: false,
    deleted: false,
    createdBy: { userId: "YlWd2wuCAZQzh2cH1fVZ", source: "calendar_page" },
  } as Fields,
});

export const blockedSlots = defineResource({
  noun: "blocked slot",
  volatile: ["traceId", "dateUpdated"],
  sample: {
    id: "8rKcP2yQmWzVtN4sLx0b",
    calendarId: "CVokAlI8fgw4WYWoCtQz",
    locationId: "C2QujeCh8ZnC7al2InWR",
    title: "Team meeting",
    deleted: false,
    startTime: "2026-01-20T12:00:00-05:00",
    endTime: "2026-01-20T13:00:00-05:00",
    dateAdded: "2026-01-15T09:28:41.000Z",
    dateUpdated: "2026-01-15T09:28:41.000Z",
  } as Fields,
});

/** HighLevel still returns deleted events, marked as such. */
export const isDeleted = (event: Fields): boolean => event.deleted === true;

/** The events of a response, without the deleted ones. */
export const eventsOf = ({ events }: Fields): Fields[] => (
  Array.isArray(events) ? events.filter((event) => !isDeleted(event)) : events as Fields[] // the caller rejects anything but a list
);

/** Events of one calendar, user or group, by start time; not paged. @see https://marketplace.gohighlevel.com/docs/ghl/calendars/get-calendar-events */
export const calendarEventList: ListRequest<Fields> = {
  ...api.getCalendarEvents, paginator: paginators.none, items: eventsOf,
};

/** Like {@link calendarEventList}. @see https://marketplace.gohighlevel.com/docs/ghl/calendars/get-blocked-slots */
export const blockedSlotList: ListRequest<Fields> = {
  ...api.getBlockedSlots, paginator: paginators.none, items: eventsOf,
};
/** The key of the record as documented, and as in live responses. */
export const APPOINTMENT_ENVELOPES = ["event", "appointment"];
