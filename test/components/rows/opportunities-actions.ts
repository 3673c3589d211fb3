import { LOCATION } from "../account.ts";
import { CONTACT_ID, OTHER_USER_ID, USER_ID } from "../records.ts";
import type { Call, Rows } from "../row.ts";

const OPPORTUNITY_ID = "yWQobCRIhRguQtD2llvk";
const PATH = `/opportunities/${OPPORTUNITY_ID}`;
const OTHER_LOCATION = "ve9EPM428h8vShlRW1KT";
const pipelineId = "VDm7RPYC2GLUvdpKmBfC";
const pipelineStageId = "7915dedc-8f18-44d5-8bc3-77c04e994a10";
const opportunity = { id: OPPORTUNITY_ID, locationId: LOCATION, name: "Yearly plan", status: "open", pipelineId, pipelineStageId, contactId: CONTACT_ID };
const updated = `Updated opportunity "Yearly plan" (${OPPORTUNITY_ID})`;

const customFields: Call = {
  method: "GET", path: `/locations/${OTHER_LOCATION}/customFields`, query: { model: "opportunity" },
  reply: {
    customFields: [
      { id: "cfOrigin", name: "Deal origin", fieldKey: "opportunity.deal_origin", dataType: "TEXT" },
      { id: "cfSize", name: "Deal size", fieldKey: "opportunity.deal_size", dataType: "NUMERICAL" },
      { id: "cfAreas", name: "Areas", fieldKey: "opportunity.areas", dataType: "CHECKBOX", picklistOptions: ["North", "South"] },
    ],
  },
};
const form = {
  locationId: OTHER_LOCATION, name: "Yearly plan", pipelineId, pipelineStageId, status: "won", monetaryValue: " $1250.50 ", assignedTo: USER_ID,
  customField1: "cfOrigin", customFieldValue1: "00123", customField2: "cfSize", customFieldValue2: "7", customFields: { Areas: ["north", "South"] },
};
const body = {
  name: "Yearly plan", pipelineId, pipelineStageId, status: "won", monetaryValue: 1250.5, assignedTo: USER_ID,
  // A number goes as its digits: the API takes text, lists and objects here.
  customFields: [{ id: "cfOrigin", field_value: "00123" }, { id: "cfSize", field_value: "7" }, { id: "cfAreas", field_value: ["North", "South"] }],
};

