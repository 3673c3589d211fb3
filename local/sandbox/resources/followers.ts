import difference from "lodash/difference.js";
import union from "lodash/union.js";
import { requireUsers } from "../contact-input.ts";
import { contactOf, handle } from "../resource.ts";
import type { Resource } from "../resource.ts";

/** Users who follow a contact. */
export const followers: Resource = {
  "POST /contacts/{contactId}/followers": handle<{ followers: string[] }>((call) => {
    const contact = contactOf(call);
    requireUsers(call.store, call.body.followers);
    const followersAdded = difference(call.body.followers, contact.followers);
    const { followers: current } = call.store.contacts.update(contact.id, { followers: union(contact.followers, followersAdded) });
    return { followers: current, followersAdded };
  }),

  "DELETE /contacts/{contactId}/followers": handle<{ followers: string[] }>((call) => {
    const contact = contactOf(call);
    const followersRemoved = contact.followers.filter((id) => call.body.followers.includes(id));
    const { followers: current } = call.store.contacts.update(contact.id, { followers: difference(contact.followers, followersRemoved) });
    return { followers: current, followersRemoved };
  }),
};
