/** The event type of each type of message, whatever direction HighLevel gives it. */
import { describe, expect, it } from "@jest/globals";
import nock from "../support/nock.ts";
import { schemas } from "../../local/facts/index.ts";
import { createSource } from "../../hosts/runtime/index.ts";
import { load, messageOf } from "./support.ts";
import type { Fields } from "./support.ts";

const HOST = "https://services.leadconnectorhq.com";
const AUTH = { oauth_access_token: "t", locationId: "loc1" };
const NOW = Date.now();

/** What HighLevel notes by itself, and what the team writes to itself: nobody sends it. */
const ACTIVITIES = `ACTIVITY_APPOINTMENT ACTIVITY_CONTACT ACTIVITY_EMPLOYEE_ACTION_LOG ACTIVITY_INVOICE ACTIVITY_OPPORTUNITY ACTIVITY_PAYMENT
ACTIVITY_WHATSAPP INTERNAL_COMMENT LIVE_CHAT_INFO_MESSAGE`.split(/\s+/);
/** What people write, say or send to each other, comments on posts, reviews and submitted forms among it. */
const MESSAGES = `CALL CAMPAIGN_CALL CAMPAIGN_EMAIL CAMPAIGN_FACEBOOK CAMPAIGN_GMB CAMPAIGN_MANUAL_CALL CAMPAIGN_MANUAL_SMS CAMPAIGN_SMS
CAMPAIGN_VOICEMAIL CUSTOM_CALL CUSTOM_EMAIL CUSTOM_PROVIDER_EMAIL CUSTOM_PROVIDER_SMS CUSTOM_SMS EMAIL FACEBOOK FACEBOOK_COMMENT FORM_SUBMISSION GMB
INSTAGRAM INSTAGRAM_COMMENT IVR_CALL LIVE_CHAT RCS REVIEW SMS SMS_NO_SHOW_REQUEST SMS_REACTION SMS_REVIEW_REQUEST TIKTOK TIKTOK_COMMENT WEBCHAT
WHATSAPP`.split(/\s+/);

const directions = ["inbound", "outbound"] as const;
type Row = [what: string, type: Fields, direction: string | undefined, kind: string];
const named = (messageType: string) => ({ messageType });
const rows: Row[] = [
  ...ACTIVITIES.flatMap((type) => directions.map((direction): Row => [`${type}, ${direction}`, named(`TYPE_${type}`), direction, "activity"])),
  ...MESSAGES.flatMap((type) => directions.map((direction): Row => [`${type}, ${direction}`, named(`TYPE_${type}`), direction, direction])),
  ["a kind of activity that does not exist yet", named("TYPE_ACTIVITY_SURVEY"), "outbound", "activity"],
  ["a comment of the team, as the filter spells it", named("TYPE_INTERNAL_COMMENTS"), "outbound", "activity"],
  ["a chat of the team", named("TYPE_INTERNAL_CHAT"), "inbound", "activity"],
  ["a type that does not exist yet", named("TYPE_TELEGRAM"), "inbound", "inbound"],
  ["a message without a type", {}, "outbound", "outbound"],
  ["a message without a direction", named("TYPE_SMS"), undefined, "activity"],
  ["an activity without a direction", named("TYPE_ACTIVITY_CONTACT"), undefined, "activity"],
];
/** By HighLevel's number alone. */
const numbered: Row[] = [
  ...[25, 26, 27, 28, 30, 31, 36, 37, 38, 100].map((type): Row => [`number ${type}`, { type }, "outbound", "activity"]),
  ...[1, 2, 3, 5, 11, 17, 19, 29, 32, 35].map((type): Row => [`number ${type}`, { type }, "outbound", "outbound"]),
];

const idOf = (index: number) => `record${String(index).padStart(4, "0")}`;
const reply = (path: string, answer: object) => nock(HOST).persist().get(path).query(true).reply(200, JSON.stringify(answer), { "content-type": "application/json" });

/** The event type of each row; undefined if it is not emitted. */
async function eventTypes(slug: string, props: Fields, path: string, answer: (records: Fields[]) => object, recordsOf: (id: string, row: Row) => Fields, of: Row[]): Promise<(string | undefined)[]> {
  const trigger = createSource(await load(slug), { props, auth: AUTH });
  reply(path, answer([]));
  await trigger.deploy();
  nock.cleanAll();
  reply(path, answer(of.map((row, index) => recordsOf(idOf(index), row))));
  const typeById = new Map((await trigger.run()).emitted.map(({ event }) => [(event as Fields).id, (event as { _event: { kind: string } })._event.kind]));
  return of.map((_, index) => typeById.get(idOf(index)));
}

