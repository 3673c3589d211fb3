/** JSON Schemas of what operations emit and return. */
import { operation, resolved } from "../../local/facts/index.ts";
import type { Schema } from "../../local/facts/index.ts";

export type JsonSchema = { [key: string]: unknown };

const MOST_LEVELS = 6;

/**
 * A documented schema, loosened: answers lack fields, and have others, than the description says, and a client that is told a
 * schema refuses what does not fit. So it says which fields there may be and what they hold, and demands nothing.
 */
function loosened(schema: Schema | undefined, level = 0): JsonSchema {
  const { type, properties, items, anyOf, oneOf, allOf } = resolved(schema);
  const parts = [...allOf ?? [], ...anyOf ?? [], ...oneOf ?? []];
  if (level > MOST_LEVELS || parts.length > 0) return {};
  if (properties) {
    return { type: ["object", "null"], properties: Object.fromEntries(Object.entries(properties).map(([name, part]) => [name, loosened(part, level + 1)])) };
  }
  // A list of lists is always a slip of the description.
  if (type === "array") return { type: ["array", "null"], items: resolved(items).type === "array" ? {} : loosened(items, level + 1) };
  // Numbers come as texts, and texts as numbers, here and there.
  if (type === "string" || type === "number" || type === "integer") return { type: ["string", "number", "null"] };
  return type === "boolean" ? { type: ["boolean", "null"] } : {};
}

/** The documented answer of an endpoint, or what it holds under the first of these keys that is documented. */
export function documentedOutput(method: string, path: string, keys: string[]): JsonSchema | undefined {
  const answer = Object.values(operation(method, path).responses)[0];
  const { properties = {} } = resolved(answer);
  const key = keys.find((name) => name in properties);
  const schema = loosened(key === undefined ? answer : properties[key]);
  return schema.properties ? { ...schema, type: "object" } : undefined;
}

/** What a value looks like: types alone, since a sample shows one of many. */
export function schemaOf(value: unknown): JsonSchema {
  if (Array.isArray(value)) return { type: "array", items: value.length === 0 ? {} : schemaOf(value[0]) };
  if (value !== null && typeof value === "object") {
    return { type: "object", properties: Object.fromEntries(Object.entries(value).map(([name, part]) => [name, part === null ? {} : { ...schemaOf(part), type: nullable(schemaOf(part).type) }])) };
  }
  return value === null || value === undefined ? {} : { type: typeof value };
}

const nullable = (type: unknown) => [type, "null"];
