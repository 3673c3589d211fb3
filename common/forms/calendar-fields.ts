import { emailAddress } from "../input/checks.ts";
import { checked, fieldSpec, renamed } from "../input/fields.ts";
import type { Field, FieldSpec } from "../input/fields.ts";
import { readItems } from "../input/items.ts";
import { isEmpty } from "../core/text/values.ts";
import app from "../highlevel.app.ts";
import { formOf } from "../input/choices.ts";
import type { Form } from "../input/choices.ts";
import type { Fields } from "../core/types.ts";
import { calendarHours, calendarHoursBody } from "./calendar-hours.ts";
import { calendarTeam, calendarTeamBody, newCalendarType, newTypeOf } from "./calendar-team.ts";
import { withoutDefaults } from "../input/defaults.ts";
import { dependsOn } from "../dropdowns/dropdown.ts";

const text = (label: string, description: string) => ({ type: "string", label, description, optional: true });
const yesNo = (label: string, description: string) => ({ type: "boolean", label, description, optional: true });
const number = (label: string, description: string, min = 0) => ({ type: "integer", label, description, optional: true, min });

const UNIT_NAMES: Record<string, string> = { mins: "Minutes", hours: "Hours", days: "Days", weeks: "Weeks", months: "Months" };

/** A unit of time; the first one is that of a new calendar for which none is chosen. */
const unit = (of: string, ...values: [string, ...string[]]) => ({
  ...text(`${of} Unit`, `The unit of ${of}. Default: ${UNIT_NAMES[values[0]]!.toLowerCase()}`), // all units have names
  options: values.map((value) => ({ label: UNIT_NAMES[value], value })),
});

const distribution = {
  eventType: {
    ...text("Appointment Distribution", "How a round-robin calendar distributes appointments among its team. Default: optimize for availability"),
    options: [
      { label: "Optimize for availability", value: "RoundRobin_OptimizeForAvailability" },
      { label: "Optimize for equal distribution", value: "RoundRobin_OptimizeForEqualDistribution" },
    ],
  },
};

const slots = {
  slotDuration: number("Slot Duration", "The length of an appointment, in the unit below. Default: 30", 1),
  slotDurationUnit: unit("Slot Duration", "mins", "hours"),
  slotInterval: number("Slot Interval", "The time from the start of one slot to the start of the next, in the unit below. Default: 30", 1),
  slotIntervalUnit: unit("Slot Interval", "mins", "hours"),
  preBuffer: number("Buffer Before", "Time kept free before each appointment, in the unit below"),
  preBufferUnit: unit("Buffer Before", "mins", "hours"),
};

const bufferAfter = { slotBuffer: number("Buffer After", "Time kept free after each appointment, in the calendar's own unit: minutes, unless it was created with hours") };
const newBufferAfter = {
  slotBuffer: number("Buffer After", "Time kept free after each appointment, in the unit below"),
  slotBufferUnit: unit("Buffer After", "mins", "hours"),
};

const limits = {
  allowBookingAfter: number("Minimum Scheduling Notice", "How far in advance an appointment has to be booked, in the unit below"),
  allowBookingAfterUnit: unit("Minimum Scheduling Notice", "hours", "days", "weeks", "months"),
  allowBookingFor: number("Date Range", "How far into the future appointments can be booked, in the unit below", 1),
  allowBookingForUnit: unit("Date Range", "days", "weeks", "months"),
  appointmentsPerSlot: number("Max Bookings per Slot", "How many times each team member can be booked for the same slot; in a class, the number of seats. Default: 1", 1),
  appointmentsPerDay: number("Max Bookings per Day", "How many appointments can be booked for one day", 1),
};

