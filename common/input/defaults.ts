interface Described { description?: string }

/**
 * Fields of a form for a new record, for the form that changes one: there an empty field stays unchanged, so the defaults
 * that end the descriptions ("… Default: 30") are left out.
 */
export function withoutDefaults<F extends Record<string, Described>>(fields: F): F {
  const changed = Object.entries(fields).map(([name, field]) => [name, field.description === undefined ? field : { ...field, description: field.description.replace(/\. Default: .*$/, "") }]);
  return Object.fromEntries(changed) as F; // the same fields
}
