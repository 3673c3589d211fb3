import { iso, readMs } from "../clock.ts";
import { badRequest, forbidden, notFound } from "../errors.ts";
import { typeNumber } from "../models/conversations.ts";
import type { Email, Message } from "../models/conversations.ts";
import { compact, handle, param, slice } from "../resource.ts";
import type { Call, Resource } from "../resource.ts";
import { conversationOf } from "./conversations.ts";

interface Export {
  locationId: string;
  limit?: number;
  cursor?: string;
  sortBy?: "createdAt" | "updatedAt";
  sortOrder?: "asc" | "desc";
  conversationId?: string;
  contactId?: string;
  channel?: string;
  startDate?: string;
  endDate?: string;
}

/** The filter spells this type differently. */
const singular = (type: string) => type.replace(/COMMENTS$/, "COMMENT");

/** A message's status can be set once it has been processed, which takes a few seconds (highlevel-api-docs issue 4). */
const DOWNSTREAM_MS = 5_000;

const newestFirst = (a: Message, b: Message) => b.dateAdded - a.dateAdded;

/** Messages, newest first, and their emails. */
export const messages: Resource = {
  // Nested twice, unlike in the API description (issue 54), and without the text of emails (issue 40).
  "GET /conversations/{conversationId}/messages": handle<unknown, { lastMessageId?: string; limit?: number; type?: string }>((call) => {
    const { lastMessageId, limit = 20, type } = call.query;
    const all = call.store.messaging.messagesOf(conversationOf(call).id).filter(({ messageType }) => !type || type.split(",").map(singular).includes(messageType)).sort(newestFirst);
    const from = lastMessageId ? all.findIndex(({ id }) => id === lastMessageId) + 1 : 0;
    const page = slice(all, from, limit);
    return { messages: { lastMessageId: page.at(-1)?.id ?? null, nextPage: from + page.length < all.length, messages: page.map(messageShape) } };
  }),

  "GET /conversations/messages/export": handle<unknown, Export>(({ store, query }) => {
    const { limit = 100, cursor = "0", sortBy = "createdAt", sortOrder = "desc", channel } = query;
    const time = (message: Message) => (sortBy === "updatedAt" ? message.dateUpdated : message.dateAdded);
    const found = store.messaging.conversations.in(query.locationId).flatMap(({ id }) => store.messaging.messagesOf(id))
      .filter((message) => (!query.conversationId || message.conversationId === query.conversationId) && (!query.contactId || message.contactId === query.contactId))
      .filter(({ messageType }) => (channel ? messageType === `TYPE_${channel.toUpperCase()}` : messageType !== "TYPE_EMAIL"))
      .filter((message) => time(message) >= readMs(query.startDate ?? "1970-01-01") && time(message) <= readMs(query.endDate ?? "9999-01-01"))
      .sort((a, b) => (sortOrder === "asc" ? time(a) - time(b) : time(b) - time(a)));
    const end = Number(cursor) + limit;
    return { messages: slice(found, cursor, limit).map(messageShape), nextCursor: end < found.length ? String(end) : null, total: found.length };
  }),

  "GET /conversations/messages/{id}": (call) => ({ message: messageShape(messageOf(call, param(call, "id"))) }),

  "GET /conversations/messages/email/{id}": (call) => {
    const email = call.store.messaging.emails.get(param(call, "id"));
    if (!email) throw notFound(`Email message with id ${param(call, "id")} not found`);
    call.auth.requireLocation(call.grant, email.locationId);
    return { emailMessage: emailShape(email) };
  },

  "PUT /conversations/messages/{messageId}/status": handle<{ status: string; error?: object; emailMessageId?: string }>((call) => {
    const { store, clock, body } = call;
    const message = messageOf(call, param(call, "messageId"));
    if (clock.now() - message.dateAdded < DOWNSTREAM_MS) throw forbidden("No conversationproviderId found for this message");
    store.messaging.messages.change(message, { status: body.status, dateUpdated: clock.now(), ...(body.error && { meta: { ...message.meta, error: body.error } }) });
    const email = store.messaging.emails.get(body.emailMessageId ?? "");
    if (email) store.messaging.emails.change(email, { status: body.status });
    return compact({ conversationId: message.conversationId, messageId: message.id, emailMessageId: email?.id, msg: "Message status updated successfully.", status: body.status });
  }),
};

/** The message with an id, if the token has access to it. */
export function messageOf({ store, auth, grant }: Pick<Call, "store" | "auth" | "grant">, id: string): Message {
  const message = store.messaging.messages.get(id);
  if (!message) throw badRequest(`Message with id ${id} not found`);
  auth.requireLocation(grant, message.locationId);
  return message;
}

function messageShape({ scheduledAt, visibleAt: _, messageType, body, ...message }: Message): Record<string, unknown> {
  return compact({
    ...message,
    messageType,
    type: typeNumber(messageType),
    body: messageType === "TYPE_EMAIL" ? undefined : body,
    dateAdded: iso(message.dateAdded),
    dateUpdated: iso(message.dateUpdated),
    scheduledAt: scheduledAt === undefined ? undefined : iso(scheduledAt),
  });
}

const emailShape = (email: Email): Record<string, unknown> => compact({ ...email, dateAdded: iso(email.dateAdded) });
