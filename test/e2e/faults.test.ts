/** What the user is told when something is wrong, and that nothing is lost or done twice. */
import { inspect } from "node:util";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { createSource, memoryState } from "../../hosts/runtime/index.ts";
import { startSandbox } from "../../local/sandbox/index.ts";
import type { FaultRule, Sandbox } from "../../local/sandbox/index.ts";
import { useVirtualClock } from "../support/clock.ts";
import { account, load, run, source } from "./support.ts";
import type { Fields } from "./support.ts";

const clock = useVirtualClock();
/** Called when a request has come. */
let onRequest: () => void;
let sandbox: Sandbox;
let contactId: string;

beforeEach(async () => {
  onRequest = () => undefined;
  sandbox = await startSandbox({ rateLimit: false, onRequest: () => onRequest() });
  contactId = sandbox.store.contacts.in(sandbox.locationId)[0]!.id;
});
afterEach(() => sandbox.close());

/** The error of a failing call; checks that no token shows anywhere in it. */
async function errorOf(promise: Promise<unknown>, token: string): Promise<string> {
  const error = await promise.then(() => undefined, (reason: unknown) => reason);
  if (!(error instanceof Error)) throw new Error("expected an error, but it went through");
  const all = [inspect(error, { depth: 9, showHidden: true }), JSON.stringify(error), error.stack, String(error.cause)].join("\n");
  expect(all).not.toContain(token);
  expect(all).not.toContain("Bearer");
  return error.message;
}

interface Refusal {
  what: string;
  slug?: string;
  props?: Fields;
  token?: Parameters<Sandbox["token"]>[0];
  auth?: Fields;
  /** Words the message has to have. */
  says: RegExp[];
}

const NOTE = { slug: "create-contact-note", props: { body: "Hello" } };
const refusals: Refusal[] = [
  { what: "no location", slug: "create-contact", props: { email: "new@example.com" }, auth: { locationId: undefined }, says: [/Sub-Account/, /Settings > Business Profile/] },
  { what: "a location of somebody else", slug: "create-contact", props: { email: "new@example.com", locationId: "SomeoneElses00000001" }, says: [/Sub-Account/, /has no access|does not have access/] },
  { what: "a missing scope", ...NOTE, token: { scopes: ["contacts.readonly"] }, says: [/lacks the scope contacts\.write/, /Private Integration Token/, /status 401/] },
  { what: "an agency token", ...NOTE, token: { kind: "agency" }, says: [/sub-account/, /agency/] },
  { what: "a token that is not valid", ...NOTE, auth: { oauth_access_token: "not-a-token-000000" }, says: [/Reconnect the HighLevel account/] },
  { what: "no account", ...NOTE, auth: { oauth_access_token: undefined }, says: [/No HighLevel account is connected/] },
  { what: "an unknown contact", ...NOTE, props: { contactId: "Unknown0000000000001", body: "Hello" }, says: [/^Contact: HighLevel has no contact with this ID/] },
  { what: "an id that would lead elsewhere", ...NOTE, props: { contactId: "..", body: "Hello" }, says: [/Contact is empty/] },
  { what: "an invalid date", slug: "create-contact-task", props: { title: "Call", dueDate: "next Tuesday" }, says: [/Due Date: "next Tuesday" is not a date/, /2026-12-01T09:00/] },
  { what: "a day that does not exist", slug: "create-contact-task", props: { title: "Call", dueDate: "2026-02-30" }, says: [/Due Date/] },
  { what: "a month that does not exist", slug: "create-contact-task", props: { title: "Call", dueDate: "2026-00-10 09:00" }, says: [/Due Date/] },
  { what: "an offset that no clock has", slug: "create-contact-task", props: { title: "Call", dueDate: "2026-12-01T09:00:00+99:99" }, says: [/Due Date/] },
  { what: "an invalid phone", slug: "create-contact", props: { phone: "call me" }, says: [/Phone: "call me" is not a phone number/] },
  { what: "an invalid email", slug: "create-contact", props: { email: "nobody" }, says: [/Email: "nobody" is not an email/] },
  { what: "an unknown custom field", slug: "create-contact", props: { firstName: "Ada", customFields: { "No such field": "1" } }, says: [/no custom field "No such field"/] },
];

