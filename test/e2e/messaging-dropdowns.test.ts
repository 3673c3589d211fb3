/** Dropdowns of conversations, associations and blogs, against the sandbox. */
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { resolveOptions } from "../../hosts/runtime/index.ts";
import type { OptionsRequest } from "../../hosts/runtime/index.ts";
import { startSandbox } from "../../local/sandbox/index.ts";
import type { Sandbox } from "../../local/sandbox/index.ts";
import { account, load, messageOf } from "./support.ts";
import type { Fields } from "./support.ts";

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ rateLimit: false, strict: true });
});
afterAll(() => sandbox.close());

async function labels(slug: string, prop: string, configured: Fields = {}, request: OptionsRequest = {}): Promise<string[]> {
  const { options } = await resolveOptions(await load(slug), prop, { auth: account(sandbox) as Record<string, string>, configured, ...request });
  return options.map(({ label }) => label);
}

const messaging = () => sandbox.store.messaging;
const conversationWith = (messageType: string) => messaging().conversations.in(sandbox.locationId).find(({ id }) => messaging().messages.in(id).some((message) => message.messageType === messageType))!;

it("conversations by the name of the contact, the latest first, searched by HighLevel", async () => {
  const all = await labels("get-conversation", "conversationId");
  expect(all).toHaveLength(12);
  const { contactId } = messaging().conversations.in(sandbox.locationId)[3]!;
  const { firstName, lastName, email } = sandbox.store.contacts.get(contactId)!;
  expect(await labels("get-conversation", "conversationId", {}, { query: email })).toEqual([`${firstName} ${lastName}`]);
});

it("messages of the conversation; of calls only where it takes one", async () => {
  const { id } = conversationWith("TYPE_CALL");
  expect(await labels("get-message-by-id", "messageId", { conversationId: id })).toEqual([
    expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d Call: \w{20}$/), expect.stringMatching(/ SMS: \w/), expect.stringMatching(/ SMS: \w/),
  ]);
  expect(await labels("get-message-recording", "messageId", { conversationId: id })).toEqual([expect.stringContaining("Call")]);
  expect(await messageOf(labels("get-message-by-id", "messageId"))).toContain("The field Conversation is empty");
});

it("emails inside the messages of the conversation", async () => {
  const { id } = conversationWith("TYPE_EMAIL");
  const { options } = await resolveOptions(await load("get-email-by-id"), "emailMessageId", { auth: account(sandbox) as Record<string, string>, configured: { conversationId: id } });
  expect(options.map(({ value }) => value)).toEqual(messaging().emails.in(id).map((email) => email.id));
});

it("what a message can be sent with", async () => {
  const { contactId, id } = conversationWith("TYPE_EMAIL");
  expect(await labels("send-message", "templateId")).toEqual(["Reminder (sms)", "Offer (email)"]);
  expect(await labels("send-message", "replyMessageId", { contactId, type: "SMS" })).toEqual([expect.stringContaining("SMS"), expect.stringContaining("SMS")]);
  expect(await labels("send-message", "threadId", { contactId, type: "Email" })).toEqual([expect.stringContaining("Email")]);
  sandbox.store.addAppointment({ contactId, title: "First visit", startTime: Date.parse("2030-01-02T15:00:00Z") });
  expect(await labels("send-message", "appointmentId", { contactId })).toContainEqual("2030-01-02 10:00 First visit");
  expect(messaging().messages.in(id)).toHaveLength(3);
});

it("objects, and the records of each", async () => {
  expect(await labels("create-association", "firstObjectKey")).toEqual(["Contact (contact)", "Opportunity (opportunity)", "Company (business)", "Pet (custom_objects.pet)"]);
  const records = (objectKey: string, query?: string) => labels("get-relations-by-record", "recordId", { objectKey }, { query });
  expect(await records("custom_objects.pet")).toEqual(["Bello", "Mimi", "Rex"]);
  expect(await records("custom_objects.pet", "mi")).toEqual(["Mimi"]);
  expect(await records("business")).toEqual(sandbox.store.businesses.in(sandbox.locationId).map(({ name }) => name));
  const email = sandbox.store.contacts.in(sandbox.locationId).find((contact) => contact.email)!.email!;
  expect(await records("contact", email)).toEqual([expect.stringContaining(email)]);
  expect((await records("opportunity")).length).toBeGreaterThan(0);
  expect(await messageOf(records(""))).toBe("Choose the object first, or type the ID of the record.");
});

it("records on the two sides of an association", async () => {
  const { id } = sandbox.store.associations.in(sandbox.locationId).find(({ key }) => key === "owner_pet")!;
  expect(await labels("create-relation", "secondRecordId", { associationId: id })).toEqual(["Bello", "Mimi", "Rex"]);
  expect((await labels("create-relation", "firstRecordId", { associationId: id })).length).toBe(60);
  expect(await messageOf(labels("create-relation", "firstRecordId"))).toBe("Choose the association first, or type the ID of the record.");
});

it("associations; only the user's own where they are changed", async () => {
  expect(await labels("create-relation", "associationId")).toEqual(["Contact – Company (CONTACT_BUSINESS)", "Owner – Pet (owner_pet)"]);
  expect(await labels("delete-association", "associationId")).toEqual(["Owner – Pet (owner_pet)"]);
  const { options } = await resolveOptions(await load("get-association-key"), "keyName", { auth: account(sandbox) as Record<string, string> });
  expect(options.map(({ value }) => value)).toEqual(["CONTACT_BUSINESS", "owner_pet"]);
});

it("relations of a record", async () => {
  const { firstRecordId, secondRecordId } = sandbox.store.relations.in(sandbox.locationId)[0]!;
  expect(await labels("delete-relation", "relationId", { recordId: secondRecordId })).toEqual([`contact ${firstRecordId} – custom_objects.pet ${secondRecordId}`]);
});

it("blogs, posts, authors and categories", async () => {
  const [blog] = sandbox.store.blogs.in(sandbox.locationId);
  expect(await labels("update-blog-post", "blogId")).toEqual(["News from the studio"]);
  expect(await labels("update-blog-post", "postId", { blogId: blog!.id }, { query: "rooms" })).toEqual(["Our new rooms"]);
  expect(await labels("update-blog-post", "author")).toEqual(["Dana Merritt", "Omar Haddad"]);
  expect(await labels("update-blog-post", "categories")).toEqual(["Sales", "Studio life"]);
});