const page = {
  description: text("Description", "What the calendar is for; shown on the booking page"),
  groupId: {
    propDefinition: [app, "calendarGroupId", dependsOn("locationId")],
    description: "The group the calendar belongs to. Choose one, or type a group ID (the list needs the scope `calendars/groups.readonly`)",
    optional: true,
  },
  isActive: yesNo("Active", "Whether the calendar can be booked; otherwise it is a draft. Default: true"),
  slug: text("Slug", "The last part of the calendar's URL, such as `first-consultation`"),
  widgetSlug: text("Widget Slug", "The last part of the URL of the booking widget"),
  widgetType: {
    ...text("Widget Type", "The layout of the booking page. Default: classic"),
    options: [{ label: "Neo", value: "default" }, { label: "Classic", value: "classic" }],
  },
  eventTitle: text("Meeting Invite Title", "The title of new appointments. Default: `{{contact.name}}`"),
  eventColor: text("Event Color", "The color of appointments in the calendar. Default: #039be5"),
  calendarCoverImage: text("Cover Image", "The URL of the image shown at the top of the booking page"),
};

const booking = {
  autoConfirm: yesNo("Auto-Confirm", "Confirm new appointments automatically. Default: true"),
  allowReschedule: yesNo("Allow Rescheduling", "Let contacts reschedule their appointments. Default: true"),
  allowCancellation: yesNo("Allow Cancellation", "Let contacts cancel their appointments. Default: true"),
  enableRecurring: yesNo("Recurring Appointments", "Let appointments repeat. Only for calendars with one team member. Default: false"),
  recurringFrequency: {
    ...text("Recurring Frequency", "How often an appointment repeats"),
    options: [{ label: "Daily", value: "DAILY" }, { label: "Weekly", value: "WEEKLY" }, { label: "Monthly", value: "MONTHLY" }],
  },
  recurringCount: { ...number("Recurring Count", "How many times the appointment takes place in total, up to 24", 1), max: 24 },
  recurringIfTaken: {
    ...text("Recurring If Taken", "What to do if one of the slots is taken"),
    options: [{ label: "Skip it", value: "skip" }, { label: "Book it anyway", value: "continue" }, { label: "Book the next free slot", value: "book_next" }],
  },
  recurringStatus: {
    ...text("Recurring Status If Taken", "The status of an appointment that is booked although its slot is taken"),
    options: [{ label: "Confirmed", value: "confirmed" }, { label: "New (not confirmed)", value: "new" }],
  },
  lookBusy: yesNo("Look Busy", "Hide some of the free slots"),
  lookBusyPercentage: { ...number("Look Busy Percentage", "The percentage of free slots to hide"), max: 100 },
};

const afterwards = {
  formId: text("Form ID", "The ID of the form that contacts fill in when they book"),
  stickyContact: yesNo("Sticky Contact", "Prefill the form for contacts who have booked before"),
  consentLabel: text("Consent Label", "The text next to the consent checkbox"),
  guestType: {
    ...text("Guests", "What contacts are asked about their guests"),
    options: [{ label: "Number of guests only", value: "count_only" }, { label: "Guest details", value: "collect_detail" }],
  },
  formSubmitType: {
    ...text("After Booking", "What contacts see once they have booked. Default: the thank-you message"),
    options: [{ label: "Thank-you message", value: "ThankYouMessage" }, { label: "Redirect to a URL", value: "RedirectURL" }],
  },
  formSubmitRedirectURL: text("Redirect URL", "The page that contacts are sent to after booking"),
  formSubmitThanksMessage: text("Thank-You Message", "The message shown after booking"),
  isLivePaymentMode: yesNo("Live Payment Mode", "Take real payments instead of test payments"),
  shouldAssignContactToTeamMember: yesNo("Assign Contact to Team Member", "Assign the contact to the team member who takes the appointment"),
  shouldSkipAssigningContactForExisting: yesNo("Skip Assigned Contacts", "Do not reassign contacts who are already assigned to a user"),
  shouldSendAlertEmailsToAssignedMember: yesNo("Alert Assigned Member", "Email the team member who takes the appointment"),
  alertEmail: text("Alert Email", "Another email address to notify of appointments"),
  googleInvitationEmails: yesNo("Google Invitation Emails", "Let Google Calendar send invitations. Default: false"),
  notes: text("Additional Notes", "Notes added to each appointment, such as directions"),
  pixelId: text("Pixel ID", "The ID of the Facebook pixel on the booking page"),
  notifications: {
    type: "string[]",
    label: "Email Notifications",
    description: "Deprecated by HighLevel: use **Create Calendar Notification** instead. JSON such as `{ \"type\": \"email\", \"shouldSendToContact\": true, \"shouldSendToGuest\": false, \"shouldSendToUser\": true, \"shouldSendToSelectedUsers\": true, \"selectedUsers\": \"office@example.com\" }`",
    optional: true,
  },
};

