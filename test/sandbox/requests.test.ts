import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { once } from "node:events";
import { connect } from "node:net";
import querystring from "node:querystring";
import { operation, operations, resolved } from "../../local/facts/index.ts";
import { gatherLists } from "../../local/sandbox/query.ts";
import { at, open } from "./client.ts";
import type { TestBed } from "./client.ts";

let bed: TestBed;
beforeAll(async () => {
  bed = await open({ now: () => Date.UTC(2026, 10, 23, 12) });
});
afterAll(() => bed.close());

const list = () => ({ locationId: bed.locationId });

describe("the Version header", () => {
  it.each([
    [null, 401, "version header was not found."],
    ["bogus", 400, "Invalid API version segment 'bogus' at position 0"],
    ["v3", 400, "Invalid API version segment 'v3' at position 0"],
  ])("%s is answered with %i", async (version, status, message) => {
    expect(await bed.api("GET", "/contacts/", { query: list(), version })).toMatchObject({ status, body: { statusCode: status, message } });
  });

  it("may be any dated version", async () => {
    for (const version of ["2021-04-15", "2021-07-28", "2023-02-21"]) {
      expect((await bed.api("GET", "/contacts/", { query: list(), version })).status).toBe(200);
    }
  });
});

describe("tokens", () => {
  const refusal = (token: string | null, path = "/contacts/", query: Record<string, string> = list()) => bed.api("GET", path, { query, token });

  it("are needed, known and fresh", async () => {
    expect(await refusal(null)).toMatchObject({ status: 401, body: { message: "Invalid JWT", error: "Unauthorized", traceId: expect.any(String) } });
    expect(await refusal("made-up")).toMatchObject({ status: 401, body: { message: "Invalid JWT" } });
    expect(await refusal("pit-made-up")).toMatchObject({ status: 401, body: { message: "Invalid Private Integration token" } });
    expect(await refusal(bed.token({ expiresInSeconds: 0 }))).toMatchObject({ status: 401, body: { message: "Invalid token: access token is invalid" } });
  });

  it("need the scope of the operation", async () => {
    expect((await refusal(bed.token({ scopes: ["contacts.readonly"] }))).status).toBe(200);
    expect(await refusal(bed.token({ scopes: ["contacts.write"] }))).toMatchObject({ status: 401, body: { message: "The token is not authorized for this scope." } });
    const readOnly = bed.token({ scopes: ["contacts.readonly"] });
    const body = { contacts: [], tags: [], locationId: bed.locationId };
    expect((await bed.api("POST", "/contacts/bulk/tags/update/add", { body, token: readOnly })).status).toBe(401);
  });

  it("need the class of the operation", async () => {
    const agency = bed.token({ kind: "agency" });
    expect(await refusal(agency)).toMatchObject({ status: 401, body: { message: "Token's user type mismatch!" } });
    expect(await refusal(bed.token(), "/snapshots/", { companyId: bed.companyId })).toMatchObject({
      status: 401, body: { message: "This authClass type is not allowed to access this scope. Please verify your IAM configuration if this is not the case." },
    });
    expect((await refusal(agency, "/users/search", { companyId: bed.companyId })).status).toBe(200);
  });

  it("of a Private Integration work like others, but not where only OAuth tokens do", async () => {
    expect((await refusal(bed.token({ privateIntegration: true }))).status).toBe(200);
    const agency = bed.token({ kind: "agency", privateIntegration: true });
    expect(await refusal(agency, "/oauth/installedLocations", { companyId: bed.companyId, appId: "x" })).toMatchObject({ status: 401, body: { message: "The token is not authorized for this scope." } });
  });

  it("open their own location only", async () => {
    const elsewhere = bed.token({ locationId: "SandboxLocation00002" });
    const forbidden = { status: 403, body: { statusCode: 403, message: "The token does not have access to this location.", error: "Forbidden" } };
    expect(await refusal(elsewhere)).toMatchObject(forbidden);
    const { id = "" } = bed.store.contacts.in(bed.locationId)[0] ?? {};
    expect(await refusal(elsewhere, `/contacts/${id}`, {})).toMatchObject(forbidden);
    expect(await bed.api("POST", "/contacts/", { body: { locationId: bed.locationId }, token: elsewhere })).toMatchObject(forbidden);
    expect((await refusal(elsewhere, "/contacts/", { locationId: "SandboxLocation00002" })).body).toMatchObject({ contacts: [] });
  });

  it("without a location in the query of a list are refused as if it were another's", async () => {
    expect((await bed.api("GET", "/contacts/")).status).toBe(403);
  });
});

