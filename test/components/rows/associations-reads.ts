import { LOCATION } from "../account.ts";
import { CONTACT_ID } from "../records.ts";
import type { Rows } from "../row.ts";

const OTHER_LOCATION = "ve9EPM428h8vShlRW1KT";
const ASSOCIATION_ID = "67ade73d5119b7a4cd0c4f31";
const KEY = "owner_pet";
const association = { id: ASSOCIATION_ID, locationId: LOCATION, key: KEY, firstObjectKey: "contact", firstObjectLabel: "Owner", secondObjectKey: "custom_objects.pet", secondObjectLabel: "Pet" };
const relation = { id: "67ade8a45119b7a4cd0c4f99", associationId: ASSOCIATION_ID, firstRecordId: CONTACT_ID, secondRecordId: "67ade7e05119b7a4cd0c4f70", locationId: LOCATION };
const get = (path: string, reply: unknown, query?: Record<string, string | string[]>) => ({ method: "GET" as const, path, reply, ...(query && { query }) });
const found = { returns: association, summary: "Fetched association Owner – Pet (owner_pet)" };
const only = { exports: { hasMore: false }, returns: [association], summary: "Fetched 1 association" };
const first = { exports: { hasMore: true }, returns: [association], summary: "Fetched the first 1 associations; to get more, raise Max Results" };
const more = { associations: [association, { ...association, id: "Association2" }] };
const byId = get(`/associations/${ASSOCIATION_ID}`, association);
const byKey = (locationId: string) => get(`/associations/key/${KEY}`, association, { locationId });
const all = (locationId: string, limit: string, reply: unknown) => get("/associations/", reply, { locationId, skip: "0", limit });
const ofObject = (locationId: string, reply: unknown) => get("/associations/objectKey/contact", reply, { locationId });

const rows: Rows = {
  "fetch-association": {
    required: { props: { associationId: ASSOCIATION_ID }, requests: [byId], ...found },
    all: { props: { associationId: ASSOCIATION_ID, locationId: OTHER_LOCATION }, requests: [byId], ...found },
  },
  "fetch-association-by-key": {
    required: { props: { keyName: KEY }, requests: [byKey(LOCATION)], ...found },
    all: { props: { keyName: KEY, locationId: OTHER_LOCATION }, requests: [byKey(OTHER_LOCATION)], ...found },
  },
  "fetch-associations": {
    required: { props: {}, requests: [all(LOCATION, "100", { associations: [association] })], ...only },
    all: { props: { maxResults: 1, locationId: OTHER_LOCATION }, requests: [all(OTHER_LOCATION, "2", more)], ...first },
  },
  "fetch-object-associations": {
    required: { props: { objectKey: "contact" }, requests: [ofObject(LOCATION, { associations: [association] })], ...only },
    all: { props: { objectKey: "contact", maxResults: 1, locationId: OTHER_LOCATION }, requests: [ofObject(OTHER_LOCATION, more)], ...first },
  },
  "fetch-record-relations": {
    required: {
      props: { recordId: CONTACT_ID },
      requests: [get(`/associations/relations/${CONTACT_ID}`, { relations: [relation] }, { locationId: LOCATION, skip: "0", limit: "100" })],
      returns: [relation], exports: { hasMore: false }, summary: "Fetched 1 relation",
    },
    all: {
      props: { objectKey: "contact", recordId: CONTACT_ID, associationIds: [ASSOCIATION_ID], maxResults: 1, locationId: OTHER_LOCATION },
      requests: [get(`/associations/relations/${CONTACT_ID}`, { relations: [relation, { ...relation, id: "Relation2" }] }, { locationId: OTHER_LOCATION, associationIds: [ASSOCIATION_ID, ASSOCIATION_ID], skip: "0", limit: "2" })],
      returns: [relation], exports: { hasMore: true }, summary: "Fetched the first 1 relations; to get more, raise Max Results",
    },
  },
};

export default rows;
