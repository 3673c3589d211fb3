import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { at, open } from "./client.ts";
import type { TestBed } from "./client.ts";

let bed: TestBed;
let query: { locationId: string };
beforeAll(async () => {
  bed = await open();
  query = { locationId: bed.locationId };
});
afterAll(() => bed.close());

type Row = Record<string, unknown>;
const search = (extra: Record<string, string>) => bed.api("GET", "/conversations/search", { query: { ...query, ...extra } });
const conversations = async (extra: Record<string, string>) => at<Row[]>((await search(extra)).body, "conversations");

describe("the search for conversations", () => {
  it("continues behind a time, in both directions", async () => {
    const all = (await conversations({ sort: "asc" })).map(({ id }) => id);
    const [first] = await conversations({ sort: "asc", limit: "1" });
    const startAfterDate = String((first?.sort as number[])[0]);
    expect((await conversations({ sort: "asc", startAfterDate })).map(({ id }) => id)).toEqual(all.slice(1));
    expect(await conversations({ sort: "desc", startAfterDate })).toEqual([]);
    expect((await conversations({})).map(({ id }) => id)).toEqual([...all].reverse());
  });

  it("has times in ms and types by name, and at most 100 a page", async () => {
    expect((await conversations({ limit: "1" }))[0]).toMatchObject({ type: "TYPE_PHONE", dateAdded: expect.any(Number), lastMessageDate: expect.any(Number), sort: [expect.any(Number)] });
    expect(await search({ limit: "101" })).toMatchObject({ status: 400 });
    expect(await search({ sort: "up" })).toMatchObject({ status: 422 });
  });

  it("single ones have numbers for types, and times in seconds", async () => {
    const [first] = await conversations({ limit: "1" });
    const { body } = await bed.api("GET", `/conversations/${String(first?.id)}`, { version: "2021-04-15" });
    expect(body).toMatchObject({ id: first?.id, type: 1, lastMessageType: expect.any(Number), lastMessageDate: { seconds: expect.any(Number), nanoseconds: expect.any(Number) } });
    expect(body).not.toHaveProperty("dateUpdated");
  });
});

