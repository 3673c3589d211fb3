import { conversations, conversationSearch } from "../resources/conversations.ts";
import { isCall } from "../resources/call-media.ts";
import { emailsOfConversation, messages, messagesOfConversation, messagesOfLocation } from "../resources/messages.ts";
import { messageTemplates } from "../resources/templates.ts";
import { appointments, contactAppointments } from "../resources/appointments.ts";
import { nameKey } from "../core/text/characters.ts";
import type { App, Fields, Option, OptionsCall } from "../core/types.ts";
import type { SharedProp } from "./dropdown.ts";
import { minuteOf, ofContact } from "./parts.ts";

const ofConversation = (_: App, { conversationId }: OptionsCall) => ({ pathParams: { conversationId } });

/** "2026-01-15 09:28 SMS: Can we move it to Thursday?" */
const messageOption = (message: Fields): Option => ({
  label: `${minuteOf(message.dateAdded)} ${messages.label(message)}`.trim(),
  value: messages.id(message),
});

export const conversationId: SharedProp = {
  type: "string",
  label: "Conversation",
  description: "The conversation. Choose one, search by the contact's name, email or phone, or type an ID",
  dropdown: {
    list: conversationSearch,
    option: conversations,
    searchesItself: true,
    call: (app, { locationId, contactId, query }) => ({
      query: {
        locationId: app.locationId(locationId),
        contactId: contactId || undefined,
        query: query || undefined,
        sortBy: "last_message_date",
        sort: "desc",
      },
    }),
  },
};

export const messageId: SharedProp = {
  type: "string",
  label: "Message",
  description: "The message. Choose one of the conversation's, or type an ID",
  dropdown: { list: messagesOfConversation, option: messageOption, call: ofConversation },
};

export const callMessageId: SharedProp = {
  type: "string",
  label: "Message",
  description: "The message of the call or voicemail. Choose one of the conversation's, or type an ID",
  dropdown: { list: messagesOfConversation, option: messageOption, call: ofConversation, where: isCall },
};

export const emailMessageId: SharedProp = {
  type: "string",
  label: "Email",
  description: "The email. Choose one of the conversation's, or type an ID; this is not the message's id: the message holds it in `meta.email.messageIds`",
  dropdown: {
    list: emailsOfConversation,
    option: (email) => ({ ...messageOption(email), value: String(email.emailMessageId) }),
    call: (app, input) => ({ ...ofConversation(app, input), query: { type: "TYPE_EMAIL" } }),
  },
};

export const contactMessageId: SharedProp = {
  type: "string",
  label: "Message",
  description: "A message from or to the contact. Choose one, or type an ID",
  dropdown: {
    list: messagesOfLocation,
    option: messageOption,
    // Without a channel, HighLevel lists everything but emails.
    call: (app, { locationId, contactId, channel }) => ({
      query: { locationId: app.locationId(locationId), contactId, channel: nameKey(channel) === "email" ? "Email" : undefined },
    }),
  },
};

export const messageTemplateId: SharedProp = {
  type: "string",
  label: "Template ID",
  description: "A template of the sub-account. Choose one, or type an ID",
  dropdown: {
    list: messageTemplates,
    option: ({ id, name, type }) => ({ label: type ? `${String(name)} (${String(type)})` : String(name), value: String(id) }),
    call: (app, { locationId }) => {
      const id = app.locationId(locationId);
      return { pathParams: { locationId: id }, query: { originId: id } };
    },
  },
};

export const contactAppointmentId: SharedProp = {
  type: "string",
  label: "Appointment",
  description: "An appointment of the contact. Choose one, or type an ID",
  dropdown: {
    list: contactAppointments,
    option: (appointment) => ({ label: `${minuteOf(appointment.startTime)} ${appointments.label(appointment)}`, value: appointments.id(appointment) }),
    call: ofContact,
  },
};
