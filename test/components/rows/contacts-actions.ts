import { LOCATION } from "../account.ts";
import {
  CAMPAIGN_ID, CONTACT_ID, contact, customFields, NOTE_ID, note, OTHER_USER_ID, TASK_ID, task, USER_ID,
} from "../records.ts";
import type { Call, Rows } from "../row.ts";

const PATH = `/contacts/${CONTACT_ID}`;
const OTHER_LOCATION = "ve9EPM428h8vShlRW1KT";
const SUCCEEDED = { succeeded: true };

/** Asked for where a time has no offset, or a custom field is filled in. */
const location: Call = { method: "GET", path: `/locations/${LOCATION}`, reply: { location: { timezone: "America/New_York" } } };
const fields = (locationId: string): Call => ({
  method: "GET", path: `/locations/${locationId}/customFields`, query: { model: "contact" }, reply: { customFields },
});
const duplicates = (query: Record<string, string>): Call => ({
  method: "GET", path: "/contacts/search/duplicate", query: { locationId: OTHER_LOCATION, ...query }, reply: { contact: null, traceId: "t" },
});

const contactForm = {
  firstName: "Maya", lastName: "Ellison", name: "Maya Ellison", email: " maya.ellison@example.com ", phone: "+1 202-555-0143",
  address1: "12 Harbor Street", city: "Portland", state: "ME", postalCode: "04101", country: "united states",
  website: "https://example.com", timezone: "America/New_York", dateOfBirth: "09/25/1990", source: "Website form", assignedTo: USER_ID,
  tags: ["newsletter", " VIP ", "", "newsletter"],
  dnd: false, dndBlock: ["SMS"], dndAllow: ["Email"], dndMessage: "Asked for it", dndSettings: { Call: { status: "permanent", message: "Never", code: "7" }, whatsapp: "inactive" },
  inboundDndStatus: "active", inboundDndMessage: "Spam",
  customField1: "cfText", customFieldValue1: "00123", customField10: "cfNumber", customFieldValue10: "12", customFields: { plan: "gold" },
};
const contactBody = {
  firstName: "Maya", lastName: "Ellison", name: "Maya Ellison", email: "maya.ellison@example.com", phone: "+12025550143",
  address1: "12 Harbor Street", city: "Portland", state: "ME", postalCode: "04101", country: "US",
  website: "https://example.com", timezone: "America/New_York", dateOfBirth: "1990-09-25", source: "Website form", assignedTo: USER_ID,
  tags: ["newsletter", "VIP"],
  dnd: false,
  dndSettings: {
    SMS: { status: "active", message: "Asked for it" }, Email: { status: "inactive", message: "Asked for it" },
    Call: { status: "permanent", message: "Never", code: "7" }, WhatsApp: { status: "inactive" },
  },
  inboundDndSettings: { all: { status: "active", message: "Spam" } },
  customFields: [{ id: "cfText", field_value: "00123" }, { id: "cfNumber", field_value: 12 }, { id: "cfRadio", field_value: "Gold" }],
};
const newContactForm = { ...contactForm, locationId: OTHER_LOCATION, companyName: "Harbor Yoga", gender: "female" };
const newContactBody = { ...contactBody, locationId: OTHER_LOCATION, companyName: "Harbor Yoga", gender: "female" };

