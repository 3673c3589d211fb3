import { ConfigurationError } from "#platform";
import { customFieldsFor, withKey } from "../resources/custom-fields.ts";
import type { CustomField } from "../resources/custom-fields.ts";

/**
 * The custom field that a text stands for.
 * @param wanted its id, name or key
 * @param label of the form's field, for errors
 * @throws ConfigurationError if none fits, or several do
 */
export function meantField(fields: CustomField[], wanted: string, label: string): CustomField {
  const [field, ...more] = customFieldsFor(fields, wanted);
  if (!field) throw new ConfigurationError(`${label}: there is no custom field "${wanted}" in this sub-account. Choose one from the list.`);
  if (more.length === 0) return field;
  throw new ConfigurationError(`${label}: "${wanted}" could be any of these custom fields: ${[field, ...more].map(withKey).join(", ")}. Write the key or the id of the one you mean.`);
}
