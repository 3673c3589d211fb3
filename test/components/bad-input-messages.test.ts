import { expect, it } from "@jest/globals";
import { mock, failureOf } from "./harness.ts";
import { CONTACT_ID } from "./records.ts";

const contactId = CONTACT_ID;
const sms = { contactId, type: "SMS", message: "Hello" };
const mail = { contactId, type: "Email", subject: "Offer", html: "<p>Hello</p>" };
const post = {
  blogId: "b1", title: "T", description: "D", rawHTML: "<p>H</p>", status: "DRAFT", publishedAt: "2026-12-01T09:00:00Z", urlSlug: "t",
  imageUrl: "https://example.com/a.jpg", imageAltText: "A", author: "6683abde331c041f32c07aea", categories: ["6683abde331c041f32c07aee"],
};
const empty = (label: string) => `The field ${label} is empty. Fill it in; an expression in it may have found nothing.`;

/** What is filled in wrongly, and what the person is told. None of these may send anything: there are no mocks. */
const rows: [slug: string, props: Record<string, unknown>, message: string][] = [
  // What each channel needs
  ["send-message", { contactId, type: "SMS", message: " " }, "Fill in Message, Attachments or Template. Text message (SMS) needs something to send."],
  ["send-message", { contactId, type: "SMS", html: "<p>Hello</p>" }, "Fill in Message, Attachments or Template. Text message (SMS) needs something to send."],
  ["send-message", { contactId, type: "RCS" }, "Fill in Message, Attachments or Template. RCS needs something to send."],
  ["send-message", { contactId, type: "WhatsApp", attachments: [""] }, "Fill in Message, Attachments or Template. WhatsApp needs something to send."],
  ["send-message", { contactId, type: "IG", templateId: "t1" }, "Fill in Message or Attachments. Instagram needs something to send."],
  ["send-message", { contactId, type: "FB" }, "Fill in Message or Attachments. Facebook Messenger needs something to send."],
  ["send-message", { contactId, type: "Live_Chat" }, "Fill in Message or Attachments. Live chat needs something to send."],
  ["send-message", { contactId, type: "TIKTOK" }, "Fill in Message or Attachments. TikTok needs something to send."],
  ["send-message", { contactId, type: "Email", subject: "Offer", attachments: ["https://example.com/a"] }, "Fill in HTML (Email), Message, Template or Forward (Email). Email needs something to send."],
  ["send-message", { contactId, type: "Email", message: "Hello" }, "Fill in Subject (Email), Template, Thread (Email), Reply to Message or Forward (Email). Only replies, forwarded emails and emails from a template may go without a subject."],
  ["send-message", { contactId, type: " email ", message: "Hello" }, "Fill in Subject (Email), Template, Thread (Email), Reply to Message or Forward (Email). Only replies, forwarded emails and emails from a template may go without a subject."],
  ["send-message", { contactId, type: "Custom", message: "Hello" }, "Fill in Conversation Provider (Custom). Custom (own conversation provider) cannot send without it."],
  ["send-message", { contactId, type: "Custom", conversationProviderId: "p1" }, "Fill in Message, HTML (Email) or Attachments. Custom (own conversation provider) needs something to send."],
  ["send-message", { ...sms, type: "Fax" }, "Channel: \"Fax\" cannot be chosen. Choose from: Text message (SMS), RCS, Email, WhatsApp, Instagram, Facebook Messenger, Custom (own conversation provider), Live chat, TikTok."],
  ["send-message", { ...sms, contactId: " " }, empty("Contact")],

  // Values of a message
  ["send-message", { ...sms, attachments: ["C:\\offer.pdf"] }, "Attachments: \"C:\\offer.pdf\" is not a web address. Write it whole, such as https://example.com/offer.pdf."],
  ["send-message", { ...sms, fromNumber: "office" }, "From Number (SMS): \"office\" is not a phone number: it contains a letter (o). Write it with the country code, such as +12025550143."],
  ["send-message", { ...sms, scheduledTimestamp: "tomorrow" }, "Send At: \"tomorrow\" is not a date and time. Write it like 2026-12-01T09:00:00-05:00 (or without the offset, for the sub-account's time zone)."],
  ["send-message", { ...mail, emailTo: "maya" }, "To (Email): \"maya\" is not an email address. Write one address, such as maya@example.com."],
  ["send-message", { ...mail, emailCc: ["a@example.com", "b"] }, "CC (Email): \"b\" is not an email address. Write one address, such as maya@example.com."],
  ["send-message", { ...mail, forward: { to: "a@example.com" } }, "Forward (Email): \"to\" is not a known field. The fields are isForwarded, forwardWholeThread, messageId, emailMessageId, sourceContactId, sourceConversationId, toEmail, recipientContactId, recipientConversationId."],

  // Status and typing
  ["update-message-status", { messageId: "m1", status: "failed", errorCode: "1" }, "Fill in Error Type and Error Message too, or clear Error Code. HighLevel takes code, type and message together."],
  ["update-message-status", { messageId: " ", status: "read" }, "The field Message is empty. Choose or type an ID."],
  ["agent-typing-indicator", { conversationId: "c1", visitorId: " " }, empty("Visitor ID")],
  ["create-conversation", { contactId: " " }, empty("Contact")],

  // Associations
  ["create-association", { key: " ", firstObjectKey: "contact", firstObjectLabel: "A", secondObjectKey: "business", secondObjectLabel: "B" }, empty("Key")],
  ["update-association", { associationId: "a1", firstObjectLabel: "A", secondObjectLabel: " " }, empty("Second Object Label")],
  ["delete-association", { associationId: " " }, "The field Association is empty. Choose or type an ID."],
  ["create-relation", { associationId: "a1", firstRecordId: "r1", secondRecordId: " " }, empty("Second Record")],
  ["delete-relation", { relationId: " " }, "The field Relation is empty. Choose or type an ID."],

  // Blog posts
  ["create-blog-post", { ...post, urlSlug: "-" }, "URL Slug: \"-\" cannot be the last part of an address. Write it without blanks and slashes, such as five-questions."],
  ["create-blog-post", { ...post, urlSlug: "my post" }, "URL Slug: \"my post\" cannot be the last part of an address. Write it without blanks and slashes, such as five-questions."],
  ["create-blog-post", { ...post, imageUrl: "a.jpg" }, "Image URL: \"a.jpg\" is not a web address. Write it whole, such as https://example.com/offer.pdf."],
  ["create-blog-post", { ...post, categories: [] }, empty("Categories")],
  ["update-blog-post", { ...post, postId: "p1", rawHTML: " " }, empty("Content (HTML)")],
  ["update-blog-post", { ...post, postId: " " }, "The field Post is empty. Choose or type an ID."],
];

