import { LOCATION } from "../account.ts";
import { CONTACT_ID } from "../records.ts";
import type { Call, Rows } from "../row.ts";

const OTHER_LOCATION = "ve9EPM428h8vShlRW1KT";
const CONVERSATION_ID = "tDtDnQdgm2LXpyiqYvZ6";
const MESSAGE_ID = "t22c6DQcTDf3MjRhwf77";
const EMAIL_ID = "rnGyqh2F6uBrIkfhFo9A";
const queued = { conversationId: CONVERSATION_ID, messageId: MESSAGE_ID, msg: "Message queued successfully.", status: "pending" };
const conversation = { id: CONVERSATION_ID, contactId: CONTACT_ID, locationId: LOCATION, deleted: false };

const create = (locationId: string): Call => ({
  method: "POST", path: "/conversations/", body: { locationId, contactId: CONTACT_ID }, reply: { success: true, conversation }, status: 201,
});
const typing = (body: object): Call => ({ method: "POST", path: "/conversations/providers/live-chat/typing", body, reply: { success: true }, status: 201 });

const rows: Rows = {
  "create-conversation": {
    required: { props: { contactId: CONTACT_ID }, requests: [create(LOCATION)], returns: conversation, summary: `Created conversation ${CONVERSATION_ID} with contact ${CONTACT_ID}` },
    all: { props: { contactId: CONTACT_ID, locationId: OTHER_LOCATION }, requests: [create(OTHER_LOCATION)], returns: conversation, summary: `Created conversation ${CONVERSATION_ID} with contact ${CONTACT_ID}` },
  },
  "send-message": {
    required: {
      props: { contactId: CONTACT_ID, type: "SMS", message: "00123" },
      requests: [{
        method: "POST", path: "/conversations/messages", reply: queued,
        body: { type: "SMS", subType: "SMS", status: "pending", contactId: CONTACT_ID, message: "00123" },
      }],
      summary: `Sent SMS message to contact ${CONTACT_ID} (${MESSAGE_ID})`,
    },
    all: {
      props: {
        locationId: OTHER_LOCATION, contactId: CONTACT_ID, type: "email", message: "Here it is", html: "<p>Here it is</p>", subject: "Your offer",
        attachments: ["https://example.com/offer.pdf?v=1,2", ""], templateId: "template1", appointmentId: "appointment1",
        emailFrom: "Dana <office@example.com>", emailTo: " maya@example.com ", emailCc: ["a@example.com", "a@example.com"], emailBcc: ["b@example.com"],
        replyMessageId: EMAIL_ID, threadId: MESSAGE_ID, emailReplyMode: "reply_all", customSubtypeId: "subtype1",
        forward: { messageId: MESSAGE_ID, emailMessageId: EMAIL_ID, toEmail: "c@example.com", forwardWholeThread: "no" },
        fromNumber: "+1 202-555-0100", toNumber: "+12025550143", conversationProviderId: "provider1",
        scheduledTimestamp: "2026-12-01 09:00", usesNativeSchedulingAi: false, optimizationPeriod: "24h", subType: "Email", status: "delivered",
      },
      requests: [
        { method: "GET", path: `/locations/${OTHER_LOCATION}`, reply: { location: { timezone: "America/New_York" } } },
        {
          method: "POST", path: "/conversations/messages", reply: queued,
          body: {
            type: "Email", subType: "Email", status: "delivered", contactId: CONTACT_ID, message: "Here it is", html: "<p>Here it is</p>", subject: "Your offer",
            attachments: ["https://example.com/offer.pdf?v=1,2"], templateId: "template1", appointmentId: "appointment1",
            emailFrom: "Dana <office@example.com>", emailTo: "maya@example.com", emailCc: ["a@example.com"], emailBcc: ["b@example.com"],
            replyMessageId: EMAIL_ID, threadId: MESSAGE_ID, emailReplyMode: "reply_all", customSubtypeId: "subtype1",
            forward: { isForwarded: true, messageId: MESSAGE_ID, emailMessageId: EMAIL_ID, toEmail: "c@example.com", forwardWholeThread: false },
            fromNumber: "+12025550100", toNumber: "+12025550143", conversationProviderId: "provider1",
            // Seconds.
            scheduledTimestamp: Date.parse("2026-12-01T14:00:00Z") / 1000, usesNativeSchedulingAi: false, optimizationPeriod: "24h",
          },
        },
      ],
      summary: `Scheduled Email message to contact ${CONTACT_ID} for 2026-12-01 09:00 (${MESSAGE_ID})`,
    },
  },
  "update-message-status": {
    required: {
      props: { messageId: MESSAGE_ID, status: "delivered" },
      requests: [{ method: "PUT", path: `/conversations/messages/${MESSAGE_ID}/status`, body: { status: "delivered" }, reply: queued }],
      summary: `Set message ${MESSAGE_ID} to delivered`,
    },
    all: {
      props: {
        locationId: OTHER_LOCATION, conversationId: CONVERSATION_ID, messageId: MESSAGE_ID, status: "failed",
        errorCode: "21610", errorType: "provider", errorMessage: "Blocked", emailMessageId: EMAIL_ID, recipients: ["a@example.com"],
      },
      requests: [{
        method: "PUT", path: `/conversations/messages/${MESSAGE_ID}/status`, reply: queued,
        body: { status: "failed", error: { code: "21610", type: "provider", message: "Blocked" }, emailMessageId: EMAIL_ID, recipients: ["a@example.com"] },
      }],
      summary: `Set message ${MESSAGE_ID} to failed`,
    },
  },
  "agent-typing-indicator": {
    required: {
      props: { conversationId: CONVERSATION_ID, visitorId: "visitor1" },
      requests: [typing({ locationId: LOCATION, isTyping: true, visitorId: "visitor1", conversationId: CONVERSATION_ID })],
      returns: { succeeded: true },
      summary: `Showed the typing sign in conversation ${CONVERSATION_ID}`,
    },
    all: {
      props: { locationId: OTHER_LOCATION, conversationId: CONVERSATION_ID, visitorId: "visitor1", isTyping: false },
      requests: [typing({ locationId: OTHER_LOCATION, isTyping: false, visitorId: "visitor1", conversationId: CONVERSATION_ID })],
      returns: { succeeded: true },
      summary: `Took the typing sign away in conversation ${CONVERSATION_ID}`,
    },
  },
};

export default rows;
