import { choicesOf, customFieldsOf, findCustomField } from "../resources/custom-fields.ts";
import type { App, Option, OptionsCall } from "../types.ts";

/** The choices of the custom field that was picked, where it has any. */
export async function customFieldValueOptions(this: App, { customField, locationId, model, page }: OptionsCall): Promise<Option[]> {
  if (!customField || page) return [];
  const field = findCustomField(await customFieldsOf(this, String(model ?? "contact"), locationId), String(customField));
  return (field ? choicesOf(field) : []).map((choice) => ({ label: choice, value: choice }));
}
