import { ConfigurationError } from "#platform";
import type { Field, FieldSpec } from "../actions/fields.ts";
import { isEmpty } from "../actions/values.ts";
import app from "../highlevel.app.ts";
import { formOf } from "../text/choices.ts";
import { from } from "./dropdown.ts";
import { timeZones } from "./time-zone.ts";
import { endTime } from "./times.ts";

const text = (label: string, description: string) => ({ type: "string", label, description, optional: true });
const yesNo = (label: string, description: string) => ({ type: "boolean", label, description, optional: true });

/** Spread into an operation that writes an appointment, above the start: the free slots are those of the user, in the time zone. */
export const appointmentOwner = {
  assignedUserId: {
    propDefinition: [app, "userId", from("locationId")],
    label: "Assigned To",
    description: "The team member who is booked. HighLevel wants one for a round-robin calendar of several members. Choose one, or type an id",
    optional: true,
  },
  timeZone: {
    ...text("Time Zone", "The time zone of times that are written without an offset. Choose one, or type its name, such as America/New_York; the sub-account's if left empty"),
    options: timeZones,
  },
};

/** Spread into an operation that writes an appointment, below the start. */
export const appointmentFields = {
  endTime: text("End Time", "When it ends, such as `2026-12-01T09:30:00-05:00`. Without one the calendar's slot duration counts"),
  title: text("Title", "What stands in the calendar; the calendar has a title of its own for new appointments"),
  appointmentStatus: {
    ...text("Status", "The status of the appointment"),
    options: [
      { label: "New (not confirmed)", value: "new" },
      { label: "Confirmed", value: "confirmed" },
      { label: "Cancelled", value: "cancelled" },
      { label: "Showed", value: "showed" },
      { label: "No-show", value: "noshow" },
      { label: "Invalid", value: "invalid" },
    ],
  },
  description: text("Description", "What the appointment is about"),
  address: text("Address", "Where one meets: an address or a link. The kind of meeting location is then custom, unless you choose another"),
  meetingLocationType: {
    ...text("Meeting Location Type", "How one meets"),
    options: [
      { label: "Other (custom)", value: "custom" },
      { label: "Zoom", value: "zoom" },
      { label: "Google Meet", value: "gmeet" },
      { label: "Microsoft Teams", value: "ms_teams" },
      { label: "Phone", value: "phone" },
      { label: "An address", value: "address" },
      { label: "Google", value: "google" },
    ],
  },
  meetingLocationId: text("Meeting Location ID", "One of the calendar's meeting locations: the `meetingId` in its settings, such as custom_0"),
  overrideLocationConfig: yesNo("Override Meeting Location", "Whether Meeting Location Type counts instead of the calendar's own. Left empty, it does where you choose a type and no Meeting Location ID"),
  ignoreDateRange: yesNo("Ignore Date Range", "Book even where the calendar's minimum notice and booking range do not allow it"),
  ignoreFreeSlotValidation: yesNo("Ignore Free Slots", "Book even where the slot is not free"),
  toNotify: yesNo("Run Automations", "Whether HighLevel's automations run (such as confirmations to the contact)"),
  rrule: text("Recurrence Rule", "A rule of the iCalendar standard without DTSTART, such as `RRULE:FREQ=WEEKLY;INTERVAL=1;COUNT=4`. HighLevel applies it only together with Ignore Free Slots"),
};

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
  props: ["rrule", "ignoreFreeSlotValidation"],
  read: ({ props }) => {
    if (isEmpty(props.rrule)) return undefined;
    if (props.ignoreFreeSlotValidation === true) return props.rrule;
    throw new ConfigurationError("Recurrence Rule counts only together with Ignore Free Slots: HighLevel would book a single appointment without a word. Switch on Ignore Free Slots, or empty the rule.");
  },
};

/** What is sent for {@link appointmentFields}. @see https://marketplace.gohighlevel.com/docs/ghl/calendars/create-appointment */
export const appointmentBody: Field[] = [
  endTime,
  "title", "appointmentStatus", "assignedUserId", "description", "address", "meetingLocationType", "meetingLocationId",
  overrideLocationConfig, "ignoreDateRange", "ignoreFreeSlotValidation", "toNotify", rrule,
];
