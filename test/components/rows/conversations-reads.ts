import { LOCATION } from "../account.ts";
import { CONTACT_ID, OTHER_USER_ID, USER_ID } from "../records.ts";
import type { Call, Rows } from "../row.ts";

const OTHER_LOCATION = "ve9EPM428h8vShlRW1KT";
const CONVERSATION_ID = "tDtDnQdgm2LXpyiqYvZ6";
const MESSAGE_ID = "ve9EPM428h8vShlRW1KX";
const EMAIL_ID = "rnGyqh2F6uBrIkfhFo9A";
const conversation = { id: CONVERSATION_ID, contactId: CONTACT_ID, locationId: LOCATION, fullName: "Maya Ellison", unreadCount: 1 };
/** As the search shows it where a page is full. */
const found = { ...conversation, sort: [1_768_469_321_000] };
const single = { id: CONVERSATION_ID, contactId: CONTACT_ID, locationId: LOCATION, unreadCount: 1 };
const message = { id: MESSAGE_ID, type: 2, messageType: "TYPE_SMS", conversationId: CONVERSATION_ID, body: "Can we move it?", direction: "inbound" };
const email = { id: EMAIL_ID, threadId: "t22c6DQcTDf3MjRhwf77", subject: "Your offer", body: "<p>Here it is</p>", status: "opened" };
const sentence = { mediaChannel: 1, sentenceIndex: 0, startTime: 120, endTime: 1900, transcript: "Good morning.", confidence: 0.97 };
const search = "/conversations/search";
const get = (path: string, reply: unknown, query?: Record<string, string>, headers?: Record<string, string>): Call => ({ method: "GET", path, reply, ...(query && { query }), ...(headers && { headers }) });

/** Fetches by an ID, with and without Return Fields. */
const byId = (prop: string, path: string, record: Record<string, unknown>, field: string, summary: string, more = {}) => ({
  required: { props: { [prop]: record.id }, requests: [get(path, record)], returns: record, summary },
  all: { props: { ...more, [prop]: record.id, returnFields: [field], locationId: OTHER_LOCATION }, requests: [get(path, record)], returns: { id: record.id, [field]: record[field] }, summary },
});

/** What a call may have. @param pathOf the endpoint of a sub-account */
const media = (noun: string, pathOf: (location: string) => string, reply: unknown, returned: (location: string) => Record<string, unknown>, headers?: Record<string, string>) => ({
  required: { props: { messageId: MESSAGE_ID }, requests: [get(pathOf(LOCATION), reply, undefined, headers)], returns: returned(LOCATION), summary: `Fetched the ${noun} of message ${MESSAGE_ID}` },
  all: {
    props: { conversationId: CONVERSATION_ID, messageId: MESSAGE_ID, locationId: OTHER_LOCATION }, requests: [get(pathOf(OTHER_LOCATION), reply, undefined, headers)],
    returns: returned(OTHER_LOCATION), summary: `Fetched the ${noun} of message ${MESSAGE_ID}`,
  },
  notCalled: { "GET /conversations/messages/{id}": `only where there is no ${noun}` },
});
const file = (pathOf: (location: string) => string, fileName: string, contentType: string, text: string) => (locationId: string) => ({
  messageId: MESSAGE_ID, locationId, fileName, contentType, size: text.length, content: `data:${contentType};base64,${btoa(text)}`, url: `https://services.leadconnectorhq.com${pathOf(locationId)}`,
});

const recording = (location: string) => `/conversations/messages/${MESSAGE_ID}/locations/${location}/recording`;
const transcription = (location: string) => `/conversations/locations/${location}/messages/${MESSAGE_ID}/transcription`;
const download = (location: string) => `${transcription(location)}/download`;

