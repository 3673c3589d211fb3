import omit from "lodash/omit.js";
import orderBy from "lodash/orderBy.js";
import { iso } from "../clock.ts";
import { badRequest } from "../errors.ts";
import type { Contact } from "../model.ts";
import { typeNumber } from "../models/conversations.ts";
import type { Conversation } from "../models/conversations.ts";
import { compact, contactById, handle, param, slice } from "../resource.ts";
import type { Call, Resource } from "../resource.ts";
import type { Store } from "../store.ts";

interface Search {
  locationId: string;
  contactId?: string;
  assignedTo?: string;
  followers?: string;
  mentions?: string;
  query?: string;
  id?: string;
  sort?: "asc" | "desc";
  sortBy?: string;
  startAfterDate?: number;
  startDate?: number;
  endDate?: number;
  limit?: number;
  status?: string;
  lastMessageType?: string;
  lastMessageAction?: string;
  lastMessageDirection?: string;
}

/** The names of the types, by number. */
const TYPES = ["", "TYPE_PHONE", "TYPE_EMAIL", "TYPE_FB_MESSENGER", "TYPE_REVIEW", "TYPE_GROUP_SMS"];
const MAX_LIMIT = 100;
/** The sandbox's own. */
const HIDDEN = ["visibleAt", "before"] as const;

const fullName = ({ firstName, lastName }: Contact): string => [firstName, lastName].filter(Boolean).join(" ");
const stamp = (ms: number) => ({ seconds: Math.floor(ms / 1000), nanoseconds: (ms % 1000) * 1_000_000 });

/** Conversations: a search that pages by time, and single ones in another shape. */
export const conversations: Resource = {
  "GET /conversations/search": handle<unknown, Search>(({ store, query }) => {
    const { sort = "desc", startAfterDate, limit = 20 } = query;
    if (limit > MAX_LIMIT) throw badRequest(`limit must not be greater than ${MAX_LIMIT}`);
    const timeOf = ({ lastManualMessageDate = 0, lastMessageDate }: Conversation) => (query.sortBy === "last_manual_message_date" ? lastManualMessageDate : lastMessageDate);
    const found = store.messaging.visible(query.locationId).filter((conversation) => !conversation.deleted && matches(store, conversation, query));
    const rest = startAfterDate === undefined ? found : found.filter((conversation) => (sort === "asc" ? timeOf(conversation) > startAfterDate : timeOf(conversation) < startAfterDate));
    const page = slice(orderBy(rest, [timeOf], [sort]), 0, limit);
    return { conversations: page.map((conversation) => ({ ...listed(store, conversation), sort: [timeOf(conversation)] })), total: found.length };
  }),

  "GET /conversations/{conversationId}": (call) => {
    const { lastMessageDate, lastMessageType, ...conversation } = conversationOf(call);
    return compact({ ...omit(conversation, ["dateAdded", "dateUpdated", "lastManualMessageDate", ...HIDDEN]), lastMessageDate: stamp(lastMessageDate), lastMessageType: typeNumber(lastMessageType) });
  },

  "POST /conversations/": handle<{ contactId: string }>((call) => {
    const contact = contactById(call, call.body.contactId);
    // See highlevel-api-docs issue 5.
    if (call.store.messaging.of(contact.id)) throw badRequest(`Conversation with the contact id:${contact.id} already exists!`);
    const { id, dateAdded, dateUpdated, lastMessageDate, deleted, contactId, locationId } = call.store.messaging.begin(contact.id);
    return { success: true, conversation: { id, deleted, contactId, locationId, dateAdded: iso(dateAdded), dateUpdated: iso(dateUpdated), lastMessageDate: iso(lastMessageDate) } };
  }),

  "POST /conversations/providers/live-chat/typing": handle<{ conversationId: string; visitorId: string; isTyping: boolean | string }>((call) => {
    const conversation = conversationOf({ ...call, params: call.body });
    call.store.messaging.typing.set(conversation.id, String(call.body.isTyping) === "true");
    return { success: true };
  }),
};

/** The conversation of a request. */
export function conversationOf({ store, auth, grant, params }: Pick<Call, "store" | "auth" | "grant"> & { params: object }): Conversation {
  const id = param({ params: params as Record<string, string> }, "conversationId"); // path parameters, or the body of a checked request
  const conversation = store.messaging.conversations.get(id);
  if (!conversation) throw badRequest(`Conversation with id ${id} not found`);
  auth.requireLocation(grant, conversation.locationId);
  return conversation;
}

function listed(store: Store, conversation: Conversation): Record<string, unknown> {
  const contact = store.contacts.get(conversation.contactId);
  const name = contact ? fullName(contact) : "";
  return compact({ ...omit(conversation, HIDDEN), type: TYPES[conversation.type], fullName: name, contactName: name, email: contact?.email, phone: contact?.phone, tags: contact?.tags });
}

function matches(store: Store, conversation: Conversation, query: Search): boolean {
  const contact = store.contacts.get(conversation.contactId);
  const text = [contact && fullName(contact), contact?.email, contact?.phone].join("\n").toLowerCase();
  const one = (list: string | undefined, own: string[]) => !list || list.split(",").some((wanted) => own.includes(wanted));
  const same = (wanted: string | undefined, own: string | undefined) => wanted === undefined || wanted === own;
  return same(query.contactId, conversation.contactId) && same(query.id, conversation.id)
    && one(query.assignedTo, [conversation.assignedTo ?? "unassigned"]) && one(query.followers, conversation.followers) && !query.mentions
    && text.includes(query.query?.toLowerCase() ?? "")
    && same(query.lastMessageType, conversation.lastMessageType) && same(query.lastMessageDirection, conversation.lastMessageDirection)
    && same(query.lastMessageAction, conversation.lastOutboundMessageAction)
    && (query.startDate ?? 0) <= conversation.dateAdded && conversation.dateAdded <= (query.endDate ?? Infinity)
    && (query.status !== "unread" || conversation.unreadCount > 0) && (query.status !== "read" || conversation.unreadCount === 0)
    && (query.status !== "starred" || conversation.starred);
}
