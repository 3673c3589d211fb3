import { EventEmitter, once } from "node:events";
import { setImmediate } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import { FAULT_KINDS } from "../../local/sandbox/index.ts";
import type { FaultRule } from "../../local/sandbox/index.ts";
import { useVirtualClock } from "../support/clock.ts";
import { at, open } from "./client.ts";
import type { TestBed } from "./client.ts";

useVirtualClock();
/** Emits "request" for each that comes. */
const coming = new EventEmitter();
const onRequest = (entry: object) => void coming.emit("request", entry);
let bed: TestBed;
let now = Date.UTC(2026, 10, 23, 12);
beforeAll(async () => {
  bed = await open({ now: () => now, onRequest });
});
afterEach(() => bed.faults.clear());
afterAll(() => bed.close());

const create = (email: string, signal?: AbortSignal) => bed.api("POST", "/contacts/", { body: { locationId: bed.locationId, email }, signal });
const list = () => bed.api("GET", "/contacts/", { query: { locationId: bed.locationId, limit: "2" } });
const exists = (email: string) => bed.store.contacts.byEmail(bed.locationId, email) !== undefined;

/** What a rule does to the creation of a contact, and whether the contact is there afterwards. */
async function strike(rule: FaultRule, email = `${rule.kind}-${rule.applied === true}-${rule.status}@example.com`) {
  bed.faults.add(rule);
  const patience = new AbortController();
  const before = bed.requests.length;
  const come = once(coming, "request");
  const answer = create(email, patience.signal).catch((error: Error) => error.name);
  if (rule.kind === "timeout") {
    await come;
    while (rule.applied && !exists(email)) await setImmediate();
    await list(); // what comes later is answered
    patience.abort();
  }
  return { outcome: await answer, applied: exists(email), status: bed.requests[before]?.status };
}

describe("faults", () => {
  it("answer 429 with and without Retry-After, before the request is carried out", async () => {
    const { outcome, applied } = await strike({ kind: "rate-limit", retryAfterSeconds: 7 });
    expect(outcome).toMatchObject({ status: 429, body: { statusCode: 429, message: "Too Many Requests" } });
    expect(applied).toBe(false);
    bed.faults.add({ kind: "rate-limit", retryAfterSeconds: 7 });
    expect((await list()).headers.get("retry-after")).toBe("7");
    bed.faults.add({ kind: "rate-limit" });
    expect((await list()).headers.get("retry-after")).toBeNull();
    expect((await list()).status).toBe(200);
  });

  it("answer errors, before or after the request is carried out", async () => {
    expect(await strike({ kind: "error", status: 503 })).toMatchObject({ outcome: { status: 503, body: { statusCode: 503, message: "Service Unavailable" } }, applied: false, status: 503 });
    expect(await strike({ kind: "error", applied: true })).toMatchObject({ outcome: { status: 500 }, applied: true });
  });

  it("never answer", async () => {
    expect(await strike({ kind: "timeout" })).toEqual({ outcome: "AbortError", applied: false, status: null });
    expect(await strike({ kind: "timeout", applied: true })).toEqual({ outcome: "AbortError", applied: true, status: null });
  });

  it("drop the connection, before or after the request is carried out", async () => {
    expect(await strike({ kind: "drop" })).toEqual({ outcome: "TypeError", applied: false, status: null });
    expect(await strike({ kind: "drop", applied: true })).toEqual({ outcome: "TypeError", applied: true, status: null });
  });

  it("cut the body short", async () => {
    bed.faults.add({ kind: "truncate" });
    const response = await fetch(`${bed.url}/contacts/?locationId=${bed.locationId}`, { headers: { authorization: `Bearer ${bed.token()}`, version: "2021-07-28" } });
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow();
  });

  it("answer a page of HTML", async () => {
    expect(await strike({ kind: "html" })).toMatchObject({ outcome: "SyntaxError", status: 200 });
    expect(await strike({ kind: "html", status: 502 })).toMatchObject({ outcome: "SyntaxError", status: 502 });
  });

  it("answer late", async () => {
    bed.faults.add({ kind: "slow", delayMs: 150 });
    const start = Date.now();
    expect((await list()).status).toBe(200);
    expect(Date.now() - start).toBe(150);
  });

  it("refuse a token as expired", async () => {
    expect(await strike({ kind: "expired-token" })).toMatchObject({ outcome: { status: 401, body: { message: "Invalid token: access token is invalid" } }, applied: false });
  });

  it("repeat a record of a list", async () => {
    bed.faults.add({ kind: "duplicate" });
    const ids = at<{ id: string }[]>((await list()).body, "contacts").map(({ id }) => id);
    expect(ids).toHaveLength(3);
    expect(ids[2]).toBe(ids[0]);
  });

  it("use up the day's quota until midnight", async () => {
    bed.faults.add({ kind: "daily-quota" });
    for (const answer of [await list(), await list()]) {
      expect(answer.status).toBe(429);
      expect(answer.headers.get("x-ratelimit-daily-remaining")).toBe("0");
    }
    now += 12 * 3_600_000;
    expect((await list()).status).toBe(200);
  });
});

