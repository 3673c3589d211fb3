import { collect } from "../pagination/collect.ts";
import type { App, Fields } from "../types.ts";
import { customFieldsOfLocation } from "./lookups.ts";

export interface CustomField extends Fields {
  id: string;
  name: string;
  fieldKey?: string;
  dataType: string;
  picklistOptions?: unknown[];
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

/** A field by id, key (`contact.shirt_size` or `shirt_size`) or name, whichever a person typed. */
export function findCustomField(fields: CustomField[], wanted: string): CustomField | undefined {
  const text = wanted.trim().toLowerCase();
  return fields.find(({ id }) => id === wanted.trim())
    ?? fields.find(({ fieldKey = "" }) => fieldKey.toLowerCase() === text || fieldKey.toLowerCase().endsWith(`.${text}`))
    ?? fields.find(({ name }) => name.toLowerCase() === text);
}

/** The choices of a field, as text; empty where anything may be entered. */
export function choicesOf({ picklistOptions = [] }: CustomField): string[] {
  return picklistOptions.map((option) => {
    if (option === null || typeof option !== "object") return String(option);
    const { label, name, value } = option as Fields; // some accounts return objects
    return String(label ?? name ?? value);
  });
}
