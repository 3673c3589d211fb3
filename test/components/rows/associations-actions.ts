import { LOCATION } from "../account.ts";
import { CONTACT_ID } from "../records.ts";
import type { Call, Rows } from "../row.ts";

const OTHER_LOCATION = "ve9EPM428h8vShlRW1KT";
const ASSOCIATION_ID = "67ade73d5119b7a4cd0c4f31";
const RELATION_ID = "67ade8a45119b7a4cd0c4f99";
const PET_ID = "67ade7e05119b7a4cd0c4f70";

const fields = { key: "owner_pet", firstObjectKey: "contact", firstObjectLabel: "Owner", secondObjectKey: "custom_objects.pet", secondObjectLabel: "Pet" };
const labels = { firstObjectLabel: "Owner", secondObjectLabel: "Pet" };
const ids = { associationId: ASSOCIATION_ID, firstRecordId: CONTACT_ID, secondRecordId: PET_ID };
const association = (locationId: string) => ({ ...fields, locationId, id: ASSOCIATION_ID, associationType: "USER_DEFINED" });

const create = (locationId: string): Call => ({ method: "POST", path: "/associations/", body: { locationId, ...fields }, reply: association(locationId), status: 201 });
const update: Call = { method: "PUT", path: `/associations/${ASSOCIATION_ID}`, body: labels, reply: association(LOCATION) };
const remove: Call = { method: "DELETE", path: `/associations/${ASSOCIATION_ID}`, reply: { deleted: true, id: ASSOCIATION_ID, message: "Association deleted successfully" } };
const link = (locationId: string): Call => ({ method: "POST", path: "/associations/relations", body: { locationId, ...ids }, reply: { locationId, id: RELATION_ID, ...ids }, status: 201 });
const unlink = (locationId: string): Call => ({ method: "DELETE", path: `/associations/relations/${RELATION_ID}`, query: { locationId }, reply: {} });

const rows: Rows = {
  "create-association": {
    required: { props: fields, requests: [create(LOCATION)], summary: `Created association Owner – Pet (owner_pet) (${ASSOCIATION_ID})` },
    all: { props: { ...fields, locationId: OTHER_LOCATION }, requests: [create(OTHER_LOCATION)], summary: `Created association Owner – Pet (owner_pet) (${ASSOCIATION_ID})` },
  },
  "update-association": {
    required: { props: { associationId: ASSOCIATION_ID, ...labels }, requests: [update], summary: `Updated association ${ASSOCIATION_ID}: Owner – Pet` },
    all: { props: { associationId: ASSOCIATION_ID, ...labels, locationId: OTHER_LOCATION }, requests: [update], summary: `Updated association ${ASSOCIATION_ID}: Owner – Pet` },
  },
  "delete-association": {
    required: { props: { associationId: ASSOCIATION_ID }, requests: [remove], returns: { succeeded: true }, summary: `Deleted association ${ASSOCIATION_ID}` },
    all: { props: { associationId: ASSOCIATION_ID, locationId: OTHER_LOCATION }, requests: [remove], returns: { succeeded: true }, summary: `Deleted association ${ASSOCIATION_ID}` },
  },
  "create-relation": {
    required: { props: ids, requests: [link(LOCATION)], summary: `Linked ${CONTACT_ID} with ${PET_ID} (relation ${RELATION_ID})` },
    all: { props: { ...ids, locationId: OTHER_LOCATION }, requests: [link(OTHER_LOCATION)], summary: `Linked ${CONTACT_ID} with ${PET_ID} (relation ${RELATION_ID})` },
  },
  "delete-relation": {
    required: { props: { relationId: RELATION_ID }, requests: [unlink(LOCATION)], returns: { succeeded: true }, summary: `Deleted relation ${RELATION_ID}` },
    all: {
      props: { relationId: RELATION_ID, locationId: OTHER_LOCATION, objectKey: "contact", recordId: CONTACT_ID },
      requests: [unlink(OTHER_LOCATION)], returns: { succeeded: true }, summary: `Deleted relation ${RELATION_ID}`,
    },
  },
};

export default rows;
