import { ConfigurationError } from "#platform";
import { emailAddress } from "../actions/checks.ts";
import { checked, renamed } from "../actions/fields.ts";
import type { Field, FieldSpec } from "../actions/fields.ts";
import { readItems } from "../actions/items.ts";
import { isEmpty } from "../actions/values.ts";
import app from "../highlevel.app.ts";
import { formOf } from "../text/choices.ts";
import type { Form } from "../text/choices.ts";
import type { Fields } from "../types.ts";
import { calendarHours, calendarHoursBody } from "./calendar-hours.ts";
import { calendarTeam, calendarTeamBody } from "./calendar-team.ts";
import { from } from "./dropdown.ts";

const text = (label: string, description: string) => ({ type: "string", label, description, optional: true });
const yesNo = (label: string, description: string) => ({ type: "boolean", label, description, optional: true });
const number = (label: string, description: string, min = 0) => ({ type: "integer", label, description, optional: true, min });
const unit = (label: string, description: string, ...options: string[]) => ({ type: "string", label, description, options, optional: true });

const page = {
  description: text("Description", "What the calendar is for; shown where it is booked"),
  groupId: {
    propDefinition: [app, "calendarGroupId", from("locationId")],
    description: "The group the calendar belongs to. Choose one, or type an id (the list needs the scope `calendars/groups.readonly`)",
    optional: true,
  },
  isActive: yesNo("Active", "Whether the calendar can be booked. Otherwise it is a draft"),
  slug: text("Slug", "The last part of the calendar's address, such as `first-consultation`"),
  widgetSlug: text("Widget Slug", "The last part of the address of the calendar's widget"),
  widgetType: {
    ...text("Widget Type", "How the page for booking looks"),
    options: [{ label: "Neo", value: "default" }, { label: "Classic", value: "classic" }],
  },
  eventType: {
    ...text("Distribution", "How a round-robin calendar shares out the appointments"),
    options: [
      { label: "Whoever is free first", value: "RoundRobin_OptimizeForAvailability" },
      { label: "The same number for everyone", value: "RoundRobin_OptimizeForEqualDistribution" },
    ],
  },
  eventTitle: text("Event Title", "The title of new appointments, such as `{{contact.name}}`"),
  eventColor: text("Event Color", "The color of the appointments, such as #039be5"),
  calendarCoverImage: text("Cover Image", "The web address of the picture above the calendar"),
};

const booking = {
  slotDuration: number("Slot Duration", "How long an appointment takes", 1),
  slotDurationUnit: unit("Slot Duration Unit", "Unit of Slot Duration", "mins", "hours"),
  slotInterval: number("Slot Interval", "The time from the start of one slot to the start of the next", 1),
  slotIntervalUnit: unit("Slot Interval Unit", "Unit of Slot Interval", "mins", "hours"),
  slotBuffer: number("Buffer After", "Time that is kept free after an appointment"),
  preBuffer: number("Buffer Before", "Time that is kept free before an appointment"),
  preBufferUnit: unit("Buffer Before Unit", "Unit of Buffer Before", "mins", "hours"),
  appointmentsPerSlot: number("Appointments per Slot", "How often one slot can be booked for each team member; in a class, the number of seats", 1),
  appointmentsPerDay: number("Appointments per Day", "How many appointments there can be on one day", 1),
  allowBookingAfter: number("Minimum Notice", "How far ahead an appointment has to be booked"),
  allowBookingAfterUnit: unit("Minimum Notice Unit", "Unit of Minimum Notice", "hours", "days", "weeks", "months"),
  allowBookingFor: number("Booking Range", "How far ahead appointments can be booked", 1),
  allowBookingForUnit: unit("Booking Range Unit", "Unit of Booking Range", "days", "weeks", "months"),
  enableRecurring: yesNo("Recurring", "Whether appointments can be repeated. Only for a calendar with one team member"),
  recurringFrequency: unit("Recurring Frequency", "How often an appointment is repeated", "DAILY", "WEEKLY", "MONTHLY"),
  recurringCount: { ...number("Recurring Count", "How often it takes place in all, at most 24", 1), max: 24 },
  recurringIfTaken: {
    ...text("Recurring If Taken", "What happens where one of the slots is taken"),
    options: [{ label: "Leave it out", value: "skip" }, { label: "Book it all the same", value: "continue" }, { label: "Book the next free one", value: "book_next" }],
  },
  recurringStatus: unit("Recurring Status If Taken", "The status of an appointment that is booked although its slot is taken", "confirmed", "new"),
  lookBusy: yesNo("Look Busy", "Whether some free slots are hidden"),
  lookBusyPercentage: { ...number("Look Busy Percentage", "How many of the free slots are hidden, in percent"), max: 100 },
  autoConfirm: yesNo("Confirm Automatically", "Whether new appointments are confirmed at once"),
  allowReschedule: yesNo("Allow Rescheduling", "Whether contacts can move their appointments"),
  allowCancellation: yesNo("Allow Cancellation", "Whether contacts can cancel their appointments"),
};

