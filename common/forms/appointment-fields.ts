import type { Field, FieldSpec } from "../input/fields.ts";
import { isEmpty } from "../core/text/values.ts";
import app from "../highlevel.app.ts";
import { formOf } from "../input/choices.ts";
import { withoutDefaults } from "../input/defaults.ts";
import { dependsOn } from "../dropdowns/dropdown.ts";
import { timeZones } from "../input/time-zone.ts";
import { endTime } from "../input/times.ts";

const text = (label: string, description: string) => ({ type: "string", label, description, optional: true });
const yesNo = (label: string, description: string) => ({ type: "boolean", label, description, optional: true });

/** Spread into an operation that writes an appointment, above the start: the free slots are those of the user, in the time zone. */
export const appointmentOwner = {
  assignedUserId: {
    propDefinition: [app, "calendarMemberId", dependsOn("locationId", "calendarId", "newCalendarId")],
    optional: true,
  },
  timeZone: {
    ...text("Time Zone", "The time zone of the times below, where they have no offset. Leave it empty to use the sub-account's. Choose one, or enter its name, such as America/New_York"),
    options: timeZones,
  },
};

/** The same for a new one. */
export const newAppointmentOwner = {
  ...appointmentOwner,
  assignedUserId: {
    ...appointmentOwner.assignedUserId,
    description: "The team member who takes the appointment. Required for a round-robin calendar with several members. Choose a member of the calendar, or type a user ID",
  },
};

/** Spread into an operation that books an appointment, below the start. */
export const newAppointmentFields = {
  endTime: text("End Time", "When the appointment ends, such as `2026-12-01T09:30:00-05:00`. Default: the slot duration of the calendar"),
  title: text("Appointment Title", "The title shown in the calendar. Default: the calendar's meeting invite title"),
  appointmentStatus: {
    ...text("Appointment Status", "The status of the appointment. Default: confirmed or new, as set in the calendar"),
    options: [
      { label: "New (not confirmed)", value: "new" },
      { label: "Confirmed", value: "confirmed" },
      { label: "Cancelled", value: "cancelled" },
      { label: "Showed", value: "showed" },
      { label: "No-show", value: "noshow" },
      { label: "Invalid", value: "invalid" },
    ],
  },
  description: text("Appointment Description", "Details of the appointment, such as its agenda"),
  meetingLocationId: {
    propDefinition: [app, "meetingLocationId", dependsOn("calendarId", "newCalendarId", { userId: "assignedUserId" })],
    description: "Where the meeting takes place: one of the locations set up in the calendar. Choose one, or type its ID, such as `custom_0`",
    optional: true,
  },
  meetingLocationType: {
    ...text("Meeting Location Type", "For a meeting location other than the calendar's own: how the meeting takes place"),
    options: [
      { label: "Custom", value: "custom" },
      { label: "Zoom", value: "zoom" },
      { label: "Google Meet", value: "gmeet" },
      { label: "Microsoft Teams", value: "ms_teams" },
      { label: "Phone", value: "phone" },
      { label: "Address", value: "address" },
      { label: "Google", value: "google" },
    ],
  },
  address: text("Meeting Address", "For a meeting location other than the calendar's own: an address, a phone number or a link. Meeting Location Type is then Custom, unless you choose another"),
  overrideLocationConfig: yesNo("Override Meeting Location", "Use Meeting Location Type instead of the calendar's own meeting location. Leave it empty to do so only if you choose a type and no Meeting Location"),
  checkFreeSlots: {
    ...yesNo("Check Free Slots", "Before anything is sent, check that the slot is free; if it is not, the error lists free slots nearby. Skipped if Ignore Free Slots or Ignore Date Range is on"),
    default: true,
  },
  ignoreDateRange: yesNo("Ignore Date Range", "Book even outside the calendar's minimum scheduling notice and date range"),
  ignoreFreeSlotValidation: yesNo("Ignore Free Slots", "Book even if the slot is not free"),
  toNotify: yesNo("Run Automations", "Run HighLevel's automations, such as the confirmation to the contact. Leave this empty to run them"),
  rrule: text("Recurrence Rule", "Repeats the appointment: an iCalendar RRULE without DTSTART, such as `RRULE:FREQ=WEEKLY;INTERVAL=1;COUNT=4`. HighLevel applies it only together with Ignore Free Slots"),
};

/** The same for an operation that changes one. */
export const appointmentFields = withoutDefaults(newAppointmentFields);

export const appointmentForm = formOf({ ...appointmentOwner, ...appointmentFields });

const overrideLocationConfig: FieldSpec = {
  name: "overrideLocationConfig",
  props: ["overrideLocationConfig", "meetingLocationType", "meetingLocationId"],
  read: ({ props }) => {
    if (!isEmpty(props.overrideLocationConfig)) return props.overrideLocationConfig;
    return !isEmpty(props.meetingLocationType) && isEmpty(props.meetingLocationId) ? true : undefined;
  },
};

const rrule: FieldSpec = {
  name: "rrule",
  props: ["rrule"],
  rules: [{ fields: ["rrule"], filled: "none", when: [{ field: "ignoreFreeSlotValidation", isNot: [true] }], why: "It only works with Ignore Free Slots on; otherwise, HighLevel would book a single appointment." }],
  read: ({ props }) => (isEmpty(props.rrule) ? undefined : props.rrule),
};

/** What is sent for {@link newAppointmentFields}. @see https://marketplace.gohighlevel.com/docs/ghl/calendars/create-appointment */
export const appointmentBody: Field[] = [
  endTime,
  "title", "appointmentStatus", "assignedUserId", "description", "address", "meetingLocationType", "meetingLocationId",
  overrideLocationConfig, "ignoreDateRange", "ignoreFreeSlotValidation", "toNotify", rrule,
];
