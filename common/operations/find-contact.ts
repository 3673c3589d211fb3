import * as api from "../api/endpoints.ts";
import { HighLevelError, isNotFound } from "../api/http/errors.ts";
import { unwrap } from "../api/http/shape.ts";
import { contacts } from "../resources/contacts.ts";
import type { Fields } from "../core/types.ts";
import { deadlineOf } from "../input/deadline.ts";
import { emailAddress, wholeNumber } from "../input/checks.ts";
import { checked, locationId, readFields, renamed } from "../input/fields.ts";
import type { Input } from "../input/fields.ts";
import { idOf, withForm } from "./summary.ts";

/** One contact by its id. */
export async function contactById({ app, $ }: Input, contactId: unknown): Promise<Fields> {
  // Without `$`: with it, Pipedream would show a 404 in the step, which may be what was to be found out.
  return unwrap(await app.request({ ...api.getContact, pathParams: { contactId }, deadline: deadlineOf($) }), "contact");
}

/** The contact with this email (or number), or undefined. A lookup takes one of them at a time, so that it is clear which one matched. */
export async function contactByAddress(input: Input, address: { email?: unknown; number?: unknown }): Promise<Fields | undefined> {
  const { app, $ } = input;
  const query = { ...await readFields([locationId], input), ...address };
  const { contact } = await app.request<{ contact?: Fields | null }>({ ...api.getDuplicateContact, query, deadline: deadlineOf($), $ });
  return contact ?? undefined;
}

async function byId(input: Input, id: unknown): Promise<Fields | undefined> {
  try {
    return await contactById(input, id);
  } catch (error) {
    if (isNotFound(error)) return undefined;
    throw error;
  }
}

/**
 * Looks for one contact by id, then by email, then by phone, as far as they are filled in.
 * @returns the contact, or null where there is none (an error if the form asks for that)
 */
export async function findContact(input: Input): Promise<Fields | null> {
  const { props, $ } = input;
  const { contactId, email, phone } = await readFields([renamed("contactId", "contactId"), checked("email", emailAddress), checked("phone", wholeNumber)], input);
  const ways = [
    { label: "id", value: contactId, look: () => byId(input, contactId) },
    { label: "Email", value: email, look: () => contactByAddress(input, { email }) },
    { label: "Phone", value: phone, look: () => contactByAddress(input, { number: phone }) },
  ].filter(({ value }) => value !== undefined);
  for (const { label, look } of ways) {
    const contact = await look();
    if (!contact) continue;
    $.export("$summary", `Found contact ${contacts.label(withForm(contact))} (${idOf(contact)}) by ${label}`);
    return contact;
  }
  const nobody = `No contact was found by ${ways.map(({ label }) => label).join(" or ")}`;
  if (props.errorIfNotFound) throw new HighLevelError(`${nobody}. Check the values, or switch off Error If Not Found to go on without a contact.`, "notFound");
  $.export("$summary", nobody);
  return null;
}
