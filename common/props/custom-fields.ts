import { ConfigurationError } from "@pipedream/platform";
import { emailAddress, objectField, phoneNumber } from "../actions/checks.ts";
import type { FieldSpec, Input } from "../actions/fields.ts";
import { isEmpty, objectOf, textsOf } from "../actions/values.ts";
import { fingerprint } from "../fingerprint.ts";
import { choicesOf, customFieldsOf, findCustomField } from "../resources/custom-fields.ts";
import type { CustomField } from "../resources/custom-fields.ts";
import { customFieldsOfLocation } from "../resources/lookups.ts";
import { bare, visible } from "../text/characters.ts";
import { fileNameOf, linksOf } from "../text/links.ts";
import { isoDate } from "../time.ts";
import type { Fields } from "../types.ts";

const SLOTS = 10;
const fieldProp = (slot: number) => `customField${slot}`;
const valueProp = (slot: number) => `customFieldValue${slot}`;
const slotNumbers = Array.from({ length: SLOTS }, (_, index) => index + 1);

/** Spread into an operation: the props of ten custom-field slots, and one object for more. */
export function customFieldSlots(app: unknown, model: "contact" | "opportunity"): Fields {
  const slots = slotNumbers.flatMap((slot): [string, Fields][] => [
    [fieldProp(slot), {
      propDefinition: [app, "customField", ({ locationId }: Fields) => ({ locationId, model })],
      label: `Custom Field ${slot}`,
      optional: true,
    }],
    [valueProp(slot), {
      propDefinition: [app, "customFieldValue", (configured: Fields) => ({
        locationId: configured.locationId,
        model,
        customField: configured[fieldProp(slot)],
      })],
      label: `Custom Field ${slot} Value`,
      optional: true,
    }],
  ]);
  return {
    ...Object.fromEntries(slots),
    customFields: {
      type: "object",
      label: "More Custom Fields",
      description: "Further custom fields: on the left the field's id, key or name, on the right its value. Example: `{ \"Shirt size\": \"L\", \"contact.birthday_club\": \"Yes\" }`",
      optional: true,
    },
  };
}

interface Entry { wanted: string; value: unknown; label: string }

function entriesOf(props: Fields): Entry[] {
  const slots = slotNumbers.flatMap((slot): Entry[] => {
    const [wanted, value] = [props[fieldProp(slot)], props[valueProp(slot)]];
    if (isEmpty(wanted)) {
      if (isEmpty(value)) return [];
      throw new ConfigurationError(`Custom Field ${slot} Value is filled in, but Custom Field ${slot} is not. Choose the field.`);
    }
    return isEmpty(value) ? [] : [{ wanted: String(wanted), value, label: `Custom Field ${slot} Value` }];
  });
  const more = Object.entries(objectField(props.customFields, "More Custom Fields"));
  return [...slots, ...more.filter(([, value]) => !isEmpty(value)).map(([wanted, value]) => ({ wanted: visible(wanted), value, label: `More Custom Fields, "${wanted}"` }))];
}

function choice(field: CustomField, value: string, label: string): string {
  const choices = choicesOf(field);
  if (choices.length === 0) return value;
  const match = choices.find((option) => option === value) ?? choices.find((option) => option.toLowerCase() === value.trim().toLowerCase());
  if (match !== undefined) return match;
  if (field.isAllowedCustomOption === true) return value;
  throw new ConfigurationError(`${label}: "${value}" is no option of the custom field "${field.name}". Its options are: ${choices.join(", ")}.`);
}

function number(field: CustomField, value: unknown, label: string): number {
  const text = bare(value).replace(/^[$€£]\s*/, "");
  if (/^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  throw new ConfigurationError(`${label}: the custom field "${field.name}" takes a number, such as 1250.50, not "${String(value)}".`);
}

/** Files are sent as a map; a link becomes an entry of it under a key that stays the same for the same link. */
function files(field: CustomField, value: unknown, label: string): Fields {
  return objectOf(value) ?? Object.fromEntries(linksOf(value).map((link) => {
    if (!/^https?:\/\/\S+$/i.test(link) || !URL.canParse(link)) {
      throw new ConfigurationError(`${label}: the custom field "${field.name}" takes links to files, such as https://example.com/contract.pdf, not "${link}".`);
    }
    const uuid = fingerprint(link, 22);
    return [uuid, { meta: { fieldname: field.id, originalname: fileNameOf(link), uuid }, url: link }];
  }));
}

function textBoxes(field: CustomField, value: unknown, label: string): Fields {
  const boxes = objectOf(value);
  if (boxes) return boxes;
  throw new ConfigurationError(`${label}: the custom field "${field.name}" has several text boxes. Write JSON: { "id of the box": "text" }.`);
}

const labelled = (label: string, field: CustomField) => `${label} (custom field "${field.name}")`;

type Reader = (field: CustomField, value: unknown, label: string) => unknown;
const one: Reader = (field, value, label) => choice(field, String(value), label);
// An option may have commas of its own.
const many: Reader = (field, value, label) => textsOf(choicesOf(field).includes(String(value)) ? [value] : value).map((item) => choice(field, item, label));

/** How the value of each kind of field is checked and sent. Kinds that are not listed are text: "00123" stays as it is. */
const READERS: Record<string, Reader> = {
  NUMERICAL: number,
  FLOAT: number,
  MONETORY: number,
  DATE: (field, value, label) => isoDate(value, labelled(label, field)),
  SINGLE_OPTIONS: one,
  RADIO: one,
  CHECKBOX: many,
  MULTIPLE_OPTIONS: many,
  PHONE: (field, value, label) => phoneNumber(value, labelled(label, field)),
  EMAIL: (field, value, label) => emailAddress(value, labelled(label, field)),
  FILE_UPLOAD: files,
  TEXTBOX_LIST: textBoxes,
};

async function readCustomFields({ app, props }: Input, model: string): Promise<Fields[] | undefined> {
  const entries = entriesOf(props);
  if (entries.length === 0) return undefined;
  const fields = await customFieldsOf(app, model, props.locationId);
  const rows = entries.map(({ wanted, value, label }) => {
    const field = findCustomField(fields, wanted);
    if (!field) throw new ConfigurationError(`${label}: there is no custom field "${wanted}" in this sub-account. Choose one from the list.`);
    const read = READERS[field.dataType] ?? ((_, text) => (typeof text === "object" ? JSON.stringify(text) : String(text)));
    return { id: field.id, field_value: read(field, value, label) };
  });
  const twice = rows.find(({ id }, index) => rows.findIndex((row) => row.id === id) !== index);
  if (twice) throw new ConfigurationError(`The custom field "${findCustomField(fields, twice.id)?.name}" is filled in twice. Keep one of the values.`);
  return rows;
}

/** The body's `customFields`, from the ten slots and the object; values are checked against the fields' kinds before anything is sent. */
export function customFieldsOfModel(model: "contact" | "opportunity"): FieldSpec {
  return {
    name: "customFields",
    props: ["customFields", ...slotNumbers.flatMap((slot) => [fieldProp(slot), valueProp(slot)])],
    calls: [customFieldsOfLocation],
    read: (input) => readCustomFields(input, model),
  };
}