describe("a fault", () => {
  it("hits the next request, as many as it says, or all until it is cleared", async () => {
    const statuses = async (count: number) => {
      const found: number[] = [];
      for (let n = 0; n < count; n++) found.push((await list()).status);
      return found;
    };
    bed.faults.add({ kind: "error" });
    expect(await statuses(2)).toEqual([500, 200]);
    bed.faults.add({ kind: "error", times: 2 });
    expect(await statuses(3)).toEqual([500, 500, 200]);
    const id = bed.faults.add({ kind: "error", times: 0 });
    expect(await statuses(3)).toEqual([500, 500, 500]);
    bed.faults.clear(id);
    expect(await statuses(1)).toEqual([200]);
  });

  it("may be for one method and path only, by template or as sent", async () => {
    const [contact] = bed.store.contacts.in(bed.locationId);
    const read = (path = "") => bed.api("GET", `/contacts/${contact?.id}${path}`);
    bed.faults.add({ kind: "error", method: "GET", path: "/contacts/{contactId}" });
    expect([(await list()).status, (await read("/notes")).status, (await read()).status, (await read()).status]).toEqual([200, 200, 500, 200]);
    bed.faults.add({ kind: "error", method: "PUT" });
    bed.faults.add({ kind: "error", path: `/contacts/${contact?.id}/notes` });
    expect([(await read()).status, (await read("/notes")).status]).toEqual([200, 500]);
    expect(bed.faults.list()).toMatchObject([{ kind: "error", method: "PUT", times: 1 }]);
  });
});

describe("closing a sandbox", () => {
  it("ends requests that are still waiting for an answer", async () => {
    const other = await open({ onRequest });
    const come = once(coming, "request");
    other.faults.add({ kind: "timeout" });
    const waiting = expect(other.api("GET", "/contacts/", { query: { locationId: other.locationId } })).rejects.toThrow();
    await come;
    await other.close();
    await waiting;
  });
});

describe("the control endpoints", () => {
  const control = async (method: string, path: string, body?: object, headers: Record<string, string> = {}) => {
    const response = await fetch(`${bed.url}/__sandbox${path}`, { method, headers: { ...(body && { "content-type": "application/json" }), ...headers }, ...(body && { body: JSON.stringify(body) }) });
    return { status: response.status, body: (await response.json()) as unknown };
  };

  it("say what the sandbox is", async () => {
    expect((await control("GET", "")).body).toMatchObject({ locationId: bed.locationId, companyId: bed.companyId, faultKinds: FAULT_KINDS });
  });

  it("switch faults on and off", async () => {
    const { body } = await control("POST", "/faults", { kind: "error", status: 502, times: 0 });
    expect((await list()).status).toBe(502);
    expect((await control("GET", "/faults")).body).toEqual({ faults: [{ id: at(body, "id"), kind: "error", status: 502, times: null }] });
    expect((await control("DELETE", `/faults/${at(body, "id")}`)).body).toEqual({ faults: [] });
    expect((await list()).status).toBe(200);
    for (const rule of [{ kind: "fire" }, { kind: "error", times: "often" }, {}]) {
      expect(await control("POST", "/faults", rule)).toMatchObject({ status: 400 });
    }
    await control("POST", "/faults", { kind: "error" });
    expect((await control("DELETE", "/faults")).body).toEqual({ faults: [] });
  });

  it("issue tokens, grow the data, move the time, and show and forget requests", async () => {
    const { body } = await control("POST", "/token", { scopes: ["contacts.readonly"], privateIntegration: true });
    expect(at(body, "token")).toMatch(/^pit-/);
    expect((await bed.api("GET", "/contacts/", { query: { locationId: bed.locationId }, token: at(body, "token") })).status).toBe(200);
    const count = bed.store.contacts.size;
    expect((await control("POST", "/contacts", { count: count + 25 })).body).toEqual({ contacts: count + 25 });
    expect(at<number>((await list()).body, "meta.total")).toBe(count + 25);
    expect((await control("POST", "/advance", { ms: 1000 })).body).toEqual({ now: now + 1000 });
    expect((await control("POST", "/advance", { ms: -1 })).status).toBe(400);
    expect(at<object[]>((await control("GET", "/requests")).body, "requests").at(-1)).toMatchObject({ method: "GET", path: "/contacts/", status: 200 });
    await control("DELETE", "/requests");
    expect(bed.requests).toEqual([]);
  });

  it.each<[string, unknown]>([
    ["/token", { scopes: 5 }], ["/token", { scopes: ["contacts.readonly", "contacts.wirte"] }], ["/token", { scopes: null }], ["/token", { kind: "admin" }], ["/token", { expiresInSeconds: "soon" }],
    ["/token", { locationId: 7 }], ["/token", { scope: "contacts.readonly" }], ["/token", null], ["/token", []], ["/code", { scopes: 5 }],
    ["/contacts", null], ["/contacts", {}], ["/contacts", { count: 1e9 }], ["/contacts", { count: "10" }], ["/contacts", { count: 1.5 }],
    ["/advance", { ms: 1e15 }], ["/advance", { ms: null }], ["/advance", []], ["/faults", null], ["/faults", { kind: "slow", delayMs: 1e12 }], ["/faults", { kind: "error", times: "2" }],
  ])("refuse %s %j, say why, and change nothing", async (path, body) => {
    const contacts = bed.store.contacts.size;
    const response = await fetch(`${bed.url}/__sandbox${path}`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
    const text = await response.text();
    expect(response.status).toBe(400);
    expect(at<string>(JSON.parse(text), "message")).toMatch(/^body/);
    expect(text).not.toMatch(/\bat .*\.ts|node_modules|stack/);
    expect(bed.store.contacts.size).toBe(contacts);
    expect((await control("GET", "/faults")).body).toEqual({ faults: [] });
  });

  it("refuse what is no JSON, or too long, without a stack", async () => {
    for (const [body, status] of [["{", 400], [`"${"x".repeat(2_000_000)}"`, 413]] as const) {
      const response = await fetch(`${bed.url}/__sandbox/token`, { method: "POST", headers: { "content-type": "application/json" }, body });
      expect(response.status).toBe(status);
      expect(await response.text()).not.toMatch(/\bat .*\.ts|node_modules|stack/);
    }
  });

  it("are not for web pages", async () => {
    expect(await control("POST", "/token", {}, { origin: "https://example.com" })).toMatchObject({ status: 403 });
  });
});
