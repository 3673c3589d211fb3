import { ConfigurationError } from "#platform";
import { fingerprint } from "../../../core/fingerprint.ts";
import { HighLevelError, isNotFound } from "../../../api/http/errors.ts";
import { VALUE_KEYS } from "../../../resources/custom-fields.ts";
import { contentOf, fieldNames, recordIn } from "../../../resources/resource.ts";
import type { Resource } from "../../../resources/resource.ts";
import { pathParams } from "../../../api/http/shape.ts";
import { nameKey } from "../../../core/text/characters.ts";
import { didYouMean } from "../../../core/text/suggest.ts";
import type { Endpoint, Fields } from "../../../core/types.ts";
import { trigger } from "../../engine.ts";
import type { Strategy, TriggerSpec } from "../../engine.ts";
import { recordEventTypes } from "../../event-types.ts";
import type { Poll } from "../../poll.ts";
import { isObject } from "../../state/shape.ts";

export interface WatchRecordSpec<R extends Fields> {
  resource: Resource<R>;
  endpoint: Endpoint;
  /** Keys under which the record may come (documented and live shape); without them, the record is the whole answer. */
  envelope?: string | string[];
  form?: TriggerSpec["form"];
  /** Props that name the record, in the order of the path's placeholders. */
  ids: string[];
  /** How to find the path's values if the form may leave them empty, and what that calls. */
  found?: { params(poll: Poll): Promise<Fields>; calls: Endpoint[]; cost: string };
}

interface State {
  /** Counts saved polls: distinguishes A → B → A in event ids. */
  poll: number;
  id: string;
  /** Field → fingerprint of its value; absent while the record is deleted. */
  fields?: Record<string, string>;
}

/** Some records can still be read after their deletion, marked as deleted. */
const isDeleted = (record: Fields): boolean => record.deleted === true;

const FIELD_CHARS = 6;
const MAX_FIELD_BYTES = 56_000;
const CUSTOM = "customFields";

/** Makes each custom field, which come as a list, a field of its own. */
function flat(record: Fields): Fields {
  const { customFields, ...rest } = record;
  if (!Array.isArray(customFields)) return record;
  const rows = customFields.filter(isObject);
  return { ...rest, ...Object.fromEntries(rows.map((row) => [`${CUSTOM}.${row.id}`, VALUE_KEYS.map((key) => row[key]).find((value) => value !== undefined && value !== null)])) };
}

/** Fields to Watch; undefined for all. */
function chosenFields({ source: { watchFields } }: Poll): string[] | undefined {
  return Array.isArray(watchFields) && watchFields.length > 0 ? watchFields.map((name) => String(name).trim()) : undefined;
}

/**
 * Watches one record: emits when it changes (with the fields that changed), when it is deleted, and when it comes back.
 * If the trigger has a prop `watchFields`, only those fields count: "customFields" stands for all custom fields,
 * "customFields.<id>" for one. Costs one request a poll.
 */
export function watchRecord<R extends Fields>(spec: WatchRecordSpec<R>) {
  const { resource, endpoint, ids } = spec;
  /** The prop for the last placeholder of the path: the record itself. Props after it only help to choose. */
  const idProp = ids[(endpoint.path.match(/\{/g)?.length ?? 0) - 1] ?? "";

  async function read(poll: Poll): Promise<R> {
    const params = await spec.found?.params(poll) ?? pathParams(endpoint.path, poll.source, ids);
    const data = await poll.request({ ...endpoint, pathParams: params });
    return recordIn(data, spec);
  }

  function fieldsOf(poll: Poll, record: R): Record<string, string> {
    const chosen = chosenFields(poll)?.map(nameKey);
    const isChosen = (name: string) => !chosen || chosen.includes(nameKey(name)) || (name.startsWith(`${CUSTOM}.`) && chosen.includes(nameKey(CUSTOM)));
    const fields = Object.fromEntries(Object.entries(flat(contentOf(resource, record)))
      .filter(([name, value]) => isChosen(name) && value !== undefined && value !== null)
      .map(([name, value]) => [name, fingerprint(value, FIELD_CHARS)]));
    // Checked before anything is emitted: what cannot be remembered would be emitted in every poll.
    if (Buffer.byteLength(JSON.stringify(fields)) <= MAX_FIELD_BYTES) return fields;
    throw new HighLevelError(`This ${resource.noun} has more fields than a trigger can remember. Choose the fields to watch; nothing was skipped.`, "invalid");
  }

  /** Refuses fields the record does not have: the trigger would never emit. */
  function refuseUnknown(poll: Poll, record: R): void {
    const known = [...new Set([...fieldNames(resource), ...Object.keys(contentOf(resource, record))])];
    const keys = known.map(nameKey);
    const unknown = chosenFields(poll)?.filter((name) => !keys.includes(nameKey(name)) && !nameKey(name).startsWith(nameKey(`${CUSTOM}.`))) ?? [];
    if (unknown[0] === undefined) return;
    const what = `${unknown.map((name) => `"${name}"`).join(", ")} ${unknown.length > 1 ? "are" : "is"}`;
    throw new ConfigurationError(`Fields to Watch: ${what} not among the fields by which this ${resource.noun} can be watched. They are: ${known.join(", ")}.${didYouMean(unknown[0], known)}`);
  }

  async function readIfThere(poll: Poll): Promise<R | undefined> {
    try {
      const record = await read(poll);
      return isDeleted(record) ? undefined : record;
    } catch (error) {
      if (isNotFound(error)) return undefined;
      throw error;
    }
  }

  const strategy: Strategy<State> = {
    name: "watchRecord",
    isState: ({ poll, id, fields }) => typeof poll === "number" && typeof id === "string" && (fields === undefined || isObject(fields)),

    async* start(poll) {
      // Not readIfThere: a wrong id has to be an error when the trigger is set up.
      const record = await read(poll);
      if (isDeleted(record)) throw new ConfigurationError(`This ${resource.noun} is deleted already, so there is nothing to watch. Choose another one; nothing was started.`);
      refuseUnknown(poll, record);
      // Some records come without their id; the form has it.
      const id = poll.text(idProp) ?? resource.id(record);
      yield { poll: 0, id, fields: fieldsOf(poll, record) };
    },

    async* advance(poll, state) {
      const record = await readIfThere(poll);
      const next = { poll: state.poll + 1, id: state.id };
      if (!record) {
        if (state.fields) poll.emit({ kind: "deleted", record: { id: state.id }, id: [state.id, "deleted", state.poll], label: state.id });
        yield next;
        return;
      }
      const fields = fieldsOf(poll, record);
      const changedFields = state.fields
        ? [...new Set([...Object.keys(fields), ...Object.keys(state.fields)])].filter((name) => fields[name] !== state.fields?.[name])
        : undefined;
      if (!changedFields || changedFields.length > 0) {
        poll.emit({
          kind: changedFields ? "updated" : "restored",
          record,
          id: [state.id, fingerprint(fields, 10), state.poll],
          ts: resource.updatedAt(record),
          label: resource.label(record),
          changedFields,
        });
      }
      yield { ...next, fields };
    },
  };
  const endpoints = [endpoint, ...spec.found?.calls ?? []];
  return trigger({ endpoints, cost: spec.found?.cost, resetOn: ids, eventTypes: recordEventTypes(resource), form: spec.form, noun: resource.noun }, strategy);
}
