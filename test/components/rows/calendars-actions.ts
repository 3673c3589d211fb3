import { LOCATION } from "../account.ts";
import { CONTACT_ID, OTHER_USER_ID, USER_ID } from "../records.ts";
import type { Call, Rows } from "../row.ts";

const OTHER_LOCATION = "ve9EPM428h8vShlRW1KT";
const CALENDAR_ID = "CVokAlI8fgw4WYWoCtQz";
const OTHER_CALENDAR_ID = "BqTwX8QFwXzpegMve9EQ";
const GROUP_ID = "GqTwX8QFwXzpegMve9EQ";
const EVENT_ID = "0TkCdp9PfvLeWKYRRvIz";
const SUCCEEDED = { succeeded: true };

const groupForm = { name: "Consultations", description: "First talks", slug: "consultations" };
const group = { id: GROUP_ID, locationId: LOCATION, ...groupForm, isActive: true };
const calendar = { id: CALENDAR_ID, locationId: LOCATION, name: "Team" };
const appointment = { id: EVENT_ID, calendarId: CALENDAR_ID, locationId: LOCATION, contactId: CONTACT_ID, title: "Maya Ellison", startTime: "2026-12-01T09:00:00-05:00", endTime: "2026-12-01T09:30:00-05:00", appoinmentStatus: "confirmed", appointmentStatus: "confirmed" };
const block = { id: EVENT_ID, locationId: LOCATION, title: "Lunch", calendarId: CALENDAR_ID, startTime: "2026-12-01T12:00:00-05:00", endTime: "2026-12-01T13:00:00-05:00" };

/** Fields that are sent as they are filled in. */
const plain = {
  isActive: false, groupId: GROUP_ID, eventType: "RoundRobin_OptimizeForEqualDistribution", name: "Team", description: "For new customers", slug: "team", widgetSlug: "team-widget", widgetType: "default",
  eventTitle: "{{contact.name}}", eventColor: "#039be5", slotDuration: 45, slotDurationUnit: "mins", slotInterval: 1, slotIntervalUnit: "hours", slotBuffer: 10, preBuffer: 5, preBufferUnit: "mins",
  allowBookingAfter: 2, allowBookingAfterUnit: "days", allowBookingFor: 3, allowBookingForUnit: "weeks", enableRecurring: true,
  formId: "form1", stickyContact: true, isLivePaymentMode: false, autoConfirm: false, shouldSendAlertEmailsToAssignedMember: true, alertEmail: "office@example.com", googleInvitationEmails: false,
  allowReschedule: true, allowCancellation: false, shouldAssignContactToTeamMember: true, shouldSkipAssigningContactForExisting: true, notes: "Ring twice", pixelId: "00123",
  formSubmitType: "RedirectURL", formSubmitRedirectURL: "https://example.com/thanks", formSubmitThanksMessage: "Thank you", guestType: "count_only", consentLabel: "I agree", calendarCoverImage: "https://example.com/cover.png",
};
const notification = { type: "email", shouldSendToContact: true, shouldSendToGuest: false, shouldSendToUser: true, shouldSendToSelectedUsers: false, selectedUsers: "" };
const hours = { openHour: 9, openMinute: 0, closeHour: 12, closeMinute: 30 };
const member = { userId: USER_ID, priority: 1, isPrimary: true, locationConfigurations: [{ kind: "zoom_conference" }, { kind: "physical", location: "12 Harbor Street" }] };
const calendarForm = {
  ...plain,
  appointmentsPerSlot: 2, appointmentsPerDay: 8,
  teamMembers: [JSON.stringify(member)],
  locationConfigurations: ["zoom_conference", "physical: 12 Harbor Street", "{\"kind\":\"custom\",\"location\":\"https://example.com/room\"}"],
  openHours: ["Fri-Mon 09:00-12:30", "{\"daysOfTheWeek\":[2],\"hours\":[]}"],
  availabilities: ["2026-12-24 09:00-12:30", "2026-12-25 closed", "{\"date\":\"2026-12-31\",\"hours\":[],\"deleted\":true,\"id\":\"a1\"}"],
  availabilityType: "both",
  recurringFrequency: "WEEKLY", recurringCount: 4, recurringIfTaken: "skip", recurringStatus: "new",
  lookBusy: true, lookBusyPercentage: 30,
  notifications: [JSON.stringify(notification)],
};
const calendarBody = {
  ...plain,
  appoinmentPerSlot: 2, appoinmentPerDay: 8,
  teamMembers: [member],
  locationConfigurations: [{ kind: "zoom_conference" }, { kind: "physical", location: "12 Harbor Street" }, { kind: "custom", location: "https://example.com/room" }],
  openHours: [{ daysOfTheWeek: [5, 6, 0, 1], hours: [hours] }, { daysOfTheWeek: [2], hours: [] }],
  availabilities: [
    { date: "2026-12-24T00:00:00.000Z", hours: [hours] }, { date: "2026-12-25T00:00:00.000Z", hours: [] },
    { date: "2026-12-31T00:00:00.000Z", hours: [], deleted: true, id: "a1" },
  ],
  availabilityType: null,
  recurring: { freq: "WEEKLY", count: 4, bookingOption: "skip", bookingOverlapDefaultStatus: "new" },
  lookBusyConfig: { enabled: true, LookBusyPercentage: 30 },
  notifications: [notification],
};
const DEPRECATED = "deprecated and read-only: HighLevel refers to locationConfigurations";

