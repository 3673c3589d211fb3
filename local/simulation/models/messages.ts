import type { Message } from "../../sandbox/models/conversations.ts";
import type { Delay, Environment, Model, ModelRow } from "../model.ts";
import { ms } from "./read.ts";
import { timelineModel } from "./timeline.ts";
import type { Sight, TimelineOf } from "./timeline.ts";

const SLUG = "get-messages-by-conversation";
const DAY = 86_400_000;
const CONTACTS = 5;
/** HighLevel's clock is in whole seconds. */
const TICK_MS = 1_000;
/** How long after its last message a conversation is still read again, for messages that did not move it, ms. */
const REREAD_MS = 15 * 60_000 + 2 * TICK_MS;

/** The types of messages; only by their direction do activities and internal comments go out. */
const SORTS: Pick<Message, "messageType" | "direction">[] = [
  { messageType: "TYPE_SMS", direction: "inbound" },
  { messageType: "TYPE_SMS", direction: "outbound" },
  { messageType: "TYPE_CALL", direction: "inbound" },
  { messageType: "TYPE_ACTIVITY_CONTACT", direction: "outbound" },
  { messageType: "TYPE_INTERNAL_COMMENT", direction: "outbound" },
  { messageType: "TYPE_FACEBOOK", direction: undefined },
];

/** All types, as the filter spells them. */
const TYPES = [...new Set([...SORTS.map(({ messageType }) => messageType.replace(/COMMENT$/, "COMMENTS")), "TYPE_EMAIL"])];

const messagingOf = ({ sandbox }: Environment) => sandbox.store.messaging;
/** A number derived from an id. */
const numberOf = (id: string) => id.charCodeAt(0) + 7 * id.charCodeAt(1);

function addMessage(environment: Environment, contactId: string, id: string, { lagMs, backMs }: Delay): Message {
  const sort = SORTS[numberOf(id) % SORTS.length];
  return messagingOf(environment).add({ id, contactId, ...sort, dateAdded: environment.now() - backMs, visibleAt: lagMs > 0 ? environment.now() + lagMs : undefined });
}

/** Adds an email: it begins a thread, or joins the contact's last one, which moves up unless the email is only scheduled. @returns the thread, if it has moved */
function addEmail(environment: Environment, contactId: string, pick: number, { backMs }: Delay): Message | undefined {
  const messaging = messagingOf(environment);
  const threads = messaging.messages.in(messaging.of(contactId)?.id ?? "").filter(({ messageType }) => messageType === "TYPE_EMAIL");
  const thread = pick % 3 === 0 ? undefined : threads.at(-1);
  const dateAdded = Math.max(environment.now() - backMs, (thread?.dateAdded ?? 0) + 1);
  const isScheduled = thread !== undefined && pick % 5 === 0;
  const { threadId } = messaging.addEmail({ contactId, threadId: thread?.id, direction: pick % 2 ? "inbound" : "outbound", dateAdded, ...(isScheduled && { status: "scheduled" }) });
  return isScheduled ? undefined : messaging.messages.get(threadId);
}

/**
 * When a message must have been emitted, epoch ms. One that becomes visible late, or is no later than the last one, does
 * not move its conversation, and is found when that is read again. A conversation dated ahead is read in every poll.
 */
function dueOf({ now }: Environment, isQuiet: boolean, lastMessageDate: number): number | undefined {
  return isQuiet && lastMessageDate <= now() + TICK_MS ? lastMessageDate + REREAD_MS : undefined;
}

const isActivity = (messageType: string) => /^TYPE_(ACTIVITY|INTERNAL)_/.test(messageType);
const sightOf = ({ id, dateAdded, direction, messageType }: Message): Sight => (
  { id, created: dateAdded, data: { kind: isActivity(messageType) ? "activity" : direction ?? "activity" } });

const shared = {
  changes: {
    // Only its arrival is emitted.
    "the status changes": (environment: Environment, id: string) => {
      const row = messagingOf(environment).messages.get(id);
      if (row) messagingOf(environment).messages.change(row, { status: `${row.status}!`, dateUpdated: environment.now() });
    },
  },
  remove: (environment: Environment, id: string) => void messagingOf(environment).messages.delete(id),
  reported: ({ dateAdded }: Model["props"]) => ms(dateAdded),
  eventTypes: (_: unknown, { data }: { data: Model["props"] }) => [String(data.kind)],
  ahead: true,
};

