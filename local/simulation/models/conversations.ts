import { silence } from "../../sandbox/seed/conversations.ts";
import { typeNumber } from "../../sandbox/models/conversations.ts";
import type { Conversation, Email, Message } from "../../sandbox/models/conversations.ts";
import type { Delay, Fields, Environment, Model, ModelRow } from "../model.ts";
import { contactOf } from "./contact-support.ts";
import { messageModels } from "./messages.ts";
import { ms } from "./read.ts";
import { recordModel } from "./record.ts";
import type { Field } from "./record.ts";
import { timelineModel } from "./timeline.ts";
import { valueModel } from "./value.ts";
import type { ValueOf } from "./value.ts";

const MINUTE = 60_000;

const messagingOf = ({ sandbox }: Environment) => sandbox.store.messaging;
const visibleAt = ({ now }: Environment, { lagMs }: Delay) => (lagMs > 0 ? now() + lagMs : undefined);

/** A field that answers leave out if it is empty. */
const field = <R extends { id: string }>(name: keyof R & string): Field<R> => (
  { of: (row) => row[name] ?? null, set: (row, value) => ({ ...row, [name]: value }), reported: (event) => event[name] ?? null });
const list = <R extends { id: string }>(name: keyof R & string): Field<R> => (
  { of: (row) => String(row[name]), set: (row, value) => ({ ...row, [name]: [value] }), reported: (event) => String(event[name]) });

const stamp = (time: number) => JSON.stringify({ seconds: Math.floor(time / 1_000), nanoseconds: (time % 1_000) * 1_000_000 });
const TYPES: Record<string, string> = { first: "TYPE_SMS", second: "TYPE_CALL", third: "TYPE_EMAIL" };

const CONVERSATION: Record<string, Field<Conversation>> = {
  starred: { of: ({ starred }) => starred, set: (row) => ({ ...row, starred: !row.starred }) },
  unreadCount: { of: ({ unreadCount }) => unreadCount, set: (row) => ({ ...row, unreadCount: (row.unreadCount + 1) % 3 }) },
  assignedTo: field("assignedTo"),
  lastMessageBody: field("lastMessageBody"),
  lastMessageType: { of: ({ lastMessageType }) => typeNumber(lastMessageType), set: (row, value) => ({ ...row, lastMessageType: TYPES[value] ?? "" }) },
  lastMessageDate: { of: ({ lastMessageDate }) => stamp(lastMessageDate), set: (row) => ({ ...row, lastMessageDate: row.lastMessageDate + 1_234 }), reported: ({ lastMessageDate }) => JSON.stringify(lastMessageDate) },
};

function conversationModel(when: string | undefined, names: string[], watchFields?: string[]): ModelRow {
  return recordModel<Conversation>("get-conversation", {
    shelf: (environment) => messagingOf(environment).conversations,
    make: (environment, id) => messagingOf(environment).begin(contactOf(environment), { id }),
    fields: Object.fromEntries(names.map((name) => [name, CONVERSATION[name]!])),
    noise: (row, { now }) => ({ ...row, dateUpdated: now(), ...(watchFields && { unreadCount: row.unreadCount + 1 }) }),
    isDeleted: ({ deleted }) => deleted,
    // To the trash, or for good.
    remove: (environment, row) => void (row.unreadCount === 0 ? messagingOf(environment).conversations.put({ ...row, deleted: true }) : messagingOf(environment).conversations.delete(row.id)),
    props: (_, conversationId) => ({ props: { conversationId, ...(watchFields && { watchFields }) }, otherProps: { conversationId, watchFields: [...names, "locationId"] } }), // which never changes
  }, { when });
}

