/** What the API answers in more than one shape, what it costs, and its errors. */
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import nock from "../support/nock.ts";
import { createSource } from "../../hosts/runtime/index.ts";
import { startSandbox } from "../../local/sandbox/index.ts";
import type { Sandbox } from "../../local/sandbox/index.ts";
import { useVirtualClock } from "../support/clock.ts";
import { account, load, run, source, messageOf } from "./support.ts";
import type { Fields } from "./support.ts";

const clock = useVirtualClock();
const HOST = "https://services.leadconnectorhq.com";
const AUTH = { oauth_access_token: "t", locationId: "loc1" };
const kindOf = ({ _event }: Fields) => (_event as { kind: string }).kind;

/** A trigger that is deployed on the first answers and polls on the second ones. */
async function between(slug: string, props: Fields, path: string, before: unknown, after: unknown): Promise<Fields[]> {
  const trigger = await createSource(await load(slug), { props, auth: AUTH });
  const answer = (body: unknown) => nock(HOST).get(path).query(true).reply(200, JSON.stringify(body), { "content-type": "application/json" });
  answer(before);
  await trigger.deploy();
  answer(after);
  return (await trigger.run()).emitted.map(({ event }) => event as Fields);
}

/** The same whenever it is asked for. */
const dateAdded = new Date(clock.now()).toISOString();
const message = (id: string) => ({ id, direction: "inbound", body: id, dateAdded });
const association = { id: "a1", key: "owner_pet", firstObjectLabel: "Owner" };
const sentence = { sentenceIndex: 0, transcript: "Hello", mediaChannel: 1, startTime: 0, endTime: 1, confidence: 1 };
const nested = (...messages: Fields[]) => ({ messages: { lastMessageId: messages.at(-1)?.id, nextPage: false, messages }, traceId: "t" });
const flat = (...messages: Fields[]) => ({ lastMessageId: messages.at(-1)?.id, nextPage: false, messages, traceId: "t" });

/** The documented and the live shape of the same news. */
const shapes: [what: string, slug: string, props: Fields, path: string, before: unknown, after: unknown, expected: Fields][] = [
  ["nested messages", "get-messages-by-conversation", { conversationId: "c1" }, "/conversations/c1/messages", nested(message("m1")), nested(message("m2"), message("m1")), { id: "m2" }],
  ["flat messages", "get-messages-by-conversation", { conversationId: "c1" }, "/conversations/c1/messages", flat(message("m1")), flat(message("m2"), message("m1")), { id: "m2" }],
  ["a message in an envelope", "get-message-by-id", { messageId: "m1" }, "/conversations/messages/m1", { message: { id: "m1", status: "sent" }, traceId: "1" }, { message: { id: "m1", status: "read" }, traceId: "2" }, { id: "m1", status: "read" }],
  ["a flat message", "get-message-by-id", { messageId: "m1" }, "/conversations/messages/m1", { id: "m1", status: "sent", traceId: "1" }, { id: "m1", status: "read", traceId: "2" }, { id: "m1", status: "read" }],
  ["an email in an envelope", "get-email-by-id", { emailMessageId: "e1" }, "/conversations/messages/email/e1", { emailMessage: { id: "e1", status: "sent" } }, { emailMessage: { id: "e1", status: "opened" } }, { id: "e1", status: "opened" }],
  ["a flat email", "get-email-by-id", { emailMessageId: "e1" }, "/conversations/messages/email/e1", { id: "e1", status: "sent" }, { id: "e1", status: "opened" }, { id: "e1", status: "opened" }],
  ["a conversation with times in seconds", "get-conversation", { conversationId: "c1" }, "/conversations/c1", { id: "c1", type: 1, lastMessageDate: { _seconds: 1, _nanoseconds: 0 } }, { id: "c1", type: 1, lastMessageDate: { _seconds: 2, _nanoseconds: 0 } }, { id: "c1", type: 1 }],
  ["one sentence alone", "get-message-transcription", { messageId: "m1" }, "/conversations/locations/loc1/messages/m1/transcription", [], sentence, { text: "Hello" }],
  ["a list of sentences", "get-message-transcription", { messageId: "m1" }, "/conversations/locations/loc1/messages/m1/transcription", [], [sentence], { text: "Hello" }],
  ["a list with a sentence twice", "get-message-transcription", { messageId: "m1" }, "/conversations/locations/loc1/messages/m1/transcription", [], [sentence, { ...sentence, sentenceIndex: 1 }, sentence], { text: "Hello Hello" }],
  ["one association alone", "find-associations", { eventTypes: ["updated"] }, "/associations/", association, { ...association, firstObjectLabel: "Keeper" }, { id: "a1", firstObjectLabel: "Keeper" }],
  ["a list of associations", "get-association-by-keys", { objectKey: "contact", eventTypes: ["updated"] }, "/associations/objectKey/contact", { associations: [association] }, { associations: [{ ...association, firstObjectLabel: "Keeper" }] }, { id: "a1" }],
  ["one relation alone", "get-relations-by-record", { recordId: "r1" }, "/associations/relations/r1", { relations: [] }, { id: "l1", firstRecordId: "r1" }, { id: "l1" }],
];