describe("messages", () => {
  const messaging = () => bed.store.messaging;
  const withType = (type: string) => messaging().conversations.in(bed.locationId).flatMap(({ id }) => messaging().messages.in(id)).find(({ messageType }) => messageType === type)!;

  it("are nested twice, newest first, and page by the id of the last", async () => {
    const { conversationId } = withType("TYPE_EMAIL");
    const list = (extra: Record<string, string> = {}) => bed.api("GET", `/conversations/${conversationId}/messages`, { query: extra });
    const first = await list({ limit: "2" });
    expect(first.body).toMatchObject({ messages: { nextPage: true, messages: [{ messageType: "TYPE_EMAIL", type: 3 }, { messageType: "TYPE_SMS", type: 2 }] } });
    const second = await list({ limit: "2", lastMessageId: at(first.body, "messages.lastMessageId") });
    expect(second.body).toMatchObject({ messages: { nextPage: false, messages: [{ direction: "inbound" }] } });
    expect(at<Row>(first.body, "messages.messages[0]")).not.toHaveProperty("body");
    expect(at<Row[]>((await list({ type: "TYPE_SMS,TYPE_CALL" })).body, "messages.messages")).toHaveLength(2);
  });

  it("that nobody sent are outbound, but neither unread nor sent by a user; comments have another name in the filter", async () => {
    const [contact] = bed.store.contacts.insert([{ locationId: bed.locationId, firstName: "Noted" }]);
    const { conversationId } = messaging().add({ contactId: contact!.id, body: "Hello" });
    messaging().add({ contactId: contact!.id, messageType: "TYPE_ACTIVITY_OPPORTUNITY" });
    messaging().add({ contactId: contact!.id, messageType: "TYPE_INTERNAL_COMMENT" });
    const list = async (type: string) => at<Row[]>((await bed.api("GET", `/conversations/${conversationId}/messages`, { query: { type } })).body, "messages.messages");
    expect(await list("TYPE_ACTIVITY_OPPORTUNITY")).toMatchObject([{ type: 28, direction: "outbound" }]);
    expect(await list("TYPE_INTERNAL_COMMENTS")).toMatchObject([{ type: 37, messageType: "TYPE_INTERNAL_COMMENT", direction: "outbound" }]);
    const [conversation] = await conversations({ contactId: contact!.id });
    expect(conversation).toMatchObject({ unreadCount: 1, lastMessageType: "TYPE_INTERNAL_COMMENT", lastMessageDirection: "outbound" });
    expect(conversation).not.toHaveProperty("lastManualMessageDate");
    messaging().conversations.delete(conversationId);
  });

  it("that become visible late are in no list before, and their conversation is searched as it was before", async () => {
    const { store, locationId } = bed;
    const [known, newcomer] = store.contacts.insert([{ locationId, firstName: "Known" }, { locationId, firstName: "Newcomer" }]).map(({ id }) => id);
    const first = messaging().add({ contactId: known!, body: "First", dateAdded: store.clock.now() - 1_000 });
    const visibleAt = store.clock.now() + 60_000;
    const second = messaging().add({ contactId: known!, body: "Second", visibleAt });
    const hidden = messaging().add({ contactId: newcomer!, visibleAt });
    const bodies = async (contactId: string) => (await conversations({ contactId })).map(({ lastMessageBody }) => lastMessageBody);
    const listed = async ({ conversationId }: { conversationId: string }) => (
      at<Row[]>((await bed.api("GET", `/conversations/${conversationId}/messages`)).body, "messages.messages").map(({ id }) => id));
    expect([await bodies(known!), await bodies(newcomer!), await listed(first), await listed(hidden)]).toEqual([["First"], [], [first.id], []]);
    bed.advance(60_000);
    expect([await bodies(known!), await bodies(newcomer!), await listed(first), await listed(hidden)]).toEqual([["Second"], [""], [second.id, first.id], [hidden.id]]);
    const single = await bed.api("GET", `/conversations/${first.conversationId}`);
    for (const answer of [single.body, ...await conversations({}), (await bed.api("GET", `/conversations/messages/${second.id}`)).body]) {
      expect(Object.keys({ ...answer as Row, ...(answer as { message?: Row }).message })).not.toEqual(expect.arrayContaining(["visibleAt"]));
      expect(answer).not.toHaveProperty("before");
    }
  });

  it("of all conversations come without emails, unless these are asked for", async () => {
    const types = async (extra: Record<string, string>) => at<Row[]>((await bed.api("GET", "/conversations/messages/export", { query: { ...query, ...extra } })).body, "messages").map(({ messageType }) => messageType);
    expect(await types({})).not.toContain("TYPE_EMAIL");
    expect(await types({ channel: "Email" })).toEqual(["TYPE_EMAIL"]);
    expect(await bed.api("GET", "/conversations/messages/export", { query: { ...query, limit: "5" } })).toMatchObject({ status: 422 });
  });

  describe("of calls", () => {
    const recording = () => fetch(`${bed.url}/conversations/messages/${withType("TYPE_CALL").id}/locations/${bed.locationId}/recording`, { headers: { authorization: `Bearer ${bed.token()}`, version: "2021-04-15" } });

    it.each([undefined, "duplicate"] as const)("have a recording that is no JSON, under the fault %s too, which is one of lists", async (kind) => {
      if (kind) bed.faults.add({ kind });
      const response = await recording();
      expect(response.headers.get("content-type")).toBe("audio/x-wav");
      expect(response.headers.get("content-disposition")).toBe("attachment; filename=\"audio.wav\"");
      expect(Buffer.from(await response.arrayBuffer()).subarray(0, 4).toString()).toBe("RIFF");
    });

    it("have a recording that can break off", async () => {
      bed.faults.add({ kind: "truncate" });
      const response = await recording();
      expect(response.headers.get("content-type")).toBe("audio/x-wav");
      await expect(response.arrayBuffer()).rejects.toThrow();
    });
  });

  it("make their conversation rise, a scheduled one later", async () => {
    const [contact] = bed.store.contacts.insert([{ locationId: bed.locationId, phone: "+12025550166", email: "rise@example.com" }]);
    const send = (body: Row) => bed.api("POST", "/conversations/messages", { body: { contactId: contact!.id, type: "SMS", ...body }, version: "2021-04-15" });
    const { body } = await send({ message: "First" });
    expect((await conversations({ limit: "1" }))[0]).toMatchObject({ id: at(body, "conversationId"), lastMessageBody: "First", lastMessageDirection: "outbound" });
    bed.advance(60_000);
    expect((await send({ message: "Later", scheduledTimestamp: 4_000_000_000 })).status).toBe(200);
    expect((await conversations({ limit: "1" }))[0]).toMatchObject({ lastMessageBody: "First" });
    expect(await send({ message: "In ms", scheduledTimestamp: 4_000_000_000_000 })).toMatchObject({ status: 400 });
    expect(await send({})).toMatchObject({ status: 400 });
    expect(await send({ type: "Fax", message: "x" })).toMatchObject({ status: 422 });
    expect(await send({ type: "Custom", message: "x" })).toMatchObject({ status: 400, body: { message: "conversationProviderId is required for custom providers" } });
  });
});

