import { ConfigurationError } from "#platform";
import { isEmpty } from "../core/text/values.ts";
import { HighLevelError, isMissingScope } from "../api/http/errors.ts";
import { boxesOf, customFieldsOf } from "../resources/custom-fields.ts";
import type { CustomField } from "../resources/custom-fields.ts";
import type { App, Fields } from "../core/types.ts";
import { CUSTOM, FIELDS, OPERATORS, operatorsOf, THERE } from "../dropdowns/contact-filter-fields.ts";
import { listOrScalar, needsZone, parseJson, rangeOf } from "./contact-filter-values.ts";
import { meantField } from "./meant-field.ts";
import { dependsOn } from "../dropdowns/dropdown.ts";

const ROWS = 5;
const rowNumbers = Array.from({ length: ROWS }, (_, index) => index + 1);
const fieldProp = (row: number) => `filterField${row}`;
const operatorProp = (row: number) => `filterOperator${row}`;
const valueProp = (row: number) => `filterValue${row}`;

/** Spread into an operation: the filters of the contact search as form fields, and JSON for nested groups. */
export function contactFilterProps(app: unknown): Fields {
  const rows = rowNumbers.flatMap((row): [string, Fields][] => [
    [fieldProp(row), {
      propDefinition: [app, "filterField", dependsOn("locationId")],
      label: `Filter ${row}: Field`,
    }],
    [operatorProp(row), {
      propDefinition: [app, "filterOperator", dependsOn("locationId", { field: fieldProp(row) })],
      label: `Filter ${row}: Operator`,
    }],
    [valueProp(row), {
      type: "string",
      label: `Filter ${row}: Value`,
      description: "The value to compare with. Write a phone number with its country code, such as `+12025550143`. To match any of several values, write a JSON list such as `[\"vip\", \"partner\"]`. For \"lies between\" write both ends with two dots, such as `2026-01-01..2026-03-31` (both days included) or `100..`. Dates and times without offset are the sub-account's, whose time zone costs one more request an hour; `2026-01-01T00:00:00-05:00..` costs none",
      optional: true,
    }],
  ]);
  return {
    ...Object.fromEntries(rows),
    filters: {
      type: "string",
      label: "Filters (JSON)",
      description: "Filters in HighLevel's own format, for nested groups. They apply in addition to the filters above. Example: `[{ \"group\": \"OR\", \"filters\": [{ \"field\": \"tags\", \"operator\": \"eq\", \"value\": \"vip\" }, { \"field\": \"dnd\", \"operator\": \"eq\", \"value\": false }] }]`",
      optional: true,
    },
  };
}

/** Names of the props that {@link contactFilterProps} makes. */
export const contactFilterPropNames = ["filters", ...rowNumbers.flatMap((row) => [fieldProp(row), operatorProp(row), valueProp(row)])];

/** A custom field's key, as HighLevel's own screens write it: {{ contact.shirt_size }}. */
const KEY = /^(\{\{.*\}\}|contact\..+)$/i;

/** The id of the contacts' custom field with a key (or name). @param label of the form's field, for errors */
export async function contactFieldId(app: App, locationId: unknown, { key, label, deadline }: { key: string; label: string; deadline?: number }): Promise<string> {
  return meantField(await customFieldsOf(app, "contact", locationId, deadline), key, label).id;
}

/**
 * The form with the names of HighLevel's search where a row holds the key of a custom field.
 * @param idOf the id of the custom field with that key; asked for keys only. `label` is the row's, for errors
 */
export async function withCustomFieldIds(props: Fields, idOf: (key: string, label: string) => Promise<string>): Promise<Fields> {
  const found: Fields = Object.fromEntries(["locationId", ...contactFilterPropNames].map((name) => [name, props[name]]));
  for (const row of rowNumbers) {
    const key = String(props[fieldProp(row)] ?? "").trim();
    if (KEY.test(key)) found[fieldProp(row)] = `${CUSTOM}${await idOf(key, `Filter ${row}: Field`)}`;
  }
  return found;
}

/** A row of the form that is filled in. */
interface Row { row: number; field: string; operator: string; value: unknown }

function rowsOf(props: Fields): Row[] {
  return rowNumbers.flatMap((row) => {
    const [field, operator, value] = [props[fieldProp(row)], props[operatorProp(row)], props[valueProp(row)]];
    if (isEmpty(field) && isEmpty(operator) && isEmpty(value)) return [];
    if (isEmpty(field)) throw new ConfigurationError(`Filter ${row}: Field is empty. Choose a field, or empty the whole row.`);
    if (isEmpty(operator)) throw new ConfigurationError(`Filter ${row}: Operator is empty. Choose how the field is compared.`);
    return [{ row, field: String(field), operator: String(operator), value }];
  });
}

