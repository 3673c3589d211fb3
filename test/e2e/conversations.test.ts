import { expect } from "@jest/globals";
import type { Sandbox } from "../../local/sandbox/index.ts";
import { silence } from "../../local/sandbox/seed/conversations.ts";
import { BEGIN_MS } from "../support/clock.ts";
import { e2e } from "./suite.ts";
import type { ActionRow, TriggerRow } from "./suite.ts";

interface Ids {
  contactId: string;
  newcomerId: string;
  conversationId: string;
  messageId: string;
  callId: string;
  emailMessageId: string;
  templateId: string;
  replyId: string;
}

const HOUR = 3_600_000;

function setup({ store, locationId }: Sandbox): Ids {
  const { messaging } = store;
  const at = Date.now() - 24 * HOUR;
  const [contact, newcomer] = store.contacts.insert([
    { locationId, firstName: "Iris", email: "iris@example.com", phone: "+12025550188", dateAdded: at },
    { locationId, firstName: "Otis", email: "otis@example.com", phone: "+12025550189", dateAdded: at },
  ]);
  const contactId = contact!.id;
  const conversation = messaging.begin(contactId, { dateAdded: at, lastMessageDate: at });
  // More than a page, so that a reading that does not stop in time would be seen.
  for (let index = 0; index < 120; index++) messaging.add({ contactId, body: `Message ${index}`, dateAdded: at + index });
  const messageId = messaging.add({ contactId, body: "On its way", direction: "outbound", status: "pending", dateAdded: at + HOUR }).id;
  const callId = messaging.add({ contactId, messageType: "TYPE_CALL", status: "completed", dateAdded: at + 2 * HOUR }).id;
  const email = messaging.addEmail({ contactId, subject: "Your offer", direction: "outbound", dateAdded: at + 3 * HOUR });
  const templateId = messaging.templates.in(locationId).find(({ type }) => type === "email")!.id;
  return { contactId, newcomerId: newcomer!.id, conversationId: conversation.id, messageId, callId, emailMessageId: email.id, templateId, replyId: email.threadId };
}

const conversationOf = ({ conversationId }: Ids) => ({ conversationId });
const callOf = ({ callId, conversationId }: Ids) => ({ messageId: callId, conversationId });
const sentences = [["How can I help?", 1], ["Good morning.", 0]].map(([transcript, sentenceIndex]) => ({
  transcript: String(transcript), sentenceIndex: Number(sentenceIndex), mediaChannel: 1, startTime: 0, endTime: 1, confidence: 1,
}));
const changed = (...changedFields: string[]) => expect.objectContaining({ changedFields });

