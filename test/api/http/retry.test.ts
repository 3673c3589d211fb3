import { afterEach, beforeEach, describe, expect, it, jest } from "@jest/globals";
import nock from "../../support/nock.ts";
import type { ApiRequest } from "../../../common/api/http/request.ts";
import { ACCOUNT, HOST, NOW, READ, SEARCH, WRITE, late, mock, pass, send, failureOf, waits } from "./support.ts";
import { passTicks } from "../../support/ticks.ts";

const UPDATE: ApiRequest = { version: "2021-07-28", method: "PUT", path: "/contacts/c1", body: { firstName: "Maya" } };
const REMOVE: ApiRequest = { version: "2021-07-28", method: "DELETE", path: "/contacts/c1" };
const BY_EMAIL: ApiRequest = { version: "2021-07-28", reads: true, method: "POST", path: "/users/search/filter-by-email", body: { emails: "a@b.c" } };
const READS: [string, ApiRequest][] = [["GET", READ], ["a search POST", SEARCH], ["a search POST by e-mail", BY_EMAIL]];
const WRITES: [string, ApiRequest][] = [["POST", WRITE], ["PUT", UPDATE], ["DELETE", REMOVE]];
const ALL = [...READS, ...WRITES];
const UNSURE = "HighLevel may or may not have carried it out: check in HighLevel before you run this again.";

/** A fault: how the mock answers, and what the user reads. */
interface Fault { name: string; answer(mocked: nock.Interceptor): nock.Scope; kind: string; says: string }

const FAULTS: Fault[] = [
  { name: "500", answer: (mocked) => mocked.reply(500, { message: "Oops." }), kind: "server", says: "HighLevel says: Oops. HighLevel had an internal error." },
  { name: "503 with an HTML page", answer: (mocked) => mocked.reply(503, "<html>down</html>"), kind: "server", says: "HighLevel says: HTTP 503. HighLevel had an internal error." },
  { name: "502 without a body", answer: (mocked) => mocked.reply(502), kind: "server", says: "HighLevel says: HTTP 502. HighLevel had an internal error." },
  { name: "a connection reset", answer: (mocked) => mocked.replyWithError(Object.assign(new Error("socket hang up"), { code: "ECONNRESET" })), kind: "network", says: "The connection broke (ECONNRESET)." },
  { name: "an unknown host", answer: (mocked) => mocked.replyWithError(Object.assign(new Error("getaddrinfo"), { code: "ENOTFOUND" })), kind: "network", says: "The connection broke (ENOTFOUND)." },
  { name: "a connection timeout", answer: (mocked) => mocked.replyWithError(Object.assign(new Error("timeout"), { code: "ETIMEDOUT" })), kind: "timeout", says: "No response within 20 seconds." },
  { name: "cut-off JSON", answer: (mocked) => mocked.reply(200, "{\"contacts\":[{\"id\":", { "content-type": "application/json" }), kind: "format", says: "The response is not the expected JSON" },
  { name: "HTML with status 200", answer: (mocked) => mocked.reply(200, "<html>hello</html>", { "content-type": "text/html" }), kind: "format", says: "The response is not the expected JSON" },
];

beforeEach(() => {
  jest.spyOn(Math, "random").mockReturnValue(1);
});

afterEach(() => {
  jest.restoreAllMocks();
});

describe.each(FAULTS)("$name", ({ answer, kind, says }) => {
  it.each(READS)("is tried four times for %s, and says that nothing was changed", async (_, request) => {
    answer(mock(request).times(4));
    const error = await failureOf(request);
    expect(error).toMatchObject({ name: "HighLevelError", kind });
    expect(error.message).toContain(says);
    expect(error.message).toContain("Nothing was changed; try again.");
    expect(waits).toEqual([1_000, 2_000, 4_000]);
  });

  it.each(READS)("is survived by %s where it passes", async (_, request) => {
    answer(mock(request).times(3));
    mock(request).reply(200, { contacts: [] });
    expect((await send(ACCOUNT, request)).data).toEqual({ contacts: [] });
  });

  it.each(WRITES)("is never repeated for %s, and says to look first", async (_, request) => {
    answer(mock(request));
    const error = await failureOf(request);
    expect(error).toMatchObject({ kind });
    expect(error.message).toContain(says);
    expect(error.message).toContain(UNSURE);
    expect(waits).toEqual([]);
  });
});