const rows: Rows = {
  "fetch-conversation": byId("conversationId", `/conversations/${CONVERSATION_ID}`, single, "unreadCount", `Fetched conversation ${CONTACT_ID}`),
  "fetch-conversations": {
    required: {
      props: {},
      requests: [get(search, { conversations: [conversation], total: 1 }, { locationId: LOCATION, limit: "100" })],
      returns: [conversation], exports: { hasMore: false, total: 1 }, summary: "Fetched 1 conversation",
    },
    all: {
      props: {
        query: "maya", contactId: CONTACT_ID, assignedTo: [USER_ID, "unassigned"], followers: [USER_ID], mentions: [USER_ID, OTHER_USER_ID], status: "unread",
        lastMessageType: "TYPE_SMS", lastMessageDirection: "inbound", lastMessageAction: "manual", createdAfter: "2026-01-01T00:00:00Z", createdBefore: "2026-02-01T00:00:00Z",
        scoreProfile: "ScoreProfile00000001", scoreProfileMin: 1, scoreProfileMax: 9, sortBy: "last_manual_message_date", sortDirection: "asc", returnFields: ["unreadCount"], maxResults: 1, locationId: OTHER_LOCATION,
      },
      requests: [get(search, { conversations: [found, { ...found, id: "Conversation2" }], total: 7 }, {
        locationId: OTHER_LOCATION, query: "maya", contactId: CONTACT_ID, assignedTo: `${USER_ID},unassigned`, followers: USER_ID, mentions: `${USER_ID},${OTHER_USER_ID}`, status: "unread",
        lastMessageType: "TYPE_SMS", lastMessageDirection: "inbound", lastMessageAction: "manual", startDate: String(Date.UTC(2026, 0, 1)), endDate: String(Date.UTC(2026, 1, 1)),
        scoreProfile: "ScoreProfile00000001", scoreProfileMin: "1", scoreProfileMax: "9", sortBy: "last_manual_message_date", sort: "asc", limit: "2",
      })],
      returns: [{ id: CONVERSATION_ID, unreadCount: 1 }], exports: { hasMore: true, total: 7 }, summary: "Fetched the first 1 of 7 conversations; to get more, raise Max Results",
    },
    leftOut: { id: "looks up one conversation; Fetch Conversation does that", sortScoreProfile: "sorts by a score, behind which no page can begin", startAfterDate: "set by the paging" },
    notCalled: { "GET /locations/{locationId}": "only for times without offset" },
  },
  "fetch-conversation-messages": {
    required: {
      props: { conversationId: CONVERSATION_ID },
      requests: [get(`/conversations/${CONVERSATION_ID}/messages`, { lastMessageId: MESSAGE_ID, nextPage: false, messages: [message] }, { limit: "100" })],
      returns: [message], exports: { hasMore: false }, summary: "Fetched 1 message",
    },
    all: {
      props: { conversationId: CONVERSATION_ID, messageTypes: ["TYPE_SMS", "TYPE_CALL"], returnFields: ["body"], maxResults: 1, locationId: OTHER_LOCATION },
      requests: [get(`/conversations/${CONVERSATION_ID}/messages`, { lastMessageId: "Message2", nextPage: true, messages: [message, { ...message, id: "Message2" }] }, { limit: "2", type: "TYPE_SMS,TYPE_CALL" })],
      returns: [{ id: MESSAGE_ID, body: message.body }], exports: { hasMore: true }, summary: "Fetched the first 1 messages; to get more, raise Max Results",
    },
    leftOut: { lastMessageId: "set by the paging" },
  },
  "fetch-message": byId("messageId", `/conversations/messages/${MESSAGE_ID}`, message, "body", "Fetched message SMS: Can we move it?", { conversationId: CONVERSATION_ID }),
  "fetch-email": byId("emailMessageId", `/conversations/messages/email/${EMAIL_ID}`, email, "subject", "Fetched email Your offer", { conversationId: CONVERSATION_ID }),
  "fetch-message-recording": media("recording", recording, Buffer.from("RIFF"), file(recording, "recording.wav", "audio/x-wav", "RIFF"), { "content-type": "audio/x-wav" }),
  "fetch-message-transcription": media("transcription", transcription, [sentence], (locationId) => ({ messageId: MESSAGE_ID, locationId, text: "Good morning.", sentences: [sentence] })),
  "fetch-transcription-file": media("transcription", download, Buffer.from("Good morning."), (locationId) => ({ ...file(download, "transcription.txt", "text/plain", "Good morning.")(locationId), text: "Good morning." }), { "content-type": "text/plain" }),
};

export default rows;