const triggers: TriggerRow<Ids>[] = [
  {
    slug: "search-conversations", when: "messages come in and go out, and a conversation begins", props: () => ({}),
    change: ({ store: { messaging, contacts }, locationId }, { contactId, newcomerId }) => {
      messaging.add({ contactId, body: "Hello" });
      const [other] = contacts.in(locationId).filter(({ id }) => messaging.of(id) && id !== contactId);
      messaging.add({ contactId: other!.id, body: "Hi", direction: "outbound" });
      messaging.add({ contactId: newcomerId, body: "Are you open?" });
    },
    eventTypes: ["created", "inbound message", "outbound message"],
  },
  {
    slug: "search-conversations", when: "130 conversations get a message in the same millisecond as others", props: () => ({ eventTypes: ["inbound message", "created"] }),
    change: ({ store, locationId }) => {
      const at = Date.now();
      const many = store.contacts.insert(Array.from({ length: 130 }, (_, index) => ({ locationId, firstName: `New ${index}` })));
      many.forEach(({ id }, index) => store.messaging.add({ contactId: id, dateAdded: at + Math.floor(index / 60) }));
    },
    eventTypes: Array.from({ length: 130 }, () => "created"),
  },
  {
    slug: "search-conversations", when: "only creations are wanted and an old one gets a message", props: () => ({ eventTypes: ["created"] }),
    change: ({ store }, { contactId, newcomerId }) => {
      store.messaging.add({ contactId });
      store.messaging.add({ contactId: newcomerId });
    },
    eventTypes: ["created"],
    event: ({ newcomerId }) => ({ contactId: newcomerId, fullName: "Otis" }),
  },
  {
    slug: "search-conversations", when: "only messages are wanted: a conversation that begins with one is told by it, an empty one is not", props: () => ({ eventTypes: ["inbound message", "activity"] }),
    change: ({ store: { messaging, contacts }, locationId }, { newcomerId }) => {
      const [silent, active, called] = contacts.insert([{ locationId }, { locationId }, { locationId }]);
      messaging.add({ contactId: newcomerId });
      messaging.begin(silent!.id);
      messaging.add({ contactId: active!.id, messageType: "TYPE_ACTIVITY_CONTACT" });
      messaging.add({ contactId: called!.id, direction: "outbound" });
    },
    eventTypes: ["activity", "inbound message"],
  },
  {
    slug: "search-conversations", when: "an appointment, and a comment of the team, are noted in conversations", props: () => ({}),
    change: ({ store: { messaging, contacts }, locationId }, { contactId }) => {
      messaging.add({ contactId, messageType: "TYPE_ACTIVITY_APPOINTMENT", body: "Kick-off" });
      const [other] = contacts.in(locationId).filter(({ id }) => messaging.of(id) && id !== contactId);
      messaging.add({ contactId: other!.id, messageType: "TYPE_INTERNAL_COMMENT", body: "Mind the tone" });
    },
    eventTypes: ["activity", "activity"],
  },
  {
    slug: "search-conversations", when: "only messages that went out are wanted, and the team comments", props: () => ({ eventTypes: ["outbound message"] }),
    change: ({ store: { messaging } }, { contactId }) => void messaging.add({ contactId, messageType: "TYPE_INTERNAL_COMMENT", body: "Mind the tone" }),
    eventTypes: [],
  },
  {
    slug: "search-conversations", when: "only messages of one contact that came in are wanted",
    props: ({ newcomerId }) => ({ contactId: newcomerId, lastMessageDirection: "inbound", status: "unread", createdAfter: "2020-01-01" }),
    change: ({ store }, { contactId, newcomerId }) => {
      store.messaging.add({ contactId });
      store.messaging.add({ contactId: newcomerId });
    },
    eventTypes: ["created"],
    event: ({ newcomerId }) => ({ contactId: newcomerId }),
  },
  {
    slug: "search-conversations", when: "one is starred only", props: () => ({}),
    change: ({ store: { messaging } }, { conversationId }) => messaging.conversations.change(messaging.conversations.get(conversationId)!, { starred: true, dateUpdated: Date.now() }),
    eventTypes: [],
  },
  {
    slug: "get-conversation", when: "it is starred", props: conversationOf,
    change: ({ store: { messaging } }, { conversationId }) => messaging.conversations.change(messaging.conversations.get(conversationId)!, { starred: true }),
    eventTypes: ["updated"],
    event: ({ conversationId }) => ({ id: conversationId, starred: true, type: 1, _event: changed("starred") }),
  },
  {
    slug: "get-conversation", when: "it goes to the trash and comes back", props: conversationOf,
    change: ({ store: { messaging } }, { conversationId }) => messaging.conversations.change(messaging.conversations.get(conversationId)!, { deleted: true }),
    eventTypes: ["deleted"],
  },
  {
    slug: "get-messages-by-conversation", when: "messages come in and go out", props: conversationOf,
    change: ({ store: { messaging } }, { contactId, newcomerId }) => {
      messaging.add({ contactId, body: "In" });
      messaging.add({ contactId, body: "Out", direction: "outbound" });
      messaging.add({ contactId, messageType: "TYPE_ACTIVITY_CONTACT" });
      messaging.add({ contactId: newcomerId, body: "Of another conversation" });
    },
    eventTypes: ["inbound", "outbound"],
  },
  {
    slug: "get-messages-by-conversation", when: "an opportunity, and a comment of the team, are noted, and activities are wanted", props: (ids) => ({ ...conversationOf(ids), eventTypes: ["activity"] }),
    change: ({ store: { messaging } }, { contactId }) => {
      messaging.add({ contactId, body: "Out", direction: "outbound" });
      messaging.add({ contactId, messageType: "TYPE_ACTIVITY_OPPORTUNITY", body: "Opportunity created" });
      messaging.add({ contactId, messageType: "TYPE_INTERNAL_COMMENT", body: "Mind the tone" });
    },
    eventTypes: ["activity", "activity"],
    event: () => ({ direction: "outbound", type: 28, messageType: "TYPE_ACTIVITY_OPPORTUNITY" }),
  },
  {
    slug: "get-messages-by-conversation", when: "only comments of the team are wanted", props: (ids) => ({ ...conversationOf(ids), eventTypes: ["activity"], messageTypes: ["TYPE_INTERNAL_COMMENTS"] }),
    change: ({ store: { messaging } }, { contactId }) => {
      messaging.add({ contactId, messageType: "TYPE_ACTIVITY_OPPORTUNITY" });
      messaging.add({ contactId, messageType: "TYPE_INTERNAL_COMMENT", body: "Mind the tone" });
    },
    eventTypes: ["activity"],
    event: () => ({ direction: "outbound", messageType: "TYPE_INTERNAL_COMMENT" }),
  },
  {
    slug: "get-messages-by-conversation", when: "an email that was sent is answered: its thread moves up with the answer", props: conversationOf,
    change: ({ store: { messaging } }, { contactId, replyId }) => void messaging.addEmail({ contactId, threadId: replyId, direction: "inbound", dateAdded: Date.now() - 60_000 }),
    eventTypes: ["inbound"],
    event: ({ replyId, emailMessageId }) => ({ id: replyId, direction: "inbound", meta: { email: { messageIds: [emailMessageId, expect.any(String)] } } }),
  },
  {
    slug: "get-messages-by-conversation", when: "150 messages of one millisecond and only calls and texts are wanted",
    props: (ids) => ({ ...conversationOf(ids), eventTypes: ["inbound", "activity"], messageTypes: ["TYPE_SMS", "TYPE_CALL"] }),
    change: ({ store: { messaging } }, { contactId }) => {
      const at = Date.now();
      for (let index = 0; index < 150; index++) messaging.add({ contactId, dateAdded: at });
      messaging.add({ contactId, messageType: "TYPE_EMAIL" });
      messaging.add({ contactId, direction: "outbound" });
    },
    eventTypes: Array.from({ length: 150 }, () => "inbound"),
  },
  {
    slug: "get-messages-by-conversation", when: "the status of an old one changes", props: conversationOf,
    change: ({ store: { messaging } }, { messageId }) => messaging.messages.change(messaging.messages.get(messageId)!, { status: "delivered", dateUpdated: Date.now() }),
    eventTypes: [],
  },
  {
    slug: "get-messages-by-conversation", when: "messages of all conversations come in and go out, and a conversation begins", props: () => ({}),
    change: ({ store: { messaging, contacts }, locationId }, { contactId, newcomerId }) => {
      const [other] = contacts.in(locationId).filter(({ id }) => messaging.of(id) && id !== contactId);
      messaging.add({ contactId: other!.id, body: "Of another conversation", direction: "outbound" });
      messaging.add({ contactId: other!.id, messageType: "TYPE_ACTIVITY_CONTACT" });
      messaging.add({ contactId, body: "Out", direction: "outbound" });
      messaging.add({ contactId: newcomerId, body: "Are you open?" });
    },
    eventTypes: ["inbound", "outbound", "outbound"],
  },
  {
    slug: "get-messages-by-conversation", when: "120 conversations get messages in the same few milliseconds, of which only calls are wanted",
    props: () => ({ eventTypes: ["inbound", "activity"], messageTypes: ["TYPE_CALL"] }),
    change: ({ store, locationId }) => {
      const at = Date.now();
      const many = store.contacts.insert(Array.from({ length: 120 }, (_, index) => ({ locationId, firstName: `New ${index}` })));
      many.forEach(({ id }, index) => {
        store.messaging.add({ contactId: id, messageType: "TYPE_CALL", dateAdded: at + Math.floor(index / 50) });
        store.messaging.add({ contactId: id, messageType: "TYPE_SMS", dateAdded: at + Math.floor(index / 50) });
      });
    },
    eventTypes: Array.from({ length: 120 }, () => "inbound"),
  },
  {
    slug: "get-messages-by-conversation", when: "250 messages come into one of all conversations, and another one is deleted", props: () => ({}),
    change: ({ store: { messaging } }, { contactId, newcomerId }) => {
      messaging.add({ contactId: newcomerId });
      messaging.conversations.delete(messaging.of(newcomerId)!.id);
      for (let index = 0; index < 250; index++) messaging.add({ contactId, dateAdded: Date.now() - 1_000 + index });
    },
    eventTypes: Array.from({ length: 250 }, () => "inbound"),
    event: ({ conversationId }) => ({ conversationId }),
  },
  {
    slug: "get-messages-by-conversation", when: "the status of an old one changes, of all conversations", props: () => ({}),
    change: ({ store: { messaging } }, { messageId }) => messaging.messages.change(messaging.messages.get(messageId)!, { status: "delivered", dateUpdated: Date.now() }),
    eventTypes: [],
  },
  {
    slug: "get-message-by-id", when: "it is delivered", props: ({ messageId }) => ({ messageId, watchFields: ["status"] }),
    change: ({ store: { messaging } }, { messageId }) => messaging.messages.change(messaging.messages.get(messageId)!, { status: "delivered", dateUpdated: Date.now() }),
    eventTypes: ["updated"],
    event: ({ messageId }) => ({ id: messageId, status: "delivered", type: 2, _event: changed("status") }),
  },
  {
    slug: "get-message-by-id", when: "only its time of change moves", props: ({ messageId }) => ({ messageId }),
    change: ({ store: { messaging } }, { messageId }) => messaging.messages.change(messaging.messages.get(messageId)!, { dateUpdated: Date.now() }),
    eventTypes: [],
  },
  {
    slug: "get-message-by-id", when: "it fails and all fields are watched", props: ({ messageId }) => ({ messageId }),
    change: ({ store: { messaging } }, { messageId }) => messaging.messages.change(messaging.messages.get(messageId)!, { status: "failed", dateUpdated: Date.now() }),
    eventTypes: ["updated"],
    event: () => ({ status: "failed", _event: changed("status") }),
  },
  {
    slug: "get-message-by-id", when: "another one changes", props: ({ messageId }) => ({ messageId }),
    change: ({ store: { messaging } }, { callId }) => messaging.messages.change(messaging.messages.get(callId)!, { status: "failed" }),
    eventTypes: [],
  },
  {
    slug: "get-email-by-id", when: "it is opened", props: ({ emailMessageId }) => ({ emailMessageId }),
    change: ({ store: { messaging } }, { emailMessageId }) => messaging.emails.change(messaging.emails.get(emailMessageId)!, { status: "opened" }),
    eventTypes: ["updated"],
    event: ({ emailMessageId }) => ({ id: emailMessageId, status: "opened", subject: "Your offer", _event: changed("status") }),
  },
  {
    slug: "get-email-by-id", when: "it is deleted", props: ({ emailMessageId }) => ({ emailMessageId }),
    change: ({ store: { messaging } }, { emailMessageId }) => messaging.emails.delete(emailMessageId),
    eventTypes: ["deleted"],
  },
  {
    slug: "get-message-recording", when: "it becomes available", props: callOf,
    change: ({ store: { messaging } }, { callId }) => messaging.recordings.put({ id: callId, bytes: silence(0.01), type: "audio/x-wav", name: "audio.wav" }),
    eventTypes: ["available"],
    event: ({ callId }) => ({ messageId: callId, contentType: "audio/x-wav", fileName: "audio.wav", size: 204, content: `data:audio/x-wav;base64,${silence(0.01).toString("base64")}` }),
  },
  {
    slug: "get-message-recording", when: "it becomes available and is too large for an event", props: callOf,
    change: ({ store: { messaging } }, { callId }) => messaging.recordings.put({ id: callId, bytes: silence(70), type: "audio/x-wav", name: "audio.wav" }),
    eventTypes: ["available"],
    event: ({ callId }) => ({ messageId: callId, size: 1_120_044, content: null, url: expect.stringContaining(`/conversations/messages/${callId}/locations/`) }),
  },
  {
    slug: "get-message-recording", when: "another call is recorded", props: callOf,
    change: ({ store: { messaging } }, { contactId }) => {
      const { id } = messaging.add({ contactId, messageType: "TYPE_CALL" });
      messaging.recordings.put({ id, bytes: silence(1), type: "audio/x-wav", name: "audio.wav" });
    },
    eventTypes: [],
  },
  {
    slug: "get-message-transcription", when: "it becomes available", props: callOf,
    change: ({ store: { messaging } }, { callId }) => messaging.transcriptions.put({ id: callId, sentences }),
    eventTypes: ["available"],
    event: ({ callId }) => ({ messageId: callId, text: "Good morning. How can I help?", sentences: [...sentences].reverse() }),
  },
  {
    slug: "get-message-transcription", when: "it is there, but still empty", props: callOf,
    change: ({ store: { messaging } }, { callId }) => messaging.transcriptions.put({ id: callId, sentences: [] }),
    eventTypes: [],
  },
  {
    slug: "download-transcription", when: "it becomes available", props: callOf,
    change: ({ store: { messaging } }, { callId }) => messaging.transcriptions.put({ id: callId, sentences: [{ ...sentences[0]!, transcript: "Grüß Gott" }] }),
    eventTypes: ["available"],
    event: () => ({ text: "Grüß Gott\n", contentType: "text/plain", fileName: "transcription.txt", content: `data:text/plain;base64,${Buffer.from("Grüß Gott\n").toString("base64")}` }),
  },
  {
    slug: "download-transcription", when: "the call is only recorded", props: callOf,
    change: ({ store: { messaging } }, { callId }) => messaging.recordings.put({ id: callId, bytes: silence(1), type: "audio/x-wav", name: "audio.wav" }),
    eventTypes: [],
  },
];