describe("associations and blogs", () => {
  it("need both paging parameters", async () => {
    expect(await bed.api("GET", "/associations/", { query })).toMatchObject({ status: 422, body: { message: ["skip should not be empty", "limit should not be empty"] } });
    expect(await bed.api("GET", "/blogs/authors", { query })).toMatchObject({ status: 422 });
    expect((await bed.api("GET", "/associations/", { query: { ...query, skip: "1", limit: "1" } })).body).toMatchObject({ associations: [{ key: "owner_pet" }], total: 2 });
  });

  it("an association's labels are texts, its key is its own, its objects exist", async () => {
    const body = { ...query, key: "owner_pet", firstObjectKey: "contact", firstObjectLabel: "A", secondObjectKey: "business", secondObjectLabel: "B" };
    const create = (extra: Row) => bed.api("POST", "/associations/", { body: { ...body, ...extra } });
    expect(await create({})).toMatchObject({ status: 400 });
    expect(await create({ key: "k", secondObjectKey: "custom_objects.none" })).toMatchObject({ status: 400 });
    expect(await create({ key: "k", firstObjectLabel: { text: "A" } })).toMatchObject({ status: 422 });
    expect(await create({ key: "k" })).toMatchObject({ status: 201, body: { key: "k", associationType: "USER_DEFINED" } });
  });

  it("a post is replaced as a whole, and a slug is there once", async () => {
    const [blog] = bed.store.blogs.in(bed.locationId);
    const posts = async () => at<Row[]>((await bed.api("GET", "/blogs/posts/all", { query: { ...query, blogId: blog!.id, limit: "9", offset: "0" } })).body, "blogs");
    const [first, second] = await posts();
    const body = {
      ...query, blogId: blog!.id, title: "New", description: "D", rawHTML: "<p/>", status: "DRAFT", imageUrl: "https://example.com/a", imageAltText: "A",
      categories: first?.categories, author: first?.author, urlSlug: "new", publishedAt: "2026-01-01T00:00:00Z",
    };
    const replace = (extra: Row) => bed.api("PUT", `/blogs/posts/${String(first?._id)}`, { body: { ...body, ...extra } });
    expect(await replace({ tags: ["a"], canonicalLink: "https://example.com/b" })).toMatchObject({ status: 200, body: { updatedBlogPost: { tags: ["a"] } } });
    expect((await replace({})).body).toMatchObject({ updatedBlogPost: { tags: [] } });
    expect((await posts())[0]).not.toHaveProperty("canonicalLink");
    expect(await replace({ urlSlug: second?.urlSlug })).toMatchObject({ status: 400 });
    expect(await replace({ title: undefined })).toMatchObject({ status: 422 });
  });
});