const location = (id: string): Call => ({ method: "GET", path: `/locations/${id}`, reply: { location: { timezone: "America/New_York" } } });
const slots = (query: Record<string, string>, reply: unknown): Call => ({ method: "GET", path: `/calendars/${CALENDAR_ID}/free-slots`, query, reply });
const day = (text: string) => String(Date.parse(text));

const appointmentForm = {
  title: "Talk", appointmentStatus: "new", assignedUserId: OTHER_USER_ID, description: "About the offer", address: "12 Harbor Street",
  meetingLocationType: "custom", meetingLocationId: "custom_0", overrideLocationConfig: false, ignoreDateRange: true, ignoreFreeSlotValidation: true, toNotify: false, rrule: "RRULE:FREQ=DAILY;COUNT=2",
};
const appointmentTimes = { startTime: "2026-12-01 09:00", endTime: "2026-12-01 10:00", timeZone: "America/Chicago" };
const appointmentBody = { ...appointmentForm, startTime: "2026-12-01T09:00:00-06:00", endTime: "2026-12-01T10:00:00-06:00" };

/** Assigned To has to be a member of the calendar. */
const team = (id: string): Call => ({ method: "GET", path: `/calendars/${id}`, reply: { calendar: { id, teamMembers: [{ userId: OTHER_USER_ID }] } } });
const BOOKING_LOOK_UPS = {
  "GET /locations/{locationId}": "only for a time without an offset, as in create-block-slot",
  "GET /users/": "only for the names of a calendar's members, in an error",
};