it.each(rows)("%s %j", async (slug, props, message) => {
  const error = await failureOf(slug, props);
  expect(error.message).toBe(message);
  expect(error.name).toBe("ConfigurationError");
});

/** What HighLevel refuses in words that mislead, and what the person is told instead. */
type Refusal = [what: string, slug: string, props: Record<string, unknown>, call: Parameters<typeof mock>[0][number], failureOf: string];
const refusals: Refusal[] = [
  [
    "a conversation that exists", "create-conversation", { contactId: "c1" },
    { method: "POST", path: "/conversations/", status: 400, reply: { statusCode: 400, message: "Conversation with the contact id:c1 already exists!" } },
    "There is a conversation with the contact c1 already; HighLevel keeps one for each. Use Send Message, which needs the contact only. (POST /conversations/, status 400)",
  ],
  [
    "the status of a message that is too young", "update-message-status", { messageId: "m1", status: "read" },
    { method: "PUT", path: "/conversations/messages/m1/status", status: 403, reply: { statusCode: 403, message: "Forbidden" } },
    "Only the app that owns the message's conversation provider may set its status, and not in the first 10 seconds: if the message is that young, wait a little and run this again. HighLevel says: Forbidden. Reconnect the HighLevel account, or check that its Private Integration Token has not been revoked. (PUT /conversations/messages/{messageId}/status, status 403)",
  ],
  [
    "a relation that exists", "create-relation", { associationId: "a1", firstRecordId: "r1", secondRecordId: "r2" },
    { method: "POST", path: "/associations/relations", status: 400, reply: { statusCode: 400, message: "Relation already exists" } },
    "The two records are linked by this association already; nothing was changed. (POST /associations/relations, status 400)",
  ],
  [
    "a relation that exists, as it was seen live", "create-relation", { associationId: "a1", firstRecordId: "r1", secondRecordId: "r2" },
    { method: "POST", path: "/associations/relations", status: 400, reply: { statusCode: 400, message: "Could not create relation: duplicate relation of object Ids for given association b2be" } },
    "The two records are linked by this association already; nothing was changed. (POST /associations/relations, status 400)",
  ],
  [
    "records in the wrong order", "create-relation", { associationId: "a1", firstRecordId: "r1", secondRecordId: "r2" },
    { method: "POST", path: "/associations/relations", status: 400, reply: { statusCode: 400, message: "Record r1 is not a record of contact" } },
    "The first record has to be one of the association's first object, and the second record one of its second object. Swap First Record and Second Record, or choose others. (POST /associations/relations, status 400)",
  ],
  [
    "a relation that is refused in other words", "create-relation", { associationId: "a1", firstRecordId: "r1", secondRecordId: "r2" },
    { method: "POST", path: "/associations/relations", status: 400, reply: { statusCode: 400, message: "Bad Request" } },
    "The first record has to be one of the association's first object, and the second record one of its second object. HighLevel says: Bad Request. Check the values in the form, then run this again; nothing was changed. (POST /associations/relations, status 400)",
  ],
  ...["update-association", "delete-association"].map((slug): Refusal => [
    `${slug} of one of HighLevel's own`, slug, { associationId: "a1", ...(slug.startsWith("update") && { firstObjectLabel: "A", secondObjectLabel: "B" }) },
    { method: slug.startsWith("update") ? "PUT" : "DELETE", path: "/associations/a1", status: 400, reply: { statusCode: 400, message: "Only user defined associations can be changed" } },
    `This association is one of HighLevel's own, which can be neither changed nor deleted. Choose one that was added to the sub-account. (${slug.startsWith("update") ? "PUT" : "DELETE"} /associations/{associationId}, status 400)`,
  ]),
  [
    "a number that is no phone number", "create-contact", { phone: "12345" },
    { method: "POST", path: "/contacts/", status: 422, reply: { statusCode: 422, message: ["phone must be a valid phone number"] } },
    "HighLevel does not take this for a phone number, and nothing was changed. Write it with + and the country code, such as +12025550143. (POST /contacts/, status 422)",
  ],
  [
    "a second opportunity in a pipeline", "create-opportunity", { contactId, pipelineId: "p1", name: "Plan" },
    { method: "POST", path: "/opportunities/", status: 400, reply: { statusCode: 400, message: "Can not create duplicate opportunity for the contact.", code: "OPPORTUNITY_NO_DUPLICATE", meta: { existingId: "o1" }, traceId: "t1" } },
    "The contact already has an opportunity in this pipeline. Use Update Opportunity or Upsert Opportunity, or allow duplicates in HighLevel (Settings > Opportunities & Pipelines). (POST /opportunities/, status 400, trace id t1)",
  ],
  ...([
    ["Missing phone number", sms, "The contact has no phone number. Add one with Update Contact, or choose another Channel."],
    ["Contact has no email address", mail, "The contact has no email address. Add one with Update Contact, fill in To (Email), or choose another Channel."],
    ["Cannot send message as DND is active for SMS.", sms, "The contact does not want messages on this channel: Do Not Disturb (DND) is on. If the contact agrees, switch it off with Update Contact or in HighLevel, or choose another Channel."],
  ] as const).map(([message, props, text]): Refusal => [
    `"${message}"`, "send-message", props, { method: "POST", path: "/conversations/messages", status: 400, reply: { statusCode: 400, message } }, `${text} (POST /conversations/messages, status 400)`,
  ]),
];

it.each(refusals)("explains %s", async (_, slug, props, call, text) => {
  mock([call]);
  expect((await failureOf(slug, props)).message).toBe(text);
});

it("writes no post whose slug is taken", async () => {
  mock([{ method: "GET", path: "/blogs/posts/url-slug-exists", reply: { exists: true } }]);
  expect((await failureOf("create-blog-post", post)).message).toBe("URL Slug: \"t\" is taken by another post of the sub-account. Write another one; nothing was changed.");
});

it("does not take a failing check of the slug for a free one", async () => {
  mock([{ method: "GET", path: "/blogs/posts/url-slug-exists", status: 401, reply: { statusCode: 401, message: "Invalid JWT" } }]);
  expect((await failureOf("create-blog-post", post)).message).toContain("Reconnect the HighLevel account");
});

it("says so where HighLevel did not delete an association", async () => {
  mock([{ method: "DELETE", path: "/associations/a1", reply: { deleted: false, id: "a1", message: "x" } }]);
  expect((await failureOf("delete-association", { associationId: "a1" })).message).toContain("was not carried out");
});
