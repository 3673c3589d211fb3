import type { Fields } from "../types.ts";
import { bare, visible } from "./characters.ts";
import { chosen } from "./choices.ts";
import type { Form } from "./choices.ts";
import { code, codes, idNotEmail } from "./code.ts";
import { bareEmail } from "./email.ts";
import { searchedNumber } from "./phone.ts";

/** What people search for, with a phone number spelled as HighLevel spells it. Empty if there is no value. */
export const searchText = (value: unknown): string => searchedNumber(visible(value ?? ""));

type Clean = (text: string, label: string) => string;

const contactId: Clean = (text, label) => idNotEmail(text, label, "Use Find Contact first and pass on the ID that it returns, or choose the contact from the list.");
const userId: Clean = (text, label) => idNotEmail(text, label, "Choose the user from the list.");
const otherId: Clean = (text, label) => idNotEmail(text, label, "Choose from the list, or type the ID.");
const listOf = (one: Clean): Clean => (text, label) => codes(text, label, (part) => one(String(part), label));

const words = (text: string) => text.trim().split(/\s+/).join("|");
const named = (text: string) => new RegExp(`^(?:${words(text)})$`);

/**
 * What a field holds, by its name, and how what came along when it was pasted is removed; the first match counts.
 * A field that is not listed is prose, or is cleaned by a check of its own: it is left as it was written.
 */
const KINDS: [names: RegExp, clean: Clean][] = [
  [named("query"), searchText],
  // Short texts and links, in which emoji and other scripts may be meant
  [named(`searchTerm key keyName tags? customField\\d+ filterField\\d slug urlSlug widgetSlug website imageUrl canonicalLink calendarCoverImage profilePhoto
    formSubmitRedirectURL mailgunDomain postalCode emailFrom author categories`), visible],
  // Addresses and numbers
  [named("email alertEmail prospectEmail toEmail emailTo emailCc emailBcc fromAddress additionalEmailIds recipients"), bareEmail],
  [named("phone fromNumber toNumber additionalPhoneNumbers monetaryValue"), bare],
  // Times
  [named(`date dateOfBirth dueDate startTime endTime eventStartTime publishedAt scheduledTimestamp createdAfter createdBefore beforeTime afterTime
    openHours availabilities rrule timeZone timezone`), bare],
  // Choices
  [named(`country color eventColor kind kinds type subType userType (?!errorType)\\w+(?:Type|Status|Unit|Language) status role channel model include watch
    watchFields messageTypes clearFields scopes scopesAssignedToOnly permissionsGranted permissionsWithheld dndBlock dndAllow optimizationPeriod
    emailReplyMode lastMessageDirection lastMessageAction searchWith recurringFrequency recurringIfTaken filterOperator\\d`), bare],
  // Ids, keys and tokens
  [named("contactId continueWithContactId"), contactId],
  [named("contacts contactIds"), listOf(contactId)],
  [named("userId assignedUserId taskAssignedTo"), userId],
  [named("userIds assignedTo followers mentions teamMembers"), listOf(userId)],
  [named("id \\w+Id"), otherId],
  [named("\\w+Ids"), listOf(otherId)],
  [named("\\w+Key ofLocation scoreProfile twilioSid twilioAuthToken"), code],
  // Users; in a calendar's (deprecated) notifications their email addresses
  [named("selectedUsers"), codes],
];

/** Labels that are not simply the field's name in words. */
const LABELS: Record<string, string> = {
  locationId: "Sub-Account", companyId: "Agency", businessId: "Company", groupId: "Calendar Group", pipelineStageId: "Stage", emailMessageId: "Email",
  formId: "Form ID", pixelId: "Pixel ID", visitorId: "Visitor ID", templateId: "Template ID",
  isActive: "Active", assignedTo: "Owner (Assigned To)", conversationProviderId: "Conversation Provider (Custom)", threadId: "Thread (Email)",
  assignedUserId: "Assigned To (User)", associationIds: "Associations", calendarIds: "Calendars", continueWithContactId: "Continue with Contact",
  customSubtypeId: "Subscription Type (Email)", firstObjectKey: "First Object", secondObjectKey: "Second Object", locationIds: "Sub-Accounts", mailgunApiKey: "Mailgun API Key",
  newCalendarId: "Move to Calendar", ofLocation: "Users of Sub-Account", replyMessageId: "Reply to Message", selectedUsers: "Users",
  taskAssignedTo: "Tasks Assigned To", twilioSid: "Twilio SID", userIds: "Followers (Users)",
};

/** A field's label in the form, such as "Contact" for `contactId`. */
export function labelOf(name: string): string {
  const inWords = name.replace(/Id(s?)$/, "$1").replace(/([a-z])([A-Z])/g, "$1 $2").replace(/ (Of|Per|In)\b/g, (word) => word.toLowerCase());
  return LABELS[name] ?? inWords.charAt(0).toUpperCase() + inWords.slice(1);
}

/**
 * The labels of fields by the API's names.
 * @param fields that are sent, and the props they are read from; what is made of several goes by the one of its own name, or by the first
 */
export function labelsOf(fields: { name: string; props: string[] }[], form: Form = {}): Record<string, string> {
  const sent = fields.map(({ name, props: [first = name, ...others] }) => [name, others.includes(name) ? name : first] as const);
  const named = [...Object.keys(form).map((prop) => [prop, prop] as const), ...sent];
  return Object.fromEntries(named.map(([name, prop]) => [name, form[prop]?.label ?? labelOf(prop)]));
}

/** The function that cleans the field of this name; undefined for prose. */
export function cleanerOf(name: string): Clean | undefined {
  return KINDS.find(([names]) => names.test(name))?.[1];
}

function cleanValue(value: unknown, clean: Clean, label: string): unknown {
  if (Array.isArray(value)) return value.map((item) => cleanValue(item, clean, label));
  // JSON is parsed, and its parts are cleaned, elsewhere.
  return typeof value === "string" && !/^[[{]/.test(visible(value)) ? clean(value, label) : value;
}

/**
 * The fields that are not prose (see {@link KINDS}), without what came along when they were pasted.
 * @param at where the fields stand, for errors: the label of the list or object they belong to
 * @throws ConfigurationError that names the field and the character, if one is left that this kind of field cannot have
 */
export function cleaned(fields: Fields, at?: string): Fields {
  return Object.fromEntries(Object.entries(fields).flatMap(([name, value]) => {
    const clean = cleanerOf(name);
    return clean ? [[name, cleanValue(value, clean, at === undefined ? labelOf(name) : `${at}, ${name}`)]] : [];
  }));
}

/**
 * A component's instance whose fields read as {@link cleaned}, and those with fixed choices as {@link chosen}; everything else
 * is the instance's own.
 * @throws ConfigurationError as these do
 */
export function withCleanForm<I extends Fields>(instance: I, form: Form = {}): I {
  const clean = { ...cleaned(instance), ...chosen(instance, form) };
  return new Proxy(instance, {
    get: (target, name) => (typeof name === "string" && Object.hasOwn(clean, name) ? clean[name] : Reflect.get(target, name)),
  });
}
