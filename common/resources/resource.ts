import { unwrap, withoutAnswer } from "../api/http/shape.ts";
import { toMs } from "../core/time.ts";
import type { Endpoint, Fields } from "../core/types.ts";

/** What the rest of the package needs to know about a kind of record. */
export interface Resource<R extends Fields = Fields> {
  /** For people: "contact", "task". */
  noun: string;
  id(record: R): string;
  /** A name people recognize. */
  label(record: R): string;
  /** Epoch ms; undefined where HighLevel does not state it. */
  createdAt(record: R): number | undefined;
  updatedAt(record: R): number | undefined;
  /** Fields that differ between responses although the record has not changed. */
  volatile: string[];
  /** A made-up record, for the platform's sample event. */
  sample: R;
  /** Documented fields missing from the sample; responses may omit them if they are empty. */
  fields?: string[];
}

interface Definition<R extends Fields> extends Partial<Resource<R>> {
  noun: string;
  sample: R;
}

const text = (value: unknown) => (typeof value === "string" || typeof value === "number" ? String(value) : "");

/**
 * A resource with the usual defaults: `id` (or `_id`), a name or title as label, `dateAdded`/`createdAt` and
 * `dateUpdated`/`updatedAt` in any format HighLevel uses.
 */
/* @__NO_SIDE_EFFECTS__ */
export function defineResource<R extends Fields>(definition: Definition<R>): Resource<R> {
  return {
    id: (record) => text(record.id ?? record._id),
    label: (record) => text(record.name) || text(record.title) || text(record.id ?? record._id),
    createdAt: (record) => toMs(record.dateAdded ?? record.createdAt),
    updatedAt: (record) => toMs(record.dateUpdated ?? record.updatedAt),
    volatile: ["traceId"],
    ...definition,
  };
}

/** The fields that count when two versions of a record are compared. */
export function contentOf<R extends Fields>(resource: Resource<R>, record: R): Fields {
  return Object.fromEntries(Object.entries(record).filter(([name]) => !resource.volatile.includes(name)));
}

/**
 * The record in an endpoint's response.
 * @param envelope keys under which it may come; without one, it is the whole response
 * @throws HighLevelError where there is none: null in the envelope, or nothing but what is volatile
 */
export function recordIn<R extends Fields>(answer: Fields, { resource, endpoint, envelope }: { resource: Resource<R>; endpoint: Endpoint; envelope?: string | string[] }): R {
  const record = unwrap(answer, envelope) as R; // the record type of the endpoint, named by the caller
  const isMissing = [envelope ?? []].flat().some((key) => answer?.[key] === null);
  if (!isMissing && Object.keys(contentOf(resource, record)).length > 0) return record;
  throw withoutAnswer(endpoint, resource.noun);
}

/** Fields a record can be watched by, whether or not it has them now; without the id, which never changes. */
export function fieldNames<R extends Fields>({ sample, fields = [], volatile }: Resource<R>): string[] {
  return [...Object.keys(sample), ...fields].filter((name) => !["id", "_id", ...volatile].includes(name));
}

/** Names of the fields that a record can be cut down to: those too that change by themselves. */
export const returnableFields = <R extends Fields>(resource: Resource<R>): string[] => fieldNames({ ...resource, volatile: [] });
