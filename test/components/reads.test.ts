/** What rows cannot show of actions that fetch: pages that repeat a record, another search, nothing there yet. */
import { describe, expect, it } from "@jest/globals";
import { CONTACT_ID } from "./records.ts";
import { failureOf, LOCATION, mock, run } from "./harness.ts";

const MESSAGE_ID = "ve9EPM428h8vShlRW1KX";
const search = "/conversations/search";
const TIME = 1_768_469_321_000;
const conversation = (number: number, time = TIME - number) => ({ id: `Conversation${number}`, dateAdded: number, sort: [time] });
const page = (first: number, count: number) => Array.from({ length: count }, (_, index) => conversation(first + index));

describe("Fetch Conversations", () => {
  it("goes on behind a full page and returns what two pages show once", async () => {
    const sent = mock([
      { method: "GET", path: search, reply: { conversations: page(0, 100), total: 120 } },
      { method: "GET", path: search, reply: { conversations: page(99, 21), total: 120 } },
    ]);
    const { returnValue, exports } = await run("fetch-conversations", { maxResults: 500 });
    expect((returnValue as { id: string }[]).map(({ id }) => id)).toEqual(page(0, 120).map(({ id }) => id));
    expect(exports).toMatchObject({ hasMore: false, $summary: "Fetched 120 conversations" });
    expect(sent[1]?.query).toMatchObject({ startAfterDate: String(TIME - 99 + 1) });
  });

  it("takes as many as are wanted of those that share a time, and says where HighLevel does not show the rest", async () => {
    const reply = { conversations: Array.from({ length: 2 }, (_, index) => ({ ...conversation(index, TIME), dateAdded: 1 })), total: 9 };
    mock([{ method: "GET", path: search, reply }]);
    expect((await run("fetch-conversations", { maxResults: 1 })).exports).toMatchObject({ hasMore: true, total: 9 });
    const full = { conversations: Array.from({ length: 100 }, (_, index) => ({ ...conversation(index, TIME), dateAdded: undefined })), total: 900 };
    mock([{ method: "GET", path: search, reply: full }]);
    expect((await failureOf("fetch-conversations", { maxResults: 500 })).message).toContain("others may be missing here");
  });
});

describe("Fetch Opportunities with the simple search", () => {
  const simple = { searchWith: "simple", sortBy: "date_added" };

  it("asks it with its own names", async () => {
    const sent = mock([{ method: "GET", path: "/opportunities/search", reply: { opportunities: [{ id: "Opportunity1" }], meta: { total: 1 } } }]);
    const { returnValue } = await run("fetch-opportunities", { ...simple, query: "yearly", contactId: CONTACT_ID, status: "won", country: "US", include: ["notes", "calendarEvents"] });
    expect(returnValue).toEqual([{ id: "Opportunity1" }]);
    expect(sent[0]?.query).toEqual({
      location_id: LOCATION, q: "yearly", contact_id: CONTACT_ID, status: "won", country: "US", getNotes: "true", getCalendarEvents: "true", order: "added_desc", limit: "100",
    });
  });
});

describe("what a call may have", () => {
  const endpoints = {
    "fetch-message-recording": `/conversations/messages/${MESSAGE_ID}/locations/${LOCATION}/recording`,
    "fetch-message-transcription": `/conversations/locations/${LOCATION}/messages/${MESSAGE_ID}/transcription`,
    "fetch-transcription-file": `/conversations/locations/${LOCATION}/messages/${MESSAGE_ID}/transcription/download`,
  };

  it.each(Object.entries(endpoints))("%s tells a call without it from another message", async (slug, path) => {
    const missing = { method: "GET" as const, path, reply: { message: "Not found" }, status: 404 };
    const message = { method: "GET" as const, path: `/conversations/messages/${MESSAGE_ID}` };
    mock([missing, { ...message, reply: { id: MESSAGE_ID, messageType: "TYPE_CALL" } }]);
    expect((await failureOf(slug, { messageId: MESSAGE_ID })).message).toContain("try again later");
    mock([missing, { ...message, reply: { id: MESSAGE_ID, messageType: "TYPE_SMS" } }]);
    expect((await failureOf(slug, { messageId: MESSAGE_ID })).message).toContain("it is not a call");
  });
});

it("Fetch URL Slug Status does not take an answer without yes or no for a free one", async () => {
  mock([{ method: "GET", path: "/blogs/posts/url-slug-exists", reply: {} }]);
  expect((await failureOf("fetch-url-slug-status", { urlSlug: "five-questions" })).message).toContain("contains no answer to the question");
});
