import { ConfigurationError } from "@pipedream/platform";
import { isEmpty } from "../actions/fields.ts";
import { customFieldsOf } from "../resources/custom-fields.ts";
import { isoWithOffset } from "../time.ts";
import type { App, Fields, Option, OptionsCall } from "../types.ts";

const ROWS = 5;
/** HighLevel refuses longer values. */
const MAX_VALUE = 75;
const rowNumbers = Array.from({ length: ROWS }, (_, index) => index + 1);
const fieldProp = (row: number) => `filterField${row}`;
const operatorProp = (row: number) => `filterOperator${row}`;
const valueProp = (row: number) => `filterValue${row}`;

const OPERATORS: Record<string, string> = {
  eq: "is",
  not_eq: "is not",
  contains: "contains",
  not_contains: "does not contain",
  exists: "has a value",
  not_exists: "has no value",
  range: "lies between",
};

const IS = ["eq", "not_eq"];
const THERE = ["exists", "not_exists"];
const TEXT = [...IS, "contains", "not_contains", ...THERE];
const EXACT = [...IS, ...THERE];
const TIME = ["range", ...THERE];

/** What can be asked of which field. @see https://marketplace.gohighlevel.com/docs/ghl/contacts/search-contacts-advanced */
const FIELDS: Record<string, string[]> = {
  id: IS,
  ...Object.fromEntries([
    "activeWorkflows", "assignedTo", "contactName", "country", "dnd", "email", "finishedWorkflows", "followers",
    "isValidWhatsapp", "timezone", "type", "validEmail", "website",
  ].map((field) => [field, EXACT])),
  ...Object.fromEntries([
    "address", "businessName", "city", "companyName", "firstNameLowerCase", "lastNameLowerCase", "phone", "postalCode",
    "source", "state", "tags",
  ].map((field) => [field, TEXT])),
  ...Object.fromEntries([
    "dateAdded", "dateOfBirth", "dateUpdated", "lastAppointment", "lastEmailClickedDate", "lastEmailOpenedDate",
  ].map((field) => [field, TIME])),
  ...Object.fromEntries([
    "dndSettings.Call.status", "dndSettings.Email.status", "dndSettings.SMS.status", "inboundDndSettings.all.status",
  ].map((field) => [field, IS])),
};
const BOOLEANS = new Set(["dnd", "isValidWhatsapp", "validEmail"]);

const CUSTOM = "customFields.";
const CUSTOM_OPERATORS: Record<string, string[]> = {
  CHECKBOX: EXACT,
  MULTIPLE_OPTIONS: EXACT,
  NUMERICAL: ["range", ...EXACT],
  FLOAT: ["range", ...EXACT],
  MONETORY: ["range", ...EXACT],
  DATE: TIME,
};

async function fieldOptions(this: App, { locationId, page }: OptionsCall): Promise<Option[]> {
  if (page) return [];
  const custom = await customFieldsOf(this, "contact", locationId);
  return [
    ...Object.keys(FIELDS).sort().map((field) => ({ label: field, value: field })),
    ...custom.map(({ id, name }) => ({ label: `${name} (custom field)`, value: `${CUSTOM}${id}` })),
  ];
}

async function operatorOptions(this: App, { field, locationId, page }: OptionsCall): Promise<Option[]> {
  if (page) return [];
  const name = String(field ?? "");
  let allowed = FIELDS[name] ?? Object.keys(OPERATORS);
  if (name.startsWith(CUSTOM)) {
    const custom = (await customFieldsOf(this, "contact", locationId)).find(({ id }) => name === CUSTOM + id);
    allowed = CUSTOM_OPERATORS[custom?.dataType ?? ""] ?? TEXT;
  }
  return allowed.map((operator) => ({ label: OPERATORS[operator] ?? operator, value: operator }));
}

/** Spread into an operation: the filters of the contact search as form fields, and JSON for nested groups. */
export function contactFilterProps(app: unknown): Fields {
  const rows = rowNumbers.flatMap((row): [string, Fields][] => [
    [fieldProp(row), {
      propDefinition: [app, "filterField", ({ locationId }: Fields) => ({ locationId })],
      label: `Filter ${row}: Field`,
    }],
    [operatorProp(row), {
      propDefinition: [app, "filterOperator", (configured: Fields) => ({ locationId: configured.locationId, field: configured[fieldProp(row)] })],
      label: `Filter ${row}: Operator`,
    }],
    [valueProp(row), {
      type: "string",
      label: `Filter ${row}: Value`,
      description: "What to compare with. For \"lies between\" write both ends with two dots, such as `2026-01-01..2026-03-31` or `100..`; for several values that are all right, a JSON list such as `[\"vip\", \"partner\"]`",
      optional: true,
    }],
  ]);
  return {
    ...Object.fromEntries(rows),
    filters: {
      type: "string",
      label: "Filters (JSON)",
      description: "Filters in HighLevel's own form, for nested groups; they apply together with the rows above. Example: `[{ \"group\": \"OR\", \"filters\": [{ \"field\": \"tags\", \"operator\": \"eq\", \"value\": \"vip\" }, { \"field\": \"dnd\", \"operator\": \"eq\", \"value\": false }] }]`",
      optional: true,
    },
  };
}

