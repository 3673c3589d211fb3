import { LOCATION } from "../account.ts";
import { CONTACT_ID, OTHER_USER_ID, USER_ID } from "../records.ts";
import type { Call, Rows } from "../row.ts";

const OTHER_LOCATION = "ve9EPM428h8vShlRW1KT";
const CALENDAR_ID = "CVokAlI8fgw4WYWoCtQz";
const OTHER_CALENDAR_ID = "BqTwX8QFwXzpegMve9EQ";
const GROUP_ID = "GqTwX8QFwXzpegMve9EQ";
const EVENT_ID = "0TkCdp9PfvLeWKYRRvIz";
const OTHER_EVENT_ID = "8rKcP2yQmWzVtN4sLx0b";
const NOTIFICATION_ID = "6578278e879ad2646715ba9c";
const RESOURCE_ID = "65782a0c879ad2646715ba9d";

const calendar = { id: CALENDAR_ID, locationId: LOCATION, name: "Team", isActive: true };
const other = { id: OTHER_CALENDAR_ID, locationId: LOCATION, name: "Second Team", isActive: false };
const group = { id: GROUP_ID, locationId: LOCATION, name: "Consultations", description: "First talks", slug: "consultations", isActive: true };
const appointment = {
  id: EVENT_ID, calendarId: CALENDAR_ID, locationId: LOCATION, contactId: CONTACT_ID, groupId: GROUP_ID, title: "Maya Ellison", appointmentStatus: "confirmed", assignedUserId: USER_ID, users: [USER_ID],
  startTime: "2026-12-01T09:00:00-05:00", endTime: "2026-12-01T09:30:00-05:00", dateAdded: "2026-11-25T15:00:00.000Z", dateUpdated: "2026-11-25T15:00:00.000Z",
};
const later = { ...appointment, id: OTHER_EVENT_ID, startTime: "2026-12-02T09:00:00-05:00" };
const note = { id: "HGPcayliwcdoUFzvbTok", body: "Prefers a room on the ground floor", userId: USER_ID, dateAdded: "2026-11-25T15:00:00.000Z", contactId: CONTACT_ID };
const notification = { _id: NOTIFICATION_ID, receiverType: "contact", channel: "email", notificationType: "reminder", isActive: true, subject: "Your visit tomorrow", deleted: false };
const room = { locationId: LOCATION, name: "Garden room", resourceType: "rooms", isActive: true, description: "Ground floor", capacity: 12, calendarIds: [CALENDAR_ID] };

const FROM = Date.parse("2026-12-01T00:00:00-05:00");
/** The last moment of December 31 in New York. */
const TO = Date.parse("2027-01-01T00:00:00-05:00") - 1;
const span = { startTime: "2026-12-01T00:00:00-05:00", endTime: "2027-01-01T04:59:59.999Z" };
const starts = { startTime: String(FROM), endTime: String(TO) };
const DAY_MS = 86_400_000;

const get = (path: string, query: Call["query"], reply: unknown): Call => ({ method: "GET", path, ...(query && { query }), reply });
const location = (id: string): Call => get(`/locations/${id}`, undefined, { location: { timezone: "America/New_York" } });
const calendars = (id: string): Call => get("/calendars/", { locationId: id }, { calendars: [calendar, other] });
const slotsOf = (query: Call["query"], reply: unknown): Call => get(`/calendars/${CALENDAR_ID}/free-slots`, query, reply);
const slot = (startTime: string) => ({ calendarId: CALENDAR_ID, startTime });
const [NINE, TEN, ELEVEN] = ["2026-12-01T09:00:00-05:00", "2026-12-01T10:00:00-05:00", "2027-01-02T11:00:00-05:00"] as const;

const ONE_OWNER = "HighLevel looks at one calendar, user or group at a time";

