import type { Auth, Fields } from "../../core/types.ts";
import type { IdField } from "../../input/form.ts";
import type { ApiRequest } from "./request.ts";

/** What a request is about, as far as an error needs it to say which field of the form could be at fault. Of the form's values it holds ids alone. */
export interface Subject {
  /** Whose sub-account it names: one that the form chose, or the connected one; undefined if it names none. */
  location?: "chosen" | "connected";
  /** Whose agency it names, likewise. */
  company?: "chosen" | "connected";
  /** Whether the account has a sub-account of its own to fall back on. */
  hasOwnLocation: boolean;
  /** Whether it names records by their ids. */
  hasIds: boolean;
  /** The form's fields whose ids it names. */
  idFields: (IdField & { id: string })[];
}

const fieldsOf = (value: unknown): Fields => (value !== null && typeof value === "object" && !Array.isArray(value) ? value as Fields : {});
const given = (value: unknown) => (typeof value === "string" ? value.trim() : "");

const OWNER = /^(location|company)_?ids?$/i;
const ID = /(^id|Id|Ids|_id|^contacts|^followers)$/;

/** Reads a request's subject. A sub-account other than the connected one can only come from the form. */
export function subjectOf({ locationId, companyId }: Auth, { pathParams, query, body, idFields = {} }: ApiRequest): Subject {
  const sent = { ...query, ...fieldsOf(body), ...pathParams } as Fields;
  const origin = (value: unknown, own: unknown) => (given(value) ? (given(value) === given(own) ? "connected" : "chosen") : undefined);
  return {
    location: origin(sent.locationId ?? sent.location_id, locationId),
    company: origin(sent.companyId, companyId),
    hasOwnLocation: given(locationId) !== "",
    idFields: [...new Set(Object.values(sent).flat())].flatMap((id) => (typeof id === "string" && Object.hasOwn(idFields, id) ? [{ id, ...idFields[id]! }] : [])), // it has it
    hasIds: Object.entries(sent).some(([name, value]) => ID.test(name) && !OWNER.test(name) && (Array.isArray(value) ? value.length > 0 : given(value) !== "")),
  };
}