function checkOperator({ row, operator }: Row, label: string, allowed: string[]): void {
  if (allowed.length === 0) throw new ConfigurationError(`Filter ${row}: HighLevel cannot search by "${label}". Choose a field from the list.`);
  if (allowed.includes(operator)) return;
  throw new ConfigurationError(`Filter ${row}: the field "${label}" cannot be compared with "${OPERATORS[operator] ?? operator}". Possible: ${allowed.map((key) => OPERATORS[key]).join(", ")}.`);
}

function checkRow(row: Row): void {
  const { field, operator, value } = row;
  const known = FIELDS.get(field);
  // Which of them a custom field takes is for `checkCustomFilters`: it costs a request.
  checkOperator(row, known?.label ?? field, field.startsWith(CUSTOM) ? Object.keys(OPERATORS) : known?.operators ?? []);
  if (!THERE.includes(operator) && isEmpty(value)) {
    throw new ConfigurationError(`Filter ${row.row}: Value is empty. Fill it in, or choose the operator "has no value".`);
  }
}

function filterOf({ row, field, operator, value }: Row, timeZone: string | undefined): Fields {
  if (THERE.includes(operator)) return { field, operator };
  const label = `Filter ${row}: Value`;
  return { field, operator, value: operator === "range" ? rangeOf(field, value, label, timeZone) : listOrScalar(field, operator, value, label) };
}

function jsonFilters(value: unknown): unknown[] {
  if (isEmpty(value)) return [];
  const label = "Filters (JSON)";
  const list = [typeof value === "string" ? parseJson(value, label) : value].flat();
  if (list.every((filter) => filter !== null && typeof filter === "object" && ("field" in filter || "group" in filter))) return list;
  throw new ConfigurationError(`${label}: each filter needs a "field" or a "group". Compare it with the example in the field's description.`);
}

/**
 * The filters of a form in HighLevel's grammar, all of which have to apply: the rows, then the JSON.
 * @param zoneOf asks for the sub-account's time zone; needed where a row holds a date or time without offset
 * @throws ConfigurationError that names the row
 */
export async function contactFilters(props: Fields, zoneOf: () => Promise<string>): Promise<unknown[]> {
  const rows = rowsOf(props);
  rows.forEach(checkRow);
  const json = jsonFilters(props.filters);
  // Read once without the zone, so that what is wrong is told before anything is asked.
  const filters = rows.map((row) => filterOf(row, undefined));
  if (!rows.some(({ field, operator, value }) => operator === "range" && needsZone(field, value))) return [...filters, ...json];
  const timeZone = await zoneOf();
  return [...rows.map((row) => filterOf(row, timeZone)), ...json];
}

function checkCustom(row: Row, fields: CustomField[]): void {
  const [, id = "", box = ""] = row.field.split(".");
  const field = fields.find((candidate) => candidate.id === id);
  if (!field) throw new ConfigurationError(`Filter ${row.row}: there is no custom field "${id}" in this sub-account. Choose one from the list.`);
  if (boxesOf(field)?.every(({ id: known }) => known !== box)) {
    throw new ConfigurationError(`Filter ${row.row}: the custom field "${field.name}" has several text boxes. Choose one of them from the list.`);
  }
  checkOperator(row, field.name, operatorsOf(field));
}

/**
 * Checks the rows with custom fields against the sub-account's; costs 1 request where there are any, so it is for the
 * start of a trigger. Where the account lacks the scope to look them up, they are left to HighLevel.
 * @param deadline epoch ms
 * @throws ConfigurationError that names the row
 */
export async function checkCustomFilters(app: App, props: Fields, deadline?: number): Promise<void> {
  const rows = rowsOf(props).filter(({ field }) => field.startsWith(CUSTOM));
  if (rows.length === 0) return;
  let fields: CustomField[];
  try {
    fields = await customFieldsOf(app, "contact", props.locationId, deadline);
  } catch (error) {
    if (isMissingScope(error)) return;
    throw error;
  }
  for (const row of rows) checkCustom(row, fields);
}

/**
 * HighLevel's refusal of a search with the row of the form it is about, where that can be told; any other error as it is.
 * @param before how many filters were sent in the group before those of {@link contactFilters}
 */
export function withFilterRow(error: unknown, props: Fields, before: number): unknown {
  if (!(error instanceof HighLevelError) || error.kind !== "invalid") return error;
  const said = error.message.split(". ", 1).join();
  const rows = rowsOf(props);
  const place = /\bfilters\.0\.filters\.(\d+)\b/.exec(said)?.[1];
  const index = place === undefined
    ? rows.findIndex(({ field }) => said.endsWith(` ${field}`))
    : Number(place) - before;
  if (index < 0) return error;
  const found = rows[index];
  const where = found ? `Filter ${found.row} (${FIELDS.get(found.field)?.label ?? found.field})` : "Filters (JSON)";
  return new HighLevelError(`Look at ${where}: HighLevel refuses it. ${error.message}`, error.kind, error.status, error.traceId);
}