const rows: Rows = {
  "fetch-calendar": {
    required: {
      props: { calendarId: CALENDAR_ID },
      requests: [get(`/calendars/${CALENDAR_ID}`, undefined, { calendar, traceId: "t" })],
      returns: calendar,
      summary: "Fetched calendar Team",
    },
    all: {
      props: { calendarId: CALENDAR_ID, returnFields: ["name"], locationId: OTHER_LOCATION },
      requests: [get(`/calendars/${CALENDAR_ID}`, undefined, { calendar })],
      returns: { id: CALENDAR_ID, name: "Team" },
      summary: "Fetched calendar Team",
    },
  },
  "fetch-calendars": {
    required: {
      props: {},
      requests: [get("/calendars/", { locationId: LOCATION, showDrafted: "true" }, { calendars: [calendar, other] })],
      returns: [calendar, other],
      exports: { hasMore: false },
      summary: "Fetched 2 calendars",
    },
    all: {
      props: { groupId: GROUP_ID, showDrafted: false, returnFields: ["name"], maxResults: 1, locationId: OTHER_LOCATION },
      requests: [get("/calendars/", { locationId: OTHER_LOCATION, groupId: GROUP_ID, showDrafted: "false" }, { calendars: [calendar, other] })],
      returns: [{ id: CALENDAR_ID, name: "Team" }],
      exports: { hasMore: true },
      summary: "Fetched the first 1 calendars; to get more, raise Max Results",
    },
  },
  "fetch-calendar-groups": {
    required: {
      props: {},
      requests: [get("/calendars/groups", { locationId: LOCATION }, { groups: [group] })],
      returns: [group],
      exports: { hasMore: false },
      summary: "Fetched 1 calendar group",
    },
    all: {
      props: { maxResults: 1, locationId: OTHER_LOCATION },
      requests: [get("/calendars/groups", { locationId: OTHER_LOCATION }, { groups: [group] })],
      returns: [group],
      exports: { hasMore: false },
      summary: "Fetched 1 calendar group",
    },
  },
  "fetch-appointments": {
    required: {
      props: span,
      // Of all calendars: in order of their start, each once
      requests: [
        calendars(LOCATION),
        get("/calendars/events", { locationId: LOCATION, calendarId: CALENDAR_ID, ...starts }, { events: [later, appointment] }),
        get("/calendars/events", { locationId: LOCATION, calendarId: OTHER_CALENDAR_ID, ...starts }, { events: [later] }),
      ],
      returns: [appointment, later],
      exports: { hasMore: false, total: 2 },
      summary: "Fetched 2 appointments",
    },
    all: {
      props: { startTime: "2026-12-01", endTime: "2026-12-31", calendarId: CALENDAR_ID, returnFields: ["title"], maxResults: 1, locationId: OTHER_LOCATION },
      requests: [
        location(OTHER_LOCATION),
        get("/calendars/events", { locationId: OTHER_LOCATION, calendarId: CALENDAR_ID, ...starts }, { events: [later, appointment] }),
      ],
      returns: [{ id: EVENT_ID, title: "Maya Ellison" }],
      exports: { hasMore: true, total: 2 },
      summary: "Fetched the first 1 of 2 appointments; to get more, raise Max Results",
    },
    leftOut: { userId: ONE_OWNER, groupId: ONE_OWNER },
  },
  "fetch-blocked-slots": {
    required: {
      props: span,
      // What is a user's alone is in no calendar.
      requests: [
        get("/calendars/", { locationId: LOCATION }, { calendars: [calendar] }),
        get("/users/", { locationId: LOCATION }, { users: [{ id: USER_ID }] }),
        get("/calendars/blocked-slots", { locationId: LOCATION, calendarId: CALENDAR_ID, ...starts }, { events: [later] }),
        get("/calendars/blocked-slots", { locationId: LOCATION, userId: USER_ID, ...starts }, { events: [appointment, later] }),
      ],
      returns: [appointment, later],
      exports: { hasMore: false, total: 2 },
      summary: "Fetched 2 blocked slots",
    },
    all: {
      props: { startTime: "2026-12-01", endTime: "2026-12-31", userId: USER_ID, returnFields: ["title"], maxResults: 1, locationId: OTHER_LOCATION },
      requests: [
        location(OTHER_LOCATION),
        get("/calendars/blocked-slots", { locationId: OTHER_LOCATION, userId: USER_ID, ...starts }, { events: [appointment] }),
      ],
      returns: [{ id: EVENT_ID, title: "Maya Ellison" }],
      exports: { hasMore: false, total: 1 },
      summary: "Fetched 1 blocked slot",
    },
    leftOut: { groupId: ONE_OWNER },
  },
  "fetch-free-slots": {
    required: {
      props: { calendarId: CALENDAR_ID, startTime: FROM, endTime: FROM + 40 * DAY_MS },
      requests: [
        slotsOf({ startDate: String(FROM), endDate: String(FROM + 31 * DAY_MS - 1) }, { "2026-12-01": { slots: [TEN, NINE] }, traceId: "t" }),
        slotsOf({ startDate: String(FROM + 31 * DAY_MS), endDate: String(FROM + 40 * DAY_MS) }, { "2027-01-02": { slots: [ELEVEN] }, traceId: "t" }),
      ],
      returns: [slot(NINE), slot(TEN), slot(ELEVEN)],
      exports: { hasMore: false },
      summary: "Fetched 3 free slots",
    },
    all: {
      props: { calendarId: CALENDAR_ID, startTime: "2026-12-01", endTime: "2026-12-01", userIds: [USER_ID, OTHER_USER_ID], timeZone: "America/New_York", maxResults: 1, locationId: OTHER_LOCATION },
      requests: [
        slotsOf({ startDate: String(FROM), endDate: String(FROM + DAY_MS - 1), timezone: "America/New_York", userIds: [USER_ID, OTHER_USER_ID] }, { "2026-12-01": { slots: [NINE, TEN] } }),
      ],
      returns: [slot(NINE)],
      exports: { hasMore: true },
      summary: "Fetched the first 1 free slots; to get more, raise Max Results",
    },
    leftOut: { userId: "sent instead of userIds where one user is chosen" },
    notCalled: { "GET /locations/{locationId}": "only for times without offset, where the form has no time zone" },
  },
  "fetch-appointment": {
    required: {
      props: { appointmentId: EVENT_ID },
      requests: [get(`/calendars/events/appointments/${EVENT_ID}`, undefined, { event: appointment })],
      returns: appointment,
      summary: "Fetched appointment Maya Ellison",
    },
    all: {
      props: { calendarId: CALENDAR_ID, appointmentId: EVENT_ID, returnFields: ["startTime"], locationId: OTHER_LOCATION },
      requests: [get(`/calendars/events/appointments/${EVENT_ID}`, undefined, { appointment })],
      returns: { id: EVENT_ID, startTime: appointment.startTime },
      summary: "Fetched appointment Maya Ellison",
    },
  },
  "fetch-appointment-notes": {
    required: {
      props: { appointmentId: EVENT_ID },
      requests: [
        get(`/calendars/appointments/${EVENT_ID}/notes`, { limit: "20", offset: "0" }, { notes: [note], hasMore: true }),
        get(`/calendars/appointments/${EVENT_ID}/notes`, { limit: "20", offset: "1" }, { notes: [{ ...note, id: "n2" }], hasMore: false }),
      ],
      returns: [note, { ...note, id: "n2" }],
      exports: { hasMore: false },
      summary: "Fetched 2 appointment notes",
    },
    all: {
      props: { calendarId: CALENDAR_ID, appointmentId: EVENT_ID, fieldMap: { text: "body" }, maxResults: 1, locationId: OTHER_LOCATION },
      requests: [get(`/calendars/appointments/${EVENT_ID}/notes`, { limit: "2", offset: "0" }, { notes: [note, { ...note, id: "n2" }], hasMore: true })],
      returns: [{ text: note.body }],
      exports: { hasMore: true },
      summary: "Fetched the first 1 appointment notes; to get more, raise Max Results",
    },
  },
  "fetch-calendar-notification": {
    required: {
      props: { calendarId: CALENDAR_ID, notificationId: NOTIFICATION_ID },
      requests: [get(`/calendars/${CALENDAR_ID}/notifications/${NOTIFICATION_ID}`, undefined, notification)],
      summary: "Fetched notification reminder by email to contact: Your visit tomorrow",
    },
    all: {
      props: { calendarId: CALENDAR_ID, notificationId: NOTIFICATION_ID, returnFields: ["subject"], locationId: OTHER_LOCATION },
      requests: [get(`/calendars/${CALENDAR_ID}/notifications/${NOTIFICATION_ID}`, undefined, notification)],
      returns: { _id: NOTIFICATION_ID, subject: "Your visit tomorrow" },
      summary: "Fetched notification reminder by email to contact: Your visit tomorrow",
    },
  },
  "fetch-calendar-notifications": {
    required: {
      props: { calendarId: CALENDAR_ID },
      requests: [get(`/calendars/${CALENDAR_ID}/notifications`, { limit: "100", skip: "0" }, [notification, { ...notification, _id: "n2", deleted: true }])],
      returns: [notification],
      exports: { hasMore: false },
      summary: "Fetched 1 notification",
    },
    all: {
      props: { calendarId: CALENDAR_ID, isActive: false, deleted: true, returnFields: ["subject"], maxResults: 1, locationId: OTHER_LOCATION },
      requests: [get(`/calendars/${CALENDAR_ID}/notifications`, { isActive: "false", deleted: "true", limit: "2", skip: "0" }, [{ ...notification, deleted: true }])],
      returns: [{ _id: NOTIFICATION_ID, subject: "Your visit tomorrow" }],
      exports: { hasMore: false },
      summary: "Fetched 1 notification",
    },
  },
  "fetch-calendar-resource": {
    required: {
      props: { resourceType: "rooms", resourceId: RESOURCE_ID },
      requests: [get(`/calendars/resources/rooms/${RESOURCE_ID}`, undefined, room)],
      summary: "Fetched calendar resource Garden room",
    },
    all: {
      props: { resourceType: "rooms", resourceId: RESOURCE_ID, returnFields: ["capacity"], locationId: OTHER_LOCATION },
      requests: [get(`/calendars/resources/rooms/${RESOURCE_ID}`, undefined, { _id: RESOURCE_ID, ...room })],
      returns: { _id: RESOURCE_ID, capacity: 12 },
      summary: "Fetched calendar resource Garden room",
    },
  },
  "fetch-calendar-resources": {
    required: {
      props: { resourceType: "rooms" },
      requests: [get("/calendars/resources/rooms", { locationId: LOCATION, limit: "100", skip: "0" }, [room])],
      returns: [room],
      exports: { hasMore: false },
      summary: "Fetched 1 calendar resource",
    },
    all: {
      props: { resourceType: "equipments", returnFields: ["name"], maxResults: 1, locationId: OTHER_LOCATION },
      requests: [get("/calendars/resources/equipments", { locationId: OTHER_LOCATION, limit: "2", skip: "0" }, [room, { ...room, name: "Roof" }])],
      returns: [{ name: "Garden room" }],
      exports: { hasMore: true },
      summary: "Fetched the first 1 calendar resources; to get more, raise Max Results",
    },
  },
};

export default rows;