it("every documented type is decided", () => {
  const documented = (schemas()["conversations.GetMessageResponseDto"]?.properties?.messageType?.enum ?? []) as string[];
  expect([...ACTIVITIES, ...MESSAGES].map((type) => `TYPE_${type}`).sort()).toEqual([...documented].sort());
});

it("Get Messages by Conversation: the type decides first, then the direction", async () => {
  const all = [...rows, ...numbered];
  const answer = (messages: Fields[]) => ({ messages: { nextPage: false, messages } });
  const recordOf = (id: string, [, type, direction]: Row) => ({ id, ...type, direction, dateAdded: new Date(NOW).toISOString() });
  const found = await eventTypes("get-messages-by-conversation", { conversationId: "c1", eventTypes: ["inbound", "outbound", "activity"] }, "/conversations/c1/messages", answer, recordOf, all);
  expect(all.map(([what], index) => `${what}: ${found[index]}`)).toEqual(all.map(([what, , , kind]) => `${what}: ${kind}`));
});

it("Search Conversations: the type of the last message decides first, then its direction", async () => {
  const answer = (conversations: Fields[]) => ({ conversations, total: conversations.length });
  const old = { dateAdded: NOW - 9e8, lastMessageDate: NOW };
  const recordOf = (id: string, [, { messageType: lastMessageType }, lastMessageDirection]: Row) => ({ id, ...old, lastMessageType, lastMessageDirection, sort: [NOW] });
  const found = await eventTypes("search-conversations", {}, "/conversations/search", answer, recordOf, rows);
  expect(rows.map(([what], index) => `${what}: ${found[index]}`)).toEqual(rows.map(([what, , , kind]) => `${what}: ${kind === "activity" ? kind : `${kind} message`}`));
});

describe("a form for which nothing would ever be emitted", () => {
  const refused: [what: string, slug: string, props: Fields, text: string][] = [
    ["comments of the team without the event for them", "get-messages-by-conversation", { messageTypes: ["TYPE_INTERNAL_COMMENTS"] },
      'Message Types: nothing would ever be emitted for "Internal comments" alone. Activities and internal comments need the event "activity": choose it in Events, or choose other types.'],
    ["activities of a conversation without the event for them", "get-messages-by-conversation", { conversationId: "c1", eventTypes: ["inbound"], messageTypes: ["TYPE_ACTIVITY_CONTACT", "TYPE_ACTIVITY_PAYMENT"] },
      'Message Types: nothing would ever be emitted for "Activity contact", "Activity payment" alone.'],
    ["activities as the last message without the event for them", "search-conversations", { eventTypes: ["outbound message"], lastMessageType: "TYPE_ACTIVITY_PAYMENT" },
      'Type of the Last Message: nothing would ever be emitted for "Activity payment" alone.'],
  ];
  it.each(refused)("is refused: %s", async (_, slug, props, text) => {
    expect(await messageOf(createSource(await load(slug), { props, auth: AUTH }).deploy())).toContain(text);
  });

  const fine: [what: string, slug: string, props: Fields, path: string][] = [
    ["activities among other types", "get-messages-by-conversation", { conversationId: "c1", messageTypes: ["TYPE_SMS", "TYPE_ACTIVITY_CONTACT"] }, "/conversations/c1/messages"],
    ["activities with the event for them", "get-messages-by-conversation", { conversationId: "c1", eventTypes: ["activity"], messageTypes: ["TYPE_ACTIVITY_CONTACT"] }, "/conversations/c1/messages"],
    ["conversations that begin with an activity", "search-conversations", { eventTypes: ["created"], lastMessageType: "TYPE_ACTIVITY_PAYMENT" }, "/conversations/search"],
  ];
  it.each(fine)("is another one: %s", async (_, slug, props, path) => {
    reply(path, { messages: [], conversations: [], total: 0 });
    expect((await createSource(await load(slug), { props, auth: AUTH }).deploy()).emitted).toEqual([]);
  });
});