const afterwards = {
  formId: text("Form ID", "The form that is filled in when booking"),
  stickyContact: yesNo("Sticky Contact", "Whether the form remembers the contact"),
  consentLabel: text("Consent Label", "The text beside the box for consent"),
  guestType: {
    ...text("Guests", "What is asked about guests"),
    options: [{ label: "Their number", value: "count_only" }, { label: "Their names and addresses", value: "collect_detail" }],
  },
  formSubmitType: {
    ...text("After Booking", "What is shown after booking"),
    options: [{ label: "A text of thanks", value: "ThankYouMessage" }, { label: "Another page", value: "RedirectURL" }],
  },
  formSubmitRedirectURL: text("Redirect URL", "The page that is shown after booking"),
  formSubmitThanksMessage: text("Thank-You Message", "The text that is shown after booking"),
  isLivePaymentMode: yesNo("Live Payments", "Whether payments are real, not tests"),
  shouldAssignContactToTeamMember: yesNo("Assign Contact to Team Member", "Whether the contact is assigned to the team member who is booked"),
  shouldSkipAssigningContactForExisting: yesNo("Keep Present Assignment", "Whether contacts that are assigned to someone already stay so"),
  shouldSendAlertEmailsToAssignedMember: yesNo("Alert Assigned Member", "Whether the team member who is booked gets an email"),
  alertEmail: text("Alert Email", "Another email address that is told about appointments"),
  googleInvitationEmails: yesNo("Google Invitations", "Whether Google Calendar sends invitations"),
  notes: text("Notes", "Notes for the appointments, such as how to get there"),
  pixelId: text("Pixel ID", "The Facebook pixel of the page for booking"),
  notifications: {
    type: "string[]",
    label: "Email Notifications",
    description: "Deprecated by HighLevel; rather use **Create Calendar Notification**. JSON such as `{ \"type\": \"email\", \"shouldSendToContact\": true, \"shouldSendToGuest\": false, \"shouldSendToUser\": true, \"shouldSendToSelectedUsers\": true, \"selectedUsers\": \"office@example.com\" }`",
    optional: true,
  },
};

/** Spread into an operation that writes a calendar: everything but its name and type. */
export const calendarFields = { ...page, ...calendarTeam, ...calendarHours, ...booking, ...afterwards };

/** The unit that only a new calendar can be given. */
export const slotBufferUnit = unit("Buffer After Unit", "Unit of Buffer After", "mins", "hours");

/** Both. HighLevel's answers have numbers for what is available; a meeting location is no mere choice, as it comes with its address. */
export const calendarForm: Form = {
  ...formOf({ ...calendarFields, slotBufferUnit }, { also: { availabilityType: { 0: "openHours", 1: "availabilities" } } }),
  locationConfigurations: { label: calendarTeam.locationConfigurations.label },
};

const RECURRING = { freq: "recurringFrequency", count: "recurringCount", bookingOption: "recurringIfTaken", bookingOverlapDefaultStatus: "recurringStatus" };

const recurring: FieldSpec = {
  name: "recurring",
  props: Object.values(RECURRING),
  read: ({ props }) => {
    const given = Object.entries(RECURRING).filter(([, prop]) => !isEmpty(props[prop])).map(([name, prop]) => [name, props[prop]]);
    return given.length > 0 ? Object.fromEntries(given) as Fields : undefined;
  },
};

const lookBusyConfig: FieldSpec = {
  name: "lookBusyConfig",
  props: ["lookBusy", "lookBusyPercentage"],
  read: ({ props: { lookBusy, lookBusyPercentage } }) => {
    if (isEmpty(lookBusy) && isEmpty(lookBusyPercentage)) return undefined;
    if (lookBusy !== false && isEmpty(lookBusyPercentage)) throw new ConfigurationError("Look Busy Percentage is empty. Say how many of the free slots are hidden, such as 30.");
    return { enabled: lookBusy !== false, LookBusyPercentage: lookBusyPercentage ?? 0 };
  },
};

const notifications: FieldSpec = {
  name: "notifications",
  props: ["notifications"],
  read: ({ props }) => readItems(props.notifications, "Email Notifications", {
    keys: ["type", "shouldSendToContact", "shouldSendToGuest", "shouldSendToUser", "shouldSendToSelectedUsers", "selectedUsers"],
    example: '{ "shouldSendToContact": true, "shouldSendToGuest": false, "shouldSendToUser": true, "shouldSendToSelectedUsers": false, "selectedUsers": "" }',
  }),
};

/** Props that are sent in another form, or under HighLevel's own spelling. */
const OTHERWISE = ["appointmentsPerSlot", "appointmentsPerDay", "alertEmail", "notifications", "lookBusy", "lookBusyPercentage", ...Object.values(RECURRING)];

/** What is sent for {@link calendarFields}. @see https://marketplace.gohighlevel.com/docs/ghl/calendars/create-calendar */
export const calendarBody: Field[] = [
  ...Object.keys({ ...page, ...booking, ...afterwards }).filter((prop) => !OTHERWISE.includes(prop)),
  ...calendarTeamBody,
  ...calendarHoursBody,
  renamed("appoinmentPerSlot", "appointmentsPerSlot"),
  renamed("appoinmentPerDay", "appointmentsPerDay"),
  checked("alertEmail", "Alert Email", emailAddress),
  recurring,
  lookBusyConfig,
  notifications,
];
