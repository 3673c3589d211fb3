import { resolved } from "../../facts/index.ts";
import type { Operation, Schema } from "../../facts/index.ts";

/** What an endpoint answers with, as far as its description says. */
export interface Answer {
  /** Whether it holds any number of records; else it is one. */
  isList: boolean;
  /** The name under which the records, or the record, come; absent where they are the whole answer. */
  key?: string;
  /** One record. */
  record: Schema;
}

const isList = ({ type, items }: Schema): boolean => type === "array" || items !== undefined;
const isObject = ({ type, properties }: Schema): boolean => type === "object" || properties !== undefined;

/** Tells a list from a single record by the documented answer of an operation. */
export function answerOf({ method, path, responses }: Operation): Answer {
  const answer = resolved(Object.values(responses)[0]);
  if (isList(answer)) return { isList: true, record: resolved(answer.items) };
  const { properties = {} } = answer;
  // What has an id is a record, whatever lists it holds.
  const parts = "id" in properties || "_id" in properties ? [] : Object.entries(properties).map(([key, schema]) => ({ key, schema: resolved(schema) }));
  const list = parts.find(({ schema }) => isList(schema) && isObject(resolved(schema.items)));
  if (list) return { isList: true, key: list.key, record: resolved(list.schema.items) };
  const record = parts.find(({ schema }) => isObject(schema));
  if (record) return { isList: false, key: record.key, record: record.schema };
  const isSearch = method === "POST" && path.endsWith("/search");
  return { isList: isSearch, record: isSearch ? {} : answer };
}