describe("429", () => {
  it.each(ALL)("is tried four times for %s, after the rate-limit window and a growing rest", async (_, request) => {
    mock(request).times(4).reply(429, { message: "Too many requests" }, { "x-ratelimit-interval-milliseconds": "5000" });
    const error = await failureOf(request);
    expect(error).toMatchObject({ kind: "rateLimit", status: 429 });
    expect(error.message).toContain("HighLevel says: Too many requests. HighLevel allows 100 requests per 10 seconds for each sub-account.");
    expect(waits).toEqual([6_000, 7_000, 9_000]);
  });

  it.each(ALL)("waits as long as Retry-After asks for %s", async (_, request) => {
    mock(request).reply(429, {}, { "retry-after": "3" });
    mock(request).reply(429, {}, { "retry-after": new Date(NOW + 8_000).toUTCString() });
    mock(request).reply(429, {}, { "retry-after": "0" });
    mock(request).reply(200, { ok: true });
    expect((await send(ACCOUNT, request)).data).toEqual({ ok: true });
    expect(waits).toEqual([3_000, 5_000, 0]);
  });

  it.each(ALL)("ends at once for %s where the daily quota is used up", async (_, request) => {
    mock(request).reply(429, {}, { "x-ratelimit-daily-remaining": "0", "x-ratelimit-daily-reset": "5400000", "retry-after": "1" });
    const error = await failureOf(request);
    expect(error).toMatchObject({ kind: "dailyQuota", status: 429 });
    expect(error.message).toContain("This sub-account's daily quota of requests is used up. It resets in 90 minutes.");
    expect(waits).toEqual([]);
  });

  it.each([["83384000", "in 24 hours"], ["1000", "in 1 minute"], [undefined, "later"]])("says when the quota resets: %s ms is %s", async (reset, words) => {
    mock(READ).reply(429, {}, { "x-ratelimit-daily-remaining": "0", ...(reset && { "x-ratelimit-daily-reset": reset }) });
    expect((await failureOf(READ)).message).toContain(`It resets ${words}.`);
  });
});

describe("rests between tries", () => {
  it("follow Retry-After of a 503", async () => {
    mock(READ).reply(503, {}, { "retry-after": "7" });
    mock(READ).reply(200, {});
    await send(ACCOUNT, READ);
    expect(waits).toEqual([7_000]);
  });

  it("are jittered down to a half", async () => {
    jest.spyOn(Math, "random").mockReturnValue(0);
    mock(READ).times(4).reply(500);
    await failureOf(READ);
    expect(waits).toEqual([500, 1_000, 2_000]);
  });

  it.each([400, 401, 403, 404, 422])("do not occur after %d", async (status) => {
    mock(READ).reply(status, { message: "no" });
    await failureOf(READ);
    expect(waits).toEqual([]);
  });
});

describe("every try", () => {
  it("is sent whole, with query and body", async () => {
    const body = { filters: [{ field: "tags", operator: "eq", value: "x" }] };
    const query = { locationId: "loc1", ids: ["a", "b"] };
    const mocked = () => nock(HOST).post("/contacts/search", body).query({ locationId: "loc1", ids: ["a", "b"] });
    mocked().times(3).reply(503);
    mocked().reply(200, { ok: true });
    const { data } = await send(ACCOUNT, { version: "2021-07-28", reads: true, method: "POST", path: "/contacts/search", body: { ...body, unset: undefined }, query });
    expect(data).toEqual({ ok: true });
  });
});

describe("the deadline", () => {
  it("lets no try start behind it", async () => {
    mock(READ).times(2).reply(500);
    const error = await failureOf({ ...READ, deadline: NOW + 2_500 });
    expect(error).toMatchObject({ kind: "server" });
    expect(waits).toEqual([1_000]);
    expect(Date.now()).toBeLessThan(NOW + 2_500);
  });

  it("is how long a try waits for its answer, in the message too", async () => {
    mock(WRITE).replyWithError(Object.assign(new Error("timeout"), { code: "ETIMEDOUT" }));
    expect((await failureOf({ ...WRITE, deadline: NOW + 900 })).message).toContain("No response within 1 second.");
  });

  it("is a minute where the caller sets none", async () => {
    mock(WRITE).reply(429, {}, { "retry-after": "59" });
    mock(WRITE).reply(429, {}, { "retry-after": "1" });
    expect(await failureOf(WRITE)).toMatchObject({ kind: "rateLimit" });
    expect(waits).toEqual([59_000]);
  });

  it("ends a request at once where Retry-After lies behind it", async () => {
    mock(READ).reply(429, {}, { "retry-after": "3600" });
    expect(await failureOf(READ)).toMatchObject({ kind: "rateLimit" });
    expect(waits).toEqual([]);
  });

  it.each(ALL)("sends nothing where it has passed already: %s", async (_, request) => {
    const error = await failureOf({ ...request, deadline: NOW });
    expect(error).toMatchObject({ name: "HighLevelError", kind: "late" });
    expect(error.message).toContain("The run was out of time before this request; nothing was sent.");
  });

  it("is met to the whole millisecond: timers take no others", async () => {
    mock(READ).reply(500, () => {
      passTicks(0.3);
      return {};
    });
    mock(READ).reply(200, { ok: true });
    expect(await send(ACCOUNT, { ...READ, deadline: NOW + 10_000 })).toMatchObject({ data: { ok: true } });
  });

  it("counts the time that the answers took", async () => {
    mock(READ).reply(500, () => {
      pass(9_500);
      return {};
    });
    expect(await failureOf({ ...READ, deadline: NOW + 10_000 })).toMatchObject({ kind: "server" });
    expect(waits).toEqual([]);
  });

  it("sends nothing more where a rest took longer than asked for, and tells of the failure before it", async () => {
    late.ms = 5_000;
    mock(READ).reply(500, {});
    expect(await failureOf({ ...READ, deadline: NOW + 5_000 })).toMatchObject({ kind: "server" });
    expect(waits).toEqual([1_000]);
  });
});