const contains = (fields: Record<string, unknown>) => expect.objectContaining(fields);
const SOON = new Date(BEGIN_MS + HOUR).toISOString();

const actions: ActionRow<Ids>[] = [
  {
    slug: "create-conversation", props: ({ newcomerId }) => ({ contactId: newcomerId }),
    effect: ({ store }, { newcomerId }, { id }) => expect(store.messaging.of(newcomerId)?.id).toBe(id),
  },
  {
    slug: "send-message", when: "as a text", props: ({ contactId }) => ({ contactId, type: "SMS", message: "See you tomorrow", attachments: ["https://example.com/map.png?a=1,2"] }),
    effect: ({ store: { messaging } }, { conversationId }, { messageId }) => {
      expect(messaging.messages.get(String(messageId))).toEqual(contains({ conversationId, messageType: "TYPE_SMS", body: "See you tomorrow", direction: "outbound", attachments: ["https://example.com/map.png?a=1,2"] }));
      const conversation = messaging.conversations.get(conversationId)!;
      expect(conversation).toEqual(contains({ lastMessageBody: "See you tomorrow", lastMessageDirection: "outbound" }));
      expect(conversation.lastMessageDate).toBe(Date.now());
    },
  },
  {
    slug: "send-message", when: "to someone without a conversation, by email from a template", props: ({ newcomerId, templateId }) => ({ contactId: newcomerId, type: "Email", templateId, emailCc: ["a@example.com", "b@example.com"] }),
    effect: ({ store: { messaging } }, { newcomerId }, { emailMessageId, conversationId }) => {
      expect(messaging.of(newcomerId)?.id).toBe(conversationId);
      expect(messaging.emails.get(String(emailMessageId))).toEqual(contains({ subject: "Your offer", to: ["otis@example.com"], cc: ["a@example.com", "b@example.com"] }));
    },
  },
  {
    slug: "send-message", when: "as a reply in a thread", props: ({ contactId, replyId }) => ({ contactId, type: "Email", threadId: replyId, message: "Yes" }),
    effect: ({ store: { messaging } }, { replyId }, { messageId, emailMessageId }) => {
      expect(messageId).toBe(replyId);
      expect(messaging.messages.get(replyId)?.meta?.email).toEqual({ messageIds: [expect.any(String), emailMessageId] });
    },
  },
  {
    slug: "send-message", when: "later", props: ({ contactId }) => ({ contactId, type: "WhatsApp", message: "Good morning", scheduledTimestamp: SOON }),
    effect: ({ store: { messaging } }, { conversationId }, { messageId }) => {
      expect(messaging.messages.get(String(messageId))).toEqual(contains({ status: "scheduled", scheduledAt: Date.parse(SOON) }));
      expect(messaging.conversations.get(conversationId)?.lastMessageBody).not.toBe("Good morning");
    },
  },
  {
    slug: "update-message-status", props: ({ messageId }) => ({ messageId, status: "failed", errorCode: "21610", errorType: "provider", errorMessage: "Blocked" }),
    effect: ({ store: { messaging } }, { messageId }) => expect(messaging.messages.get(messageId)).toEqual(contains({ status: "failed", meta: { error: { code: "21610", type: "provider", message: "Blocked" } } })),
  },
  {
    slug: "agent-typing-indicator", props: ({ conversationId }) => ({ conversationId, visitorId: "visitor-1" }),
    effect: ({ store: { messaging } }, { conversationId }) => expect(messaging.typing.get(conversationId)).toBe(true),
  },
];

e2e({ category: "conversations", setup, triggers, actions });
