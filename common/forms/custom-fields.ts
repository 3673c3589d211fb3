import { ConfigurationError } from "#platform";
import { objectField } from "../input/checks.ts";
import type { FieldSpec, Input } from "../input/fields.ts";
import { isEmpty, objectOf, parsedList } from "../core/text/values.ts";
import { customFieldsOf, VALUE_KEYS } from "../resources/custom-fields.ts";
import { customFieldsOfLocation } from "../resources/lookups.ts";
import { visible } from "../core/text/characters.ts";
import type { Fields } from "../core/types.ts";
import { customFieldValue } from "./custom-field-values.ts";
import type { Model } from "./custom-field-values.ts";
import { dependsOnWith } from "../dropdowns/dropdown.ts";
import { meantField } from "./meant-field.ts";

const SLOTS = 10;
const fieldProp = (slot: number) => `customField${slot}`;
const valueProp = (slot: number) => `customFieldValue${slot}`;
const slotNumbers = Array.from({ length: SLOTS }, (_, index) => index + 1);

/** Spread into an operation: the props of ten custom-field slots, and one object for more. */
export function customFieldSlots(app: unknown, model: Model): Fields {
  const slots = slotNumbers.flatMap((slot): [string, Fields][] => [
    [fieldProp(slot), {
      propDefinition: [app, "customField", dependsOnWith({ model }, "locationId")],
      label: `Custom Field ${slot}`,
      optional: true,
    }],
    [valueProp(slot), {
      propDefinition: [app, "customFieldValue", dependsOnWith({ model }, "locationId", { customField: fieldProp(slot) })],
      label: `Custom Field ${slot} Value`,
      optional: true,
    }],
  ]);
  return {
    ...Object.fromEntries(slots),
    customFields: {
      type: "object",
      label: "More Custom Fields",
      description: "More custom fields: the field's id, key or name on the left, its value on the right. Example: `{ \"Shirt size\": \"L\", \"contact.birthday_club\": \"Yes\" }`. You can also pass on the `customFields` of an event as they are",
      optional: true,
    },
  };
}

/** A custom field of the form that is filled in. */
interface Entry {
  wanted: string;
  value: unknown;
  /** Of the value. */
  label: string;
  /** Of the prop that names the field, where that is another one. */
  fieldLabel?: string;
}

const wantedIn = (row: Fields | undefined): unknown => row?.id ?? row?.key ?? row?.fieldKey ?? row?.name;

/** The value, also where a whole row of HighLevel's lists was handed over: `{ id, value }`, `{ id, fieldValueDate, type }`, ... */
function unwrapped(value: unknown): unknown {
  const row = objectOf(value);
  // A sum of money has a `value` too, but no id.
  const key = row && VALUE_KEYS.find((name) => name in row && (name !== "value" || !isEmpty(wantedIn(row))));
  return row && key !== undefined ? row[key] : value;
}

function entryOfRow(item: unknown, label: string): Entry {
  const row = objectOf(item);
  const [wanted, value] = [wantedIn(row), unwrapped(row)];
  if (row && !isEmpty(wanted) && value !== row) return { wanted: String(wanted), value, label };
  throw new ConfigurationError(`${label}: this is no custom field with its value. Write it like { "id": "id, key or name of the field", "value": "L" }.`);
}

/** Of the object: by id, key or name. Or of the list as an earlier step hands it over. */
function moreEntries(value: unknown): Entry[] {
  const label = "More Custom Fields";
  const rows = typeof value === "string" ? parsedList(value) : value;
  if (Array.isArray(rows)) return rows.map((row, index) => entryOfRow(row, `${label}, item ${index + 1}`));
  return Object.entries(objectField(value, label)).map(([wanted, given]) => ({ wanted, value: unwrapped(given), label: `${label}, "${wanted}"` }));
}

function entriesOf(props: Fields): Entry[] {
  const slots = slotNumbers.flatMap((slot): Entry[] => {
    const [wanted, value] = [props[fieldProp(slot)], unwrapped(props[valueProp(slot)])];
    if (!isEmpty(wanted)) return [{ wanted: String(wanted), value, label: `Custom Field ${slot} Value`, fieldLabel: `Custom Field ${slot}` }];
    if (isEmpty(value)) return [];
    throw new ConfigurationError(`Custom Field ${slot} Value is filled in, but Custom Field ${slot} is not. Choose the field.`);
  });
  return [...slots, ...moreEntries(props.customFields)]
    .filter(({ value }) => !isEmpty(value))
    .map((entry) => ({ ...entry, wanted: visible(entry.wanted) }));
}

async function readCustomFields({ app, props }: Input, model: Model): Promise<Fields[] | undefined> {
  const entries = entriesOf(props);
  if (entries.length === 0) return undefined;
  const fields = await customFieldsOf(app, model, props.locationId);
  const rows = entries.map(({ wanted, value, label, fieldLabel = label }) => {
    const field = meantField(fields, wanted, fieldLabel);
    return { field, value: customFieldValue(field, value, label, model) };
  });
  const twice = rows.find(({ field }, index) => rows.findIndex((row) => row.field === field) !== index);
  if (twice) throw new ConfigurationError(`The custom field "${twice.field.name}" is filled in twice. Keep one of the values.`);
  return rows.map(({ field, value }) => ({ id: field.id, field_value: value }));
}

/** The body's `customFields`, from the ten slots and the object; values are checked against the fields' kinds before anything is sent. */
export function customFieldsOfModel(model: Model): FieldSpec {
  return {
    name: "customFields",
    props: ["customFields", ...slotNumbers.flatMap((slot) => [fieldProp(slot), valueProp(slot)])],
    calls: [customFieldsOfLocation],
    read: (input) => readCustomFields(input, model),
  };
}
