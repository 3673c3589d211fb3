import difference from "lodash/difference.js";
import { normalizeTags } from "../contact-input.ts";
import { badRequest, unprocessable } from "../errors.ts";
import type { Contact } from "../model.ts";
import { contactOf, handle, param } from "../resource.ts";
import type { Resource } from "../resource.ts";
import type { Store } from "../store.ts";

interface BulkBody {
  contacts: string[];
  tags: string[];
  locationId: string;
  removeAllTags?: boolean;
}

/** Tags of one or many contacts, and a location's list of tags. */
export const tags: Resource = {
  "POST /contacts/{contactId}/tags": handle<{ tags: string[] }>((call) => {
    const contact = contactOf(call);
    const tagsAdded = difference(normalizeTags(call.body.tags), contact.tags);
    return { tags: setTags(call.store, contact, [...contact.tags, ...tagsAdded]).tags, tagsAdded };
  }),

  "DELETE /contacts/{contactId}/tags": handle<{ tags: string[] }>((call) => {
    const contact = contactOf(call);
    const tagsRemoved = normalizeTags(call.body.tags).filter((tag) => contact.tags.includes(tag));
    return { tags: setTags(call.store, contact, difference(contact.tags, tagsRemoved)).tags, tagsRemoved };
  }),

  "POST /contacts/bulk/tags/update/{type}": handle<BulkBody>((call) => {
    const { store, body } = call;
    const removing = param(call, "type") === "remove";
    if (body.removeAllTags && !removing) throw unprocessable(["removeAllTags can only be used with type remove"]);
    const wanted = normalizeTags(body.tags);
    const responses = body.contacts.map((contactId) => {
      const contact = store.contacts.get(contactId);
      if (!contact) return { contactId, message: "contact id is not a valid firebase id", type: "error" };
      if (contact.locationId !== body.locationId) return { contactId, message: "contact does not belong to location", type: "error" };
      const kept = removing && body.removeAllTags ? [] : difference(contact.tags, wanted);
      const { tags: current } = setTags(store, contact, removing ? kept : [...contact.tags, ...difference(wanted, contact.tags)]);
      return { contactId, message: "Tags updated", type: "success", oldTags: contact.tags, tagsAdded: difference(current, contact.tags), tagsRemoved: difference(contact.tags, current) };
    });
    const errorCount = responses.filter(({ type }) => type === "error").length;
    return { succeded: errorCount === 0, errorCount, responses };
  }),

  "GET /locations/{locationId}/tags": (call) => ({ tags: call.store.tags.in(param(call, "locationId")) }),

  "POST /locations/{locationId}/tags": handle<{ name: string }>((call) => {
    const locationId = param(call, "locationId");
    const name = call.body.name.trim().toLowerCase();
    if (call.store.tags.in(locationId).some((tag) => tag.name === name)) throw badRequest("The tag name is already exist.");
    return { tag: call.store.tags.put({ id: call.store.random.id(), locationId, name }) };
  }),
};

/** Writes only changes: adding existing tags does not change dateUpdated. */
function setTags(store: Store, contact: Contact, names: string[]): Contact {
  if (names.length === contact.tags.length && names.every((tag) => contact.tags.includes(tag))) return contact;
  store.learnTags(contact.locationId, names);
  return store.contacts.update(contact.id, { tags: names });
}
