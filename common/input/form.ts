import { textsOf } from "../core/text/values.ts";
import type { Fields } from "../core/types.ts";
import { bare, visible } from "../core/text/characters.ts";
import { chosen } from "./choices.ts";
import type { Form } from "./choices.ts";
import { code, codes, idNotEmail, recordId } from "../core/text/code.ts";
import { bareEmail } from "../core/text/email.ts";
import { labelOf } from "../core/text/labels.ts";
import { searchedNumber } from "../core/text/phone.ts";

/** What people search for, with a phone number spelled as HighLevel spells it. Empty if there is no value. */
export const searchText = (value: unknown): string => searchedNumber(visible(value ?? ""));

/** @param instead what to do, where something else than an id was given */
type Clean = (text: string, label: string, instead: string) => string;

const listOf = (one: Clean): Clean => (text, label, instead) => codes(text, label, (part) => one(part, label, instead));
/** The search for conversations has a word for those that nobody has. */
const user: Clean = (text, label, instead) => (bare(text) === "unassigned" ? bare(text) : recordId(text, label, instead));
/** For ids that can be words; a name of several words is none. */
const orWord = (one: Clean): Clean => (text, label, instead) => (/\s/.test(bare(text)) ? recordId : one)(text, label, instead);

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
  [named(`country color eventColor kind eventTypes type subType userType (?!errorType)\\w+(?:Type|Status|Unit|Language) status role channel model include watch
    watchFields messageTypes clearFields scopes scopesAssignedToOnly permissionsGranted permissionsWithheld dndBlock dndAllow optimizationPeriod
    emailReplyMode lastMessageDirection lastMessageAction searchWith recurringFrequency recurringIfTaken filterOperator\\d`), bare],
  // Ids, keys and tokens
  // Other systems' ids, and places of a calendar
  [named("formId pixelId visitorId templateId meetingLocationId"), orWord(idNotEmail)],
  [named("contacts assignedTo followers mentions teamMembers"), listOf(user)],
  [named("id taskAssignedTo \\w+Id"), recordId],
  [named("\\w+Ids"), listOf(recordId)],
  [named("\\w+Key ofLocation scoreProfile twilioSid twilioAuthToken"), code],
  // Users, or roles; in a calendar's (deprecated) notifications email addresses
  [named("selectedUsers"), listOf(orWord(code))],
];

/** The label of a prop, for errors. */
export const labelIn = (form: Form = {}, prop: string): string => form[prop]?.label ?? labelOf(prop);

/** A field that is sent, and the props it is read from. */
interface Sent { name: string; props: string[] }

/** The prop whose label a field goes by: the one of its own name, or the first. */
export const mainProp = ({ name, props: [first = name, ...others] }: Sent): string => (others.includes(name) ? name : first);

/** The labels of fields that are sent, by the API's names. */
export function labelsOf(fields: Sent[], form: Form = {}): Record<string, string> {
  const sent = fields.map((field) => [field.name, mainProp(field)] as const);
  const named = [...Object.keys(form).map((prop) => [prop, prop] as const), ...sent];
  return Object.fromEntries(named.map(([name, prop]) => [name, labelIn(form, prop)]));
}

/** Fields of users, by any name. */
const USERS = named("userIds? assignedUserId selectedUsers assignedTo taskAssignedTo followers mentions teamMembers");
/** Ids for which the form has no list. */
const UNLISTED = named("formId pixelId visitorId templateId conversationProviderId customSubtypeId");

/** What an ID field asks for, in a word: "calendar" for `newCalendarId`. */
export function nounOf(name: string): string {
  if (USERS.test(name)) return "user";
  return labelOf(name).replace(/^(Move to|Reply to|Continue with|First|Second) | \(.*|s$/g, "").toLowerCase();
}

/** Ids of records by the field they stand in; whose the records are, the account says as well. */
export interface IdField {
  label: string;
  noun: string;
}

const IS_ID = /^(?!(location|company|additionalEmail)Id)(\w+Ids?|contacts)$/;

/** The fields of a form by the ids that are given in them. */
export function idFieldsOf(props: Fields, form: Form = {}): Record<string, IdField> {
  const fields = Object.keys(props).filter((name) => IS_ID.test(name) || USERS.test(name));
  return Object.fromEntries(fields.reverse().flatMap((name) => (
    textsOf(props[name]).flatMap((text) => text.split(",")).map((id) => [id.trim(), { label: labelIn(form, name), noun: nounOf(name) }])
  )));
}

/** What to do where something else than an id stands in an ID field. */
function insteadOf(name: string): string {
  const noun = nounOf(name);
  if (UNLISTED.test(name)) return "Enter its ID.";
  if (noun === "contact") return "Use Find Contact first and pass on the ID that it returns, or choose the contact from the list.";
  return `Choose the ${noun} from the list.`;
}

/** The function that cleans the field of this name; undefined for prose. */
export function cleanerOf(name: string): Clean | undefined {
  return KINDS.find(([names]) => names.test(name))?.[1];
}

function cleanValue(value: unknown, clean: (text: string) => string): unknown {
  if (Array.isArray(value)) return value.map((item) => cleanValue(item, clean));
  // JSON is parsed, and its parts are cleaned, elsewhere.
  return typeof value === "string" && !/^[[{]/.test(visible(value)) ? clean(value) : value;
}

/**
 * The fields that are not prose (see {@link KINDS}), without what came along when they were pasted.
 * @param at where the fields stand, for errors: the label of the list or object they belong to
 * @param form whose labels errors have
 * @throws ConfigurationError that names the field and the character, if one is left that this kind of field cannot have
 */
export function cleaned(fields: Fields, at?: string, form: Form = {}): Fields {
  return Object.fromEntries(Object.entries(fields).flatMap(([name, value]) => {
    const clean = cleanerOf(name);
    const [label, instead] = at === undefined ? [labelIn(form, name), insteadOf(name)] : [`${at}, ${name}`, "Enter the ID instead."];
    return clean ? [[name, cleanValue(value, (text) => clean(text, label, instead))]] : [];
  }));
}

/**
 * A component's instance whose fields read as {@link cleaned}, and those with fixed choices as {@link chosen}; everything else
 * is the instance's own.
 * @throws ConfigurationError as these do
 */
export function withCleanForm<I extends Fields>(instance: I, form: Form = {}): I {
  const clean = { ...cleaned(instance, undefined, form), ...chosen(instance, form) };
  return new Proxy(instance, {
    get: (target, name) => (typeof name === "string" && Object.hasOwn(clean, name) ? clean[name] : Reflect.get(target, name)),
  });
}
