import type { ListRequest } from "../pagination/paginate.ts";
import { schemes } from "../pagination/schemes.ts";
import type { Endpoint, Fields } from "../types.ts";
import { defineResource } from "./resource.ts";

const text = (value: unknown) => (typeof value === "string" ? value.trim() : "");

/** Search answers have the whole name in lower case only. */
function nameOf(contact: Fields): string {
  return [text(contact.firstName), text(contact.lastName)].filter(Boolean).join(" ") || text(contact.name) || text(contact.contactName);
}

export const contacts = defineResource({
  noun: "contact",
  label: (contact) => nameOf(contact) || text(contact.email) || text(contact.phone) || text(contact.id),
  volatile: ["traceId", "searchAfter", "dateUpdated", "lastActivity"],
  fields: [
    "name", "emailLowerCase", "companyName", "dndSettings", "website", "dateOfBirth", "attachments", "ssn", "keyword", "firstNameLowerCase",
    "fullNameLowerCase", "lastNameLowerCase", "businessId", "attributionSource", "lastAttributionSource", "visitorId",
  ],
  sample: {
    id: "ocQHyuzHvysMo5N5VsXc",
    locationId: "C2QujeCh8ZnC7al2InWR",
    firstName: "Maya",
    lastName: "Ellison",
    email: "maya.ellison@example.com",
    phone: "+12025550143",
    type: "lead",
    source: "Website form",
    assignedTo: "YlWd2wuCAZQzh2cH1fVZ",
    address1: "12 Harbor Street",
    city: "Portland",
    state: "ME",
    country: "US",
    postalCode: "04101",
    timezone: "America/New_York",
    dnd: false,
    tags: ["newsletter", "webinar"],
    customFields: [{ id: "MgobCB14YMVKuE4Ka8p1", value: "Gold" }],
    dateAdded: "2026-01-15T09:28:41.000Z",
    dateUpdated: "2026-01-15T09:28:41.000Z",
  } as Fields,
});

/** As the lists show a contact. */
export const listedContact: Fields = { ...contacts.sample, contactName: "Maya Ellison" };

/** lodash's own adds 50 kB to every component. */
function without(record: Fields, name: string): Fields {
  return Object.fromEntries(Object.entries(record).filter(([key]) => key !== name));
}

/** The list of a business knows no time of the last change. */
export const contactOfBusiness: Fields = without(listedContact, "dateUpdated");

/** As the search shows a contact: its street is called otherwise. */
export const searchedContact: Fields = { ...without(listedContact, "address1"), address: listedContact.address1 };

/** What a dropdown shows: the name, with the e-mail or phone that tells namesakes apart. */
export function contactOption(contact: Fields) {
  const name = nameOf(contact);
  const address = text(contact.email) || text(contact.phone);
  return { label: name && address ? `${name} (${address})` : name || address || text(contact.id), value: String(contact.id) };
}

/** @see https://marketplace.gohighlevel.com/docs/ghl/contacts/search-contacts-advanced */
export const contactSearch: ListRequest<Fields> = {
  method: "POST",
  path: "/contacts/search",
  scope: "contacts.readonly",
  scheme: schemes.searchAfter,
  items: "contacts",
  pageSize: 500,
};

/** Deprecated by HighLevel; newest first. @see https://marketplace.gohighlevel.com/docs/ghl/contacts/get-contacts */
export const contactList: ListRequest<Fields> = {
  method: "GET",
  path: "/contacts/",
  scope: "contacts.readonly",
  scheme: schemes.startAfter,
  items: "contacts",
  pageSize: 100,
};

/** @see https://marketplace.gohighlevel.com/docs/ghl/contacts/get-contacts-by-businessId */
export const contactsOfBusiness: ListRequest<Fields> = {
  method: "GET",
  path: "/contacts/business/{businessId}",
  scope: "contacts.readonly",
  scheme: schemes.skip,
  items: "contacts",
  pageSize: 100,
};

/** @see https://marketplace.gohighlevel.com/docs/ghl/contacts/get-contact */
export const contact: Endpoint = { method: "GET", path: "/contacts/{contactId}", scope: "contacts.readonly" };

/** By email or phone (`number`). @see https://marketplace.gohighlevel.com/docs/ghl/contacts/get-duplicate-contact */
export const duplicateContact: Endpoint = { method: "GET", path: "/contacts/search/duplicate", scope: "contacts.readonly" };
