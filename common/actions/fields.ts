import type { ActionContext, ActionInstance, App } from "../types.ts";
import { isoDate, isoWithOffset, isZoneless } from "../time.ts";

/** What a field is read from. */
export interface Input {
  app: App;
  /** The form's values by prop name. */
  props: ActionInstance;
  $: ActionContext;
}

/** One field of a request: its name on the wire, and where its value comes from. */
export interface FieldSpec {
  name: string;
  props: string[];
  /** The value to send; undefined leaves the field out. */
  read(input: Input): unknown;
}

/** A string stands for a prop that is sent under its own name as it is. */
export type Field = string | FieldSpec;

/** True for what an empty form field leaves behind: such fields are not sent. */
export function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0);
}

export const fieldSpec = (field: Field): FieldSpec => (typeof field === "string" ? renamed(field, field) : field);

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
export function dateTime(prop: string, label: string, name = prop): FieldSpec {
  return { name, props: [prop], read: ({ app, props }) => readDateTime(app, props, props[prop], label) };
}

/** {@link dateTime} for a value that is not a prop of its own. */
export async function readDateTime(app: App, props: ActionInstance, value: unknown, label: string): Promise<string | undefined> {
  if (isEmpty(value)) return undefined;
  const zone = typeof value === "string" && isZoneless(value) ? await app.timeZone(props.locationId) : undefined;
  return isoWithOffset(value, label, zone);
}

/** A calendar date, sent as YYYY-MM-DD. */
export function date(prop: string, label: string): FieldSpec {
  return { name: prop, props: [prop], read: ({ props }) => (isEmpty(props[prop]) ? undefined : isoDate(props[prop], label)) };
}