const rows: Rows = {
  "create-calendar-group": {
    required: {
      props: groupForm,
      requests: [{ method: "POST", path: "/calendars/groups", body: { locationId: LOCATION, ...groupForm }, reply: { group, traceId: "t" }, status: 201 }],
      returns: group, summary: `Created calendar group "Consultations" (${GROUP_ID})`,
    },
    all: {
      props: { ...groupForm, locationId: OTHER_LOCATION, isActive: false },
      requests: [{ method: "POST", path: "/calendars/groups", body: { locationId: OTHER_LOCATION, ...groupForm, isActive: false }, reply: { group }, status: 201 }],
      returns: group, summary: `Created calendar group "Consultations" (${GROUP_ID})`,
    },
  },
  "update-calendar-group": {
    required: {
      props: { groupId: GROUP_ID, ...groupForm },
      requests: [{ method: "PUT", path: `/calendars/groups/${GROUP_ID}`, body: groupForm, reply: { group } }],
      returns: group, summary: `Updated calendar group "Consultations" (${GROUP_ID})`,
    },
    all: {
      props: { locationId: OTHER_LOCATION, groupId: GROUP_ID, ...groupForm },
      requests: [{ method: "PUT", path: `/calendars/groups/${GROUP_ID}`, body: groupForm, reply: { group, traceId: "t" } }],
      returns: group, summary: `Updated calendar group "Consultations" (${GROUP_ID})`,
    },
  },
  "update-calendar-group-status": {
    required: {
      props: { groupId: GROUP_ID, isActive: false },
      requests: [{ method: "PUT", path: `/calendars/groups/${GROUP_ID}/status`, body: { isActive: false }, reply: { success: true } }],
      returns: SUCCEEDED, summary: `Deactivated calendar group ${GROUP_ID}`,
    },
    all: {
      props: { locationId: OTHER_LOCATION, groupId: GROUP_ID, isActive: true },
      requests: [{ method: "PUT", path: `/calendars/groups/${GROUP_ID}/status`, body: { isActive: true }, reply: { success: true, traceId: "t" } }],
      returns: SUCCEEDED, summary: `Activated calendar group ${GROUP_ID}`,
    },
  },
  "delete-calendar-group": {
    required: { props: { groupId: GROUP_ID }, requests: [{ method: "DELETE", path: `/calendars/groups/${GROUP_ID}`, reply: { success: true } }], returns: SUCCEEDED, summary: `Deleted calendar group ${GROUP_ID}` },
    all: { props: { locationId: OTHER_LOCATION, groupId: GROUP_ID }, requests: [{ method: "DELETE", path: `/calendars/groups/${GROUP_ID}`, reply: { success: true } }], returns: SUCCEEDED, summary: `Deleted calendar group ${GROUP_ID}` },
  },
  "validate-calendar-group-slug": {
    required: { props: { slug: "talks" }, requests: [{ method: "POST", path: "/calendars/groups/validate-slug", body: { locationId: LOCATION, slug: "talks" }, reply: { available: true } }], summary: 'The slug "talks" is available' },
    all: { props: { locationId: OTHER_LOCATION, slug: "talks" }, requests: [{ method: "POST", path: "/calendars/groups/validate-slug", body: { locationId: OTHER_LOCATION, slug: "talks" }, reply: { available: false, traceId: "t" } }], summary: 'The slug "talks" is taken' },
  },
  "create-calendar": {
    required: {
      props: { name: "Team" },
      requests: [{ method: "POST", path: "/calendars/", body: { locationId: LOCATION, name: "Team", calendarType: "event" }, reply: { calendar, traceId: "t" } }],
      returns: calendar, summary: `Created calendar "Team" (${CALENDAR_ID})`,
    },
    all: {
      props: { ...calendarForm, locationId: OTHER_LOCATION, calendarType: "round_robin", slotBufferUnit: "hours", availabilities: calendarForm.availabilities.slice(0, 2) },
      requests: [{ method: "POST", path: "/calendars/", body: { ...calendarBody, locationId: OTHER_LOCATION, calendarType: "round_robin", slotBufferUnit: "hours", availabilities: calendarBody.availabilities.slice(0, 2) }, reply: { calendar } }],
      returns: calendar, summary: `Created calendar "Team" (${CALENDAR_ID})`,
    },
    leftOut: { meetingLocation: DEPRECATED },
  },
  "update-calendar": {
    required: {
      props: { calendarId: CALENDAR_ID, lookBusy: false },
      requests: [{ method: "PUT", path: `/calendars/${CALENDAR_ID}`, body: { lookBusyConfig: { enabled: false, LookBusyPercentage: 0 } }, reply: { calendar } }],
      returns: calendar, summary: `Updated calendar "Team" (${CALENDAR_ID})`,
    },
    all: {
      props: { ...calendarForm, locationId: OTHER_LOCATION, calendarId: CALENDAR_ID },
      requests: [{ method: "PUT", path: `/calendars/${CALENDAR_ID}`, body: calendarBody, reply: { calendar, traceId: "t" } }],
      returns: calendar, summary: `Updated calendar "Team" (${CALENDAR_ID})`,
    },
    leftOut: { meetingLocation: DEPRECATED },
  },
  "delete-calendar": {
    required: { props: { calendarId: CALENDAR_ID }, requests: [{ method: "DELETE", path: `/calendars/${CALENDAR_ID}`, reply: { success: true } }], returns: SUCCEEDED, summary: `Deleted calendar ${CALENDAR_ID}` },
    all: { props: { locationId: OTHER_LOCATION, calendarId: CALENDAR_ID }, requests: [{ method: "DELETE", path: `/calendars/${CALENDAR_ID}`, reply: { message: "Deleted", calendar, traceId: "t" } }], returns: SUCCEEDED, summary: `Deleted calendar ${CALENDAR_ID}` },
  },
  "create-appointment": {
    notCalled: BOOKING_LOOK_UPS,
    required: {
      props: { calendarId: CALENDAR_ID, contactId: CONTACT_ID, startTime: "2026-12-01T09:00:00-05:00" },
      requests: [
        // Written on other clocks, in the older form: still the same slot.
        slots({ startDate: day("2026-11-28T14:00:00Z"), endDate: day("2026-12-11T14:00:00Z") }, { _dates_: { "2026-12-01": { slots: ["2026-12-01T08:00:00-06:00"] } }, traceId: "t" }),
        { method: "POST", path: "/calendars/events/appointments", body: { locationId: LOCATION, calendarId: CALENDAR_ID, contactId: CONTACT_ID, startTime: "2026-12-01T09:00:00-05:00" }, reply: { ...appointment, traceId: "t" } },
      ],
      summary: `Booked appointment "Maya Ellison" on 2026-12-01T09:00:00-05:00 (${EVENT_ID})`,
    },
    all: {
      props: { ...appointmentForm, locationId: OTHER_LOCATION, calendarId: CALENDAR_ID, contactId: CONTACT_ID, ...appointmentTimes, checkFreeSlots: true },
      requests: [
        team(CALENDAR_ID),
        { method: "POST", path: "/calendars/events/appointments", body: { ...appointmentBody, locationId: OTHER_LOCATION, calendarId: CALENDAR_ID, contactId: CONTACT_ID }, reply: appointment },
      ],
      summary: `Booked appointment "Maya Ellison" on 2026-12-01T09:00:00-05:00 (${EVENT_ID})`,
    },
  },
  "update-appointment": {
    notCalled: { ...BOOKING_LOOK_UPS, "GET /calendars/{calendarId}/free-slots": "not with Ignore Free Slots; see calendars.test.ts" },
    required: {
      props: { appointmentId: EVENT_ID, meetingLocationType: "phone" },
      requests: [{ method: "PUT", path: `/calendars/events/appointments/${EVENT_ID}`, body: { meetingLocationType: "phone", overrideLocationConfig: true }, reply: appointment }],
      summary: `Updated appointment "Maya Ellison" (${EVENT_ID})`,
    },
    all: {
      props: { ...appointmentForm, locationId: OTHER_LOCATION, calendarId: CALENDAR_ID, newCalendarId: OTHER_CALENDAR_ID, appointmentId: EVENT_ID, ...appointmentTimes, checkFreeSlots: true },
      requests: [
        { method: "GET", path: `/calendars/events/appointments/${EVENT_ID}`, reply: { event: { id: EVENT_ID, calendarId: CALENDAR_ID, startTime: "2026-12-01T09:00:00-05:00" } } },
        team(OTHER_CALENDAR_ID),
        { method: "PUT", path: `/calendars/events/appointments/${EVENT_ID}`, body: { ...appointmentBody, calendarId: OTHER_CALENDAR_ID }, reply: { ...appointment, traceId: "t" } },
      ],
      summary: `Updated appointment "Maya Ellison" (${EVENT_ID})`,
    },
  },
  "delete-event": {
    required: { props: { eventId: EVENT_ID }, requests: [{ method: "DELETE", path: `/calendars/events/${EVENT_ID}`, body: {}, reply: { succeeded: true }, status: 201 }], returns: SUCCEEDED, summary: `Deleted event ${EVENT_ID}` },
    all: { props: { locationId: OTHER_LOCATION, calendarId: CALENDAR_ID, eventId: EVENT_ID }, requests: [{ method: "DELETE", path: `/calendars/events/${EVENT_ID}`, body: {}, reply: { succeeded: true, traceId: "t" } }], returns: SUCCEEDED, summary: `Deleted event ${EVENT_ID}` },
  },
  "create-block-slot": {
    required: {
      props: { assignedUserId: USER_ID, startTime: "2026-12-01T12:00:00-05:00", endTime: "2026-12-01T13:00:00-05:00" },
      requests: [{ method: "POST", path: "/calendars/events/block-slots", body: { locationId: LOCATION, assignedUserId: USER_ID, startTime: "2026-12-01T12:00:00-05:00", endTime: "2026-12-01T13:00:00-05:00" }, reply: block, status: 201 }],
      summary: `Blocked the time from 2026-12-01T12:00:00-05:00 to 2026-12-01T13:00:00-05:00 (${EVENT_ID})`,
    },
    all: {
      props: { locationId: OTHER_LOCATION, calendarId: CALENDAR_ID, startTime: "2026-12-01 12:00", endTime: "2026-12-01 13:00", title: "Lunch" },
      requests: [
        location(OTHER_LOCATION),
        { method: "POST", path: "/calendars/events/block-slots", body: { locationId: OTHER_LOCATION, calendarId: CALENDAR_ID, startTime: "2026-12-01T12:00:00-05:00", endTime: "2026-12-01T13:00:00-05:00", title: "Lunch" }, reply: block, status: 201 },
      ],
      summary: `Blocked the time from 2026-12-01T12:00:00-05:00 to 2026-12-01T13:00:00-05:00 (${EVENT_ID})`,
    },
  },
  "update-block-slot": {
    notCalled: { "GET /locations/{locationId}": "only for a time without an offset, as in create-block-slot" },
    required: {
      props: { blockedSlotId: EVENT_ID, assignedUserId: USER_ID, title: "Lunch" },
      requests: [{ method: "PUT", path: `/calendars/events/block-slots/${EVENT_ID}`, body: { locationId: LOCATION, assignedUserId: USER_ID, title: "Lunch" }, reply: block, status: 201 }],
      summary: `Updated blocked slot "Lunch" (${EVENT_ID})`,
    },
    all: {
      props: { locationId: OTHER_LOCATION, blockedSlotId: EVENT_ID, calendarId: CALENDAR_ID, startTime: "2026-12-01T12:00:00-05:00", endTime: "2026-12-01T13:00:00-05:00", title: "Lunch" },
      requests: [{ method: "PUT", path: `/calendars/events/block-slots/${EVENT_ID}`, body: { locationId: OTHER_LOCATION, calendarId: CALENDAR_ID, startTime: "2026-12-01T12:00:00-05:00", endTime: "2026-12-01T13:00:00-05:00", title: "Lunch" }, reply: { ...block, traceId: "t" }, status: 201 }],
      summary: `Updated blocked slot "Lunch" (${EVENT_ID})`,
    },
  },
};

export default rows;
