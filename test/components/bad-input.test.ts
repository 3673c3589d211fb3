import { expect, it } from "@jest/globals";
import { failureOf } from "./harness.ts";
import { CONTACT_ID, NOTE_ID, TASK_ID } from "./records.ts";

const contactId = CONTACT_ID;
const email = "maya.ellison@example.com";

/** What is filled in wrongly, and what the person is told. None of these may send anything: there are no mocks. */
const rows: [slug: string, props: Record<string, unknown>, message: string][] = [
  // Ids and required fields that an expression left empty
  ["delete-contact", { contactId: " " }, "The field Contact is empty. Choose or type an ID."],
  ["delete-contact", { contactId: ".." }, "The field Contact is empty. Choose or type an ID."],
  ["delete-contact-task", { contactId, taskId: " " }, "The field Task is empty. Choose or type an ID."],
  ["update-contact-note", { contactId, noteId: " ", body: "x" }, "The field Note is empty. Fill it in; an expression in it may have found nothing."],
  ["delete-contact-note", { contactId, noteId: " " }, "The field Note is empty. Fill it in; an expression in it may have found nothing."],
  ["add-contact-to-campaign", { contactId, campaignId: " " }, "The field Campaign is empty. Choose or type an ID."],
  ["create-contact-note", { contactId, body: " " }, "The field Body is empty. Fill it in; an expression in it may have found nothing."],
  ["create-contact-task", { contactId, title: " ", dueDate: "2026-12-01T09:00Z" }, "The field Title is empty. Fill it in; an expression in it may have found nothing."],
  ["create-contact-task", { contactId, title: "Call", dueDate: "tomorrow" }, "Due Date: \"tomorrow\" is not a date and time. Write it like 2026-12-01T09:00:00-05:00 (or without the offset, for the sub-account's time zone)."],
  ["update-contact-task", { contactId, taskId: TASK_ID, dueDate: "2026-02-30T09:00Z" }, "Due Date: \"2026-02-30T09:00Z\" is not a date and time. Write it like 2026-12-01T09:00:00-05:00 (or without the offset, for the sub-account's time zone)."],
  ["add-tags-to-contact", { contactId, tags: [" ", ""] }, "The field Tags is empty. Fill it in; an expression in it may have found nothing."],
  ["remove-tags-from-contact", { contactId, tags: [] }, "The field Tags is empty. Fill it in; an expression in it may have found nothing."],
  ["add-contact-followers", { contactId, userIds: [] }, "The field Followers is empty. Fill it in; an expression in it may have found nothing."],
  ["remove-contact-followers", { contactId, userIds: [" "] }, "The field Followers is empty. Fill it in; an expression in it may have found nothing."],

  // Nothing to do
  ["update-contact", { contactId }, "Fill in at least one field. There is nothing to change."],
  ["update-contact-note", { contactId, noteId: NOTE_ID }, "Fill in at least one field. There is nothing to change."],
  ["update-contact-task", { contactId, taskId: TASK_ID, title: "" }, "Fill in at least one field. There is nothing to change."],
  ["create-contact", { tags: [""] }, "The contact would be empty. Fill in at least one field, such as Email or Phone."],
  ["find-contact", {}, "Fill in Contact, Email or Phone. They say whom to look for."],
  ["upsert-contact", { firstName: "Maya" }, "Fill in Email or Phone. HighLevel recognizes a contact by them."],

  // Values
  ["create-contact", { email: "maya@example" }, "Email: \"maya@example\" is not an email address. Write one address, such as maya@example.com."],
  ["upsert-contact", { email: "a@example.com, b@example.com" }, "Email: \"a@example.com, b@example.com\" is not an email address. Write one address, such as maya@example.com."],
  ["find-contact", { email: "maya" }, "Email: \"maya\" is not an email address. Write one address, such as maya@example.com."],
  ["create-contact", { phone: "1234" }, "Phone: \"1234\" is not a phone number. Write it with the country code, such as +12025550143."],
  ["update-contact", { contactId, phone: "call 555-0143" }, "Phone: \"call 555-0143\" is not a phone number: it contains a letter (c). Write it with the country code, such as +12025550143."],
  ...["create-contact", "update-contact", "upsert-contact"].map((slug): typeof rows[number] => [
    slug, { ...(slug === "update-contact" && { contactId }), phone: "020-7946-0018" },
    "Phone: \"020-7946-0018\" has no country code, and HighLevel finds no number without one. Write it as dialed from abroad, with + and the country code, such as +442079460018.",
  ]),
  ["update-contact", { contactId, dateOfBirth: "03/04/1990" }, "Date of Birth: \"03/04/1990\" can be read in two ways. Write it like 1990-03-04 (year, month, day)."],
  ["update-contact", { contactId, dateOfBirth: "2990-09-25" }, "Date of Birth: 2990-09-25 lies in the future. Check the year."],
  ["update-contact", { contactId, dateOfBirth: "25/09/1990" }, "Date of Birth: \"25/09/1990\" is not a date. Write it like 2026-12-31 (year, month, day)."],
  ["update-contact", { contactId, dateOfBirth: "1990-02-30" }, "Date of Birth: \"1990-02-30\" is not a date. Write it like 2026-12-31 (year, month, day)."],
  ["upsert-contact", { email, country: "Atlantis" }, "Country: \"Atlantis\" cannot be chosen. Choose one of the 249 in the list."],

  // Do not disturb
  ["update-contact", { contactId, dndBlock: ["SMS", "Email"], dndAllow: ["Email"] }, "Email stands in DND Channels to Block and in DND Channels to Allow. Take it out of one of them."],
  ["update-contact", { contactId, dndBlock: ["Fax"] }, "DND Channels to Block: \"Fax\" cannot be chosen. Choose from: Calls, Email, Text messages (SMS), WhatsApp, Google Business messages, Facebook Messenger."],
  ["update-contact", { contactId, dndMessage: "Asked for it" }, "Fill in DND Channels to Block or DND Channels to Allow. DND Message goes with the channels that are chosen there."],
  ["update-contact", { contactId, dndSettings: { SMS: "off" } }, "DND Settings, SMS: the status is one of active, inactive, permanent, not \"off\"."],
  ["update-contact", { contactId, dndSettings: { SMS: { status: "active", reason: "x" } } }, "DND Settings, SMS: \"reason\" is not a known field. The fields are status, message, code."],
  ["update-contact", { contactId, dndSettings: { SMS: "{ status: active }" } }, "DND Settings, SMS: the status is one of active, inactive, permanent, not \"{ status: active }\"."],
  ["update-contact", { contactId, inboundDndMessage: "Spam" }, "Fill in DND Inbound. DND Inbound Message goes with it."],

  // Emptying fields
  ["update-contact", { contactId, email, clearFields: ["email"] }, "Email is filled in, but also chosen in Fields to Clear. Keep only one of the two."],
  ["update-contact", { contactId, clearFields: ["postalCode"] }, "Fields to Clear: \"postalCode\" cannot be chosen. Choose from: First Name, Last Name, Full Name, Email, Phone, Street Address, City, State, Website, Time Zone, Date of Birth, Source, Owner, Tags."],

  // Bulk
  ["bulk-update-contact-tags", { type: "add", contacts: [], tags: ["vip"] }, "The field Contacts is empty. Fill it in; an expression in it may have found nothing."],
  ["bulk-update-contact-tags", { type: "remove", contacts: [contactId], tags: [] }, "Fill in Tags. Choose the tags to add or remove; an expression in the field may have found nothing."],
  ["bulk-update-contact-tags", { type: "add", contacts: [contactId], removeAllTags: true }, "Clear Remove All Tags. It only goes with removing tags."],
  ["bulk-update-contact-tags", { type: "set", contacts: [contactId], tags: ["vip"] }, "Add or Remove: \"set\" cannot be chosen. Choose from: Add the tags, Remove the tags."],

  // Notes and tasks of a new contact: checked before the contact is created
  ["create-contact", { email, tasks: ["{ title: Call }"] }, "Tasks, item 1: this is not readable JSON. Write a title alone, or { \"title\": \"Call back\", \"dueDate\": \"2026-12-01T09:00:00-05:00\" }."],
  ["create-contact", { email, tasks: ["Call", "{ \"title\": \"Call\", \"due\": \"2026-12-01\" }"] }, "Tasks, item 2: \"due\" is not a field of a task. The fields are title, body, dueDate, assignedTo."],
  ["create-contact", { email, tasks: ["{ \"body\": \"About the offer\" }"] }, "Tasks, item 1: the title is missing."],
  ["create-contact", { email, tasks: ["{ \"title\": \"Call\", \"dueDate\": \"soon\" }"] }, "Tasks, item 1, dueDate: \"soon\" is not a date and time. Write it like 2026-12-01T09:00:00-05:00 (or without the offset, for the sub-account's time zone)."],
  ["create-contact", { email, continueWithContactId: contactId }, "Fill in Notes or Tasks. They are what is added to the contact. To create one instead, clear Continue with Contact."],
];

it.each(rows)("%s %j", async (slug, props, message) => {
  const error = await failureOf(slug, props);
  expect(error.message).toBe(message);
  expect(error.name).toBe("ConfigurationError");
});
