import { collect } from "../api/pagination/collect.ts";
import { nameKey, visible } from "../core/text/characters.ts";
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

/** Under which names contacts, opportunities and the API carry the value of a custom field; searches of opportunities name its kind. */
export const VALUE_KEYS = ["value", "fieldValue", "fieldValueString", "fieldValueNumber", "fieldValueDate", "fieldValueArray", "fieldValueFiles", "field_value"];

/** One box of a field of several text boxes. */
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
 * The fields that a person may mean: by id, by exact name, by key (`contact.shirt_size`), then by name in other letters
 * or by key without its prefix. `{{ contact.shirt_size }}`, as HighLevel's own screens write it, is a key.
 * @returns one field, or several that fit equally well; empty where none fits
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

/** For people: the name of a field with its key, which tells it apart from others of that name. */
export const withKey = ({ name, fieldKey, id }: CustomField): string => `"${name}" (${fieldKey ?? id})`;

/** The choices of a field, as text; empty where anything may be entered. */
export function choicesOf({ picklistOptions = [] }: CustomField): string[] {
  return picklistOptions.map((option) => {
    if (option === null || typeof option !== "object") return String(option);
    const { label, name, value } = option as Fields; // some accounts return objects
    return String(label ?? name ?? value);
  });
}

/** The text boxes of a field of several, as far as HighLevel tells their ids; undefined for all other kinds. */
export function boxesOf(field: CustomField): TextBox[] | undefined {
  if (field.dataType !== "TEXTBOX_LIST") return undefined;
  const labels = choicesOf(field);
  return (field.picklistOptions ?? []).flatMap((option, index) => {
    const id = option !== null && typeof option === "object" ? (option as Fields).id : undefined;
    return id === undefined ? [] : [{ id: String(id), label: labels[index] ?? String(id) }];
  });
}
