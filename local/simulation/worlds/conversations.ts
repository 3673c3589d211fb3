import { silence } from "../../sandbox/seed/conversations.ts";
import { typeNumber } from "../../sandbox/models/conversations.ts";
import type { Conversation, Email, Message } from "../../sandbox/models/conversations.ts";
import type { Delay, Fields, Stage, World, WorldRow } from "../world.ts";
import { contactOf } from "./contact-support.ts";
import { messageWorlds } from "./messages.ts";
import { ms } from "./read.ts";
import { recordWorld } from "./record.ts";
import type { Field } from "./record.ts";
import { timelineWorld } from "./timeline.ts";
import { valueWorld } from "./value.ts";
import type { ValueOf } from "./value.ts";

const MINUTE = 60_000;

const messagingOf = ({ sandbox }: Stage) => sandbox.store.messaging;
const visibleAt = ({ now }: Stage, { lagMs }: Delay) => (lagMs > 0 ? now() + lagMs : undefined);

/** A field that an answer leaves out where it is empty. */
const field = <R extends { id: string }>(name: keyof R & string): Field<R> => (
  { of: (row) => row[name] ?? null, set: (row, value) => ({ ...row, [name]: value }), told: (event) => event[name] ?? null });
const list = <R extends { id: string }>(name: keyof R & string): Field<R> => (
  { of: (row) => String(row[name]), set: (row, value) => ({ ...row, [name]: [value] }), told: (event) => String(event[name]) });

const stamp = (time: number) => JSON.stringify({ seconds: Math.floor(time / 1_000), nanoseconds: (time % 1_000) * 1_000_000 });
const TYPES: Record<string, string> = { first: "TYPE_SMS", second: "TYPE_CALL", third: "TYPE_EMAIL" };

const CONVERSATION: Record<string, Field<Conversation>> = {
  starred: { of: ({ starred }) => starred, set: (row) => ({ ...row, starred: !row.starred }) },
  unreadCount: { of: ({ unreadCount }) => unreadCount, set: (row) => ({ ...row, unreadCount: (row.unreadCount + 1) % 3 }) },
  assignedTo: field("assignedTo"),
  lastMessageBody: field("lastMessageBody"),
  lastMessageType: { of: ({ lastMessageType }) => typeNumber(lastMessageType), set: (row, value) => ({ ...row, lastMessageType: TYPES[value] ?? "" }) },
  lastMessageDate: { of: ({ lastMessageDate }) => stamp(lastMessageDate), set: (row) => ({ ...row, lastMessageDate: row.lastMessageDate + 1_234 }), told: ({ lastMessageDate }) => JSON.stringify(lastMessageDate) },
};

function conversationWorld(when: string | undefined, names: string[], watchFields?: string[]): WorldRow {
  return recordWorld<Conversation>("get-conversation", {
    shelf: (stage) => messagingOf(stage).conversations,
    make: (stage, id) => messagingOf(stage).begin(contactOf(stage), { id }),
    fields: Object.fromEntries(names.map((name) => [name, CONVERSATION[name]!])),
    noise: (row, { now }) => ({ ...row, dateUpdated: now(), ...(watchFields && { unreadCount: row.unreadCount + 1 }) }),
    isDeleted: ({ deleted }) => deleted,
    // To the trash, or for good.
    remove: (stage, row) => void (row.unreadCount === 0 ? messagingOf(stage).conversations.put({ ...row, deleted: true }) : messagingOf(stage).conversations.delete(row.id)),
    props: (_, conversationId) => ({ props: { conversationId, ...(watchFields && { watchFields }) }, otherProps: { conversationId, watchFields: [...names, "locationId"] } }), // which never changes
  }, { when });
}

function messageWorld(when: string | undefined, fields: Record<string, Field<Message>>, watchFields?: string[]): WorldRow {
  return recordWorld<Message>("get-message-by-id", {
    shelf: (stage) => messagingOf(stage).messages,
    make: (stage, id) => messagingOf(stage).add({ id, contactId: contactOf(stage), body: "On its way", direction: "outbound", status: "pending" }),
    fields,
    noise: (row, { now }) => ({ ...row, dateUpdated: now(), ...(watchFields && { userId: String(now()) }) }),
    props: ({ sandbox }, messageId) => {
      const { conversationId } = sandbox.store.messaging.messages.get(messageId)!; // made before
      return { props: { messageId, ...(watchFields && { watchFields }) }, otherProps: { messageId, conversationId, ...(watchFields && { watchFields }) } };
    },
  }, { when });
}

const MESSAGE: Record<string, Field<Message>> = {
  status: field("status"),
  body: field("body"),
  attachments: list("attachments"),
  userId: field("userId"),
  meta: { of: ({ meta }) => JSON.stringify(meta), set: (row, value) => ({ ...row, meta: { error: { code: value } } }), told: ({ meta }) => JSON.stringify(meta) },
};

const EMAIL: Record<string, Field<Email>> = {
  status: field("status"), subject: field("subject"), body: field("body"), to: list("to"), cc: list("cc"), replyToMessageId: field("replyToMessageId"),
};