describe("refused input", () => {
  it.each(refusals)("$what", async ({ slug = NOTE.slug, props = {}, token, auth, says }) => {
    const before = sandbox.requests.filter(({ method }) => method !== "GET").length;
    const key = sandbox.token(token);
    const full = { ...(slug.includes("task") || slug.includes("note") ? { contactId } : {}), ...props };
    const message = await errorOf(run(sandbox, slug, full, { ...account(sandbox, key), ...auth }), key);
    for (const words of says) expect(message).toMatch(words);
    const written = sandbox.requests.filter(({ method, status }) => method !== "GET" && Number(status) < 400).length;
    expect(written).toBe(before);
  });

  it("a duplicate carries the existing contact's id", async () => {
    const { email } = sandbox.store.contacts.in(sandbox.locationId).find((contact) => contact.email)!;
    const existing = sandbox.store.contacts.byEmail(sandbox.locationId, email!)!;
    const key = sandbox.token();
    const message = await errorOf(run(sandbox, "create-contact", { email }, account(sandbox, key)), key);
    expect(message).toContain(existing.id);
    expect(message).toMatch(/Update Contact.*Upsert Contact/);
  });
});

interface Failure { what: string; rule: FaultRule; says: RegExp; readSurvives: boolean; writes: number }

const failures: Failure[] = [
  { what: "429", rule: { kind: "rate-limit", retryAfterSeconds: 0 }, says: /^$/, readSurvives: true, writes: 1 },
  { what: "500", rule: { kind: "error", status: 500 }, says: /internal error.*may or may not.*check in HighLevel/s, readSurvives: true, writes: 0 },
  { what: "500 after it was carried out", rule: { kind: "error", status: 500, applied: true }, says: /may or may not/, readSurvives: true, writes: 1 },
  { what: "a dropped connection", rule: { kind: "drop" }, says: /connection broke.*may or may not/s, readSurvives: true, writes: 0 },
  { what: "a connection dropped after it was carried out", rule: { kind: "drop", applied: true }, says: /connection broke.*may or may not/s, readSurvives: true, writes: 1 },
  { what: "an answer that is not JSON", rule: { kind: "html" }, says: /not the expected JSON/, readSurvives: true, writes: 0 },
  { what: "a truncated answer", rule: { kind: "truncate" }, says: /connection broke|not the JSON/, readSurvives: true, writes: 1 },
  { what: "a daily quota that is used up", rule: { kind: "daily-quota" }, says: /daily quota.*resets in/s, readSurvives: false, writes: 0 },
];

