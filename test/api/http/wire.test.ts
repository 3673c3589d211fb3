import { createServer } from "node:http";
import type { IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it } from "@jest/globals";
import * as api from "../../../common/api/endpoints.ts";
import nock from "../../support/nock.ts";
import { ACCOUNT, everythingOf, HOST, NOW, PIT, TOKEN, send, failureOf } from "./support.ts";

const json = { "content-type": "application/json" };

describe("what goes over the wire", () => {
  it("sends a read with token, version and no body", async () => {
    let headers: Record<string, unknown> = {};
    let sent: unknown;
    nock(HOST).get("/contacts/c1").reply(200, function reply(_, body) {
      headers = this.req.headers;
      sent = body;
      return { contact: { id: "c1" } };
    });
    const { data } = await send(ACCOUNT, { version: "2021-07-28", method: "GET", path: "/contacts/{contactId}", pathParams: { contactId: "c1" } });
    expect(data).toEqual({ contact: { id: "c1" } });
    expect(headers).toMatchObject({ authorization: `Bearer ${TOKEN}`, version: "2021-07-28", accept: "application/json" });
    expect(headers).not.toHaveProperty("content-type");
    expect(sent).toBe("");
  });

  it.each([api.getContacts, api.getCalendars])("asks $path in its version, $version", async (endpoint) => {
    nock(HOST, { reqheaders: { version: endpoint.version } }).get(endpoint.path).reply(200, {});
    await send(ACCOUNT, endpoint);
  });

  it.each([
    ["a/b", "a%2Fb"],
    ["x y", "x%20y"],
    ["a?b=c#d", "a%3Fb%3Dc%23d"],
    ["100%", "100%25"],
    ["..%2f", "..%252f"],
    ["ü", "%C3%BC"],
    ["  padded  ", "padded"],
    ["\u202Aabc\u202C\u200B", "abc"],
    ["\u201Cabc\u201D", "abc"],
    ["61c2\u20114f", "61c2-4f"],
    [42, "42"],
  ])("encodes the path value %p", async (value, encoded) => {
    nock(HOST).get((uri) => uri === `/contacts/${encoded}/tasks`).reply(200, {});
    await send(ACCOUNT, { version: "2021-07-28", method: "GET", path: "/contacts/{contactId}/tasks", pathParams: { contactId: value } });
  });

  it.each(["", undefined, null, "   ", ".", "..", "\u200B", "\u201C.\u201D"])("sends nothing for the path value %p", async (contactId) => {
    const error = await failureOf({ version: "2021-07-28", method: "DELETE", path: "/contacts/{contactId}", pathParams: { contactId } });
    expect(error.message).toBe("The field Contact is empty. Choose or type an ID.");
    expect(error.name).toBe("ConfigurationError");
  });

  it("says so where a path value is not given at all", async () => {
    expect((await failureOf({ version: "2021-07-28", method: "GET", path: "/users/{userId}" })).message).toContain("User");
  });

  it("repeats the key of a list in the query and leaves out what is not set", async () => {
    let path = "";
    nock(HOST).get(/^\/users\//).reply(200, function reply() {
      path = this.req.path;
      return {};
    });
    const query = { ids: ["a", "b"], locationId: "loc1", q: "Tom & Ann+1=ü", none: undefined, empty: null, zero: 0, no: false };
    await send(ACCOUNT, { version: "2021-07-28", method: "GET", path: "/users/", query });
    const asked = new URL(path, HOST).searchParams;
    expect([...asked].sort()).toEqual([["ids", "a"], ["ids", "b"], ["locationId", "loc1"], ["no", "false"], ["q", "Tom & Ann+1=ü"], ["zero", "0"]]);
    expect(query).toHaveProperty("none");
  });

  it("sends the declared body, with strings as they are and without what is not set", async () => {
    const sent = { firstName: "Maya", zip: "00123", dnd: false, tags: ["a"], note: null };
    nock(HOST, { reqheaders: json }).put("/contacts/c1", JSON.stringify(sent)).reply(200, {});
    await send(ACCOUNT, { version: "2021-07-28", method: "PUT", path: "/contacts/{contactId}", pathParams: { contactId: "c1" }, body: { ...sent, unset: undefined } });
  });

  it("sends a list as body where the endpoint takes one", async () => {
    nock(HOST).post("/calendars/k1/notifications", [{ channel: "email" }]).reply(201, []);
    expect((await send(ACCOUNT, { version: "2021-07-28", method: "POST", path: "/calendars/k1/notifications", body: [{ channel: "email" }] })).data).toEqual([]);
  });

  it("sends the body of a DELETE", async () => {
    nock(HOST, { reqheaders: json }).delete("/contacts/c1/tags", { tags: ["old"] }).reply(200, { tags: [] });
    await send(ACCOUNT, { version: "2021-07-28", method: "DELETE", path: "/contacts/{contactId}/tags", pathParams: { contactId: "c1" }, body: { tags: ["old"] } });
  });

  it("sends an empty body where one is declared", async () => {
    nock(HOST, { reqheaders: json }).post("/contacts/c1/campaigns/k1", "{}").reply(201, {});
    await send(ACCOUNT, { version: "2021-07-28", method: "POST", path: "/contacts/c1/campaigns/k1", body: {} });
  });

  it("goes to the account's own address where it has one", async () => {
    const asked: string[] = [];
    const server = createServer((request: IncomingMessage, response) => {
      asked.push(`${request.method} ${request.url} ${request.headers.authorization}`);
      response.writeHead(200, json).end("{\"ok\":true}");
    });
    await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
    const { port } = server.address() as AddressInfo; // a TCP server has a port
    try {
      await send({ ...ACCOUNT, base_url: `http://127.0.0.1:${port}` }, { version: "2021-07-28", method: "GET", path: "/contacts/{id}", pathParams: { id: "a b" } });
    } finally {
      server.close();
    }
    expect(asked).toEqual([`GET /contacts/a%20b Bearer ${TOKEN}`]);
  });

  it.each([
    ["the Private Integration Token alone", { api_key: PIT }, PIT],
    ["the OAuth token where there are both", { oauth_access_token: TOKEN, api_key: PIT }, TOKEN],
    ["the Private Integration Token beside an empty OAuth token", { oauth_access_token: "", api_key: PIT }, PIT],
    ["a token that was pasted with blanks around it", { api_key: `  ${PIT}\n` }, PIT],
    ["a token that was pasted as a header", { api_key: `Authorization: Bearer ${PIT}` }, PIT],
    ["a token with Bearer before it, in quotes", { oauth_access_token: `\u201CBearer ${TOKEN}\u201D` }, TOKEN],
    ["a token with invisible characters and a line break", { api_key: `\uFEFF${PIT.slice(0, 8)}\n  ${PIT.slice(8)}\u200B` }, PIT],
    ["a token whose hyphens do not break", { api_key: PIT.replaceAll("-", "\u2011") }, PIT],
    ["the Private Integration Token beside an OAuth token that says nothing", { oauth_access_token: "Bearer ", api_key: PIT }, PIT],
  ])("authorizes with %s", async (_, auth, token) => {
    nock(HOST, { reqheaders: { authorization: `Bearer ${token}` } }).get("/users/").reply(200, {});
    await send(auth, { version: "2021-07-28", method: "GET", path: "/users/" });
  });

  it.each([
    [`${TOKEN}\u0430`, "a Cyrillic letter (U+0430)"], [`${TOKEN} ${TOKEN}`, "a space"], [`${TOKEN}\u2026`, "an ellipsis (U+2026)"], [`caf\u00E9${TOKEN}`, "a letter outside A to Z (U+00E9)"],
  ])("a token that no header can carry is named without showing it: %j", async (pasted, odd) => {
    const error = await failureOf({ version: "2021-07-28", method: "GET", path: "/users/" }, { oauth_access_token: pasted });
    expect(error.message).toBe(`The connected account's token is invalid: it contains ${odd}. Copy the token again, and reconnect the account.`);
    expect(error.name).toBe("ConfigurationError");
    expect(everythingOf(error)).not.toContain("SECRET");
  });

  it("hides the token in errors as it was sent, however it was pasted", async () => {
    nock(HOST).get("/users/").reply(400, { message: `Bearer ${TOKEN} is no good` });
    const error = await failureOf({ version: "2021-07-28", method: "GET", path: "/users/" }, { oauth_access_token: `"Bearer ${TOKEN}"` });
    expect(error.message).toContain("Bearer [hidden] is no good");
  });

  it.each([[{}], [{ oauth_access_token: "" }], [{ api_key: "  " }], [{ api_key: "Bearer " }], [{ api_key: "\u201C\u201D" }]])("asks for an account where %p has no token", async (auth) => {
    const error = await failureOf({ version: "2021-07-28", method: "GET", path: "/users/" }, auth);
    expect(error.message).toBe("No HighLevel account is connected. Connect one with OAuth or a Private Integration Token.");
  });
});