function oneModel(when: string, messageTypes: string[] | undefined, otherTypes: string[]): ModelRow {
  return timelineModel(SLUG, {
    ...shared,
    props: ({ sandbox, locationId, now }) => {
      const [contact] = sandbox.store.contacts.insert([{ locationId, firstName: "Iris", dateAdded: now() - 30 * DAY }]);
      const { id: conversationId } = sandbox.store.messaging.begin(contact!.id, { dateAdded: now() - 30 * DAY, lastMessageDate: now() - 30 * DAY });
      return { group: conversationId, props: { conversationId, ...(messageTypes && { messageTypes }) }, otherProps: { conversationId, messageTypes: otherTypes } };
    },
    add: (environment, conversationId, id, delay) => void addMessage(environment, messagingOf(environment).conversations.get(conversationId)!.contactId, id, delay), // stays
    others: (environment, conversationId) => ({
      "an email in a thread": (pick, delay) => void addEmail(environment, messagingOf(environment).conversations.get(conversationId)!.contactId, pick, delay), // stays
      "a message in another conversation": (_, delay) => {
        const [contact] = environment.sandbox.store.contacts.insert([{ locationId: environment.locationId, firstName: "Otis" }]);
        addMessage(environment, contact!.id, environment.id(), delay);
      },
    }),
    shown: (environment, conversationId) => messagingOf(environment).messagesOf(conversationId)
      .filter(({ messageType }) => !messageTypes || messageTypes.includes(messageType)).map(sightOf),
  }, { when, large: 98 });
}

/**
 * Messages of all conversations; some become visible late, with their conversation or after it.
 * @param quiet collects the ids of messages that do not move their conversation
 */
const allOf = (quiet: Set<string>): TimelineOf => ({
  ...shared,
  props: ({ sandbox, locationId, now }) => {
    sandbox.store.contacts.insert(Array.from({ length: CONTACTS }, () => ({ locationId, firstName: "Simulated", dateAdded: now() - 30 * DAY })));
    return { group: locationId, props: {}, otherProps: { messageTypes: TYPES } };
  },
  // The first message of a contact begins a conversation.
  add: (environment, locationId, id, delay) => {
    const contact = environment.sandbox.store.contacts.in(locationId)[numberOf(id) % CONTACTS]!; // there are as many
    const last = messagingOf(environment).of(contact.id)?.lastMessageDate ?? 0;
    const { conversationId, dateAdded } = addMessage(environment, contact.id, id, delay);
    if (delay.lagMs > 0 || dateAdded <= last) quiet.add(id);
    const { conversations } = messagingOf(environment);
    const conversation = conversations.get(conversationId);
    if (conversation && numberOf(id) % 2) conversations.change(conversation, { visibleAt: undefined, before: undefined });
  },
  others: (environment) => ({
    "an email in a thread": (pick, delay) => {
      const { id: contactId } = environment.sandbox.store.contacts.in(environment.locationId)[pick % CONTACTS]!; // there are as many
      const last = messagingOf(environment).of(contactId)?.lastMessageDate ?? 0;
      const thread = addEmail(environment, contactId, pick, delay);
      if (thread && thread.dateAdded <= last) quiet.add(thread.id);
      else if (thread) quiet.delete(thread.id);
    },
    "a conversation is deleted": (pick) => {
      const { conversations } = messagingOf(environment);
      const rows = conversations.in(environment.locationId);
      conversations.delete(rows[pick % Math.max(1, rows.length)]?.id ?? "");
    },
    "a conversation begins without a message": (pick) => {
      const { id } = environment.sandbox.store.contacts.in(environment.locationId)[pick % CONTACTS]!; // there are as many
      if (!messagingOf(environment).of(id)) messagingOf(environment).begin(id);
    },
  }),
  shown: (environment, locationId) => messagingOf(environment).visible(locationId).flatMap(({ id, lastMessageDate }) => (
    messagingOf(environment).messagesOf(id).map((row) => ({ ...sightOf(row), due: dueOf(environment, quiet.has(row.id), lastMessageDate) }))
  )),
});

const allModel: ModelRow = { slug: SLUG, when: "all conversations", large: 198, open: (environment) => timelineModel(SLUG, allOf(new Set())).open(environment) };

export const messageModels: ModelRow[] = [
  oneModel("one conversation", undefined, TYPES),
  oneModel("texts of one conversation", ["TYPE_SMS"], ["TYPE_SMS", "TYPE_RCS"]),
  allModel,
];
