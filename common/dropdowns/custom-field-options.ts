import { choicesOf, customFieldsFor, customFieldsOf } from "../resources/custom-fields.ts";
import type { App, Option, OptionsCall } from "../core/types.ts";

/** The choices of the chosen custom field, if it has any. */
export async function customFieldValueOptions(this: App, { customField, locationId, model, page }: OptionsCall): Promise<Option[]> {
  if (!customField || page) return [];
  const [field, ...more] = customFieldsFor(await customFieldsOf(this, String(model ?? "contact"), locationId), String(customField));
  // Text boxes are not choices: each takes its own text. If several fields match, the run asks which one.
  if (!field || more.length > 0 || field.dataType === "TEXTBOX_LIST") return [];
  return choicesOf(field).map((choice) => ({ label: choice, value: choice }));
}