/** Names of the props that {@link contactFilterProps} makes. */
export const contactFilterPropNames = ["filters", ...rowNumbers.flatMap((row) => [fieldProp(row), operatorProp(row), valueProp(row)])];

export const contactFilterDefinitions = {
  filterField: {
    type: "string",
    label: "Filter: Field",
    description: "Only contacts for which this is true. All filters must apply",
    optional: true,
    options: fieldOptions,
  },
  filterOperator: {
    type: "string",
    label: "Filter: Operator",
    description: "How the field is compared with the value",
    optional: true,
    options: operatorOptions,
  },
};

function endOf(text: string, label: string): string | number | undefined {
  const value = text.trim();
  if (!value) return undefined;
  return /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : isoWithOffset(value, label);
}

function rangeOf(value: unknown, label: string): Fields {
  const parts = String(value).split("..");
  const [gte, lte] = parts.map((part) => endOf(part, label));
  if (parts.length !== 2 || (gte === undefined && lte === undefined)) {
    throw new ConfigurationError(`${label}: write both ends with two dots between, such as 2026-01-01..2026-03-31 (one end may be left out), not "${String(value)}".`);
  }
  return { ...(gte !== undefined && { gte }), ...(lte !== undefined && { lte }) };
}

function scalar(field: string, value: unknown, label: string): unknown {
  if (BOOLEANS.has(field)) {
    if (/^(true|yes)$/i.test(String(value))) return true;
    if (/^(false|no)$/i.test(String(value))) return false;
    throw new ConfigurationError(`${label}: the field ${field} is compared with true or false, not "${String(value)}".`);
  }
  const text = String(value);
  if (text.length > MAX_VALUE) throw new ConfigurationError(`${label} is longer than the ${MAX_VALUE} characters that HighLevel allows.`);
  return text;
}

function listOrScalar(field: string, value: unknown, label: string): unknown {
  const text = String(value).trim();
  const list = Array.isArray(value) ? value : text.startsWith("[") ? parseJson(text, label) : undefined;
  return Array.isArray(list) ? list.map((item) => scalar(field, item, label)) : scalar(field, value, label);
}

function parseJson(text: string, label: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ConfigurationError(`${label} is not valid JSON. Compare it with the example in the field's description.`);
  }
}

function rowFilter(props: Fields, row: number): Fields[] {
  const [field, operator, value] = [props[fieldProp(row)], props[operatorProp(row)], props[valueProp(row)]];
  if (isEmpty(field) && isEmpty(operator) && isEmpty(value)) return [];
  if (isEmpty(field)) throw new ConfigurationError(`Filter ${row}: Field is empty. Choose a field, or empty the whole row.`);
  if (isEmpty(operator)) throw new ConfigurationError(`Filter ${row}: Operator is empty. Choose how the field is compared.`);
  const name = String(field);
  const how = String(operator);
  const allowed = name.startsWith(CUSTOM) ? Object.keys(OPERATORS) : FIELDS[name];
  if (!allowed) throw new ConfigurationError(`Filter ${row}: HighLevel cannot search by "${name}". Choose a field from the list.`);
  if (!allowed.includes(how)) {
    throw new ConfigurationError(`Filter ${row}: the field ${name} cannot be compared with "${OPERATORS[how] ?? how}". Possible: ${allowed.map((key) => OPERATORS[key]).join(", ")}.`);
  }
  if (THERE.includes(how)) return [{ field: name, operator: how }];
  const label = `Filter ${row}: Value`;
  if (isEmpty(value)) throw new ConfigurationError(`${label} is empty. Fill it in, or choose the operator "has no value".`);
  return [{ field: name, operator: how, value: how === "range" ? rangeOf(value, label) : listOrScalar(name, value, label) }];
}

/**
 * The filters of a form in HighLevel's grammar, all of which have to apply.
 * @throws ConfigurationError that names the row
 */
export function contactFilters(props: Fields): Fields[] {
  const rows = rowNumbers.flatMap((row) => rowFilter(props, row));
  if (isEmpty(props.filters)) return rows;
  const raw = typeof props.filters === "string" ? parseJson(props.filters, "Filters (JSON)") : props.filters;
  const list = Array.isArray(raw) ? raw : [raw];
  if (!list.every((filter) => filter !== null && typeof filter === "object" && ("field" in filter || "group" in filter))) {
    throw new ConfigurationError("Filters (JSON): each filter needs a \"field\" or a \"group\". Compare it with the example in the field's description.");
  }
  return [...rows, ...list];
}
