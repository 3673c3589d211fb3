import omit from "lodash/omit.js";
import { listShape, searchShape } from "../contact-shape.ts";
import { badRequest } from "../errors.ts";
import { handle, param, slice } from "../resource.ts";
import type { Resource } from "../resource.ts";
import { matches, search } from "../search/engine.ts";
import type { SearchRequest } from "../search/engine.ts";
import { searchField } from "../search/fields.ts";

interface ListQuery {
  locationId: string;
  limit?: number;
  startAfter?: number;
  startAfterId?: string;
  query?: string;
}

/** The ways to list contacts: search, the deprecated list, the contacts of a business. */
export const contactLists: Resource = {
  "POST /contacts/search": handle<SearchRequest & { locationId: string }>(({ store, body }) => {
    const customFieldOf = (id: string) => {
      const field = store.customFields.get(id);
      return field?.locationId === body.locationId && field.model === "contact" ? field : undefined;
    };
    const { hits, total } = search(store.contacts.search(body.locationId), body, (name) => searchField(name, customFieldOf));
    return { contacts: hits.map(({ contact, searchAfter }) => searchShape(contact, searchAfter)), total };
  }),

  "GET /contacts/": handle<unknown, ListQuery>(({ store, query }) => {
    const { locationId, limit = 20, startAfter, startAfterId } = query;
    // Half a cursor returns the first page (PipedreamHQ/pipedream issue 21941).
    const searchAfter = startAfter !== undefined && startAfterId !== undefined ? [startAfter, startAfterId] : undefined;
    const { hits, total } = search(store.contacts.search(locationId), { pageLimit: limit, searchAfter, query: query.query }, () => undefined);
    const last = hits.at(-1)?.contact;
    const next = last && hits.length === limit ? { locationId, limit: String(limit), startAfter: String(last.dateAdded), startAfterId: last.id } : undefined;
    return {
      contacts: hits.map(({ contact }) => listShape(contact)),
      meta: {
        total,
        nextPageUrl: next ? `http://services.leadconnectorhq.com/contacts/?${new URLSearchParams({ ...next, ...(query.query && { query: query.query }) })}` : null,
        startAfterId: last?.id ?? null,
        startAfter: last?.dateAdded ?? null,
        currentPage: 1,
        nextPage: next ? 2 : null,
        prevPage: null,
      },
      count: total,
    };
  }),

  "GET /contacts/business/{businessId}": handle<unknown, { locationId: string; limit?: string; skip?: string; query?: string }>((call) => {
    const { store, query } = call;
    const business = store.businesses.get(param(call, "businessId"));
    if (business?.locationId !== query.locationId) throw badRequest(`Business with id ${param(call, "businessId")} not found`);
    const matching = query.query ? matches(query.query) : () => true;
    const members = store.contacts.in(query.locationId).filter((contact) => contact.businessId === business.id && matching(contact));
    return { contacts: slice(members, query.skip, query.limit ?? 25).map((contact) => omit(listShape(contact), "dateUpdated")), count: members.length };
  }),
};
