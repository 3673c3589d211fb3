/** Where a record stands in a documented answer. */
import { resolved } from "./index.ts";
import type { Schema } from "./index.ts";

/** An object in an answer: the names that lead to it, with {@link EACH} for "in a list". */
export interface Place {
  path: string[];
  schema: Schema;
}

export const EACH = "[]";

/** Every object schema in an answer: the answer itself, what its envelopes hold, and the items of its lists. */
function objectsIn(schema: Schema, depth = 3, path: string[] = []): Place[] {
  const here = resolved(schema);
  if (depth === 0) return [];
  if (here.type === "array" || here.items) return objectsIn(here.items ?? {}, depth, [...path, EACH]);
  const forms = [...here.anyOf ?? [], ...here.oneOf ?? [], ...here.allOf ?? []];
  return [
    ...(here.properties ? [{ path, schema: here }] : []),
    ...forms.flatMap((form) => objectsIn(form, depth - 1, path)),
    ...Object.entries(here.properties ?? {}).flatMap(([name, part]) => objectsIn(part, depth - 1, [...path, name])),
  ];
}

/** Those of the names that a schema has. */
export const documented = (names: string[], { properties = {} }: Schema): string[] => names.filter((name) => name in properties);

/** The object of an answer that looks most like the record; undefined where none has two of its fields, or the only one of either. */
export function placeOf(record: object, answer: Schema): Place | undefined {
  const names = Object.keys(record);
  const [best] = objectsIn(answer).sort((a, b) => documented(names, b.schema).length - documented(names, a.schema).length);
  return best && documented(names, best.schema).length >= Math.min(2, names.length, Object.keys(best.schema.properties ?? {}).length) ? best : undefined;
}