const form = (buffer: typeof bufferAfter | typeof newBufferAfter) => ({
  ...calendarTeam, ...distribution, ...calendarHours, ...slots, ...buffer, ...limits, ...page, ...booking, ...afterwards,
});

/** Spread into an operation that changes a calendar: everything but its name. */
export const calendarFields = withoutDefaults(form(bufferAfter));

/** The same for a new one, below its type; it has a unit that cannot be changed later. */
export const newCalendarFields = form(newBufferAfter);

/** Both. HighLevel's answers have numbers for what is available; a meeting location is no mere choice, as it comes with its address. */
export const calendarForm: Form = {
  ...formOf({ ...calendarFields, ...newCalendarFields }, { also: { availabilityType: { 0: "openHours", 1: "availabilities" } } }),
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
  rules: [{ fields: ["lookBusyPercentage"], filled: "any", when: [{ field: "lookBusy", is: [true] }], why: "Enter the percentage of free slots to hide, such as 30." }],
  read: ({ props: { lookBusy, lookBusyPercentage } }) => {
    if (isEmpty(lookBusy) && isEmpty(lookBusyPercentage)) return undefined;
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

/** What is sent as it is, and what is not; who takes part and when is in files of their own. */
const otherBody: Field[] = [
  ...Object.keys({ ...distribution, ...slots, ...bufferAfter, ...limits, ...page, ...booking, ...afterwards }).filter((prop) => !OTHERWISE.includes(prop)),
  ...calendarHoursBody,
  renamed("appoinmentPerSlot", "appointmentsPerSlot"),
  renamed("appoinmentPerDay", "appointmentsPerDay"),
  checked("alertEmail", emailAddress),
  recurring,
  lookBusyConfig,
  notifications,
];

/** What is sent for {@link calendarFields}. @see https://marketplace.gohighlevel.com/docs/ghl/calendars/update-calendar */
export const calendarBody: Field[] = [...calendarTeamBody(() => ""), ...otherBody];

/** What a new calendar's times are counted in, where the form does not say: HighLevel's description names no default. */
const NEW_UNITS: Record<string, [of: string, unit: string]> = {
  slotDurationUnit: ["slotDuration", "mins"], slotIntervalUnit: ["slotInterval", "mins"], preBufferUnit: ["preBuffer", "mins"], slotBufferUnit: ["slotBuffer", "mins"],
  allowBookingAfterUnit: ["allowBookingAfter", "hours"], allowBookingForUnit: ["allowBookingFor", "days"],
};

const newUnit = ([name, [of, fallback]]: [string, [string, string]]): FieldSpec => ({
  name, props: [name, of], read: ({ props }) => (isEmpty(props[name]) ? (isEmpty(props[of]) ? undefined : fallback) : props[name]),
});

/** What is sent for {@link newCalendarFields} and the type. @see https://marketplace.gohighlevel.com/docs/ghl/calendars/create-calendar */
export const newCalendarBody: Field[] = [
  newCalendarType,
  ...calendarTeamBody(newTypeOf),
  ...otherBody.filter((field) => !(fieldSpec(field).name in NEW_UNITS)),
  ...Object.entries(NEW_UNITS).map(newUnit),
];
