import { channelOptions, channelsByType } from "../actions/send-message.ts";
import app from "../highlevel.app.ts";
import { formOf } from "../text/choices.ts";
import { from } from "./dropdown.ts";

const optionalText = (label: string, description: string) => ({ type: "string", label, description, optional: true });
const optionalList = (label: string, description: string) => ({ type: "string[]", label, description, optional: true });

/** Spread into an operation that sends a message: how, and what. */
export const messageFields = {
  type: {
    type: "string",
    label: "Channel",
    description: "How the message is sent. Email needs a subject and a message or HTML; Custom needs a conversation provider; the others need a message or attachments",
    options: channelOptions,
  },
  message: optionalText("Message", "The text of the message"),
  html: optionalText("HTML", "The text of an email as HTML, such as `<p>Hello Maya</p>`. It goes before Message"),
  subject: optionalText("Subject", "The subject of an email. A reply, a forwarded email and one from a template may leave it out"),
  attachments: optionalList("Attachments", "Links to files that are sent along, such as `https://example.com/offer.pdf`"),
  templateId: {
    propDefinition: [app, "messageTemplateId", from("locationId")],
    description: "A template for the message. Choose one, or type an id",
    optional: true,
  },
  appointmentId: {
    propDefinition: [app, "contactAppointmentId", from("contactId")],
    description: "The appointment that the message is about. Choose one of the contact's, or type an id",
    optional: true,
  },
  emailFrom: optionalText("Email From", "The sender of an email, such as `office@example.com`. Leave it empty for the sub-account's own"),
  emailTo: optionalText("Email To", "The receiver of an email, if it is not the contact's first address; it has to be one of the contact's"),
  emailCc: optionalList("Email CC", "Addresses that get a copy of an email"),
  emailBcc: optionalList("Email BCC", "Addresses that get a hidden copy of an email"),
  replyMessageId: {
    propDefinition: [app, "contactMessageId", from("locationId", "contactId", { channel: "type" })],
    label: "Reply to Message",
    description: "The message that this one replies to. Choose one, or type an id",
    optional: true,
  },
  threadId: {
    propDefinition: [app, "contactMessageId", from("locationId", "contactId", { channel: "type" })],
    label: "Thread",
    description: "The thread that an email belongs to: the message that holds its emails. Choose one, or type an id",
    optional: true,
  },
  emailReplyMode: {
    ...optionalText("Email Reply Mode", "Who gets the reply to an email"),
    options: [{ label: "The sender (reply)", value: "reply" }, { label: "Everybody (reply_all)", value: "reply_all" }],
  },
  forward: {
    type: "object",
    label: "Forward",
    description: "To forward an email: which one, and to whom. Example: `{ \"messageId\": \"t22c6DQcTDf3MjRhwf77\", \"emailMessageId\": \"rnGyqh2F6uBrIkfhFo9A\", \"toEmail\": \"partner@example.com\" }`. It may also have isForwarded, forwardWholeThread, sourceContactId, sourceConversationId, recipientContactId and recipientConversationId",
    optional: true,
  },
  customSubtypeId: optionalText("Email Subscription Type", "The id of the kind of email that contacts can unsubscribe from"),
  fromNumber: optionalText("From Number", "The number that a text message is sent from, such as +12025550143. Leave it empty for the sub-account's own"),
  toNumber: optionalText("To Number", "The number that a text message is sent to, if it is not the contact's first one"),
  conversationProviderId: optionalText("Conversation Provider", "The conversation provider that delivers the message. Needed for the channel Custom"),
  scheduledTimestamp: optionalText("Send At", "When to send the message, such as `2026-12-01T09:00:00-05:00`. Without an offset the time is taken in the sub-account's time zone. Leave it empty to send at once"),
  usesNativeSchedulingAi: { type: "boolean", label: "Best Time to Send", description: "Whether HighLevel's AI chooses when a scheduled email is sent", optional: true },
  optimizationPeriod: { ...optionalText("Best Time Within", "The span in which it chooses"), options: ["24h", "48h", "72h"] },
  subType: optionalText("Subtype", "HighLevel asks for it; left empty, it is the same as the channel"),
  status: {
    ...optionalText("Status", "The status the message starts with; left empty, it is pending"),
    options: ["pending", "delivered", "read", "failed"],
  },
};

/** With the types of messages, so that an answer goes the same way. */
export const messageForm = formOf(messageFields, { also: { type: channelsByType } });
