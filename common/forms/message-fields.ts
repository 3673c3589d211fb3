import { channelOptions, channelsByType } from "../resources/channels.ts";
import app from "../highlevel.app.ts";
import { formOf } from "../input/choices.ts";
import { dependsOn } from "../dropdowns/dropdown.ts";

const optionalText = (label: string, description: string) => ({ type: "string", label, description, optional: true });
const optionalList = (label: string, description: string) => ({ type: "string[]", label, description, optional: true });

/** Spread into an operation that sends a message: how, and what. Labels name the channel where a field is for one only. */
export const messageFields = {
  type: {
    type: "string",
    label: "Channel",
    description: "How to send the message. Email needs a subject and a message or HTML; Custom needs a conversation provider; the other channels need a message or attachments",
    options: channelOptions,
  },
  message: optionalText("Message", "The text of the message"),
  subject: optionalText("Subject (Email)", "The subject of the email. Replies, forwarded emails and emails from a template do not need one"),
  html: optionalText("HTML (Email)", "The body of the email as HTML, such as `<p>Hello Maya</p>`. It takes precedence over Message. The channel Custom takes it too"),
  attachments: optionalList("Attachments", "Links to the files to send, such as `https://example.com/offer.pdf`. An email needs text as well"),
  templateId: {
    propDefinition: [app, "messageTemplateId", dependsOn("locationId")],
    label: "Template",
    description: "The template to send; for SMS, RCS, email and WhatsApp. Choose one, or type an ID",
    optional: true,
  },
  fromNumber: optionalText("From Number (SMS)", "The number to send the text message from, such as +12025550143. Leave it empty to use the sub-account's own"),
  toNumber: optionalText("To Number (SMS)", "The number to send the text message to, if it is not the contact's main one"),
  emailFrom: optionalText("From (Email)", "The sender of the email, such as `office@example.com`. Leave it empty to use the sub-account's own"),
  emailTo: optionalText("To (Email)", "The recipient of the email, if it is not the contact's main address. It must be one of the contact's addresses"),
  emailCc: optionalList("CC (Email)", "Addresses that get a copy of the email"),
  emailBcc: optionalList("BCC (Email)", "Addresses that get a blind copy of the email"),
  conversationProviderId: optionalText("Conversation Provider (Custom)", "The id of the conversation provider that delivers the message. Required for the channel Custom"),
  scheduledTimestamp: optionalText("Send At", "When to send the message, such as `2026-12-01T09:00:00-05:00`. Without an offset, the time is in the sub-account's time zone. Leave it empty to send at once"),
  usesNativeSchedulingAi: { type: "boolean", label: "Best Time to Send (Email)", description: "Let HighLevel's AI choose when a scheduled email is sent", optional: true },
  optimizationPeriod: { ...optionalText("Best Time Within (Email)", "The period in which the AI chooses the time"), options: ["24h", "48h", "72h"] },
  replyMessageId: {
    propDefinition: [app, "contactMessageId", dependsOn("locationId", "contactId", { channel: "type" })],
    label: "Reply to Message",
    description: "The message to reply to. Choose one, or type an ID",
    optional: true,
  },
  threadId: {
    propDefinition: [app, "contactMessageId", dependsOn("locationId", "contactId", { channel: "type" })],
    label: "Thread (Email)",
    description: "The email thread to continue: the message that holds its emails. Choose one, or type an ID",
    optional: true,
  },
  emailReplyMode: {
    ...optionalText("Reply Mode (Email)", "Who gets the reply"),
    options: [{ label: "The sender (reply)", value: "reply" }, { label: "Everyone (reply_all)", value: "reply_all" }],
  },
  forward: {
    type: "object",
    label: "Forward (Email)",
    description: "To forward an email: which one, and to whom. Example: `{ \"messageId\": \"t22c6DQcTDf3MjRhwf77\", \"emailMessageId\": \"rnGyqh2F6uBrIkfhFo9A\", \"toEmail\": \"partner@example.com\" }`. It may also have isForwarded, forwardWholeThread, sourceContactId, sourceConversationId, recipientContactId and recipientConversationId",
    optional: true,
  },
  customSubtypeId: optionalText("Subscription Type (Email)", "The id of the subscription type that contacts can unsubscribe from"),
  appointmentId: {
    propDefinition: [app, "contactAppointmentId", dependsOn("contactId")],
    description: "The appointment that the message is about. Choose one of the contact's, or type an ID",
    optional: true,
  },
  subType: optionalText("Subtype", "HighLevel requires one; left empty, it is the same as the channel"),
  status: {
    ...optionalText("Status", "The initial status of the message; left empty, it is pending"),
    options: ["pending", "delivered", "read", "failed"],
  },
};

/** With the types of messages, so that an answer goes the same way. */
export const messageForm = formOf(messageFields, { also: { type: channelsByType } });