const rows: Rows = {
  "create-contact": {
    notCalled: {
      "GET /contacts/{contactId}": "only to go on after a failure: create-contact.test.ts",
      "GET /contacts/{contactId}/notes": "only to go on after a failure: create-contact.test.ts",
      "GET /contacts/{contactId}/tasks": "only to go on after a failure: create-contact.test.ts",
      "GET /locations/{locationId}": "only for a task's date without an offset, as in create-contact-task",
    },
    required: {
      props: { email: "maya.ellison@example.com" },
      requests: [{ method: "POST", path: "/contacts/", body: { locationId: LOCATION, email: "maya.ellison@example.com" }, reply: { contact, traceId: "t" }, status: 201 }],
      returns: contact,
      summary: `Created contact Maya Ellison (${CONTACT_ID})`,
    },
    all: {
      props: {
        ...newContactForm,
        notes: ["Met at the fair", "Likes tea"],
        tasks: ["Send the brochure", JSON.stringify({ title: "Call back", body: "About the offer", dueDate: "2026-12-01T09:00:00-05:00", assignedTo: OTHER_USER_ID })],
        taskDueInDays: 3,
        taskAssignedTo: USER_ID,
      },
      requests: [
        fields(OTHER_LOCATION),
        duplicates({ email: "maya.ellison@example.com" }),
        duplicates({ number: "+12025550143" }),
        { method: "POST", path: "/contacts/", body: newContactBody, reply: { contact }, status: 201 },
        { method: "POST", path: `${PATH}/notes`, body: { body: "Met at the fair" }, reply: { note }, status: 201 },
        { method: "POST", path: `${PATH}/notes`, body: { body: "Likes tea" }, reply: { note }, status: 201 },
        { method: "POST", path: `${PATH}/tasks`, body: { title: "Send the brochure", dueDate: "2026-11-28T15:00:00.000Z", completed: false, assignedTo: USER_ID }, reply: { task }, status: 201 },
        { method: "POST", path: `${PATH}/tasks`, body: { title: "Call back", body: "About the offer", dueDate: "2026-12-01T09:00:00-05:00", completed: false, assignedTo: OTHER_USER_ID }, reply: { task }, status: 201 },
      ],
      returns: contact,
      summary: `Created contact Maya Ellison (${CONTACT_ID}) with 2 notes and 2 tasks`,
    },
  },
  "update-contact": {
    required: {
      props: { contactId: CONTACT_ID, firstName: "Maya" },
      requests: [{ method: "PUT", path: PATH, body: { firstName: "Maya" }, reply: { succeded: true, contact } }],
      returns: contact,
      summary: `Updated contact Maya Ellison (${CONTACT_ID})`,
    },
    all: {
      props: { ...contactForm, locationId: OTHER_LOCATION, contactId: CONTACT_ID, website: "", tags: [], clearFields: ["website", "tags"] },
      requests: [
        fields(OTHER_LOCATION),
        { method: "PUT", path: PATH, body: { ...contactBody, website: null, tags: [] }, reply: { succeeded: true, contact } },
      ],
      returns: contact,
      summary: `Updated contact Maya Ellison (${CONTACT_ID})`,
    },
  },
  "upsert-contact": {
    required: {
      props: { phone: "+12025550143" },
      requests: [{ method: "POST", path: "/contacts/upsert", body: { locationId: LOCATION, phone: "+12025550143", createNewIfDuplicateAllowed: false }, reply: { new: true, contact, succeded: true, traceId: "t" } }],
      returns: contact,
      exports: { new: true },
      summary: `Created contact Maya Ellison (${CONTACT_ID})`,
    },
    all: {
      props: { ...newContactForm, createNewIfDuplicateAllowed: true },
      requests: [
        fields(OTHER_LOCATION),
        { method: "POST", path: "/contacts/upsert", body: { ...newContactBody, createNewIfDuplicateAllowed: true }, reply: { new: false, contact, traceId: "t" } },
      ],
      returns: contact,
      exports: { new: false },
      summary: `Updated contact Maya Ellison (${CONTACT_ID})`,
    },
  },
  "delete-contact": {
    required: {
      props: { contactId: CONTACT_ID },
      requests: [{ method: "DELETE", path: PATH, reply: { succeded: true } }],
      returns: SUCCEEDED,
      summary: `Deleted contact ${CONTACT_ID}`,
    },
    all: {
      props: { locationId: OTHER_LOCATION, contactId: CONTACT_ID },
      requests: [{ method: "DELETE", path: PATH, reply: { succeeded: true, traceId: "t" } }],
      returns: SUCCEEDED,
      summary: `Deleted contact ${CONTACT_ID}`,
    },
  },
  "find-contact": {
    required: {
      props: { email: "maya.ellison@example.com" },
      requests: [{ method: "GET", path: "/contacts/search/duplicate", query: { locationId: LOCATION, email: "maya.ellison@example.com" }, reply: { contact, matchingField: "email", traceId: "t" } }],
      returns: contact,
      summary: `Found contact Maya Ellison (${CONTACT_ID}) by Email`,
    },
    all: {
      props: { locationId: OTHER_LOCATION, contactId: CONTACT_ID, email: "maya.ellison@example.com", phone: "+12025550143", errorIfNotFound: true },
      requests: [
        { method: "GET", path: PATH, status: 404, reply: { statusCode: 404, message: "Contact not found" } },
        duplicates({ email: "maya.ellison@example.com" }),
        { ...duplicates({ number: "+12025550143" }), reply: { contact } },
      ],
      returns: contact,
      summary: `Found contact Maya Ellison (${CONTACT_ID}) by Phone`,
    },
  },
  "add-tags-to-contact": {
    required: {
      props: { contactId: CONTACT_ID, tags: ["vip", "Gold"] },
      requests: [{ method: "POST", path: `${PATH}/tags`, body: { tags: ["vip", "Gold"] }, reply: { tags: ["newsletter", "vip", "gold"] }, status: 201 }],
      summary: `Added 2 tags to contact ${CONTACT_ID}`,
    },
    all: {
      props: { locationId: OTHER_LOCATION, contactId: CONTACT_ID, tags: ["newsletter", "vip"] },
      requests: [{ method: "POST", path: `${PATH}/tags`, body: { tags: ["newsletter", "vip"] }, reply: { tags: ["newsletter", "vip"], tagsAdded: ["vip"] }, status: 201 }],
      summary: `Added 1 tag (newsletter: already there) to contact ${CONTACT_ID}`,
    },
  },
  "remove-tags-from-contact": {
    required: {
      props: { contactId: CONTACT_ID, tags: ["vip"] },
      requests: [{ method: "DELETE", path: `${PATH}/tags`, body: { tags: ["vip"] }, reply: { tags: ["newsletter"] } }],
      summary: `Removed 1 tag from contact ${CONTACT_ID}`,
    },
    all: {
      props: { locationId: OTHER_LOCATION, contactId: CONTACT_ID, tags: ["vip", "gold"] },
      requests: [{ method: "DELETE", path: `${PATH}/tags`, body: { tags: ["vip", "gold"] }, reply: { tags: ["newsletter"], tagsRemoved: [] } }],
      summary: `Removed 0 tags (vip, gold: not a tag of this contact) from contact ${CONTACT_ID}`,
    },
  },
  "bulk-update-contact-tags": {
    required: {
      props: { type: "add", contacts: [CONTACT_ID], tags: ["vip"] },
      requests: [{
        method: "POST", path: "/contacts/bulk/tags/update/add", body: { locationId: LOCATION, tags: ["vip"], contacts: [CONTACT_ID] }, status: 201,
        reply: { succeded: true, errorCount: 0, responses: [{ contactId: CONTACT_ID, message: "Tags updated", type: "success", oldTags: [], tagsAdded: ["vip"], tagsRemoved: [] }] },
      }],
      returns: [{ contactId: CONTACT_ID, message: "Tags updated", type: "success", oldTags: [], tagsAdded: ["vip"], tagsRemoved: [], succeeded: true }],
      summary: "Added tags to 1 of 1 contact",
    },
    all: {
      props: { locationId: OTHER_LOCATION, type: "remove", contacts: [CONTACT_ID, "gone1"], tags: ["vip"], removeAllTags: true },
      requests: [{
        method: "POST", path: "/contacts/bulk/tags/update/remove", body: { locationId: OTHER_LOCATION, tags: ["vip"], removeAllTags: true, contacts: [CONTACT_ID, "gone1"] }, status: 201,
        reply: { succeded: true, errorCount: 1, responses: [{ contactId: CONTACT_ID, type: "success" }, { contactId: "gone1", message: "contact is deleted", type: "error" }] },
      }],
      returns: [{ contactId: CONTACT_ID, type: "success", succeeded: true }, { contactId: "gone1", message: "contact is deleted", type: "error", succeeded: false }],
      summary: "Removed tags from 1 of 2 contacts (1 refused: contact is deleted)",
    },
  },
  "create-contact-task": {
    required: {
      props: { contactId: CONTACT_ID, title: "Call back", dueDate: "2026-12-01T09:00:00-05:00" },
      requests: [{ method: "POST", path: `${PATH}/tasks`, body: { title: "Call back", dueDate: "2026-12-01T09:00:00-05:00", completed: false }, reply: { task }, status: 201 }],
      returns: task,
      summary: `Created task "Call back" (${TASK_ID})`,
    },
    all: {
      props: { contactId: CONTACT_ID, title: "Call back", dueDate: "2026-12-01 09:00", completed: true, body: "About the offer", assignedTo: USER_ID },
      requests: [
        location,
        { method: "POST", path: `${PATH}/tasks`, body: { title: "Call back", dueDate: "2026-12-01T09:00:00-05:00", completed: true, body: "About the offer", assignedTo: USER_ID }, reply: { task }, status: 201 },
      ],
      returns: task,
      summary: `Created task "Call back" (${TASK_ID})`,
    },
  },
  "update-contact-task": {
    required: {
      props: { contactId: CONTACT_ID, taskId: TASK_ID, completed: false },
      requests: [{ method: "PUT", path: `${PATH}/tasks/${TASK_ID}`, body: { completed: false }, reply: { task } }],
      returns: task,
      summary: `Updated task "Call back" (${TASK_ID})`,
    },
    all: {
      props: { contactId: CONTACT_ID, taskId: TASK_ID, title: "Call back", dueDate: "2026-07-01T09:00", completed: true, body: "About the offer", assignedTo: USER_ID },
      requests: [
        location,
        { method: "PUT", path: `${PATH}/tasks/${TASK_ID}`, body: { title: "Call back", dueDate: "2026-07-01T09:00:00-04:00", completed: true, body: "About the offer", assignedTo: USER_ID }, reply: { task } },
      ],
      returns: task,
      summary: `Updated task "Call back" (${TASK_ID})`,
    },
  },
  "complete-contact-task": {
    required: {
      props: { contactId: CONTACT_ID, taskId: TASK_ID },
      requests: [{ method: "PUT", path: `${PATH}/tasks/${TASK_ID}/completed`, body: { completed: true }, reply: { task: { ...task, completed: true } } }],
      returns: { ...task, completed: true },
      summary: "Completed task \"Call back\"",
    },
    all: {
      props: { locationId: OTHER_LOCATION, contactId: CONTACT_ID, taskId: TASK_ID, completed: false },
      requests: [{ method: "PUT", path: `${PATH}/tasks/${TASK_ID}/completed`, body: { completed: false }, reply: { task } }],
      returns: task,
      summary: "Reopened task \"Call back\"",
    },
  },
  "delete-contact-task": {
    required: {
      props: { contactId: CONTACT_ID, taskId: TASK_ID },
      requests: [{ method: "DELETE", path: `${PATH}/tasks/${TASK_ID}`, reply: { succeded: true } }],
      returns: SUCCEEDED,
      summary: `Deleted task ${TASK_ID}`,
    },
    all: {
      props: { locationId: OTHER_LOCATION, contactId: CONTACT_ID, taskId: TASK_ID },
      requests: [{ method: "DELETE", path: `${PATH}/tasks/${TASK_ID}`, reply: { succeeded: true } }],
      returns: SUCCEEDED,
      summary: `Deleted task ${TASK_ID}`,
    },
  },
  "create-contact-note": {
    required: {
      props: { contactId: CONTACT_ID, body: "Wants to move the appointment" },
      requests: [{ method: "POST", path: `${PATH}/notes`, body: { body: "Wants to move the appointment" }, reply: { note }, status: 201 }],
      returns: note,
      summary: `Created note ${NOTE_ID} on contact ${CONTACT_ID}`,
    },
    all: {
      props: { locationId: OTHER_LOCATION, contactId: CONTACT_ID, body: "00123", title: "First call", color: "#FFAA00", pinned: true, userId: USER_ID },
      requests: [{ method: "POST", path: `${PATH}/notes`, body: { body: "00123", title: "First call", color: "#FFAA00", pinned: true, userId: USER_ID }, reply: { note }, status: 201 }],
      returns: note,
      summary: `Created note ${NOTE_ID} on contact ${CONTACT_ID}`,
    },
  },
  "update-contact-note": {
    required: {
      props: { contactId: CONTACT_ID, noteId: NOTE_ID, pinned: false },
      requests: [{ method: "PUT", path: `${PATH}/notes/${NOTE_ID}`, body: { pinned: false }, reply: { note } }],
      returns: note,
      summary: `Updated note ${NOTE_ID}`,
    },
    all: {
      props: { locationId: OTHER_LOCATION, contactId: CONTACT_ID, noteId: NOTE_ID, body: "Wants to come", title: "Second call", color: "#00AAFF", pinned: true, userId: USER_ID },
      requests: [{ method: "PUT", path: `${PATH}/notes/${NOTE_ID}`, body: { body: "Wants to come", title: "Second call", color: "#00AAFF", pinned: true, userId: USER_ID }, reply: { note } }],
      returns: note,
      summary: `Updated note ${NOTE_ID}`,
    },
  },
  "delete-contact-note": {
    required: {
      props: { contactId: CONTACT_ID, noteId: NOTE_ID },
      requests: [{ method: "DELETE", path: `${PATH}/notes/${NOTE_ID}`, reply: { succeded: true } }],
      returns: SUCCEEDED,
      summary: `Deleted note ${NOTE_ID}`,
    },
    all: {
      props: { locationId: OTHER_LOCATION, contactId: CONTACT_ID, noteId: "a1/b?c" },
      requests: [{ method: "DELETE", path: `${PATH}/notes/a1%2Fb%3Fc`, reply: { succeeded: true } }],
      returns: SUCCEEDED,
      summary: "Deleted note a1/b?c",
    },
  },
  "add-contact-to-campaign": {
    required: {
      props: { contactId: CONTACT_ID, campaignId: CAMPAIGN_ID },
      requests: [{ method: "POST", path: `${PATH}/campaigns/${CAMPAIGN_ID}`, body: {}, reply: { succeded: true }, status: 201 }],
      returns: SUCCEEDED,
      summary: `Added contact ${CONTACT_ID} to campaign ${CAMPAIGN_ID}`,
    },
    all: {
      props: { locationId: OTHER_LOCATION, contactId: CONTACT_ID, campaignId: CAMPAIGN_ID },
      requests: [{ method: "POST", path: `${PATH}/campaigns/${CAMPAIGN_ID}`, body: {}, reply: { succeeded: true }, status: 201 }],
      returns: SUCCEEDED,
      summary: `Added contact ${CONTACT_ID} to campaign ${CAMPAIGN_ID}`,
    },
  },
  "remove-contact-from-campaign": {
    required: {
      props: { contactId: CONTACT_ID, campaignId: CAMPAIGN_ID },
      requests: [{ method: "DELETE", path: `${PATH}/campaigns/${CAMPAIGN_ID}`, reply: { succeded: true } }],
      returns: SUCCEEDED,
      summary: `Removed contact ${CONTACT_ID} from campaign ${CAMPAIGN_ID}`,
    },
    all: {
      props: { locationId: OTHER_LOCATION, contactId: CONTACT_ID, campaignId: CAMPAIGN_ID },
      requests: [{ method: "DELETE", path: `${PATH}/campaigns/${CAMPAIGN_ID}`, reply: { succeeded: true } }],
      returns: SUCCEEDED,
      summary: `Removed contact ${CONTACT_ID} from campaign ${CAMPAIGN_ID}`,
    },
  },
  "remove-contact-from-all-campaigns": {
    required: {
      props: { contactId: CONTACT_ID },
      requests: [{ method: "DELETE", path: `${PATH}/campaigns/removeAll`, reply: { succeded: true } }],
      returns: SUCCEEDED,
      summary: `Removed contact ${CONTACT_ID} from all campaigns`,
    },
    all: {
      props: { locationId: OTHER_LOCATION, contactId: CONTACT_ID },
      requests: [{ method: "DELETE", path: `${PATH}/campaigns/removeAll`, reply: { succeeded: true } }],
      returns: SUCCEEDED,
      summary: `Removed contact ${CONTACT_ID} from all campaigns`,
    },
  },
  "add-contact-followers": {
    required: {
      props: { contactId: CONTACT_ID, userIds: [USER_ID] },
      requests: [{ method: "POST", path: `${PATH}/followers`, body: { followers: [USER_ID] }, reply: { followers: [USER_ID], followersAdded: [USER_ID] }, status: 201 }],
      summary: `Added 1 follower to contact ${CONTACT_ID}`,
    },
    all: {
      props: { locationId: OTHER_LOCATION, contactId: CONTACT_ID, userIds: [USER_ID, OTHER_USER_ID] },
      requests: [{ method: "POST", path: `${PATH}/followers`, body: { followers: [USER_ID, OTHER_USER_ID] }, reply: { followers: [USER_ID, OTHER_USER_ID], followersAdded: [OTHER_USER_ID] }, status: 201 }],
      summary: `Added 1 follower (${USER_ID}: already a follower) to contact ${CONTACT_ID}`,
    },
  },
  "remove-contact-followers": {
    required: {
      props: { contactId: CONTACT_ID, userIds: [USER_ID] },
      requests: [{ method: "DELETE", path: `${PATH}/followers`, body: { followers: [USER_ID] }, reply: { followers: [], followersRemoved: [USER_ID] } }],
      summary: `Removed 1 follower from contact ${CONTACT_ID}`,
    },
    all: {
      props: { locationId: OTHER_LOCATION, contactId: CONTACT_ID, userIds: [USER_ID, OTHER_USER_ID] },
      requests: [{ method: "DELETE", path: `${PATH}/followers`, body: { followers: [USER_ID, OTHER_USER_ID] }, reply: { followers: [], followersRemoved: [USER_ID] } }],
      summary: `Removed 1 follower (${OTHER_USER_ID}: no follower of this contact) from contact ${CONTACT_ID}`,
    },
  },
};

export default rows;
