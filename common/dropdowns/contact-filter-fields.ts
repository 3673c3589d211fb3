import * as api from "../api/endpoints.ts";
import { boxesOf, customFieldsOf } from "../resources/custom-fields.ts";
import type { CustomField } from "../resources/custom-fields.ts";
import type { App, Option, OptionsCall } from "../core/types.ts";
import { distinct } from "./dropdown.ts";
import type { Choice } from "./dropdown.ts";
import { matching } from "./parts.ts";

/** HighLevel's operators, in words. */
export const OPERATORS: Record<string, string> = {
  eq: "is",
  not_eq: "is not",
  contains: "contains",
  not_contains: "does not contain",
  exists: "has a value",
  not_exists: "has no value",
  range: "lies between",
};

const IS = ["eq", "not_eq"];
/** Operators that take no value. */
export const THERE = ["exists", "not_exists"];
const TEXT = [...IS, "contains", "not_contains", ...THERE];
const EXACT = [...IS, ...THERE];
const TIME = ["range", ...THERE];

/** A contact field, with its label and the operators it takes. */
interface FilterField { label: string; operators: string[] }

const withOperators = (operators: string[], labels: Record<string, string>) =>
  Object.entries(labels).map(([field, label]): [string, FilterField] => [field, { label, operators }]);

/** Contact fields by HighLevel's name. @see https://marketplace.gohighlevel.com/docs/ghl/contacts/search-contacts-advanced */
export const FIELDS: ReadonlyMap<string, FilterField> = new Map([
  ...withOperators(IS, {
    id: "Contact ID",
    "dndSettings.Call.status": "DND: calls",
    "dndSettings.Email.status": "DND: emails",
    "dndSettings.SMS.status": "DND: text messages",
    "inboundDndSettings.all.status": "DND: all inbound",
  }),
  ...withOperators(EXACT, {
    activeWorkflows: "Active workflows",
    assignedTo: "Owner",
    contactName: "Full name",
    country: "Country",
    dnd: "DND: all channels",
    email: "Email",
    finishedWorkflows: "Finished workflows",
    followers: "Followers",
    isValidWhatsapp: "WhatsApp number is valid",
    timezone: "Time zone",
    type: "Contact type",
    validEmail: "Email is valid",
    website: "Website",
  }),
  ...withOperators(TEXT, {
    address: "Address",
    businessName: "Business name",
    city: "City",
    companyName: "Company name",
    firstNameLowerCase: "First name",
    lastNameLowerCase: "Last name",
    phone: "Phone",
    postalCode: "Postal code",
    source: "Source",
    state: "State",
    tags: "Tags",
  }),
  ...withOperators(TIME, {
    dateAdded: "Date added",
    dateOfBirth: "Date of birth",
    dateUpdated: "Date updated",
    lastAppointment: "Last appointment",
    lastEmailClickedDate: "Last email clicked",
    lastEmailOpenedDate: "Last email opened",
  }),
]);

/** Custom fields are named `customFields.{id}`, their text boxes `customFields.{id}.{optionId}`. */
export const CUSTOM = "customFields.";
/** Types whose operators are not those of text. Files and signatures cannot be searched. */
const CUSTOM_OPERATORS: Record<string, string[]> = {
  CHECKBOX: EXACT,
  MULTIPLE_OPTIONS: EXACT,
  NUMERICAL: ["range", ...EXACT],
  FLOAT: ["range", ...EXACT],
  MONETORY: ["range", ...EXACT],
  DATE: TIME,
  FILE_UPLOAD: [],
  SIGNATURE: [],
};

/** The operators of a custom field; empty where HighLevel cannot search by it. */
export const operatorsOf = ({ dataType }: CustomField): string[] => CUSTOM_OPERATORS[dataType] ?? TEXT;

function customOptions(field: CustomField): Choice[] {
  if (operatorsOf(field).length === 0) return [];
  const boxes = boxesOf(field);
  if (!boxes) return [{ label: `${field.name} (custom field)`, value: `${CUSTOM}${field.id}`, detail: field.fieldKey }];
  return boxes.map(({ id, label }) => ({ label: `${field.name}: ${label} (custom field)`, value: `${CUSTOM}${field.id}.${id}`, detail: field.fieldKey }));
}

/** The `options` of a filter's field: HighLevel's fields by label, then the sub-account's custom fields. */
async function fieldOptions(this: App, { locationId, page, query }: OptionsCall): Promise<Option[]> {
  if (page) return [];
  const own = [...FIELDS].map(([value, { label }]) => ({ label, value })).sort((a, b) => a.label.localeCompare(b.label));
  return matching(distinct([...own, ...(await customFieldsOf(this, "contact", locationId)).flatMap(customOptions)]), query);
}

/** The `options` of a filter's operator: those the chosen `field` takes. */
async function operatorOptions(this: App, { field, locationId, page, query }: OptionsCall): Promise<Option[]> {
  if (page) return [];
  const name = String(field ?? "");
  let allowed = FIELDS.get(name)?.operators ?? Object.keys(OPERATORS);
  if (name.startsWith(CUSTOM)) {
    const [, wanted] = name.split(".");
    const custom = (await customFieldsOf(this, "contact", locationId)).find(({ id }) => id === wanted);
    allowed = custom ? operatorsOf(custom) : TEXT;
  }
  return matching(allowed.map((operator) => ({ label: OPERATORS[operator] ?? operator, value: operator })), query);
}

export const filterField = {
  type: "string",
  label: "Filter: Field",
  description: "The field to filter by. Contacts must match all filters",
  optional: true,
  useQuery: true,
  reads: [api.getCustomFields],
  options: fieldOptions,
};

export const filterOperator = {
  type: "string",
  label: "Filter: Operator",
  description: "How to compare the field with the value",
  optional: true,
  useQuery: true,
  reads: [api.getCustomFields],
  options: operatorOptions,
};