function emailWorld(when: string | undefined, names: string[], watchFields?: string[]): WorldRow {
  return recordWorld<Email>("get-email-by-id", {
    shelf: (stage) => messagingOf(stage).emails,
    make: (stage, id) => messagingOf(stage).addEmail({ id, contactId: contactOf(stage), subject: "Your offer", direction: "outbound", status: "pending" }),
    fields: Object.fromEntries(names.map((name) => [name, EMAIL[name]!])),
    ...(watchFields && { noise: (row) => ({ ...row, subject: `${row.subject}!` }) }),
    props: (_, emailMessageId) => ({
      props: { emailMessageId, ...(watchFields && { watchFields }) },
      otherProps: { emailMessageId, conversationId: "Conversation00000001", ...(watchFields && { watchFields }) },
    }),
  }, { when });
}

type Sort = Pick<Message, "messageType" | "direction">;
const TEXT_IN: Sort = { messageType: "TYPE_SMS", direction: "inbound" };
const TEXT_OUT: Sort = { messageType: "TYPE_SMS", direction: "outbound" };
const ACTIVITY: Sort = { messageType: "TYPE_ACTIVITY_OPPORTUNITY", direction: "outbound" };
const SORTS = [TEXT_IN, TEXT_OUT, ACTIVITY];
/** Some number that belongs to an id. */
const numberOf = (id: string) => id.charCodeAt(0);

/** What a message makes of its conversation. */
function kindOfMessage({ direction, type }: Fields): string {
  const isMessage = !/^TYPE_(ACTIVITY|INTERNAL)_/.test(String(type));
  return isMessage && (direction === "inbound" || direction === "outbound") ? `${direction} message` : "activity";
}

/** A message of a conversation, later than its last: what is not could not be told from it. */
const message = (sort: Sort) => (stage: Stage, id: string, delay: Delay) => {
  const conversation = messagingOf(stage).conversations.get(id);
  if (!conversation) return;
  const { contactId, lastMessageDate } = conversation;
  messagingOf(stage).add({ contactId, ...sort, dateAdded: Math.max(lastMessageDate + 1, stage.now() - delay.backMs), visibleAt: visibleAt(stage, delay) });
};

interface Search {
  when?: string;
  props: World["props"];
  otherProps: World["props"];
  passes?(row: Conversation): boolean;
  large?: number;
}

/** A message to all, of one millisecond; not to those dated ahead, which would date the others ahead too. */
function toEverybody(stage: Stage, delay: Delay): void {
  const rows = messagingOf(stage).conversations.in(stage.locationId).filter(({ lastMessageDate }) => lastMessageDate < stage.now() + MINUTE);
  const dateAdded = Math.max(stage.now() - delay.backMs, ...rows.map(({ lastMessageDate }) => lastMessageDate + 1));
  for (const { contactId } of rows) messagingOf(stage).add({ contactId, direction: "outbound", dateAdded, visibleAt: visibleAt(stage, delay) });
}

function searchWorld({ when, props, otherProps, passes, large = 98 }: Search): WorldRow {
  return timelineWorld("search-conversations", {
    props: ({ locationId }) => ({ group: locationId, props, otherProps }),
    add: (stage, locationId, id, delay) => {
      const { sandbox: { store }, now } = stage;
      const dateAdded = now() - delay.backMs;
      const contactId = store.contacts.insert([{ locationId, firstName: "Simulated", dateAdded }])[0]!.id;
      store.messaging.begin(contactId, { id, dateAdded, lastMessageDate: dateAdded, visibleAt: visibleAt(stage, delay) });
      // Some begin without a message.
      const kind = numberOf(id) % 4;
      if (kind < 3) store.messaging.add({ contactId, ...SORTS[kind], dateAdded, visibleAt: visibleAt(stage, delay) });
    },
    changes: {
      "a message comes in": message(TEXT_IN),
      "a message goes out": message(TEXT_OUT),
      "an activity is noted": message(ACTIVITY),
      "the team comments": message({ messageType: "TYPE_INTERNAL_COMMENT", direction: "outbound" }),
      "something without a direction happens": message({ messageType: "TYPE_CALL", direction: undefined }),
      // Nothing that this trigger tells.
      star: (stage, id) => {
        const row = messagingOf(stage).conversations.get(id);
        if (row) messagingOf(stage).conversations.change(row, { starred: !row.starred, unreadCount: 0, dateUpdated: stage.now() });
      },
    },
    others: (stage) => ({ "a message to everybody": (_, delay) => toEverybody(stage, delay) }),
    remove: (stage, id) => {
      const { conversations } = messagingOf(stage);
      const row = conversations.get(id);
      if (row && numberOf(id) % 2) conversations.change(row, { deleted: true });
      else conversations.delete(id);
    },
    shown: (stage, locationId) => messagingOf(stage).visible(locationId).filter((row) => !row.deleted && (!passes || passes(row)))
      .map(({ id, dateAdded, lastMessageDate, lastMessageDirection, lastMessageType }) => (
        { id, created: dateAdded, updated: lastMessageDate, data: { direction: lastMessageDirection, type: lastMessageType } })),
    told: ({ lastMessageDate }) => ms(lastMessageDate),
    kinds: (before, after, chosen) => {
      const { direction, type, created } = after.data;
      const moved = kindOfMessage({ direction, type });
      if (before) return [moved];
      const first = chosen.has("created") || type === "TYPE_NO_SHOW" ? "created" : moved;
      // It passes only now: where it is old, as a message; where it is young, as a new one.
      const mayBeOld = passes !== undefined && Number(after.version) > Number(created);
      if (!mayBeOld) return [first];
      return chosen.has(moved) ? [first, moved] : [first, moved, undefined];
    },
    ahead: true,
  }, { when, large });
}

