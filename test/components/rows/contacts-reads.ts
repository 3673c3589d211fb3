import { LOCATION } from "../account.ts";
import { CONTACT_ID } from "../records.ts";
import type { Rows } from "../row.ts";

const OTHER_LOCATION = "ve9EPM428h8vShlRW1KT";
const contact = { id: CONTACT_ID, locationId: LOCATION, firstName: "Maya", lastName: "Ellison", email: "maya.ellison@example.com", tags: ["vip"] };
/** As the search shows it. */
const found = { ...contact, searchAfter: [1_768_469_321_000, CONTACT_ID] };
const task = { id: "v8lSQyzMCBdT6DrcWjFn", title: "Call", contactId: CONTACT_ID, completed: false };
const search = "/contacts/search";

const rows: Rows = {
  "fetch-contact": {
    required: {
      props: { contactId: CONTACT_ID },
      requests: [{ method: "GET", path: `/contacts/${CONTACT_ID}`, reply: { contact, traceId: "t" } }],
      returns: contact,
      summary: "Fetched contact Maya Ellison",
    },
    all: {
      props: { contactId: CONTACT_ID, returnFields: ["email"], locationId: OTHER_LOCATION },
      requests: [{ method: "GET", path: `/contacts/${CONTACT_ID}`, reply: { contact, traceId: "t" } }],
      returns: { id: CONTACT_ID, email: "maya.ellison@example.com" },
      summary: "Fetched contact Maya Ellison",
    },
  },
  "fetch-contacts": {
    required: {
      props: {},
      requests: [{ method: "POST", path: search, body: { locationId: LOCATION, pageLimit: 101 }, reply: { contacts: [contact], total: 1 }, status: 201 }],
      returns: [contact],
      exports: { hasMore: false, total: 1 },
      summary: "Fetched 1 contact",
    },
    all: {
      props: {
        query: "maya", filterField1: "tags", filterOperator1: "eq", filterValue1: "vip", filters: '[{ "field": "dnd", "operator": "eq", "value": false }]',
        sortBy: "dateAdded", sortDirection: "asc", returnFields: ["email"], maxResults: 1, locationId: OTHER_LOCATION,
      },
      requests: [{
        method: "POST", path: search, status: 201, reply: { contacts: [found, { ...found, id: "Contact2" }], total: 40 },
        body: {
          locationId: OTHER_LOCATION, query: "maya", pageLimit: 2, sort: [{ field: "dateAdded", direction: "asc" }],
          filters: [{ group: "AND", filters: [{ field: "tags", operator: "eq", value: "vip" }, { field: "dnd", operator: "eq", value: false }] }],
        },
      }],
      returns: [{ id: CONTACT_ID, email: "maya.ellison@example.com" }],
      exports: { hasMore: true, total: 40 },
      summary: "Fetched the first 1 of 40 contacts; to get more, raise Max Results",
    },
    leftOut: { page: "the search goes on by searchAfter, which has no end", searchAfter: "set by the paging" },
    notCalled: { "GET /locations/{locationId}": "only for times without offset", "GET /locations/{locationId}/customFields": "only for filters of custom fields" },
  },
  "fetch-contact-tasks": {
    required: {
      props: { contactId: CONTACT_ID },
      requests: [{ method: "GET", path: `/contacts/${CONTACT_ID}/tasks`, reply: { tasks: [task] } }],
      returns: [task],
      exports: { hasMore: false },
      summary: "Fetched 1 task",
    },
    all: {
      props: { contactId: CONTACT_ID, fieldMap: { subject: "title" }, maxResults: 1, locationId: OTHER_LOCATION },
      requests: [{ method: "GET", path: `/contacts/${CONTACT_ID}/tasks`, reply: { tasks: [task, { ...task, id: "t2" }] } }],
      returns: [{ subject: "Call" }],
      exports: { hasMore: true },
      summary: "Fetched the first 1 tasks; to get more, raise Max Results",
    },
  },
};

export default rows;
