import type { ListRequest } from "../pagination/paginate.ts";
import { schemes } from "../pagination/schemes.ts";
import type { Endpoint, Fields } from "../types.ts";
import { defineResource } from "./resource.ts";

export const calendars = defineResource({
  noun: "calendar",
  fields: [
    "notifications", "meetingLocation", "locationConfigurations", "slotBuffer", "slotBufferUnit", "preBuffer", "preBufferUnit",
    "appoinmentPerDay", "enableRecurring", "recurring", "formId", "stickyContact", "isLivePaymentMode", "shouldSendAlertEmailsToAssignedMember",
    "alertEmail", "googleInvitationEmails", "shouldAssignContactToTeamMember", "shouldSkipAssigningContactForExisting", "notes", "pixelId",
    "formSubmitType", "formSubmitRedirectURL", "formSubmitThanksMessage", "availabilityType", "availabilities", "guestType", "consentLabel",
    "calendarCoverImage", "lookBusyConfig",
  ],
  sample: {
    id: "CVokAlI8fgw4WYWoCtQz",
    locationId: "C2QujeCh8ZnC7al2InWR",
    groupId: "BqTwX8QFwXzpegMve9EQ",
    name: "First consultation",
    description: "Half an hour to get to know each other",
    slug: "first-consultation",
    widgetSlug: "first-consultation",
    widgetType: "classic",
    calendarType: "round_robin",
    eventType: "RoundRobin_OptimizeForAvailability",
    eventTitle: "{{contact.name}}",
    eventColor: "#039be5",
    teamMembers: [{ userId: "YlWd2wuCAZQzh2cH1fVZ", priority: 0.5, isPrimary: true, locationConfigurations: [{ kind: "custom", location: "12 Harbor Street", meetingId: "custom_0" }] }],
    slotDuration: 30,
    slotDurationUnit: "mins",
    slotInterval: 30,
    slotIntervalUnit: "mins",
    appoinmentPerSlot: 1,
    appointmentPerSlot: 1,
    allowBookingAfter: 1,
    allowBookingAfterUnit: "hours",
    allowBookingFor: 30,
    allowBookingForUnit: "days",
    allowReschedule: true,
    allowCancellation: true,
    openHours: [{ daysOfTheWeek: [1, 2, 3, 4, 5], hours: [{ openHour: 9, openMinute: 0, closeHour: 17, closeMinute: 0 }] }],
    autoConfirm: true,
    isActive: true,
  } as Fields,
});

export const calendarGroups = defineResource({
  noun: "calendar group",
  sample: {
    id: "BqTwX8QFwXzpegMve9EQ",
    locationId: "C2QujeCh8ZnC7al2InWR",
    name: "Consultations",
    description: "Everything that begins with a conversation",
    slug: "consultations",
    isActive: true,
  } as Fields,
});

/** @see https://marketplace.gohighlevel.com/docs/ghl/calendars/get-calendars */
export const calendarsOfLocation: ListRequest<Fields> = {
  method: "GET", path: "/calendars/", scope: "calendars.readonly", scheme: schemes.none, items: "calendars",
};

/** @see https://marketplace.gohighlevel.com/docs/ghl/calendars/get-groups */
export const groupsOfLocation: ListRequest<Fields> = {
  method: "GET", path: "/calendars/groups", scope: "calendars/groups.readonly", scheme: schemes.none, items: "groups",
};

/** @see https://marketplace.gohighlevel.com/docs/ghl/calendars/get-calendar */
export const calendar: Endpoint = { method: "GET", path: "/calendars/{calendarId}", scope: "calendars.readonly" };

/** The mark of a calendar or group that is switched off; one that says nothing is on. */
export const activeFlag = (record: Fields): number => (record.isActive === false ? 0 : 1);

/** The kind of event that a change of {@link activeFlag} is. */
export const activeKind = (_before: number, now: number): string => (now === 1 ? "activated" : "deactivated");