interface Media { slug: string; answers: string[]; put(stage: Stage, id: string, index: number): void; has(stage: Stage, id: string): number | undefined; told(event: Fields): string }

/** It takes that long until a recording or transcription of a call can be there, ms. */
const READY_MS = 8 * MINUTE;

/** A call whose recording or transcription comes some time: the first that is seen is told, and nothing after it. */
function mediaWorld({ slug, put, answers, has, told }: Media): WorldRow {
  const spec: ValueOf = {
    open(stage) {
      const contactId = contactOf(stage);
      const call = () => messagingOf(stage).add({ contactId, messageType: "TYPE_CALL", status: "completed" });
      const { id: messageId, conversationId } = call();
      const begun = stage.now();
      if (stage.size === 1) put(stage, messageId, 0);
      const isReady = () => stage.now() >= begun + READY_MS;
      return {
        props: { messageId },
        otherProps: { messageId, conversationId },
        acts: {
          "it comes, or is replaced": (pick) => {
            if (isReady()) put(stage, messageId, pick % answers.length);
          },
          "another call": (pick) => put(stage, call().id, pick % answers.length),
          "the message changes": () => void messagingOf(stage).messages.change(messagingOf(stage).messages.get(messageId)!, { status: "voicemail", dateUpdated: stage.now() }),
          "an empty one comes": () => {
            if (has(stage, messageId) === undefined) put(stage, messageId, -1);
          },
        },
        answer: () => answers[has(stage, messageId) ?? -1],
      };
    },
    told,
    kinds: (before) => [before === undefined ? "available" : undefined],
  };
  return valueWorld(slug, spec, {}, ["available"]);
}

// The last is too large for an event, which then has only its size.
const SOUNDS = [0.01, 0.02, 70].map(silence);
const TEXTS = ["Good morning.", "Good morning, this is Dana.", "Grüß Gott"];

const sentences = (transcript: string) => [{ transcript, sentenceIndex: 0, mediaChannel: 1, startTime: 0, endTime: 1, confidence: 1 }];
const indexIn = (values: unknown[], value: unknown) => (values.includes(value) ? values.indexOf(value) : undefined);

const transcript: Pick<Media, "answers" | "put" | "has"> = {
  answers: TEXTS,
  put: (stage, id, index) => void messagingOf(stage).transcriptions.put({ id, sentences: index < 0 ? [] : sentences(TEXTS[index] ?? "") }),
  has: (stage, id) => indexIn(TEXTS, messagingOf(stage).transcriptions.get(id)?.sentences[0]?.transcript),
};

export const conversationWorlds: WorldRow[] = [
  searchWorld({ props: {}, otherProps: { query: "Simulated", createdAfter: "2020-01-01" } }),
  searchWorld({
    when: "whose last message came in",
    props: { lastMessageDirection: "inbound" },
    otherProps: { lastMessageDirection: "inbound", query: "Simulated" },
    passes: ({ lastMessageDirection }) => lastMessageDirection === "inbound",
  }),
  searchWorld({ when: "more than a page of one time", props: {}, otherProps: { query: "Simulated" }, large: 130 }),
  ...messageWorlds,
  conversationWorld(undefined, Object.keys(CONVERSATION)),
  conversationWorld("fields to watch", ["starred", "assignedTo"], ["starred", "assignedTo"]),
  messageWorld(undefined, MESSAGE),
  messageWorld("fields to watch", { status: MESSAGE.status! }, ["status"]),
  emailWorld(undefined, Object.keys(EMAIL)),
  emailWorld("fields to watch", ["status"], ["status"]),
  mediaWorld({
    slug: "get-message-recording",
    answers: SOUNDS.map(({ length }) => String(length)),
    put: (stage, id, index) => void messagingOf(stage).recordings.put({ id, bytes: SOUNDS[index] ?? Buffer.alloc(0), type: "audio/x-wav", name: "audio.wav" }),
    has: (stage, id) => indexIn(SOUNDS, messagingOf(stage).recordings.get(id)?.bytes),
    told: ({ size }) => String(size),
  }),
  mediaWorld({ slug: "get-message-transcription", ...transcript, told: ({ text }) => String(text) }),
  mediaWorld({ slug: "download-transcription", ...transcript, told: ({ text }) => String(text).trim() }),
];