describe("the form of a request", () => {
  it("names every fault of a body at once", async () => {
    const body = {
      locationId: bed.locationId, foo: 1, email: 5, tags: ["a", 1], dnd: "yes",
      dndSettings: { Call: { status: "x", extra: 1 } }, customFields: [{ id: "a", value: 1 }, { field_value: "x" }, { id: "b", field_value: null }],
    };
    const answer = await bed.api("POST", "/contacts/", { body });
    expect(answer).toMatchObject({ status: 422, body: { statusCode: 422, error: "Unprocessable Entity", traceId: expect.any(String) } });
    expect(at<string[]>(answer.body, "message").sort()).toEqual([
      "customFields.0.property value should not exist",
      "customFields.1.id should not be empty",
      "customFields.2 has a value of the wrong type",
      "dnd must be a boolean value",
      "dndSettings.Call.property extra should not exist",
      "dndSettings.Call.status must be one of the following values: active, inactive, permanent",
      "each value in tags must be a string",
      "email must be a string",
      "property foo should not exist",
    ]);
  });

  it("names what is missing", async () => {
    expect(await bed.api("POST", "/contacts/search", { body: {} })).toMatchObject({ status: 422, body: { message: ["locationId should not be empty", "pageLimit should not be empty"] } });
    expect((await bed.api("POST", "/contacts/")).body).toMatchObject({ message: ["body must be an object"] });
  });

  it("holds for queries and for path parameters with fixed values", async () => {
    expect((await bed.api("GET", "/contacts/", { query: { ...list(), limit: "101", page: "1" } })).body).toMatchObject({ message: ["property page should not exist", "limit must not be greater than 100"] });
    expect((await bed.api("GET", "/contacts/", { query: { ...list(), limit: "ten" } })).body).toMatchObject({ message: ["limit must be a number conforming to the specified constraints"] });
    const body = { contacts: [], tags: [], locationId: bed.locationId };
    expect((await bed.api("POST", "/contacts/bulk/tags/update/set", { body })).body).toMatchObject({ message: ["type must be one of the following values: add, remove"] });
  });

  it("must be JSON", async () => {
    const response = await fetch(`${bed.url}/contacts/`, { method: "POST", body: "{", headers: { "content-type": "application/json" } });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ message: "The body is not valid JSON" });
  });
});

describe("queries as clients write them", () => {
  const slots = (list: string) => {
    const calendarId = bed.store.calendars.in(bed.locationId)[0]!.id; // seeded
    return bed.api("GET", `/calendars/${calendarId}/free-slots?startDate=1795435200000&endDate=1795521600000${list}`);
  };
  const spellings = ["userIds=A&userIds=B", "userIds[]=A&userIds[]=B", "userIds%5B%5D=A&userIds%5B%5D=B", "userIds[0]=A&userIds[1]=B", "userIds=A,B", "userIds=A%2CB", "userIds[]=A", "userIds=A"];

  it.each(spellings)("a list as %s", async (spelling) => {
    expect(await slots(`&${spelling}`)).toMatchObject({ status: 200 });
  });

  it.each(spellings)("a list as %s holds the same", (spelling) => {
    const query: Record<string, unknown> = querystring.parse(decodeURIComponent(spelling));
    gatherLists(query, operation("GET", "/calendars/{calendarId}/free-slots").params);
    expect(query).toEqual({ userIds: spelling.includes("B") ? ["A", "B"] : ["A"] });
  });

  it("every list that is declared is understood so", () => {
    const lists = operations().flatMap(({ params }) => params.filter((param) => param.in === "query" && resolved(param.schema).type === "array"));
    expect(lists.length).toBeGreaterThan(0);
    for (const param of lists) {
      const query: Record<string, unknown> = { [`${param.name}[]`]: ["a", "b"], other: "x,y" };
      gatherLists(query, [param]);
      expect(query).toEqual({ [param.name]: ["a", "b"], other: "x,y" });
    }
  });

  it("parameters that are not declared are refused where others are, and where the sandbox is strict", async () => {
    const { id = "" } = bed.store.contacts.in(bed.locationId)[0] ?? {};
    expect((await slots("&further=1")).body).toMatchObject({ message: ["property further should not exist"] });
    expect((await bed.api("GET", `/contacts/${id}`, { query: { further: "1" } })).status).toBe(200);
    const strict = await open({ strict: true });
    const contact = strict.store.contacts.in(strict.locationId)[0]!; // seeded
    expect(await strict.api("GET", `/contacts/${contact.id}`, { query: { further: "1" } })).toMatchObject({ status: 422, body: { message: ["property further should not exist"] } });
    await strict.close();
  });
});

