import { resolved } from "../../facts/index.ts";
import type { Schema } from "../../facts/index.ts";
import { titled } from "./text.ts";

/** Values that names ask for, made up; the first name that fits counts. */
const VALUES: [name: RegExp, value: string][] = [
  [/^location_?id$/i, "ve9EPM428h8vShlRW1KT"],
  [/id$/i, "ocQHyuzHvysMo5N5VsXc"],
  [/email/i, "ada@example.com"],
  [/phone/i, "+12025550188"],
  [/url$|link$/i, "https://example.com"],
  [/(date|time|added|updated|At)$/, "2026-01-14T09:30:00.000Z"],
];

/** Records hold records: beyond this depth they are left empty. */
const DEPTH = 3;

/** A made-up value that fits a schema and the name of its field. */
export function example(schema: Schema | undefined, name: string, depth = 0): unknown {
  const { type, enum: choices, items, properties, minimum, anyOf, oneOf, allOf } = resolved(schema);
  if (choices?.[0] !== undefined) return choices[0];
  if (anyOf ?? oneOf) return example((anyOf ?? oneOf)?.[0], name, depth);
  if (type === "array" || items) return depth < DEPTH ? [example(items, name, depth + 1)] : [];
  if (properties || allOf || type === "object") {
    const fields = Object.entries({ ...Object.assign({}, ...(allOf ?? []).map((part) => resolved(part).properties)), ...properties } as Record<string, Schema>);
    return Object.fromEntries(depth < DEPTH ? fields.map(([key, part]) => [key, example(part, key, depth + 1)]) : []);
  }
  if (type === "number" || type === "integer") return minimum ?? 1;
  if (type === "boolean") return true;
  return VALUES.find(([pattern]) => pattern.test(name))?.[1] ?? titled(name);
}
