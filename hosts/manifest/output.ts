/** JSON Schemas of what operations emit and return. */
import mapValues from "lodash/mapValues.js";
import maxBy from "lodash/maxBy.js";
import omit from "lodash/omit.js";
import { EVENT_KEY } from "../../common/polling/poll.ts";
import type { Endpoint } from "../../common/core/types.ts";
import { operation, resolved } from "../../local/facts/index.ts";
import type { Schema } from "../../local/facts/index.ts";
import { documented, placeOf } from "../../local/facts/records.ts";
import type { ManifestOutput } from "./model.ts";

type JsonSchema = ManifestOutput["schema"];

/** Endpoints whose answers the description leaves open, and those that document the same record. */
const DOCUMENTED_BY: Record<string, [method: string, path: string]> = {
  "POST /contacts/search": ["GET", "/contacts/{contactId}"],
  "GET /contacts/search/duplicate": ["GET", "/contacts/{contactId}"],
};

const MOST_LEVELS = 6;

const ofType = (type: string, more: JsonSchema = {}): JsonSchema => ({ type: [type, "null"], ...more });
/** Numbers come as texts, and texts as numbers, here and there; what is documented stands first. */
const TEXT: JsonSchema = { type: ["string", "number", "null"] };
const NUMBER: JsonSchema = { type: ["number", "string", "null"] };

/**
 * A documented schema, loosened: answers lack fields, and have others, than the description says, and a client that is told a
 * schema refuses what does not fit. So it says which fields there may be and what they hold, and demands nothing.
 */
function loosened(schema: Schema | undefined, level = 0): JsonSchema {
  const { type, properties, items, anyOf, oneOf, allOf } = resolved(schema);
  const parts = [...allOf ?? [], ...anyOf ?? [], ...oneOf ?? []];
  if (level > MOST_LEVELS || parts.length > 0) return {};
  if (properties) return ofType("object", { properties: mapValues(properties, (part) => loosened(part, level + 1)) });
  // A list of lists is always a slip of the description.
  if (type === "array") return ofType("array", { items: resolved(items).type === "array" ? {} : loosened(items, level + 1) });
  if (type === "string") return TEXT;
  if (type === "number" || type === "integer") return NUMBER;
  return type === "boolean" ? ofType("boolean") : {};
}

/** What a value looks like: types alone, since a sample shows one of many. */
export function schemaOf(value: unknown): Schema {
  if (value === null || value === undefined) return {};
  if (Array.isArray(value)) return { type: "array", items: schemaOf(value[0]) };
  if (typeof value !== "object") return { type: typeof value };
  return { type: "object", properties: mapValues(value as Record<string, unknown>, schemaOf) };
}

/**
 * The documented schema of a record. A schema counts as the record's where one of the two has most fields of the other.
 * @param endpoints what the operation calls
 */
function documentedRecord(record: object, endpoints: Endpoint[]): Schema | undefined {
  const names = Object.keys(record);
  const places = endpoints.flatMap(({ method, path }) => {
    const [documentedMethod, documentedPath] = DOCUMENTED_BY[`${method} ${path}`] ?? [method, path];
    return Object.values(operation(documentedMethod, documentedPath).responses).flatMap((answer) => placeOf(record, answer) ?? []);
  });
  const shared = (schema: Schema) => documented(names, schema).length;
  const best = maxBy(places, ({ schema }) => shared(schema))?.schema;
  return best && shared(best) > Math.min(names.length, Object.keys(best.properties ?? {}).length) / 2 ? best : undefined;
}

/** A record's schema: the documented one, and what else the sample shows, which only the live API has. */
function outputOfRecord(record: object, endpoints: Endpoint[]): ManifestOutput & { schema: { properties: JsonSchema } } {
  const schema = documentedRecord(record, endpoints);
  const properties = { ...schemaOf(record).properties, ...schema?.properties };
  return { from: schema ? "api" : "sample", schema: { type: "object", properties: mapValues(properties, (part) => loosened(part)) } };
}

/** What an action returns: a record, or a list of them. */
export function returned(sample: unknown, endpoints: Endpoint[]): ManifestOutput {
  const [first] = [sample].flat();
  if (typeof first !== "object" || first === null) return { from: "sample", schema: loosened(schemaOf(sample)) };
  const { from, schema } = outputOfRecord(first, endpoints);
  return { from, schema: Array.isArray(sample) ? { type: "array", items: schema } : schema };
}

/** What a trigger emits: the record, and what happened to it. */
export function emitted(event: object, endpoints: Endpoint[], kinds: string[]): ManifestOutput {
  const { from, schema } = outputOfRecord(omit(event, EVENT_KEY), endpoints);
  const about = {
    type: "object",
    properties: {
      kind: { type: "string", enum: kinds },
      changedFields: { type: "array", items: { type: "string" } },
      detectedAt: { type: "string", format: "date-time" },
    },
    required: ["kind", "detectedAt"],
  };
  return { from, schema: { ...schema, properties: { ...schema.properties, [EVENT_KEY]: about }, required: [EVENT_KEY] } };
}
