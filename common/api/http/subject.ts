import { fieldsOf, trimmed } from "../../core/text/values.ts";
import type { Auth, Fields } from "../../core/types.ts";
import type { IdField } from "../../input/form.ts";
import type { ApiRequest } from "./request.ts";

/** What a request is about, so that an error can say which field could be at fault. Of the form's values, it holds only ids. */
export interface Subject {
  /** Which sub-account it names: one chosen in the form, or the connected one; undefined if none. */
  location?: "chosen" | "connected";
  /** Which agency it names, likewise. */
  company?: "chosen" | "connected";
  /** Whether the account has a sub-account of its own to fall back on. */
  hasOwnLocation: boolean;
  /** Whether it names records by their ids. */
  hasIds: boolean;
  /** The form fields that hold these ids. */
  idFields: (IdField & { id: string })[];
}

const OWNER = /^(location|company)_?ids?$/i;
const ID = /(^id|Id|Ids|_id|^contacts|^followers)$/;

/** Determines a request's subject. A sub-account other than the connected one can only come from the form. */
export function subjectOf({ locationId, companyId }: Auth, { pathParams, query, body, idFields = {} }: ApiRequest): Subject {
  const sent = { ...query, ...fieldsOf(body), ...pathParams } as Fields;
  const origin = (value: unknown, own: unknown) => (trimmed(value) ? (trimmed(value) === trimmed(own) ? "connected" : "chosen") : undefined);
  return {
    location: origin(sent.locationId ?? sent.location_id, locationId),
    company: origin(sent.companyId, companyId),
    hasOwnLocation: trimmed(locationId) !== "",
    idFields: [...new Set(Object.values(sent).flat())].flatMap((id) => (typeof id === "string" && Object.hasOwn(idFields, id) ? [{ id, ...idFields[id]! }] : [])), // it has it
    hasIds: Object.entries(sent).some(([name, value]) => ID.test(name) && !OWNER.test(name) && (Array.isArray(value) ? value.length > 0 : trimmed(value) !== "")),
  };
}