function messageModel(when: string | undefined, fields: Record<string, Field<Message>>, watchFields?: string[]): ModelRow {
  return recordModel<Message>("get-message-by-id", {
    shelf: (environment) => messagingOf(environment).messages,
    make: (environment, id) => messagingOf(environment).add({ id, contactId: contactOf(environment), body: "On its way", direction: "outbound", status: "pending" }),
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
  meta: { of: ({ meta }) => JSON.stringify(meta), set: (row, value) => ({ ...row, meta: { error: { code: value } } }), reported: ({ meta }) => JSON.stringify(meta) },
};

const EMAIL: Record<string, Field<Email>> = {
  status: field("status"), subject: field("subject"), body: field("body"), to: list("to"), cc: list("cc"), replyToMessageId: field("replyToMessageId"),
};

function emailModel(when: string | undefined, names: string[], watchFields?: string[]): ModelRow {
  return recordModel<Email>("get-email-by-id", {
    shelf: (environment) => messagingOf(environment).emails,
    make: (environment, id) => messagingOf(environment).addEmail({ id, contactId: contactOf(environment), subject: "Your offer", direction: "outbound", status: "pending" }),
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
/** A number derived from an id. */
const numberOf = (id: string) => id.charCodeAt(0);

/** How a message changes its conversation. */
function kindOfMessage({ direction, type }: Fields): string {
  const isMessage = !/^TYPE_(ACTIVITY|INTERNAL)_/.test(String(type));
  return isMessage && (direction === "inbound" || direction === "outbound") ? `${direction} message` : "activity";
}

/** A message of a conversation, later than its last, from which it could not be distinguished otherwise. */
const message = (sort: Sort) => (environment: Environment, id: string, delay: Delay) => {
  const conversation = messagingOf(environment).conversations.get(id);
  if (!conversation) return;
  const { contactId, lastMessageDate } = conversation;
  messagingOf(environment).add({ contactId, ...sort, dateAdded: Math.max(lastMessageDate + 1, environment.now() - delay.backMs), visibleAt: visibleAt(environment, delay) });
};

interface Search {
  when?: string;
  props: Model["props"];
  otherProps: Model["props"];
  passes?(row: Conversation): boolean;
  large?: number;
}

/** A message to all in one millisecond, except to those dated ahead, which would date the others ahead too. */
function toEverybody(environment: Environment, delay: Delay): void {
  const rows = messagingOf(environment).conversations.in(environment.locationId).filter(({ lastMessageDate }) => lastMessageDate < environment.now() + MINUTE);
  const dateAdded = Math.max(environment.now() - delay.backMs, ...rows.map(({ lastMessageDate }) => lastMessageDate + 1));
  for (const { contactId } of rows) messagingOf(environment).add({ contactId, direction: "outbound", dateAdded, visibleAt: visibleAt(environment, delay) });
}

function searchModel({ when, props, otherProps, passes, large = 98 }: Search): ModelRow {
  return timelineModel("search-conversations", {
    props: ({ locationId }) => ({ group: locationId, props, otherProps }),
    add: (environment, locationId, id, delay) => {
      const { sandbox: { store }, now } = environment;
      const dateAdded = now() - delay.backMs;
      const contactId = store.contacts.insert([{ locationId, firstName: "Simulated", dateAdded }])[0]!.id;
      store.messaging.begin(contactId, { id, dateAdded, lastMessageDate: dateAdded, visibleAt: visibleAt(environment, delay) });
      // Some begin without a message.
      const kind = numberOf(id) % 4;
      if (kind < 3) store.messaging.add({ contactId, ...SORTS[kind], dateAdded, visibleAt: visibleAt(environment, delay) });
    },
    changes: {
      "a message comes in": message(TEXT_IN),
      "a message goes out": message(TEXT_OUT),
      "an activity is noted": message(ACTIVITY),
      "the team comments": message({ messageType: "TYPE_INTERNAL_COMMENT", direction: "outbound" }),
      "something without a direction happens": message({ messageType: "TYPE_CALL", direction: undefined }),
      // This trigger does not report that.
      star: (environment, id) => {
        const row = messagingOf(environment).conversations.get(id);
        if (row) messagingOf(environment).conversations.change(row, { starred: !row.starred, unreadCount: 0, dateUpdated: environment.now() });
      },
    },
    others: (environment) => ({ "a message to everybody": (_, delay) => toEverybody(environment, delay) }),
    remove: (environment, id) => {
      const { conversations } = messagingOf(environment);
      const row = conversations.get(id);
      if (row && numberOf(id) % 2) conversations.change(row, { deleted: true });
      else conversations.delete(id);
    },
    shown: (environment, locationId) => messagingOf(environment).visible(locationId).filter((row) => !row.deleted && (!passes || passes(row)))
      .map(({ id, dateAdded, lastMessageDate, lastMessageDirection, lastMessageType }) => (
        { id, created: dateAdded, updated: lastMessageDate, data: { direction: lastMessageDirection, type: lastMessageType } })),
    reported: ({ lastMessageDate }) => ms(lastMessageDate),
    eventTypes: (before, after, chosen) => {
      const { direction, type, created } = after.data;
      const moved = kindOfMessage({ direction, type });
      if (before) return [moved];
      const first = chosen.has("created") || type === "TYPE_NO_SHOW" ? "created" : moved;
      // It matches only now: an old one is reported by its message, a young one as new.
      const mayBeOld = passes !== undefined && Number(after.version) > Number(created);
      if (!mayBeOld) return [first];
      return chosen.has(moved) ? [first, moved] : [first, moved, undefined];
    },
    ahead: true,
  }, { when, large });
}

interface Media { slug: string; answers: string[]; put(environment: Environment, id: string, index: number): void; has(environment: Environment, id: string): number | undefined; reported(event: Fields): string }

/** How long it takes at least until a call has a recording or transcription, ms. */
const READY_MS = 8 * MINUTE;

/** A call that gets a recording or transcription at some time: the first one seen is emitted, and nothing after it. */
function mediaModel({ slug, put, answers, has, reported }: Media): ModelRow {
  const spec: ValueOf = {
    open(environment) {
      const contactId = contactOf(environment);
      const call = () => messagingOf(environment).add({ contactId, messageType: "TYPE_CALL", status: "completed" });
      const { id: messageId, conversationId } = call();
      const begun = environment.now();
      if (environment.size === 1) put(environment, messageId, 0);
      const isReady = () => environment.now() >= begun + READY_MS;
      return {
        props: { messageId },
        otherProps: { messageId, conversationId },
        mutations: {
          "it comes, or is replaced": (pick) => {
            if (isReady()) put(environment, messageId, pick % answers.length);
          },
          "another call": (pick) => put(environment, call().id, pick % answers.length),
          "the message changes": () => void messagingOf(environment).messages.change(messagingOf(environment).messages.get(messageId)!, { status: "voicemail", dateUpdated: environment.now() }),
          "an empty one comes": () => {
            if (has(environment, messageId) === undefined) put(environment, messageId, -1);
          },
        },
        answer: () => answers[has(environment, messageId) ?? -1],
      };
    },
    reported,
    eventTypes: (before) => [before === undefined ? "available" : undefined],
  };
  return valueModel(slug, spec, {}, ["available"]);
}

// The last one is too large for an event, which then has only its size.
const SOUNDS = [0.01, 0.02, 70].map(silence);
const TEXTS = ["Good morning.", "Good morning, this is Dana.", "Grüß Gott"];

const sentences = (transcript: string) => [{ transcript, sentenceIndex: 0, mediaChannel: 1, startTime: 0, endTime: 1, confidence: 1 }];
const indexIn = (values: unknown[], value: unknown) => (values.includes(value) ? values.indexOf(value) : undefined);

const transcript: Pick<Media, "answers" | "put" | "has"> = {
  answers: TEXTS,
  put: (environment, id, index) => void messagingOf(environment).transcriptions.put({ id, sentences: index < 0 ? [] : sentences(TEXTS[index] ?? "") }),
  has: (environment, id) => indexIn(TEXTS, messagingOf(environment).transcriptions.get(id)?.sentences[0]?.transcript),
};

export const conversationModels: ModelRow[] = [
  searchModel({ props: {}, otherProps: { query: "Simulated", createdAfter: "2020-01-01" } }),
  searchModel({
    when: "whose last message came in",
    props: { lastMessageDirection: "inbound" },
    otherProps: { lastMessageDirection: "inbound", query: "Simulated" },
    passes: ({ lastMessageDirection }) => lastMessageDirection === "inbound",
  }),
  searchModel({ when: "more than a page of one time", props: {}, otherProps: { query: "Simulated" }, large: 130 }),
  ...messageModels,
  conversationModel(undefined, Object.keys(CONVERSATION)),
  conversationModel("fields to watch", ["starred", "assignedTo"], ["starred", "assignedTo"]),
  messageModel(undefined, MESSAGE),
  messageModel("fields to watch", { status: MESSAGE.status! }, ["status"]),
  emailModel(undefined, Object.keys(EMAIL)),
  emailModel("fields to watch", ["status"], ["status"]),
  mediaModel({
    slug: "get-message-recording",
    answers: SOUNDS.map(({ length }) => String(length)),
    put: (environment, id, index) => void messagingOf(environment).recordings.put({ id, bytes: SOUNDS[index] ?? Buffer.alloc(0), type: "audio/x-wav", name: "audio.wav" }),
    has: (environment, id) => indexIn(SOUNDS, messagingOf(environment).recordings.get(id)?.bytes),
    reported: ({ size }) => String(size),
  }),
  mediaModel({ slug: "get-message-transcription", ...transcript, reported: ({ text }) => String(text) }),
  mediaModel({ slug: "download-transcription", ...transcript, reported: ({ text }) => String(text).trim() }),
];