it.each(shapes)("reads %s", async (_, slug, props, path, before, after, expected) => {
  const events = await between(slug, props, path, before, after);
  expect(events).toHaveLength(1);
  expect(events[0]).toMatchObject(expected);
});

it("takes no remark for a recording", async () => {
  const trigger = await createSource(await load("get-message-recording"), { props: { messageId: "m1" }, auth: AUTH });
  nock(HOST).get("/conversations/messages/m1/locations/loc1/recording").reply(200, { message: "in the making" });
  expect((await trigger.deploy()).emitted).toEqual([]);
});

it("shows bytes that are no text as null, not as broken text", async () => {
  const path = "/conversations/locations/loc1/messages/m1/transcription/download";
  const trigger = await createSource(await load("download-transcription"), { props: { messageId: "m1" }, auth: AUTH });
  nock(HOST).get(path).reply(200, Buffer.from([0xff, 0xfe, 0x00]), { "content-type": "text/plain" });
  const { emitted } = await trigger.deploy();
  expect(emitted.map(({ event }) => event)).toMatchObject([{ text: null, size: 3, content: "data:text/plain;base64,//4A" }]);
});

describe("against the sandbox", () => {
  let sandbox: Sandbox;
  let contactId: string;
  let conversationId: string;
  beforeAll(async () => {
    sandbox = await startSandbox({ rateLimit: false });
    const [conversation] = sandbox.store.messaging.conversations.in(sandbox.locationId);
    ({ id: conversationId, contactId } = conversation!);
    // Several pages of history.
    const dateAdded = Date.now() - 864e5;
    for (const { id } of sandbox.store.contacts.insert(Array.from({ length: 250 }, () => ({ locationId: sandbox.locationId, dateAdded })))) {
      sandbox.store.messaging.begin(id, { dateAdded, lastMessageDate: dateAdded });
    }
  });
  afterAll(() => sandbox.close());

  it.each([
    ["search-conversations", {}],
    ["search-conversations", { eventTypes: ["created"] }],
    ["get-messages-by-conversation", { conversation: true }],
    ["get-messages-by-conversation", {}],
  ])("an idle poll of %s costs one request", async (slug, { conversation, ...props }: Fields) => {
    const trigger = await source(sandbox, slug, { ...props, ...(conversation === true && { conversationId }) });
    await trigger.deploy();
    clock.pass(1_000);
    sandbox.store.messaging.add({ contactId });
    await trigger.run();
    const before = sandbox.requests.length;
    await trigger.run();
    expect(sandbox.requests.length - before).toBe(1);
  });

  it("emits a conversation that began while the trigger was set up, once, among hundreds that are busier", async () => {
    const { store, locationId } = sandbox;
    const now = Date.now();
    const many = store.contacts.insert(Array.from({ length: 260 }, (_, index) => ({ locationId, firstName: `Busy ${index}`, dateAdded: now - 864e5 })));
    const [young, ...old] = many.map(({ id }) => id);
    for (const id of old) store.messaging.begin(id, { dateAdded: now - 864e5, lastMessageDate: now - 1000 });
    store.messaging.begin(young!, { dateAdded: now - 300_000, lastMessageDate: now - 300_000 });
    const trigger = await source(sandbox, "search-conversations", { eventTypes: ["created"] });
    await trigger.deploy();
    expect((await trigger.run()).emitted).toEqual([]);
    store.messaging.add({ contactId: young!, dateAdded: Date.now() });
    expect((await trigger.run()).emitted).toEqual([]);
    for (const id of many.map((contact) => contact.id)) store.messaging.conversations.delete(store.messaging.of(id)!.id);
  });

  it("samples are the newest, at most 25", async () => {
    const { emitted } = await (await source(sandbox, "search-conversations", {})).deploy();
    expect(emitted.length).toBeGreaterThan(5);
    expect(emitted.length).toBeLessThanOrEqual(25);
    expect(new Set(emitted.map(({ event }) => kindOf(event as Fields)))).toEqual(new Set(["created"]));
  });

  it("samples of all messages are the newest, at most 25, and cost few requests", async () => {
    const before = sandbox.requests.length;
    const trigger = await source(sandbox, "get-messages-by-conversation", { eventTypes: ["inbound", "outbound", "activity"] });
    const { emitted } = await trigger.deploy();
    expect(emitted.length).toBeGreaterThan(5);
    expect(emitted.length).toBeLessThanOrEqual(25);
    const [newest] = sandbox.store.messaging.conversations.in(sandbox.locationId).flatMap(({ id }) => sandbox.store.messaging.messages.in(id)).sort((a, b) => b.dateAdded - a.dateAdded);
    expect(emitted.map(({ event }) => (event as Fields).id)).toContain(newest!.id);
    expect(sandbox.requests.length - before).toBeLessThanOrEqual(9);
    expect((await trigger.run()).emitted).toEqual([]);
  });

  it("one of all conversations that is deleted between the search and the reading of it is passed over; the chosen one is an error", async () => {
    const { store: { messaging, contacts }, locationId } = sandbox;
    const [contact] = contacts.insert([{ locationId, firstName: "Gone" }]);
    const trigger = await source(sandbox, "get-messages-by-conversation", {});
    const chosen = await source(sandbox, "get-messages-by-conversation", { conversationId });
    await trigger.deploy();
    await chosen.deploy();
    messaging.add({ contactId: contact!.id, dateAdded: Date.now() });
    const gone = messaging.of(contact!.id)!;
    const kept = messaging.add({ contactId, dateAdded: Date.now() + 1 });
    sandbox.faults.add({ kind: "error", status: 404, path: `/conversations/${gone.id}/messages` });
    expect((await trigger.run()).emitted.map(({ event }) => (event as Fields).id)).toEqual([kept.id]);
    sandbox.faults.add({ kind: "error", status: 404, path: `/conversations/${conversationId}/messages` });
    expect(await messageOf(chosen.run())).toContain("Conversation: HighLevel has no conversation with this ID.");
    messaging.conversations.delete(gone.id);
  });

  it("the messages of all conversations need the scope of the search, which is named where it lacks", async () => {
    const auth = account(sandbox, sandbox.token({ scopes: ["conversations/message.readonly"] }));
    expect(await messageOf((await source(sandbox, "get-messages-by-conversation", {}, auth)).deploy())).toContain("lacks the scope conversations.readonly");
    expect((await (await source(sandbox, "get-messages-by-conversation", { conversationId }, auth)).deploy()).emitted.length).toBeGreaterThan(0);
  });

  it("a recording that is there already comes as the sample, once", async () => {
    const [recorded] = sandbox.store.messaging.conversations.in(sandbox.locationId).flatMap(({ id }) => sandbox.store.messaging.messages.in(id)).filter(({ messageType }) => messageType === "TYPE_CALL");
    const trigger = await source(sandbox, "get-message-recording", { messageId: recorded!.id });
    expect((await trigger.deploy()).emitted).toHaveLength(1);
    expect((await trigger.run()).emitted).toEqual([]);
  });

  it("a wrong message id is an error when the trigger is set up", async () => {
    const trigger = await source(sandbox, "get-message-recording", { messageId: "nothing1" });
    expect(await messageOf(trigger.deploy())).toContain("Message with id nothing1 not found");
  });

  it("a message without a recording is an error when the trigger is set up", async () => {
    const [sms] = sandbox.store.messaging.messages.in(conversationId).filter(({ messageType }) => messageType === "TYPE_SMS");
    const trigger = await source(sandbox, "get-message-transcription", { messageId: sms!.id });
    expect(await messageOf(trigger.deploy())).toBe(`Message: ${sms!.id} has no recording, because it is not a call but "SMS". Choose a call or voicemail.`);
  });

  it("a score without its profile is an error", async () => {
    const trigger = await source(sandbox, "search-conversations", { scoreProfileMin: 3 });
    expect(await messageOf(trigger.deploy())).toContain("Fill in Score Profile.");
  });

  const refusals: [what: string, slug: string, props: () => Fields, text: string][] = [
    ["a second conversation", "create-conversation", () => ({ contactId }), "There is a conversation with the contact"],
    ["the status of a message just sent", "update-message-status", () => ({ messageId: sandbox.store.messaging.add({ contactId }).id, status: "read" }), "not in the first 10 seconds"],
    ["a message to someone who does not want any", "send-message", () => {
      const [contact] = sandbox.store.contacts.insert([{ locationId: sandbox.locationId, phone: "+12025550177", dnd: true }]);
      return { contactId: contact!.id, type: "SMS", message: "Hello" };
    }, "The contact does not want messages on this channel"],
    ["a change of an association of HighLevel's own", "update-association", () => {
      const { id } = sandbox.store.associations.in(sandbox.locationId).find(({ associationType }) => associationType === "SYSTEM_DEFINED")!;
      return { associationId: id, firstObjectLabel: "A", secondObjectLabel: "B" };
    }, "This association is one of HighLevel's own"],
    ["records in the wrong order", "create-relation", () => {
      const { associationId, firstRecordId, secondRecordId } = sandbox.store.relations.in(sandbox.locationId)[0]!;
      return { associationId, firstRecordId: secondRecordId, secondRecordId: firstRecordId };
    }, "Swap First Record and Second Record"],
    ["a relation that exists", "create-relation", () => sandbox.store.relations.in(sandbox.locationId)[0] as unknown as Fields, "are linked by this association already"],
  ];
  it.each(refusals)("%s is an error", async (_, slug, props, text) => {
    const { associationId, firstRecordId, secondRecordId, ...rest } = props();
    const ids = associationId === undefined || firstRecordId === undefined ? { associationId, ...rest } : { associationId, firstRecordId, secondRecordId };
    expect(await messageOf(run(sandbox, slug, Object.fromEntries(Object.entries(ids).filter(([, value]) => value !== undefined))))).toContain(text);
  });

  it("the error of a token without the live chat scope names it", async () => {
    const auth = account(sandbox, sandbox.token({ scopes: ["conversations.readonly"] }));
    expect(await messageOf(run(sandbox, "agent-typing-indicator", { conversationId, visitorId: "v" }, auth))).toContain("lacks the scope conversations/livechat.write");
  });
});