describe("a request that does not end", () => {
  it.each([
    ["in its body", "POST /contacts/ HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"],
    ["in its headers", "GET /contacts/ HTTP/1.1\r\nHost: x\r\n"],
  ])("%s is closed", async (_, text) => {
    const impatient = await open({ requestMs: 50 });
    const socket = connect(Number(new URL(impatient.url).port), "127.0.0.1");
    let answer = "";
    socket.on("data", (bytes) => (answer += String(bytes)));
    socket.write(text);
    await once(socket, "close");
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
    await impatient.close();
  });
});

describe("answers", () => {
  it("carry a traceId, the sandbox's time and the rate-limit headers, also when they are errors", async () => {
    for (const path of [`/contacts/?locationId=${bed.locationId}`, "/contacts/nobody"]) {
      const { body, headers } = await bed.api("GET", path);
      expect(body).toMatchObject({ traceId: expect.stringMatching(/^[0-9a-f-]{36}$/) });
      expect(headers.get("date")).toBe("Mon, 23 Nov 2026 12:00:00 GMT");
      expect(Object.fromEntries([...headers].filter(([name]) => name.startsWith("x-ratelimit")))).toEqual({
        "x-ratelimit-max": "100", "x-ratelimit-remaining": "100", "x-ratelimit-interval-milliseconds": "10000",
        "x-ratelimit-limit-daily": "200000", "x-ratelimit-daily-remaining": "200000", "x-ratelimit-daily-reset": "43200000",
      });
    }
  });

  it("say when there is no such path, and when the sandbox does not play an operation", async () => {
    expect(await bed.api("GET", "/nowhere")).toMatchObject({ status: 404, body: { message: "Cannot GET /nowhere" } });
    expect(await bed.api("GET", `/locations/${bed.locationId}/timezones`)).toMatchObject({ status: 501, body: { message: "The sandbox does not play GET /locations/{locationId}/timezones yet." } });
  });
});

describe("the log of requests", () => {
  it("keeps what was sent and answered, and no token", async () => {
    const token = bed.token();
    await bed.api("POST", "/contacts/search", { body: { locationId: bed.locationId, pageLimit: 1 }, token });
    await bed.api("GET", "/contacts/nobody", { token });
    expect(bed.requests.slice(-2)).toEqual([
      { method: "POST", path: "/contacts/search", operation: "/contacts/search", query: {}, body: { locationId: bed.locationId, pageLimit: 1 }, status: 200, at: Date.UTC(2026, 10, 23, 12) },
      { method: "GET", path: "/contacts/nobody", operation: "/contacts/{contactId}", query: {}, body: undefined, status: 400, at: Date.UTC(2026, 10, 23, 12) },
    ]);
    expect(JSON.stringify(bed.requests)).not.toContain(token);
  });
});

describe("the log of requests", () => {
  it("keeps of a long body its length", async () => {
    await bed.api("POST", "/contacts/", { body: { locationId: bed.locationId, firstName: "x".repeat(50_000) } });
    expect(bed.requests.at(-1)?.body).toMatch(/^\(500\d\d characters\)$/);
    await bed.api("POST", "/contacts/", { body: { locationId: bed.locationId, firstName: "Maya" } });
    expect(bed.requests.at(-1)?.body).toEqual({ locationId: bed.locationId, firstName: "Maya" });
  });
});