const rows: Rows = {
  "create-opportunity": {
    required: {
      props: { name: "Yearly plan", pipelineId, contactId: CONTACT_ID, status: "open" },
      requests: [{
        method: "POST", path: "/opportunities/", body: { locationId: LOCATION, name: "Yearly plan", pipelineId, contactId: CONTACT_ID, status: "open" }, reply: { opportunity, traceId: "t" }, status: 201,
      }],
      returns: opportunity,
      summary: `Created opportunity "Yearly plan" (${OPPORTUNITY_ID})`,
    },
    all: {
      props: { ...form, contactId: CONTACT_ID, source: "Website form" },
      requests: [customFields, { method: "POST", path: "/opportunities/", body: { ...body, locationId: OTHER_LOCATION, contactId: CONTACT_ID, source: "Website form" }, reply: { opportunity }, status: 201 }],
      returns: opportunity,
      summary: `Created opportunity "Yearly plan" (${OPPORTUNITY_ID})`,
    },
  },
  "update-opportunity": {
    required: {
      props: { opportunityId: OPPORTUNITY_ID, monetaryValue: 0 },
      requests: [{ method: "PUT", path: PATH, body: { monetaryValue: 0 }, reply: { opportunity } }],
      returns: opportunity,
      summary: updated,
    },
    all: {
      props: { ...form, opportunityId: OPPORTUNITY_ID },
      requests: [customFields, { method: "PUT", path: PATH, body, reply: { opportunity } }],
      returns: opportunity,
      summary: updated,
    },
  },
  "delete-opportunity": {
    required: {
      props: { opportunityId: OPPORTUNITY_ID },
      requests: [{ method: "DELETE", path: PATH, reply: { succeded: true } }],
      returns: { succeeded: true },
      summary: `Deleted opportunity ${OPPORTUNITY_ID}`,
    },
    all: {
      props: { locationId: OTHER_LOCATION, opportunityId: OPPORTUNITY_ID },
      requests: [{ method: "DELETE", path: PATH, reply: { success: true, traceId: "t" } }],
      returns: { succeeded: true },
      summary: `Deleted opportunity ${OPPORTUNITY_ID}`,
    },
  },
  "update-opportunity-status": {
    required: {
      props: { opportunityId: OPPORTUNITY_ID, status: "won" },
      requests: [{ method: "PUT", path: `${PATH}/status`, body: { status: "won" }, reply: { succeded: true } }],
      returns: { succeeded: true },
      summary: `Set opportunity ${OPPORTUNITY_ID} to won`,
    },
    all: {
      props: { opportunityId: OPPORTUNITY_ID, status: "lost", lostReasonId: "reason1" },
      requests: [{ method: "PUT", path: `${PATH}/status`, body: { status: "lost", lostReasonId: "reason1" }, reply: { success: true } }],
      returns: { succeeded: true },
      summary: `Set opportunity ${OPPORTUNITY_ID} to lost`,
    },
  },
  "upsert-opportunity": {
    // Without the three follower fields, which would touch followers that nobody meant.
    required: {
      props: { pipelineId, contactId: CONTACT_ID },
      requests: [{ method: "POST", path: "/opportunities/upsert", body: { locationId: LOCATION, pipelineId, contactId: CONTACT_ID }, reply: { opportunity, new: true, traceId: "t" } }],
      returns: opportunity,
      exports: { new: true },
      summary: `Created opportunity "Yearly plan" (${OPPORTUNITY_ID})`,
    },
    all: {
      props: {
        locationId: OTHER_LOCATION, pipelineId, pipelineStageId, contactId: CONTACT_ID, opportunityId: OPPORTUNITY_ID, name: "Yearly plan", status: "lost", lostReasonId: "reason1",
        monetaryValue: "1250", assignedTo: USER_ID, followers: [OTHER_USER_ID, ""], followersActionType: "remove", isRemoveAllFollowers: false,
        customField1: "cfOrigin", customFieldValue1: "00123",
      },
      // The endpoint takes no custom fields, so they follow.
      requests: [customFields, {
        method: "POST", path: "/opportunities/upsert",
        body: {
          locationId: OTHER_LOCATION, pipelineId, pipelineStageId, contactId: CONTACT_ID, id: OPPORTUNITY_ID, name: "Yearly plan", status: "lost", lostReasonId: "reason1",
          monetaryValue: 1250, assignedTo: USER_ID, followers: [OTHER_USER_ID], followersActionType: "remove", isRemoveAllFollowers: false,
        },
        reply: { opportunity, new: false },
      }, { method: "PUT", path: PATH, body: { customFields: [{ id: "cfOrigin", field_value: "00123" }] }, reply: { opportunity } }],
      returns: opportunity,
      exports: { new: false },
      summary: updated,
    },
  },
  "add-opportunity-followers": {
    required: {
      props: { opportunityId: OPPORTUNITY_ID, userIds: [USER_ID, OTHER_USER_ID, USER_ID] },
      requests: [{ method: "POST", path: `${PATH}/followers`, body: { followers: [USER_ID, OTHER_USER_ID] }, reply: { followers: [USER_ID, OTHER_USER_ID], followersAdded: [OTHER_USER_ID] }, status: 201 }],
      summary: `Added 1 follower (${USER_ID}: already a follower) to opportunity ${OPPORTUNITY_ID}`,
    },
    all: {
      props: { locationId: OTHER_LOCATION, opportunityId: OPPORTUNITY_ID, userIds: USER_ID },
      requests: [{ method: "POST", path: `${PATH}/followers`, body: { followers: [USER_ID] }, reply: { followers: [USER_ID], followersAdded: [] }, status: 201 }],
      summary: `Added 0 followers (${USER_ID}: already a follower) to opportunity ${OPPORTUNITY_ID}`,
    },
  },
  "remove-opportunity-followers": {
    required: {
      props: { opportunityId: OPPORTUNITY_ID, userIds: [USER_ID] },
      requests: [{ method: "DELETE", path: `${PATH}/followers`, body: { followers: [USER_ID] }, reply: { followers: [], followersRemoved: [USER_ID] } }],
      summary: `Removed 1 follower from opportunity ${OPPORTUNITY_ID}`,
    },
    all: {
      props: { locationId: OTHER_LOCATION, opportunityId: OPPORTUNITY_ID, isRemoveAllFollowers: true },
      requests: [{
        method: "DELETE", path: `${PATH}/followers`, query: { isRemoveAllFollowers: "true" }, body: { followers: [] }, reply: { followers: [], followersRemoved: [USER_ID, OTHER_USER_ID] },
      }],
      summary: `Removed 2 followers from opportunity ${OPPORTUNITY_ID}`,
    },
  },
};

export default rows;
