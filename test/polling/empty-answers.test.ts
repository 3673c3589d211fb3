/** Answers that say they are good and do not hold what was asked for: no news, and the user is told. */
import { describe, expect, it } from "@jest/globals";
import { Api, DAY, Host, MINUTE, NOW, pass, eventLines } from "./host.ts";
import type { Component } from "./host.ts";

const load = async (path: string) => ((await import(`../../components/${path}.ts`)) as { default: Component }).default; // every trigger is one

const SLOT = new Date(NOW + 2 * DAY).toISOString();

describe.each<[string, Record<string, unknown>, unknown, unknown[]]>([
  ["blogs/triggers/check-blog-url-slug", { urlSlug: "five" }, { exists: true }, ["", null, {}, { traceId: "t" }]],
  ["contacts/triggers/get-duplicate-contact", { email: "ada@example.com" }, { contact: { id: "c1" } }, ["", null, {}, { traceId: "t" }]],
  ["users/triggers/filter-users-by-email", { email: "ada@example.com", companyId: "company1" }, { users: [{ id: "u1", email: "ada@example.com" }] }, ["", null, {}, { traceId: "t" }]],
  ["associations/triggers/get-association-key", { keyName: "owner_pet" }, { id: "a1", key: "owner_pet" }, ["", null, {}, { traceId: "t" }]],
  ["calendars/triggers/get-free-slots", { calendarId: "c1" }, { calendar: { id: "c1" }, "2026-03-03": { slots: [SLOT] } }, ["", null]],
])("%s", (path, props, good, empty) => {
  it.each(empty.map((answer) => [answer]))("takes the answer %j for none", async (answer) => {
    let now = good;
    const host = new Host(await load(path), new Api(() => now), props);
    await host.activate();
    const poll = (next: unknown) => {
      now = next;
      pass(15 * MINUTE);
      return host.tryRun();
    };
    expect(await poll(answer)).toMatchObject({ emitted: [], error: { message: expect.stringMatching(/^HighLevel's response to .* contains no .*\. Nothing was skipped; try again later\.$/) } });
    expect(await poll(good)).toEqual({ emitted: [] });
  });
});

describe("a record without an id in it", () => {
  it.each<[string, Record<string, unknown>, unknown, string]>([
    ["conversations/triggers/get-email-by-id", { emailMessageId: "mail1", conversationId: "conversation1" }, { emailMessage: { subject: "Hello" } }, "mail1"],
    ["calendars/triggers/get-calendar-resource", { resourceType: "rooms", resourceId: "resource1" }, { name: "Garden room", capacity: 3 }, "resource1"],
  ])("is deleted under the id of the form: %s", async (path, props, record, id) => {
    const { HighLevelError } = await import("../../common/api/http/errors.ts");
    let isGone = false;
    const host = new Host(await load(path), new Api(() => {
      if (isGone) throw new HighLevelError("Not found.", "notFound", 404);
      return record;
    }), props);
    await host.activate();
    isGone = true;
    expect(eventLines(await host.run())).toEqual([`deleted ${id}`]);
  });
});

describe("a row that is marked as deleted", () => {
  it.each<[string, Record<string, unknown>, (row: Record<string, unknown>) => unknown, Record<string, unknown>]>([
    ["contacts/triggers/get-contact-appointments", { contactId: "c1", eventTypes: ["updated", "deleted"] }, (row) => ({ events: [row] }), { dateUpdated: "2026-01-16 09:28:41" }],
    ["users/triggers/list-users-by-location", { eventTypes: ["updated", "deleted"] }, (row) => ({ users: [row] }), {}],
  ])("is gone, and what only was saved again has not changed: %s", async (path, props, answer, saved) => {
    let row: Record<string, unknown> = { id: "row1", name: "Ada", dateUpdated: "2026-01-15 09:28:41" };
    const host = new Host(await load(path), new Api(() => answer(row)), props);
    await host.activate();
    row = { ...row, ...saved };
    expect(await host.run()).toEqual([]);
    row = { ...row, deleted: true };
    expect(eventLines(await host.settle(MINUTE))).toEqual(["deleted row1"]);
  });
});
