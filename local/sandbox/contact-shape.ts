import omit from "lodash/omit.js";
import { iso } from "./clock.ts";
import type { Contact } from "./model.ts";
import { compact } from "./resource.ts";
import { contactName } from "./search/fields.ts";

const lower = (text: string | undefined): string | undefined => text?.toLowerCase();

/** A contact as GET /contacts/{contactId} and the writes return it: without empty fields. */
export function contactShape(contact: Contact): Record<string, unknown> {
  const { additionalEmails, followers, dnd, ...rest } = omit(contact, ["campaigns", "workflows", "businessName", "gender"]);
  return compact({
    ...rest,
    firstNameLowerCase: lower(contact.firstName),
    lastNameLowerCase: lower(contact.lastName),
    fullNameLowerCase: contactName(contact),
    emailLowerCase: lower(contact.email),
    dnd: dnd || undefined,
    dateOfBirth: contact.dateOfBirth && iso(Date.parse(contact.dateOfBirth)),
    dateAdded: iso(contact.dateAdded),
    dateUpdated: iso(contact.dateUpdated),
    followers: followers.length > 0 ? followers : undefined,
    additionalEmails: additionalEmails.map((email) => ({ email })),
    additionalPhones: [],
  });
}

/** The response of POST /contacts/: the contact, with some flags that only new ones have. */
export function createdShape(contact: Contact): Record<string, unknown> {
  return { ...contactShape(contact), deleted: false, bounceEmail: false, unsubscribeEmail: false, lastSessionActivityAt: iso(contact.dateAdded), validEmail: null, validEmailDate: null };
}

/** A contact as POST /contacts/search returns it: other names (`address`), null for empty fields, a time as a number. */
export function searchShape(contact: Contact, searchAfter: unknown[]): Record<string, unknown> {
  const orNull = <T>(value: T | undefined): T | null => value ?? null;
  return {
    id: contact.id,
    phoneLabel: null,
    country: contact.country,
    address: orNull(contact.address1),
    source: orNull(contact.source),
    type: contact.type,
    locationId: contact.locationId,
    website: orNull(contact.website),
    dnd: contact.dnd,
    state: orNull(contact.state),
    businessName: orNull(contact.businessName),
    customFields: contact.customFields,
    tags: contact.tags,
    dateAdded: iso(contact.dateAdded),
    additionalEmails: contact.additionalEmails.map((email) => ({ email })),
    phone: orNull(contact.phone),
    companyName: orNull(contact.companyName),
    additionalPhones: [],
    dateUpdated: iso(contact.dateUpdated),
    city: orNull(contact.city),
    dateOfBirth: contact.dateOfBirth ? Date.parse(contact.dateOfBirth) : null,
    firstNameLowerCase: orNull(lower(contact.firstName)),
    lastNameLowerCase: orNull(lower(contact.lastName)),
    firstName: orNull(contact.firstName),
    lastName: orNull(contact.lastName),
    contactName: orNull(contactName(contact)),
    email: orNull(contact.email),
    assignedTo: orNull(contact.assignedTo),
    followers: contact.followers,
    validEmail: null,
    dndSettings: contact.dndSettings ?? {},
    opportunities: [],
    postalCode: orNull(contact.postalCode),
    businessId: orNull(contact.businessId),
    searchAfter,
    timezone: orNull(contact.timezone),
    inboundDndSettings: contact.inboundDndSettings ?? {},
    attributionSource: {},
    lastAttributionSource: {},
  };
}

/** A contact as the lists GET /contacts/ and GET /contacts/business/{businessId} return it. */
export function listShape(contact: Contact): Record<string, unknown> {
  const orNull = <T>(value: T | undefined): T | null => value ?? null;
  return {
    id: contact.id,
    locationId: contact.locationId,
    contactName: orNull(contactName(contact)),
    firstName: orNull(contact.firstName),
    lastName: orNull(contact.lastName),
    companyName: orNull(contact.companyName),
    email: orNull(contact.email),
    phone: orNull(contact.phone),
    dnd: contact.dnd,
    type: contact.type,
    source: orNull(contact.source),
    assignedTo: orNull(contact.assignedTo),
    city: orNull(contact.city),
    state: orNull(contact.state),
    postalCode: orNull(contact.postalCode),
    address1: orNull(contact.address1),
    country: contact.country,
    timezone: orNull(contact.timezone),
    website: orNull(contact.website),
    dateAdded: iso(contact.dateAdded),
    dateUpdated: iso(contact.dateUpdated),
    dateOfBirth: contact.dateOfBirth ? iso(Date.parse(contact.dateOfBirth)) : null,
    tags: contact.tags,
    customFields: contact.customFields,
    businessId: orNull(contact.businessId),
    followers: contact.followers,
    attributions: [],
  };
}
