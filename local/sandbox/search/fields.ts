import { readMs } from "../clock.ts";
import type { Contact, CustomField } from "../model.ts";
import type { SortKey } from "./sorted-view.ts";

export type Operator = "eq" | "not_eq" | "contains" | "not_contains" | "exists" | "not_exists" | "range";

export interface SearchField {
  operators: readonly Operator[];
  /** The value to compare with a filter: a list for fields with several values, milliseconds for times. */
  read: (contact: Contact) => unknown;
  /** The format of a range's ends. */
  range?: "time" | "number";
}

const ID = ["eq", "not_eq"] as const;
const PRESENCE = ["exists", "not_exists"] as const;
const EXACT = [...ID, ...PRESENCE] as const;
const TEXT = [...ID, "contains", "not_contains", ...PRESENCE] as const;
const TIME = ["range", ...PRESENCE] as const;
const NUMBER = ["range", ...PRESENCE, ...ID] as const;

const lower = (text: string | undefined): string | undefined => text?.toLowerCase();
const time = (read: (contact: Contact) => number | undefined): SearchField => ({ operators: TIME, read, range: "time" });

/** First and last name in lower case, as in search results and filters. */
export const contactName = ({ firstName = "", lastName = "" }: Contact): string | undefined => lower(`${firstName} ${lastName}`.trim()) || undefined;

/** Contact fields for filters, with their operators (from the guide linked in POST /contacts/search). */
const FIELDS: Record<string, SearchField> = {
  id: { operators: ID, read: ({ id }) => id },
  contactName: { operators: EXACT, read: contactName },
  assignedTo: { operators: EXACT, read: ({ assignedTo }) => assignedTo },
  country: { operators: EXACT, read: ({ country }) => country },
  dnd: { operators: EXACT, read: ({ dnd }) => dnd },
  followers: { operators: EXACT, read: ({ followers }) => followers },
  isValidWhatsapp: { operators: EXACT, read: () => undefined },
  timezone: { operators: EXACT, read: ({ timezone }) => timezone },
  type: { operators: EXACT, read: ({ type }) => type },
  validEmail: { operators: EXACT, read: () => undefined },
  activeWorkflows: { operators: EXACT, read: ({ workflows }) => workflows },
  finishedWorkflows: { operators: EXACT, read: () => undefined },
  email: { operators: EXACT, read: ({ email }) => email },
  website: { operators: EXACT, read: ({ website }) => website },
  address: { operators: TEXT, read: ({ address1 }) => address1 },
  businessName: { operators: TEXT, read: ({ businessName }) => businessName },
  city: { operators: TEXT, read: ({ city }) => city },
  companyName: { operators: TEXT, read: ({ companyName }) => companyName },
  firstNameLowerCase: { operators: TEXT, read: ({ firstName }) => lower(firstName) },
  lastNameLowerCase: { operators: TEXT, read: ({ lastName }) => lower(lastName) },
  phone: { operators: TEXT, read: ({ phone }) => phone },
  postalCode: { operators: TEXT, read: ({ postalCode }) => postalCode },
  source: { operators: TEXT, read: ({ source }) => source },
  state: { operators: TEXT, read: ({ state }) => state },
  tags: { operators: TEXT, read: ({ tags }) => tags },
  dateAdded: time(({ dateAdded }) => dateAdded),
  dateUpdated: time(({ dateUpdated }) => dateUpdated),
  dateOfBirth: time(({ dateOfBirth }) => (dateOfBirth ? Date.parse(dateOfBirth) : undefined)),
  lastEmailClickedDate: time(() => undefined),
  lastEmailOpenedDate: time(() => undefined),
  lastAppointment: time(() => undefined),
  "opportunities.pipelineId": { operators: EXACT, read: () => undefined },
  "opportunities.pipelineStageId": { operators: EXACT, read: () => undefined },
  "opportunities.status": { operators: EXACT, read: () => undefined },
  "dndSettings.Email.status": { operators: ID, read: ({ dndSettings }) => dndSettings?.Email?.status },
  "dndSettings.SMS.status": { operators: ID, read: ({ dndSettings }) => dndSettings?.SMS?.status },
  "dndSettings.Call.status": { operators: ID, read: ({ dndSettings }) => dndSettings?.Call?.status },
  "inboundDndSettings.all.status": { operators: ID, read: ({ inboundDndSettings }) => inboundDndSettings?.all?.status },
};

/** Operators by data type of a custom field; other types cannot be searched. */
const CUSTOM_OPERATORS: Record<string, Pick<SearchField, "operators" | "range">> = {
  TEXT: { operators: TEXT },
  LARGE_TEXT: { operators: TEXT },
  SINGLE_OPTIONS: { operators: TEXT },
  RADIO: { operators: TEXT },
  PHONE: { operators: TEXT },
  CHECKBOX: { operators: EXACT },
  MULTIPLE_OPTIONS: { operators: EXACT },
  NUMERICAL: { operators: NUMBER, range: "number" },
  MONETORY: { operators: NUMBER, range: "number" },
  DATE: { operators: TIME, range: "time" },
};

/**
 * Finds a filter's field; undefined if there is no such field.
 * @param customFieldOf finds a custom field of the searched location by id
 */
export function searchField(name: string, customFieldOf: (id: string) => CustomField | undefined): SearchField | undefined {
  const [prefix, id = "", optionId] = name.split(".");
  if (prefix !== "customFields") return Object.hasOwn(FIELDS, name) ? FIELDS[name] : undefined;
  const field = customFieldOf(id);
  if (!field) return undefined;
  const valueOf = (contact: Contact) => contact.customFields.find((entry) => entry.id === id)?.value;
  if (optionId !== undefined) {
    if (field.dataType !== "TEXTBOX_LIST") return undefined;
    return { operators: TEXT, read: (contact) => (valueOf(contact) as Record<string, unknown> | undefined)?.[optionId] }; // a TEXTBOX_LIST stores text by option id
  }
  const rules = CUSTOM_OPERATORS[field.dataType];
  if (!rules) return undefined;
  return { ...rules, read: field.dataType === "DATE" ? (contact) => parseTime(valueOf(contact)) : valueOf };
}

function parseTime(value: unknown): number | undefined {
  const time = typeof value === "number" ? value : readMs(String(value));
  return Number.isNaN(time) ? undefined : time;
}

/** The sortable fields, with their sort values. */
export const SORT_KEYS: Record<string, SortKey> = {
  firstNameLowerCase: ({ firstName }) => lower(firstName),
  lastNameLowerCase: ({ lastName }) => lower(lastName),
  businessName: ({ businessName }) => lower(businessName),
  dateAdded: ({ dateAdded }) => dateAdded,
  dateUpdated: ({ dateUpdated }) => dateUpdated,
  email: ({ email }) => lower(email),
  dnd: ({ dnd }) => Number(dnd),
  source: ({ source }) => source,
};
