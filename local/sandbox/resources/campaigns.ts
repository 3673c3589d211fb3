import union from "lodash/union.js";
import { badRequest } from "../errors.ts";
import { contactOf, handle, param } from "../resource.ts";
import type { Call, Resource } from "../resource.ts";
import { SUCCEEDED } from "./contacts.ts";

/** A location's campaigns, and the campaigns a contact is in. */
export const campaigns: Resource = {
  "GET /campaigns/": handle<unknown, { locationId: string; status?: string }>(({ store, query }) => ({
    campaigns: store.campaigns.in(query.locationId).filter(({ status }) => !query.status || status === query.status),
  })),

  "POST /contacts/{contactId}/campaigns/{campaignId}": (call) => {
    const contact = contactOf(call);
    call.store.contacts.update(contact.id, { campaigns: union(contact.campaigns, [campaignId(call, contact.locationId)]) });
    return SUCCEEDED;
  },

  "DELETE /contacts/{contactId}/campaigns/{campaignId}": (call) => {
    const contact = contactOf(call);
    const left = campaignId(call, contact.locationId);
    call.store.contacts.update(contact.id, { campaigns: contact.campaigns.filter((id) => id !== left) });
    return SUCCEEDED;
  },

  "DELETE /contacts/{contactId}/campaigns/removeAll": (call) => {
    call.store.contacts.update(contactOf(call).id, { campaigns: [] });
    return SUCCEEDED;
  },
};

function campaignId(call: Call, locationId: string): string {
  const id = param(call, "campaignId");
  if (call.store.campaigns.get(id)?.locationId !== locationId) throw badRequest(`Campaign with id ${id} not found`);
  return id;
}
