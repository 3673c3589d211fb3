/** Records that HighLevel could answer with; made up. */
import { LOCATION } from "./account.ts";

export const CONTACT_ID = "ocQHyuzHvysMo5N5VsXc";
export const TASK_ID = "v8lSQyzMCBdT6DrcWjFn";
export const NOTE_ID = "Bg3cJ0oO1dQ5p7sVxY2z";
export const CAMPAIGN_ID = "qFSqySFkVvNzOSqgGqFi";
export const USER_ID = "YlWd2wuCAZQzh2cH1fVZ";
export const OTHER_USER_ID = "GCs5KuzPqTls7vWclkEV";

export const contact = { id: CONTACT_ID, locationId: LOCATION, firstName: "Maya", lastName: "Ellison", email: "maya.ellison@example.com", tags: ["newsletter"] };
export const task = { id: TASK_ID, title: "Call back", body: "About the offer", assignedTo: USER_ID, dueDate: "2026-12-01T14:00:00.000Z", completed: false, contactId: CONTACT_ID };
export const note = { id: NOTE_ID, body: "Wants to move the appointment", userId: USER_ID, dateAdded: "2026-11-25T15:00:00.000Z", contactId: CONTACT_ID, title: "First call", color: "#FFAA00", pinned: true };

/** The sub-account's custom fields, one of each kind that is treated differently. */
export const customFields = [
  { id: "cfText", name: "Nickname", fieldKey: "contact.nickname", dataType: "TEXT" },
  { id: "cfLarge", name: "Story", fieldKey: "contact.story", dataType: "LARGE_TEXT" },
  { id: "cfNumber", name: "Visits", fieldKey: "contact.visits", dataType: "NUMERICAL" },
  { id: "cfMoney", name: "Budget", fieldKey: "contact.budget", dataType: "MONETORY" },
  { id: "cfDate", name: "Renewal", fieldKey: "contact.renewal", dataType: "DATE" },
  { id: "cfSingle", name: "Shirt Size", fieldKey: "contact.shirt_size", dataType: "SINGLE_OPTIONS", picklistOptions: ["S", "M", "L"] },
  { id: "cfRadio", name: "Plan", fieldKey: "contact.plan", dataType: "RADIO", picklistOptions: ["Gold", "Silver"] },
  { id: "cfCheck", name: "Interests", fieldKey: "contact.interests", dataType: "CHECKBOX", picklistOptions: ["Yoga", "Running", "Yoga, beginners"] },
  { id: "cfMulti", name: "Languages", fieldKey: "contact.languages", dataType: "MULTIPLE_OPTIONS", picklistOptions: ["English", "Spanish"] },
  { id: "cfPhone", name: "Second Phone", fieldKey: "contact.second_phone", dataType: "PHONE" },
  { id: "cfEmail", name: "Billing Email", fieldKey: "contact.billing_email", dataType: "EMAIL" },
  { id: "cfFile", name: "Contract", fieldKey: "contact.contract", dataType: "FILE_UPLOAD" },
  { id: "cfBoxes", name: "Sizes", fieldKey: "contact.sizes", dataType: "TEXTBOX_LIST" },
  { id: "cfOpen", name: "Channel", fieldKey: "contact.channel", dataType: "SINGLE_OPTIONS", picklistOptions: [{ label: "Radio" }], isAllowedCustomOption: true },
  { id: "cfCase", name: "Metal", fieldKey: "contact.metal", dataType: "RADIO", picklistOptions: ["Gold", "gold"] },
  { id: "cfKin", name: "Family", fieldKey: "contact.family", dataType: "TEXTBOX_LIST", picklistOptions: [{ id: "box1", label: "Name" }, { id: "box2", label: "Phone" }, { id: "box3", label: "phone" }] },
  { id: "cfSign", name: "Signature", fieldKey: "contact.signature", dataType: "SIGNATURE" },
  { id: "cfOther", name: "Other", fieldKey: "contact.other", dataType: "SOMETHING_NEW" },
];
