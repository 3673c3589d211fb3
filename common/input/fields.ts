import { ConfigurationError } from "#platform";
import { eachOnce } from "../api/endpoint.ts";
import * as api from "../api/endpoints.ts";
import { DAY_MS } from "../core/durations.ts";
import type { ActionContext, ActionInstance, App, Endpoint } from "../core/types.ts";
import { bare } from "../core/text/characters.ts";
import { isoWithOffset, isZoneless } from "../core/time.ts";
import type { Check } from "./checks.ts";
import type { Form } from "./choices.ts";
import { labelIn, mainProp } from "./form.ts";
import { calendarDate, isoOfEpoch } from "./emitted-times.ts";
import type { Rule } from "./rules.ts";
import { isEmpty, queryList, textsOf } from "../core/text/values.ts";

export { isEmpty } from "../core/text/values.ts";

/** What a field is read from. */
export interface Input {
  app: App;
  /** The form's values by prop name. */
  props: ActionInstance;
  $: ActionContext;
  /** What is known of the form's fields. */
  form?: Form;
}

/** One field of a request: its name on the wire, and where its value comes from. */
export interface FieldSpec {
  name: string;
  props: string[];
  /** Endpoints that reading it may ask, so that the operation can declare them. */
  calls?: Endpoint[];
  /** What the form has to keep for this field, such as "all of them or none". */
  rules?: Rule[];
  /** How the value is brought into HighLevel's form, where it is not sent as it is: "dateTime", "emailAddress". */
  transform?: string;
  /** The value to send; undefined leaves the field out. */
  read(input: Input): unknown;
}

/** A string stands for a prop that is sent under its own name as it is. */
export type Field = string | FieldSpec;

export const fieldSpec = (field: Field): FieldSpec => (typeof field === "string" ? renamed(field, field) : field);

/** Endpoints that reading the fields may ask, each once. */
export const callsOf = (fields: Field[]): Endpoint[] => eachOnce(fields.flatMap((field) => fieldSpec(field).calls ?? []));

/** The rules of the fields. */
export const rulesOf = (fields: Field[]): Rule[] => fields.flatMap((field) => fieldSpec(field).rules ?? []);

/** Reads fields into the object that is sent; what is empty in the form is left out. */
export async function readFields(fields: Field[], input: Input): Promise<Record<string, unknown>> {
  const body: Record<string, unknown> = {};
  for (const field of fields.map(fieldSpec)) {
    const value = await field.read(input);
    if (value !== undefined) body[field.name] = value;
  }
  return body;
}

/** The sub-account: the form's override or the connected account's own. */
export const locationId: FieldSpec = {
  name: "locationId",
  props: ["locationId"],
  read: ({ app, props }) => app.locationId(props.locationId),
};

/** A prop sent under another name. */
export function renamed(name: string, prop: string): FieldSpec {
  return { name, props: [prop], read: ({ props }) => (isEmpty(props[prop]) ? undefined : props[prop]) };
}

/** A date and time, sent with offset; without one it is taken in the sub-account's time zone. */
export function dateTime(prop: string, name = prop): FieldSpec {
  return { name, props: [prop], transform: "dateTime", calls: [api.getLocation], read: (input) => readDateTime(input.app, input.props, input.props[prop], labelIn(input.form, prop)) };
}

/** {@link dateTime} for a value that is not a prop of its own. */
export async function readDateTime(app: App, props: ActionInstance, value: unknown, label: string): Promise<string | undefined> {
  if (isEmpty(value)) return undefined;
  const time = typeof value === "string" ? bare(value) : value;
  const zone = typeof time === "string" && isZoneless(time) ? await app.timeZone(props.locationId) : undefined;
  return isoOfEpoch(time) ?? isoWithOffset(time, label, zone);
}

/** A prop that is checked, or brought into HighLevel's form, before it is sent. */
export function checked(prop: string, check: Check, name = prop): FieldSpec {
  return { name, props: [prop], transform: check.name, read: (input) => (isEmpty(input.props[prop]) ? undefined : check(input.props[prop], labelIn(input.form, prop))) };
}

/** A day that has been, such as a birthday. Days begin up to 14 hours earlier elsewhere than in UTC, so one more is let through. */
function pastDate(value: unknown, label: string): string {
  const day = calendarDate(value, label);
  if (Date.parse(day) <= Date.now() + DAY_MS) return day;
  throw new ConfigurationError(`${label}: ${day} lies in the future. Check the year.`);
}

/** A calendar date that is not in the future, sent as YYYY-MM-DD. */
export const date = (prop: string): FieldSpec => checked(prop, pastDate);

/** A field that is always sent: what the form leaves open has a value of its own. */
export function withDefault(prop: string, value: unknown): FieldSpec {
  return { name: prop, props: [prop], read: ({ props }) => props[prop] ?? value };
}

/** A list of short texts (tags, ids, options): without empty ones and repetitions. */
export function list(prop: string, name = prop): FieldSpec {
  return {
    name,
    props: [prop],
    transform: "list",
    read: ({ props }) => {
      const texts = textsOf(props[prop]);
      return texts.length > 0 ? texts : undefined;
    },
  };
}

/** {@link list} for a query parameter that takes its values in one text, separated by commas. */
export function joined(prop: string, name = prop): FieldSpec {
  return { ...list(prop, name), transform: "joined", read: ({ props }) => textsOf(props[prop]).join(",") || undefined };
}

/** {@link list} for a query parameter that takes its values as a list. */
export function queried(prop: string, name = prop): FieldSpec {
  return {
    ...list(prop, name),
    read: ({ props }) => {
      const texts = queryList(textsOf(props[prop]));
      return texts.length > 0 ? texts : undefined;
    },
  };
}

/** A field that must be filled in; a workflow's expression can be empty although the form asks for a value. */
export function required(field: Field): FieldSpec {
  const spec = fieldSpec(field);
  return {
    ...spec,
    read: async (input) => {
      const value = await spec.read(input);
      if (value !== undefined && (typeof value !== "string" || value.trim())) return value;
      throw new ConfigurationError(`The field ${labelIn(input.form, mainProp(spec))} is empty. Fill it in; an expression in it may have found nothing.`);
    },
  };
}
