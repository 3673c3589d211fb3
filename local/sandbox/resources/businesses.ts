import { iso } from "../clock.ts";
import { badRequest } from "../errors.ts";
import type { Business, Contact } from "../model.ts";
import { handle, param, slice } from "../resource.ts";
import type { Call, Resource } from "../resource.ts";
import type { Store } from "../store.ts";

type BusinessBody = Partial<Omit<Business, "id" | "createdAt" | "updatedAt">>;
interface BulkBody {
  locationId: string;
  ids: string[];
  businessId: string | null;
}

/** Businesses, and the contacts linked to them. The envelope of a write is misspelled, as in the live API. */
export const businesses: Resource = {
  "GET /businesses/": handle<unknown, { locationId: string; limit?: string; skip?: string }>(({ store, query }) => ({
    businesses: slice(store.businesses.in(query.locationId), query.skip, query.limit ?? 100).map(shape),
  })),

  "GET /businesses/{businessId}": (call) => ({ business: shape(businessOf(call)) }),

  "POST /businesses/": handle<BusinessBody & Pick<Business, "name" | "locationId">>(({ store, clock, body }) => {
    const now = clock.now();
    return { success: true, buiseness: shape(store.businesses.put({ ...body, id: store.random.hex(24), createdAt: now, updatedAt: now })) };
  }),

  "PUT /businesses/{businessId}": handle<BusinessBody>((call) => {
    const business = call.store.businesses.change(businessOf(call), { ...call.body, updatedAt: call.clock.now() });
    if (call.body.name) for (const contact of membersOf(call.store, business)) call.store.contacts.update(contact.id, { businessName: business.name });
    return { success: true, buiseness: shape(business) };
  }),

  "DELETE /businesses/{businessId}": (call) => {
    const business = businessOf(call);
    for (const contact of membersOf(call.store, business)) call.store.contacts.update(contact.id, { businessId: undefined, businessName: undefined });
    return { success: call.store.businesses.delete(business.id) };
  },

  "POST /contacts/bulk/business": handle<BulkBody>(({ store, body }) => {
    const business = body.businessId === null ? undefined : store.businesses.get(body.businessId);
    if (body.businessId !== null && business?.locationId !== body.locationId) throw badRequest(`Business with id ${body.businessId} not found`);
    const strange = body.ids.find((id) => store.contacts.get(id)?.locationId !== body.locationId);
    if (strange !== undefined) throw badRequest(`Contact with id ${strange} not found`);
    for (const id of body.ids) store.contacts.update(id, { businessId: business?.id, businessName: business?.name });
    return { success: true, ids: body.ids };
  }),
};

const shape = (business: Business): Record<string, unknown> => ({ ...business, createdAt: iso(business.createdAt), updatedAt: iso(business.updatedAt) });

const membersOf = (store: Store, { id, locationId }: Business): Contact[] => store.contacts.in(locationId).filter(({ businessId }) => businessId === id);

function businessOf({ store, auth, grant, params }: Call): Business {
  const id = param({ params }, "businessId");
  const business = store.businesses.get(id);
  if (!business) throw badRequest(`Business with id ${id} not found`);
  auth.requireLocation(grant, business.locationId);
  return business;
}
