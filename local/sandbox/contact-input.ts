import { mergeCustomValues } from "./custom-values.ts";
import { badRequest, unprocessable } from "./errors.ts";
import type { Contact, DndSettings } from "./model.ts";
import { normalizePhone } from "./phone.ts";
import type { Store } from "./store.ts";

/** The body of a contact write. null clears a field. */
export interface ContactBody {
  locationId?: string;
  firstName?: string | null;
  lastName?: string | null;
  name?: string | null;
  email?: string | null;
  phone?: string | null;
  address1?: string | null;
  city?: string | null;
  state?: string | null;
  postalCode?: string;
  website?: string | null;
  timezone?: string | null;
  country?: string;
  companyName?: string | null;
  source?: string | null;
  gender?: string;
  assignedTo?: string | null;
  dnd?: boolean;
  dndSettings?: DndSettings;
  inboundDndSettings?: Contact["inboundDndSettings"];
  tags?: string[];
  customFields?: { id: string; key?: string; field_value?: unknown }[];
  dateOfBirth?: string | null;
}

const PLAIN = ["firstName", "lastName", "address1", "city", "state", "postalCode", "website", "timezone", "country", "companyName", "source", "gender", "assignedTo", "dnd", "dndSettings", "inboundDndSettings"] as const;

/** HighLevel stores tags in lower case. */
export const normalizeTags = (tags: string[]): string[] => [...new Set(tags.map((tag) => tag.trim().toLowerCase()).filter(Boolean))];

/**
 * Turns a body into changes to a contact.
 * @param former the contact's custom fields so far; fields missing from the body keep their values
 * @throws ApiError 422 for an invalid email, phone, date or custom-field value, 400 for an unknown user
 */
export function contactChanges(store: Store, locationId: string, body: ContactBody, former: Contact["customFields"] = []): Partial<Contact> {
  const changes: Record<string, unknown> = {};
  for (const field of PLAIN) if (body[field] !== undefined) changes[field] = body[field] ?? undefined;
  if (body.name !== undefined) Object.assign(changes, splitName(body));
  if (body.email !== undefined) changes.email = body.email ? checkEmail(body.email) : undefined;
  if (body.phone !== undefined) changes.phone = body.phone ? checkPhone(body.phone) : undefined;
  if (body.dateOfBirth !== undefined) changes.dateOfBirth = body.dateOfBirth ? readBirthday(body.dateOfBirth) : undefined;
  if (body.tags) changes.tags = normalizeTags(body.tags);
  if (body.customFields) changes.customFields = mergeCustomFields(store, locationId, former, body.customFields);
  if (body.assignedTo) requireUsers(store, [body.assignedTo]);
  return changes as Partial<Contact>; // each value comes from the field of the same name
}

/** @throws ApiError 400 for an unknown user id */
export function requireUsers(store: Store, ids: string[]): void {
  const unknown = ids.find((id) => !store.users.get(id));
  if (unknown) throw badRequest(`User with id ${unknown} not found`);
}

function splitName({ name, firstName, lastName }: ContactBody): Partial<Contact> {
  const [first, ...others] = (name ?? "").trim().split(/\s+/);
  return { firstName: firstName ?? (first || undefined), lastName: lastName ?? (others.join(" ") || undefined) };
}

function checkEmail(email: string): string {
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) throw unprocessable(["email must be an email"]);
  return email;
}

function checkPhone(phone: string): string {
  const normalized = normalizePhone(phone);
  if (!normalized) throw unprocessable(["phone must be a valid phone number"]);
  return normalized;
}

/** Year first or year last, with any of four separators. */
function readBirthday(text: string): string {
  const [, separator, ...parts] = /^\d+([/\-._])\d+\1\d+$/.exec(text) ?? [];
  const [a = "", b = "", c = ""] = separator === undefined ? parts : text.split(separator);
  const date = a.length === 4 ? `${a}-${b}-${c}` : `${c}-${a}-${b}`;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || Number.isNaN(Date.parse(date))) throw unprocessable(["dateOfBirth must be a valid date"]);
  return date;
}

function mergeCustomFields(store: Store, locationId: string, former: Contact["customFields"], inputs: NonNullable<ContactBody["customFields"]>): Contact["customFields"] {
  return mergeCustomValues(former, inputs.map(({ id, field_value: value }, index) => {
    const field = store.customFields.get(id);
    if (!field || field.locationId !== locationId || field.model !== "contact") throw badRequest(`Custom field with id ${id} not found`);
    return { field, value, path: `customFields.${index}.field_value` };
  }));
}
