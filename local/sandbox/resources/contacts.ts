import { contactChanges } from "../contact-input.ts";
import type { ContactBody } from "../contact-input.ts";
import { contactShape, createdShape } from "../contact-shape.ts";
import { badRequest } from "../errors.ts";
import type { Contact } from "../model.ts";
import { contactOf, handle } from "../resource.ts";
import type { Call, Resource } from "../resource.ts";
import type { Store } from "../store.ts";

type UpsertBody = ContactBody & { locationId: string; createNewIfDuplicateAllowed?: boolean };
interface Match {
  contact: Contact;
  field: "email" | "phone";
}

/** One contact: read, create, update, upsert, delete. */
export const contacts: Resource = {
  "GET /contacts/{contactId}": (call) => ({ contact: contactShape(contactOf(call)) }),

  "POST /contacts/": handle<ContactBody & { locationId: string }>((call) => {
    const changes = contactChanges(call.store, call.body.locationId, call.body);
    refuseDuplicate(call.store, call.body.locationId, changes);
    return { contact: createdShape(create(call, call.body.locationId, changes)) };
  }),

  "POST /contacts/upsert": handle<UpsertBody>((call) => {
    const { store, body } = call;
    const match = findMatch(store, body.locationId, contactChanges(store, body.locationId, body));
    const createAnyway = body.createNewIfDuplicateAllowed === true && store.locations.get(body.locationId)?.allowDuplicateContact;
    const changes = contactChanges(store, body.locationId, { ...body, gender: undefined }, match?.contact.customFields);
    if (!match || createAnyway) return { new: true, ...SUCCEEDED, contact: contactShape(create(call, body.locationId, changes)) };
    // A phone or email that belongs to another contact is silently ignored (highlevel-api-docs issue 37).
    for (const field of ["email", "phone"] as const) {
      const owner = findMatch(store, body.locationId, { [field]: changes[field] });
      if (owner && owner.contact.id !== match.contact.id) delete changes[field];
    }
    return { new: false, ...SUCCEEDED, contact: contactShape(update(call, match.contact, changes)) };
  }),

  "PUT /contacts/{contactId}": handle<ContactBody>((call) => {
    const contact = contactOf(call);
    const changes = contactChanges(call.store, contact.locationId, call.body, contact.customFields);
    refuseDuplicate(call.store, contact.locationId, changes, contact.id);
    return { ...SUCCEEDED, contact: contactShape(update(call, contact, changes)) };
  }),

  "DELETE /contacts/{contactId}": (call) => {
    const { id } = contactOf(call);
    call.store.contacts.delete(id);
    for (const table of [call.store.tasks, call.store.notes, call.store.appointments]) {
      for (const row of table.in(id)) table.delete(row.id);
    }
    return SUCCEEDED;
  },

  "GET /contacts/search/duplicate": handle<unknown, { locationId: string; email?: string; number?: string }>(({ store, query }) => {
    const match = findMatch(store, query.locationId, { email: query.email, phone: query.number });
    return match ? { contact: contactShape(match.contact), matchingField: "contactId" } : { contact: null };
  }),
};

/** Live responses have both spellings. */
export const SUCCEEDED = { succeded: true, succeeded: true };

function create({ store }: Call, locationId: string, changes: Partial<Contact>): Contact {
  store.learnTags(locationId, changes.tags ?? []);
  const country = changes.country ?? store.locations.get(locationId)?.country;
  return store.contacts.insert([{ ...changes, locationId, country }])[0] as Contact; // one in, one out
}

function update({ store }: Call, contact: Contact, changes: Partial<Contact>): Contact {
  store.learnTags(contact.locationId, changes.tags ?? []);
  return store.contacts.update(contact.id, changes);
}

/** The contact a write would duplicate: by email, then by phone, the default order of a location's settings. */
function findMatch(store: Store, locationId: string, { email, phone }: Pick<Partial<Contact>, "email" | "phone">): Match | undefined {
  const byEmail = email ? store.contacts.byEmail(locationId, email) : undefined;
  if (byEmail) return { contact: byEmail, field: "email" };
  const byPhone = phone ? store.contacts.byPhone(locationId, phone) : undefined;
  return byPhone && { contact: byPhone, field: "phone" };
}

function refuseDuplicate(store: Store, locationId: string, changes: Partial<Contact>, ownId?: string): void {
  if (store.locations.get(locationId)?.allowDuplicateContact) return;
  for (const field of ["email", "phone"] as const) {
    const match = findMatch(store, locationId, { [field]: changes[field] });
    if (match && match.contact.id !== ownId) throw badRequest("This location does not allow duplicated contacts.", { meta: { contactId: match.contact.id, matchingField: field } });
  }
}