describe("what comes back", () => {
  it("is the body, HighLevel's clock and the rate limit", async () => {
    nock(HOST).get("/users/").reply(200, { users: [] }, {
      "date": "Sun, 01 Mar 2026 11:59:58 GMT",
      "x-ratelimit-remaining": "97",
      "x-ratelimit-interval-milliseconds": "10000",
      "x-ratelimit-daily-remaining": "199000",
      "x-ratelimit-daily-reset": "83384000",
    });
    expect(await send(ACCOUNT, { version: "2021-07-28", method: "GET", path: "/users/" })).toEqual({
      data: { users: [] },
      now: NOW - 2_000,
      limit: { remaining: 97, intervalMs: 10_000, dailyRemaining: 199_000, dailyResetMs: 83_384_000, retryAfterMs: undefined },
    });
  });

  it("has no clock, and takes the documented window, where no header tells", async () => {
    nock(HOST).get("/users/").reply(200, {}, { date: "nonsense" });
    expect(await send(ACCOUNT, { version: "2021-07-28", method: "GET", path: "/users/" })).toMatchObject({ now: undefined, limit: { intervalMs: 10_000 } });
  });

  it.each([200, 201, 204])("is a success with status %d and no body", async (status) => {
    nock(HOST).delete("/contacts/c1").reply(status);
    expect((await send(ACCOUNT, { version: "2021-07-28", method: "DELETE", path: "/contacts/c1" })).data).toBe("");
  });

  it("may be a list", async () => {
    nock(HOST).get("/calendars/k1/notifications").reply(200, [{ _id: "n1" }]);
    expect((await send(ACCOUNT, { version: "2021-07-28", method: "GET", path: "/calendars/k1/notifications" })).data).toEqual([{ _id: "n1" }]);
  });
});
