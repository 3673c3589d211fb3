import { LOCATION } from "../account.ts";
import { CONTACT_ID } from "../records.ts";
import type { Rows } from "../row.ts";

const BUSINESS_ID = "63771dcac1116f0e21de8e12";
const OTHER_LOCATION = "ve9EPM428h8vShlRW1KT";
const business = { id: BUSINESS_ID, locationId: LOCATION, name: "Harbor Yoga", createdAt: "2026-11-25T15:00:00.000Z", updatedAt: "2026-11-25T15:00:00.000Z" };
/** As HighLevel spells it. */
const written = { success: true, buiseness: business, traceId: "t" };

const form = {
  phone: "+1 202-555-0143", email: " office@example.com ", website: "https://example.com", address: "12 Harbor Street",
  city: "Portland", state: "ME", postalCode: "04101", country: "US", description: "Three rooms",
};
const body = { ...form, email: "office@example.com", phone: "+12025550143" };
const ids = Array.from({ length: 51 }, (_, index) => `Contact${String(index).padStart(13, "0")}`);

const rows: Rows = {
  "create-business": {
    required: {
      props: { name: "Harbor Yoga" },
      requests: [{ method: "POST", path: "/businesses/", body: { name: "Harbor Yoga", locationId: LOCATION }, reply: written, status: 201 }],
      returns: business,
      summary: `Created company "Harbor Yoga" (${BUSINESS_ID})`,
    },
    all: {
      props: { locationId: OTHER_LOCATION, name: "Harbor Yoga", ...form },
      // As it would be spelled were the mistake mended.
      requests: [{ method: "POST", path: "/businesses/", body: { name: "Harbor Yoga", locationId: OTHER_LOCATION, ...body }, reply: { success: true, business }, status: 201 }],
      returns: business,
      summary: `Created company "Harbor Yoga" (${BUSINESS_ID})`,
    },
  },
  "update-business": {
    required: {
      props: { businessId: BUSINESS_ID, city: "Portland" },
      requests: [{ method: "PUT", path: `/businesses/${BUSINESS_ID}`, body: { city: "Portland" }, reply: written }],
      returns: business,
      summary: `Updated company "Harbor Yoga" (${BUSINESS_ID})`,
    },
    all: {
      props: { businessId: BUSINESS_ID, name: "Harbor Yoga", ...form },
      requests: [{ method: "PUT", path: `/businesses/${BUSINESS_ID}`, body: { name: "Harbor Yoga", ...body }, reply: written }],
      returns: business,
      summary: `Updated company "Harbor Yoga" (${BUSINESS_ID})`,
    },
  },
  "delete-business": {
    required: {
      props: { businessId: BUSINESS_ID },
      requests: [{ method: "DELETE", path: `/businesses/${BUSINESS_ID}`, reply: { success: true } }],
      returns: { succeeded: true },
      summary: `Deleted company ${BUSINESS_ID}`,
    },
    all: {
      props: { locationId: OTHER_LOCATION, businessId: BUSINESS_ID },
      requests: [{ method: "DELETE", path: `/businesses/${BUSINESS_ID}`, reply: { success: true } }],
      returns: { succeeded: true },
      summary: `Deleted company ${BUSINESS_ID}`,
    },
  },
  "bulk-business-update": {
    required: {
      props: { contacts: [CONTACT_ID], removeFromBusiness: true },
      requests: [{ method: "POST", path: "/contacts/bulk/business", body: { locationId: LOCATION, ids: [CONTACT_ID], businessId: null }, reply: { success: true, ids: [CONTACT_ID] } }],
      returns: [{ contactId: CONTACT_ID, succeeded: true }],
      summary: "Removed 1 of 1 contact from their company",
    },
    all: {
      props: { locationId: OTHER_LOCATION, contacts: ids, businessId: ` ${BUSINESS_ID} ` },
      requests: [
        { method: "POST", path: "/contacts/bulk/business", body: { locationId: OTHER_LOCATION, ids: ids.slice(0, 50), businessId: BUSINESS_ID }, reply: { success: true, ids: ids.slice(0, 49) } },
        { method: "POST", path: "/contacts/bulk/business", body: { locationId: OTHER_LOCATION, ids: ids.slice(50), businessId: BUSINESS_ID }, reply: {} },
      ],
      returns: ids.map((contactId, index) => ({ contactId, succeeded: index < 49 ? true : index < 50 ? false : null })),
      summary: `Added 49 of 51 contacts (1 refused; 1 unclear) to company ${BUSINESS_ID}`,
    },
  },
};

export default rows;
