import { isEntry } from "./models/conversations.ts";
import type { Conversation, Email, Message, Recording, Template, Transcription } from "./models/conversations.ts";
import { Table } from "./table.ts";
import type { Store } from "./store.ts";

/** Conversations and their contents. Each message moves its conversation to the top. */
export class Messaging {
  readonly conversations = new Table<Conversation>(({ locationId }) => locationId);
  readonly messages = new Table<Message>(({ conversationId }) => conversationId);
  readonly emails = new Table<Email>(({ conversationId }) => conversationId);
  readonly recordings = new Table<Recording>(({ id }) => id);
  readonly transcriptions = new Table<Transcription>(({ id }) => id);
  readonly templates = new Table<Template>(({ locationId }) => locationId);
  /** Whether the typing indicator is shown, by conversation. */
  readonly typing = new Map<string, boolean>();

  constructor(private readonly store: Store) {}

  /** The conversation with a contact, or undefined. */
  of(contactId: string): Conversation | undefined {
    const locationId = this.store.contacts.get(contactId)?.locationId ?? "";
    return this.conversations.in(locationId).find((conversation) => conversation.contactId === contactId);
  }

  /** The conversations of a location that searches currently see. */
  visible(locationId: string): Conversation[] {
    const now = this.store.clock.now();
    const seen = (row: Conversation): Conversation | undefined => ((row.visibleAt ?? 0) <= now ? row : row.before && seen(row.before));
    return this.conversations.in(locationId).flatMap((row) => seen(row) ?? []);
  }

  /** The messages of a conversation that lists currently see. */
  messagesOf(conversationId: string): Message[] {
    const now = this.store.clock.now();
    return this.messages.in(conversationId).filter(({ visibleAt = 0 }) => visibleAt <= now);
  }

  /** Starts a conversation with an existing contact, and returns it. */
  begin(contactId: string, input: Partial<Conversation> = {}): Conversation {
    const now = this.store.clock.now();
    return this.conversations.put({
      id: this.store.random.id(), locationId: this.store.contacts.get(contactId)?.locationId ?? "", contactId, type: 1, unreadCount: 0, starred: false,
      inbox: true, deleted: false, followers: [], lastMessageBody: "", lastMessageType: "TYPE_NO_SHOW", dateAdded: now, dateUpdated: now, lastMessageDate: now, ...input,
    });
  }

  /**
   * Adds a message, which moves its conversation to the top (and starts one if needed), and returns it.
   * Before `visibleAt`, lists and searches show neither.
   */
  add(input: Pick<Message, "contactId"> & Partial<Message>): Message {
    const now = this.store.clock.now();
    const at = input.dateAdded ?? now;
    const { visibleAt } = input;
    const conversation = this.of(input.contactId) ?? this.begin(input.contactId, { dateAdded: at, lastMessageDate: at, visibleAt });
    const message = this.messages.put({
      id: this.store.random.id(), conversationId: conversation.id, locationId: conversation.locationId, messageType: "TYPE_SMS", direction: isEntry(input.messageType ?? "") ? "outbound" : "inbound",
      status: "delivered", contentType: "text/plain", attachments: [], source: "app", dateAdded: at, dateUpdated: at, ...input,
    });
    if (message.status !== "scheduled") this.rise(conversation, message);
    return message;
  }

  private rise(conversation: Conversation, { body, messageType, direction, source, dateAdded, visibleAt }: Message): void {
    const isSent = direction === "outbound" && !isEntry(messageType);
    const manual = isSent && source === "app";
    this.conversations.change(conversation, {
      visibleAt, before: visibleAt === undefined ? undefined : conversation,
      lastMessageBody: body ?? "", lastMessageType: messageType, lastMessageDirection: direction, lastMessageDate: Math.max(conversation.lastMessageDate, dateAdded),
      dateUpdated: dateAdded,
      unreadCount: direction === "inbound" && !isEntry(messageType) ? conversation.unreadCount + 1 : conversation.unreadCount,
      ...(isSent && { lastOutboundMessageAction: manual ? "manual" : "automated" }),
      ...(manual && { lastManualMessageDate: dateAdded }),
    });
  }

  /**
   * Adds an email to the given thread, or as a new one, and returns it. HighLevel documents that a message lists all emails of
   * its thread; that it takes the date and direction of the last one is not confirmed.
   */
  addEmail(input: Pick<Email, "contactId"> & Partial<Email>): Email {
    const { random, clock, contacts } = this.store;
    const { direction = "inbound", status = "delivered", dateAdded = clock.now() } = input;
    const id = random.id();
    const thread = this.messages.get(input.threadId ?? "")
      ?? this.add({ contactId: input.contactId, messageType: "TYPE_EMAIL", direction, contentType: "text/html", status, dateAdded: input.dateAdded });
    const { messageIds = [] } = (thread.meta?.email ?? {}) as { messageIds?: string[] }; // written here only
    const isReply = messageIds.length > 0 && status !== "scheduled";
    const row = this.messages.change(thread, {
      meta: { email: { messageIds: [...messageIds, id] } },
      ...(isReply && { direction, status, dateAdded: Math.max(thread.dateAdded, dateAdded), dateUpdated: dateAdded, visibleAt: undefined }),
    });
    const conversation = this.conversations.get(row.conversationId);
    if (isReply && conversation) this.rise(conversation, row);
    return this.emails.put({
      id, subject: "", body: "", contentType: "text/html", attachments: [], provider: "Leadconnector Gmail",
      from: contacts.get(input.contactId)?.email ?? "", to: [], cc: [], bcc: [], source: "app", ...input, direction, status, dateAdded,
      threadId: thread.id, locationId: thread.locationId, conversationId: thread.conversationId,
    });
  }
}
