import * as api from "../api/endpoints.ts";
import type { ListRequest } from "../api/pagination/paginate.ts";
import * as paginators from "../api/pagination/paginators.ts";
import { isRecord, trimmed } from "../core/text/values.ts";
import type { Fields } from "../core/types.ts";
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
  ...api.getCalendars, paginator: paginators.none, items: "calendars",
};

/** @see https://marketplace.gohighlevel.com/docs/ghl/calendars/get-groups */
export const groupsOfLocation: ListRequest<Fields> = {
  ...api.getGroups, paginator: paginators.none, items: "groups",
};

const recordsOf = (value: unknown): Fields[] => (Array.isArray(value) ? value.filter(isRecord) : []);

/** Ids of the users who can be booked in a calendar; empty for calendars without a team, such as event calendars. */
export const memberIds = ({ teamMembers }: Fields): string[] => recordsOf(teamMembers).map(({ userId }) => String(userId));

/** Kinds of meeting locations, labeled as in HighLevel. */
export const MEETING_LOCATION_KINDS = [
  { label: "Custom", value: "custom" },
  { label: "Zoom", value: "zoom_conference" },
  { label: "Google Meet", value: "google_conference" },
  { label: "Microsoft Teams", value: "ms_teams_conference" },
  { label: "Inbound call (the contact calls)", value: "inbound_call" },
  { label: "Outbound call (the contact is called)", value: "outbound_call" },
  { label: "Address", value: "physical" },
  { label: "Ask the booker", value: "booker" },
];

/**
 * The meeting locations of a calendar: its own, and those of its team members.
 * @param userId of the team only this member's, if it is in the team
 */
export function meetingLocationsOf(calendar: Fields, userId?: string): Fields[] {
  const team = recordsOf(calendar.teamMembers);
  const own = team.filter((member) => member.userId === userId);
  return [calendar, ...(own.length > 0 ? own : team)].flatMap(({ locationConfigurations }) => recordsOf(locationConfigurations));
}

/** "Address: 12 Harbor Street", for people. */
export function meetingLocationLabel({ kind, location }: Fields): string {
  const name = MEETING_LOCATION_KINDS.find(({ value }) => value === kind)?.label ?? String(kind);
  return trimmed(location) ? `${name}: ${trimmed(location)}` : name;
}

/** A calendar's or group's name, marked if it is inactive. */
export const withDraft = (name: string, { isActive }: Fields): string => (isActive === false ? `${name} (draft)` : name);

/** 0 for an inactive calendar or group; 1 if active or not stated. */
export const activeFlag = (record: Fields): number => (record.isActive === false ? 0 : 1);

/** The event kind for a change of {@link activeFlag}. */
export const activeKind = (_before: number, now: number): string => (now === 1 ? "activated" : "deactivated");
