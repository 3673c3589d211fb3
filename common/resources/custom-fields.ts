import { collect } from "../api/pagination/collect.ts";
import { nameKey, visible } from "../core/text/characters.ts";
import { fieldsOf, isRecord } from "../core/text/values.ts";
import type { App, Fields } from "../core/types.ts";
import { bestFits } from "./best-fits.ts";
import { customFieldsOfLocation } from "./lookups.ts";

export interface CustomField extends Fields {
  id: string;
  name: string;
  fieldKey?: string;
  dataType: string;
  picklistOptions?: unknown[];
}

/** Names for a custom field's value in contacts, opportunities and the API; opportunity searches use one per type. */
export const VALUE_KEYS = ["value", "fieldValue", "fieldValueString", "fieldValueNumber", "fieldValueDate", "fieldValueArray", "fieldValueFiles", "field_value"];

/** One box of a text box list. */
export interface TextBox {
  id: string;
  label: string;
}

/**
 * The custom fields of a sub-account.
 * @param deadline epoch ms
 * @see https://marketplace.gohighlevel.com/docs/ghl/locations/get-custom-fields
 */
export async function customFieldsOf(app: App, model: string, locationId: unknown, deadline?: number): Promise<CustomField[]> {
  const fields = await collect(app, customFieldsOfLocation, {
    pathParams: { locationId: app.locationId(locationId) },
    query: { model },
    deadline,
  });
  return fields as CustomField[]; // the documented shape of this endpoint
}

/**
 * The fields a person may mean: by id, by exact name, by key (`contact.shirt_size`), then by name regardless of case
 * or by key without its prefix. `{{ contact.shirt_size }}`, as on HighLevel's screens, is a key.
 * @returns one field, or several equally good matches; empty if none matches
 */
export function customFieldsFor(fields: CustomField[], wanted: string): CustomField[] {
  const merged = /^\{\{(.+)\}\}$/.exec(visible(wanted))?.[1];
  const text = visible(merged ?? wanted);
  const isKey = ({ fieldKey }: CustomField) => nameKey(fieldKey) === nameKey(text);
  const isKeyWithoutPrefix = ({ fieldKey }: CustomField) => nameKey(fieldKey).replace(/^[^.]*\./, "") === nameKey(text);
  if (merged !== undefined) return bestFits(fields, isKey, isKeyWithoutPrefix);
  return bestFits(
    fields,
    ({ id }) => id === text,
    ({ name }) => visible(name) === text,
    isKey,
    (field) => nameKey(field.name) === nameKey(text) || isKeyWithoutPrefix(field),
  );
}

/** For people: a field's name with its key, which tells namesakes apart. */
export const withKey = ({ name, fieldKey, id }: CustomField): string => `"${name}" (${fieldKey ?? id})`;

/** The choices of a field, as text; empty if it takes any value. */
export function choicesOf({ picklistOptions = [] }: CustomField): string[] {
  return picklistOptions.map((option) => {
    if (!isRecord(option)) return String(option);
    const { label, name, value } = option; // some accounts return objects
    return String(label ?? name ?? value);
  });
}

/** The boxes of a text box list whose ids HighLevel states; undefined for all other kinds of field. */
export function boxesOf(field: CustomField): TextBox[] | undefined {
  if (field.dataType !== "TEXTBOX_LIST") return undefined;
  const labels = choicesOf(field);
  return (field.picklistOptions ?? []).flatMap((option, index) => {
    const { id } = fieldsOf(option);
    return id === undefined ? [] : [{ id: String(id), label: labels[index] ?? String(id) }];
  });
}
