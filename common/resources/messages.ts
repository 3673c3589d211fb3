import * as api from "../api/endpoints.ts";
import type { ListRequest } from "../api/pagination/paginate.ts";
import * as paginators from "../api/pagination/paginators.ts";
import { excerpt } from "../core/text/excerpt.ts";
import type { Fields } from "../core/types.ts";
import { isActivity, messageTypeLabel } from "./message-types.ts";
import { defineResource } from "./resource.ts";

/** Email messages come without their text. */
export const messages = defineResource({
  noun: "message",
  label: ({ body, messageType, id }) => [messageTypeLabel(messageType), excerpt(body) || String(id)].filter(Boolean).join(": "),
  volatile: ["traceId", "dateUpdated"],
  fields: ["meta", "userId", "conversationProviderId", "chatWidgetId"],
  sample: {
    id: "ve9EPM428h8vShlRW1KT",
    type: 2,
    messageType: "TYPE_SMS",
    locationId: "C2QujeCh8ZnC7al2InWR",
    contactId: "ocQHyuzHvysMo5N5VsXc",
    conversationId: "tDtDnQdgm2LXpyiqYvZ6",
    dateAdded: "2026-01-15T09:28:41.000Z",
    dateUpdated: "2026-01-15T09:28:41.000Z",
    body: "Can we move it to Thursday?",
    direction: "inbound",
    status: "delivered",
    contentType: "text/plain",
    attachments: [],
    source: "app",
  } as Fields,
});

/** The kind of a message: its direction, except for activities and internal comments, which have a direction too. */
export function messageKind({ direction, messageType, type }: Fields): string {
  if (isActivity(messageType ?? type)) return "activity";
  return direction === "inbound" || direction === "outbound" ? direction : "activity";
}

export const emails = defineResource({
  noun: "email",
  label: ({ subject, id }) => excerpt(subject) || String(id),
  fields: ["altId", "replyToMessageId", "conversationProviderId"],
  sample: {
    id: "rnGyqh2F6uBrIkfhFo9A",
    threadId: "t22c6DQcTDf3MjRhwf77",
    locationId: "C2QujeCh8ZnC7al2InWR",
    contactId: "ocQHyuzHvysMo5N5VsXc",
    conversationId: "tDtDnQdgm2LXpyiqYvZ6",
    dateAdded: "2026-01-15T09:28:41.000Z",
    subject: "Your offer",
    body: "<p>Here it is</p>",
    direction: "outbound",
    status: "opened",
    contentType: "text/html",
    attachments: [],
    from: "Riverside Growth Studio <office@example.com>",
    to: ["maya.ellison@example.com"],
    cc: [],
    bcc: [],
    provider: "Leadconnector Gmail",
    source: "app",
  } as Fields,
});

/** Newest first. Live responses nest the list twice. @see https://marketplace.gohighlevel.com/docs/ghl/conversations/get-messages */
export const messagesOfConversation: ListRequest<Fields> = {
  ...api.getMessages,
  paginator: paginators.lastMessageId,
  items: ({ messages: found }) => (Array.isArray(found) ? found : (found as Fields | undefined)?.messages) as Fields[],
  pageSize: 100,
};

const idsOf = (email: unknown): string[] => (email as { messageIds?: string[] } | undefined)?.messageIds ?? [];

/** HighLevel's number for this message type. */
const EMAIL = 3;

/** A key that changes when an email thread grows: HighLevel adds replies to the first message, which takes their date. */
export function messageKey(message: Fields): string {
  const isThread = message.type === EMAIL || /email/i.test(String(message.messageType));
  return isThread ? `${messages.id(message)}:${messages.createdAt(message)}` : messages.id(message);
}

/** The emails of a conversation: each email message is a thread that lists the ids of its emails. */
export const emailsOfConversation: ListRequest<Fields> = {
  ...messagesOfConversation,
  items: (data) => {
    const { items } = messagesOfConversation;
    const threads = typeof items === "function" ? items(data) : [];
    return threads.flatMap(({ meta, ...thread }) => {
      const email = (meta as { email?: Fields } | undefined)?.email;
      return [...idsOf(email), ...idsOf(email?.email)].map((emailMessageId) => ({ ...thread, emailMessageId }));
    });
  },
};

/** Messages of all conversations; emails only with the channel Email. @see https://marketplace.gohighlevel.com/docs/ghl/conversations/export-messages-by-location */
export const messagesOfLocation: ListRequest<Fields> = {
  ...api.exportMessagesByLocation, paginator: paginators.cursor, items: "messages", pageSize: 100,
};
