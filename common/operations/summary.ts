import type { Fields } from "../core/types.ts";
import { isEmpty } from "../core/text/values.ts";

/**
 * What a summary can name of a record: what the answer says, else what the form has. Live answers leave out more than
 * documented ones. It always has an id, if only "id unknown", so that no label is empty.
 */
export function withForm(record: Fields, form: Fields = {}): Fields {
  return { ...form, id: idOf(record), ...Object.fromEntries(Object.entries(record).filter(([, value]) => !isEmpty(value))) };
}

/** The id of a record that the answer gives, for a summary; "id unknown" where it gives none. */
export function idOf({ id, _id }: Fields): string {
  const found = [id, _id].find((value) => !isEmpty(value));
  return found === undefined ? "id unknown" : String(found);
}