describe("failures of HighLevel", () => {
  it.each(failures)("$what: a write is never done twice", async ({ rule, says, writes }) => {
    sandbox.faults.add({ ...rule, method: "POST" });
    const key = sandbox.token();
    const notes = () => sandbox.store.notes.in(contactId).length;
    const before = notes();
    const outcome = run(sandbox, "create-contact-note", { contactId, body: "Hello" }, account(sandbox, key));
    if (says.test("")) await outcome;
    else expect(await errorOf(outcome, key)).toMatch(says);
    const added = notes() - before;
    // Whether a broken answer came before or after the note was written is HighLevel's secret; twice it must not be.
    expect(added).toBeLessThanOrEqual(1);
    if (rule.applied !== undefined || says.test("")) expect(added).toBe(writes);
  });

  it("what is missing of a contact is added, and nothing twice, also where notes are kept as HTML", async () => {
    sandbox.store.notesAsHtml = true;
    const props = { firstName: "Ada", email: "ada@example.com", notes: ["Hello\nworld & co", "5 < 6, <she> said"], tasks: ["Call", "Write"] };
    sandbox.faults.add({ kind: "error", method: "POST", path: "/contacts/{contactId}/tasks" });
    const key = sandbox.token();
    const [, id = ""] = /Continue with Contact (\w+)/.exec(await errorOf(run(sandbox, "create-contact", props, account(sandbox, key)), key)) ?? [];
    for (let again = 0; again < 2; again++) await run(sandbox, "create-contact", { ...props, continueWithContactId: id });
    expect(sandbox.store.notes.in(id).map(({ body }) => body)).toEqual(["<p>Hello<br>world &amp; co</p>", "<p>5 &lt; 6, &lt;she&gt; said</p>"]);
    expect(sandbox.store.tasks.in(id).map(({ title }) => title)).toEqual(["Call", "Write"]);
  });

  it.each(failures.filter(({ readSurvives }) => readSurvives))("$what: a poll gets over it", async ({ rule }) => {
    const trigger = await source(sandbox, "search-contacts", {});
    await trigger.deploy();
    const [ada] = sandbox.store.contacts.insert([{ locationId: sandbox.locationId, firstName: "Ada" }]);
    sandbox.faults.add(rule);
    const { emitted } = await trigger.run();
    expect(emitted.map(({ event }) => (event as Fields).id)).toEqual([ada!.id]);
    expect((await trigger.run()).emitted).toEqual([]);
  });

  it("no answer: the poll ends inside its budget, says so, and the next one loses nothing", async () => {
    const trigger = await source(sandbox, "search-contacts", { pollBudget: 5 });
    await trigger.deploy();
    const [ada] = sandbox.store.contacts.insert([{ locationId: sandbox.locationId, firstName: "Ada" }]);
    sandbox.faults.add({ kind: "timeout" });
    onRequest = () => setImmediate(() => clock.passWithin()); // what passes is the time that the poll waits for its answer
    const startedAt = Date.now();
    await expect(trigger.run()).rejects.toThrow(/No response within [1-5] seconds?.*Nothing was changed/s);
    expect(Date.now() - startedAt).toBeLessThan(5_000);
    onRequest = () => undefined;
    const { emitted } = await trigger.run();
    expect(emitted.map(({ event }) => (event as Fields).id)).toEqual([ada!.id]);
  });

  it("a used-up daily quota: the poll says when it resets, and loses nothing", async () => {
    const trigger = await source(sandbox, "search-contacts", {});
    await trigger.deploy();
    sandbox.faults.add({ kind: "daily-quota" });
    await expect(trigger.run()).rejects.toThrow(/daily quota of requests is used up. It resets in/);
  });
});

describe("states a trigger did not write", () => {
  const states: { what: string; db: Fields }[] = [
    { what: "text", db: { state: "broken" } },
    { what: "a number", db: { state: 7 } },
    { what: "an older layout", db: { state: { v: 0, scope: "x", strategy: {} } } },
    { what: "another connector's", db: { state: { lastDate: 1700000000000 } } },
    { what: "of other settings", db: { state: { v: 1, scope: "another", strategy: { floor: 1, known: 1, seen: { base: 1, entries: "" }, undated: [] } } } },
  ];

  it.each(states)("$what: starts afresh from now, says so, floods nobody", async ({ db }) => {
    const state = memoryState();
    const component = await load("search-contacts");
    const first = await createSource(component, { props: {}, auth: account(sandbox), state });
    await first.deploy();
    const saved = state.load()!;
    state.save({ ...saved, db }); // a foreign hand
    const trigger = await createSource(component, { props: {}, auth: account(sandbox), state, onLog: () => undefined });
    const { emitted, logs } = await trigger.run();
    expect(emitted).toEqual([]);
    expect(logs.map(({ message }) => message).join()).toMatch(/starting again from now/);
    const [ada] = sandbox.store.contacts.insert([{ locationId: sandbox.locationId, firstName: "Ada" }]);
    expect((await trigger.run()).emitted.map(({ event }) => (event as Fields).id)).toEqual([ada!.id]);
  });
});
