import { ConfigurationError } from "#platform";
import { emailAddress, senderNumber, wholeNumber } from "../input/checks.ts";
import { checked } from "../input/fields.ts";
import type { Rule } from "../input/rules.ts";
import type { Field, FieldSpec } from "../input/fields.ts";
import { itemsOf, objectOf, textsOf } from "../core/text/values.ts";
import type { Check } from "../input/checks.ts";
import app from "../highlevel.app.ts";
import { bare } from "../core/text/characters.ts";
import { formOf } from "../input/choices.ts";
import { idNotEmail } from "../core/text/code.ts";
import type { Fields } from "../core/types.ts";
import { withoutDefaults } from "../input/defaults.ts";
import { dependsOn } from "../dropdowns/dropdown.ts";

const TIME_EXAMPLE = "`1 hours`, `30 mins` or `2 days`";

/** Spread into an operation that writes a notification: who gets what, and how. */
export const notificationKind = {
  receiverType: {
    type: "string",
    label: "Receiver",
    description: "Who receives the notification",
    options: [
      { label: "Contact", value: "contact" },
      { label: "Guests of the contact", value: "guest" },
      { label: "Assigned user", value: "assignedUser" },
      { label: "Email addresses (entered below)", value: "emails" },
      { label: "Phone numbers (entered below)", value: "phoneNumbers" },
      { label: "Business", value: "business" },
    ],
  },
  channel: {
    type: "string",
    label: "Channel",
    description: "How the notification is sent",
    options: [
      { label: "Email", value: "email" },
      { label: "In-app", value: "inApp" },
      { label: "SMS", value: "sms" },
      { label: "WhatsApp", value: "whatsapp" },
    ],
  },
  notificationType: {
    type: "string",
    label: "Notification Type",
    description: "The event that the notification is sent for",
    options: [
      { label: "Booked (not confirmed yet)", value: "booked" },
      { label: "Confirmed", value: "confirmation" },
      { label: "Cancelled", value: "cancellation" },
      { label: "Reminder (before the appointment)", value: "reminder" },
      { label: "Follow-up (after the appointment)", value: "followup" },
      { label: "Rescheduled", value: "reschedule" },
    ],
  },
};

/** {@link notificationKind} for an operation that changes one: nothing has to be filled in. */
export const changedNotificationKind = {
  receiverType: { ...notificationKind.receiverType, optional: true },
  channel: { ...notificationKind.channel, optional: true },
  notificationType: { ...notificationKind.notificationType, optional: true },
};

/** Spread into an operation that writes a notification: everything beside {@link notificationKind}. */
export const notificationFields = {
  subject: {
    type: "string",
    label: "Subject",
    description: "The subject line, for emails",
    optional: true,
  },
  body: {
    type: "string",
    label: "Body",
    description: "The text of the message. Optional for in-app notifications",
    optional: true,
  },
  templateId: {
    type: "string",
    label: "Template ID",
    description: "The ID of the template to send. Optional for in-app notifications",
    optional: true,
  },
  beforeTime: {
    type: "string[]",
    label: "Time Before",
    description: `For reminders: how long before the appointment they are sent, such as ${TIME_EXAMPLE}. Enter several times to send several reminders`,
    optional: true,
  },
  afterTime: {
    type: "string[]",
    label: "Time After",
    description: `For follow-ups: how long after the appointment they are sent, such as ${TIME_EXAMPLE}. Enter several times to send several follow-ups`,
    optional: true,
  },
  additionalEmailIds: {
    type: "string[]",
    label: "Email Addresses",
    description: "Additional email addresses that receive the notification",
    optional: true,
  },
  additionalPhoneNumbers: {
    type: "string[]",
    label: "Phone Numbers",
    description: "Additional phone numbers that receive the notification, with the country code, such as +12025550143",
    optional: true,
  },
  selectedUsers: {
    propDefinition: [app, "userId", dependsOn("locationId")],
    type: "string[]",
    label: "Users",
    description: "Users who receive in-app notifications, or emails to the business. Choose them, type user IDs, or enter `sub_account_admin` for the admins of the sub-account",
    optional: true,
  },
  fromName: {
    type: "string",
    label: "From Name",
    description: "The sender's name in emails and text messages",
    optional: true,
  },
  fromAddress: {
    type: "string",
    label: "From Address",
    description: "The sender's address in emails",
    optional: true,
  },
  fromNumber: {
    type: "string",
    label: "From Number",
    description: "The sender's number in text messages",
    optional: true,
  },
  isActive: {
    type: "boolean",
    label: "Active",
    description: "Whether the notification is sent. Default: true",
    optional: true,
  },
};

