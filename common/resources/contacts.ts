import * as api from "../api/endpoints.ts";
import type { ListRequest } from "../api/pagination/paginate.ts";
import * as paginators from "../api/pagination/paginators.ts";
import { trimmed } from "../core/text/values.ts";
import type { Fields } from "../core/types.ts";
import { defineResource, returnableFields } from "./resource.ts";

/** Prefers first and last name: searches return the full name only in lower case. */
function nameOf(contact: Fields): string {
  return [trimmed(contact.firstName), trimmed(contact.lastName)].filter(Boolean).join(" ") || trimmed(contact.name) || trimmed(contact.contactName);
}

const STREET = "12 Harbor Street";
/** The fields of a contact in all responses. */
const SHARED: Fields = {
  id: "ocQHyuzHvysMo5N5VsXc",
  locationId: "C2QujeCh8ZnC7al2InWR",
  firstName: "Maya",
  lastName: "Ellison",
  email: "maya.ellison@example.com",
  phone: "+12025550143",
  type: "lead",
  source: "Website form",
  assignedTo: "YlWd2wuCAZQzh2cH1fVZ",
  companyName: "Harbor Yoga",
  businessId: "63771dcac1116f0e21de8e12",
  city: "Portland",
  state: "ME",
  country: "US",
  postalCode: "04101",
  timezone: "America/New_York",
  website: "https://example.com",
  dnd: false,
  tags: ["newsletter", "webinar"],
  followers: ["YlWd2wuCAZQzh2cH1fVZ"],
  customFields: [{ id: "MgobCB14YMVKuE4Ka8p1", value: "Gold" }],
  dateAdded: "2026-01-15T09:28:41.000Z",
  dateUpdated: "2026-01-15T09:28:41.000Z",
};

export const contacts = defineResource({
  noun: "contact",
  label: (contact) => nameOf(contact) || trimmed(contact.email) || trimmed(contact.phone) || trimmed(contact.id),
  volatile: ["traceId", "searchAfter", "dateUpdated", "lastActivity"],
  fields: ["name", "dndSettings", "attachments", "ssn", "keyword", "attributionSource", "lastAttributionSource", "visitorId"],
  sample: {
    ...SHARED,
    address1: STREET,
    dateOfBirth: "1990-05-17T00:00:00.000Z",
    firstNameLowerCase: "maya",
    lastNameLowerCase: "ellison",
    fullNameLowerCase: "maya ellison",
    emailLowerCase: "maya.ellison@example.com",
    additionalEmails: [{ email: "maya@example.com" }],
    additionalPhones: [],
  } as Fields,
});

/** A contact as in lists. */
export const listedContact: Fields = { ...SHARED, contactName: "maya ellison", address1: STREET, dateOfBirth: "1990-05-17T00:00:00.000Z", attributions: [] };

/** A contact as in the list of a business, which has no time of the last change. */
export const contactOfBusiness: Fields = Object.fromEntries(Object.entries(listedContact).filter(([name]) => name !== "dateUpdated"));

/** A contact as in searches: the street has another name, the date of birth is a number, and empty fields are null. */
export const searchedContact: Fields = {
  ...SHARED,
  contactName: "maya ellison",
  firstNameLowerCase: "maya",
  lastNameLowerCase: "ellison",
  businessName: "Harbor Yoga",
  address: STREET,
  dateOfBirth: Date.UTC(1990, 4, 17),
  phoneLabel: null,
  validEmail: null,
  additionalEmails: [{ email: "maya@example.com" }],
  additionalPhones: [],
  dndSettings: {},
  inboundDndSettings: {},
  opportunities: [],
  attributionSource: {},
  lastAttributionSource: {},
};

/** A contact in dropdowns: the name, with the email or phone that tells namesakes apart. */
export function contactOption(contact: Fields) {
  const name = nameOf(contact);
  const address = trimmed(contact.email) || trimmed(contact.phone);
  return { label: name && address ? `${name} (${address})` : name || address || trimmed(contact.id), value: String(contact.id) };
}

/** @see https://marketplace.gohighlevel.com/docs/ghl/contacts/search-contacts-advanced */
export const contactSearch: ListRequest<Fields> = {
  ...api.searchContactsAdvanced, paginator: paginators.searchAfter, items: "contacts", pageSize: 500,
};

/** Fields of the search's answers. */
export const searchedContactFields = returnableFields({ ...contacts, sample: searchedContact });

/** What the search can sort by. */
export const contactSortFields = [
  { label: "Date added", value: "dateAdded" }, { label: "Date of the last change", value: "dateUpdated" },
  { label: "First name", value: "firstNameLowerCase" }, { label: "Last name", value: "lastNameLowerCase" },
  { label: "Company", value: "businessName" }, { label: "Email", value: "email" }, { label: "Source", value: "source" },
];

/** Deprecated by HighLevel; newest first. @see https://marketplace.gohighlevel.com/docs/ghl/contacts/get-contacts */
export const contactList: ListRequest<Fields> = {
  ...api.getContacts, paginator: paginators.startAfter, items: "contacts", pageSize: 100,
};

/** @see https://marketplace.gohighlevel.com/docs/ghl/contacts/get-contacts-by-businessId */
export const contactsOfBusiness: ListRequest<Fields> = {
  ...api.getContactsByBusinessId, paginator: paginators.skip, items: "contacts", pageSize: 100,
};
