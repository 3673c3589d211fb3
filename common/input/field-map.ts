import { ConfigurationError } from "#platform";
import { bare } from "../core/text/characters.ts";
import { fieldsOf } from "../core/text/values.ts";
import type { Fields } from "../core/types.ts";

/** The value at a path such as `contact.tags[0]`; null if there is none. Inherited properties do not count. */
function valueAt(record: Fields, path: string): unknown {
  const keys = Object.hasOwn(record, path) ? [path] : path.match(/[^.[\]"']+/g) ?? [];
  const found = keys.reduce<unknown>((value, key) => (value !== null && typeof value === "object" && Object.hasOwn(value, key) ? (value as Fields)[key] : null), record);
  return keys.length > 0 ? found ?? null : null;
}

/**
 * A record in the user's own schema; as it is where the map is empty.
 * @param fieldMap output name → path in the record
 * @throws ConfigurationError for what is no path
 */
export function mapped(record: Fields, fieldMap: unknown): Fields {
  const paths = Object.entries(fieldsOf(fieldMap));
  if (paths.length === 0) return record;
  return Object.fromEntries(paths.map(([name, path]) => {
    if (typeof path !== "string" || path.trim() === "") {
      throw new ConfigurationError(`Field Map: "${name}" needs the path of a field, such as title or contactId.`);
    }
    return [name, valueAt(record, bare(path))];
  }));
}