/** {@link notificationFields} for an operation that changes one. */
export const changedNotificationFields = withoutDefaults(notificationFields);

/** Both. */
export const notificationForm = formOf({ ...notificationKind, ...notificationFields });

/** HighLevel's names of units, by their beginning. */
const UNITS: [RegExp, string][] = [[/^min/, "mins"], [/^h(ou)?rs?$/, "hours"], [/^day/, "days"], [/^week/, "weeks"], [/^month/, "months"]];

/** "30 mins", or JSON with timeOffset and unit, as HighLevel takes it. */
function offsetOf(item: unknown, label: string): Fields {
  const mistake = new ConfigurationError(`${label}: "${typeof item === "string" ? item : JSON.stringify(item)}" is not a span of time. Write a number and mins, hours, days, weeks or months, such as 30 mins.`);
  if (item !== null && typeof item === "object") {
    const { timeOffset, unit } = item as Fields; // an object; both fields are checked
    if (typeof timeOffset !== "number" || typeof unit !== "string") throw mistake;
    return { timeOffset, unit };
  }
  const text = bare(item);
  if (text.startsWith("{")) {
    const object = objectOf(text);
    if (object) return offsetOf(object, label);
    throw mistake;
  }
  const [, amount, word = ""] = /^(\d+(?:\.\d+)?)\s*([a-z]+)$/i.exec(text) ?? [];
  const unit = UNITS.find(([pattern]) => pattern.test(word.toLowerCase()))?.[1];
  if (!amount || !unit) throw mistake;
  return { timeOffset: Number(amount), unit };
}

const offsets: Check = (value, label) => itemsOf(value).map((item) => offsetOf(item, label));

/** A list of texts, each of which is checked. */
const each = (check: Check): Check => (value, label) => textsOf(value).map((text) => check(text, label));

/** In some countries a sender can be a name, such as HARBORYOGA. */
const sender: Check = (value, label) => (/^(?=.*[a-z])[a-z\d ]+$/i.test(String(value)) ? value : senderNumber(value, label));

const selectedUsers: FieldSpec = {
  name: "selectedUsers",
  props: ["selectedUsers"],
  read: ({ props }) => {
    const users = textsOf(props.selectedUsers).map((user) => idNotEmail(user, "Users", "Choose the user from the list, or enter the address in Email Addresses."));
    return users.length > 0 ? users : undefined;
  },
};

/** What is sent for {@link notificationKind} and {@link notificationFields}. */
export const notificationBody: Field[] = [
  "receiverType", "channel", "notificationType", "isActive", "templateId", "body", "subject",
  checked("afterTime", offsets),
  checked("beforeTime", offsets),
  checked("additionalEmailIds", each(emailAddress)),
  checked("additionalPhoneNumbers", each(wholeNumber)),
  selectedUsers,
  checked("fromAddress", emailAddress),
  "fromName",
  checked("fromNumber", sender),
];

const needs = (field: string, value: string, needed: string, why: string): Rule => ({ fields: [needed], filled: "any", when: [{ field, is: [value] }], why });

/** What a new notification needs beside its kind: it would reach nobody, or never be sent. */
export const notificationRules: Rule[] = [
  needs("notificationType", "reminder", "beforeTime", "A reminder is sent some time before the appointment."),
  needs("notificationType", "followup", "afterTime", "A follow-up is sent some time after the appointment."),
  needs("receiverType", "emails", "additionalEmailIds", "They say whom to notify."),
  needs("receiverType", "phoneNumbers", "additionalPhoneNumbers", "They say whom to notify."),
];
