/** Actions on machines whose clock is not HighLevel's: what is past and what is to come, HighLevel's clock decides. */
import { describe, expect, it } from "@jest/globals";
import { resolveOptions } from "../../hosts/runtime/index.ts";
import { loadOperation } from "../../local/cli/catalog.ts";
import { LOCATION, NOW, TOKEN, mock, run, failureOf } from "./harness.ts";
import type { Call } from "./row.ts";
import { CONTACT_ID } from "./records.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const text = { contactId: CONTACT_ID, type: "SMS", message: "Hello" };
const iso = (ms: number) => new Date(ms).toISOString();
const dated = (call: Call, now: number): Call => ({ ...call, headers: { date: new Date(now).toUTCString() } });
const home = (now: number) => dated({ method: "GET", path: `/locations/${LOCATION}`, reply: { location: {} } }, now);
const sent: Call = { method: "POST", path: "/conversations/messages", reply: { messageId: "m1" } };

describe("a message that is scheduled on a machine whose clock is wrong", () => {
  it.each([-DAY, -HOUR, HOUR, DAY, 30 * DAY])("(%d ms ahead) is sent where its time is to come for HighLevel, and refused where it is past", async (aheadMs) => {
    const now = NOW.getTime() - aheadMs;
    const wire = mock([home(now), sent]);
    await run("send-message", { ...text, scheduledTimestamp: iso(now + 60_000) });
    expect(wire[1]?.body).toMatchObject({ scheduledTimestamp: (now + 60_000) / 1000 });
    mock([home(now)]);
    expect((await failureOf("send-message", { ...text, scheduledTimestamp: iso(now - 60_000) })).message)
      .toBe(`Send At: ${iso(now - 60_000)} lies in the past. Leave it empty to send at once.`);
  });

  it.each([["2026-11-20T14:59:59Z", "2026-11-20T14:59:59.000Z"], ["1764082800", "2025-11-25T15:00:00.000Z"]])("is refused for %s, which is past for both", async (scheduledTimestamp, at) => {
    mock([home(NOW.getTime())]);
    expect((await failureOf("send-message", { ...text, scheduledTimestamp })).message).toBe(`Send At: ${at} lies in the past. Leave it empty to send at once.`);
  });

  it("goes by the machine's clock where HighLevel does not say what time it is", async () => {
    mock([{ method: "GET", path: `/locations/${LOCATION}`, status: 403, reply: {} }]);
    expect((await failureOf("send-message", { ...text, scheduledTimestamp: iso(NOW.getTime() - 1_000) })).message).toContain("lies in the past");
  });
});

describe("a slot on a machine whose clock is ahead", () => {
  const calendarId = "calendar1";
  const path = `/calendars/${calendarId}/free-slots`;

  it("is asked for and booked, although it is past for the machine", async () => {
    const startTime = iso(NOW.getTime() - DAY + HOUR);
    const wire = mock([
      { method: "GET", path, reply: { "2026-11-24": { slots: [startTime] } } },
      { method: "POST", path: "/calendars/events/appointments", reply: { id: "a1" } },
    ]);
    await run("create-appointment", { calendarId, contactId: CONTACT_ID, startTime });
    expect(wire[0]?.query?.startDate).toBe(String(Date.parse(startTime)));
    expect(wire).toHaveLength(2);
  });

  it("is asked for and booked, although it is long past for the machine", async () => {
    const now = NOW.getTime() - 30 * DAY;
    const startTime = iso(now + HOUR);
    const wire = mock([
      home(now),
      { method: "GET", path, reply: { "2026-11-24": { slots: [startTime] } } },
      { method: "POST", path: "/calendars/events/appointments", reply: { id: "a1" } },
    ]);
    await run("create-appointment", { calendarId, contactId: CONTACT_ID, startTime });
    expect(wire[1]?.query?.startDate).toBe(String(now));
    expect(wire).toHaveLength(3);
  });

  it("is offered", async () => {
    const { component } = await loadOperation("create-appointment", process.env, "action");
    const now = Math.floor((Date.now() - DAY) / 1000) * 1000;
    const days = { "2026-11-24": { slots: [iso(now + HOUR)] } };
    const wire = mock([dated({ method: "GET", path, reply: {} }, now), dated({ method: "GET", path, reply: days }, now)]);
    const { options } = await resolveOptions(component, "startTime", { auth: { oauth_access_token: TOKEN, locationId: LOCATION }, configured: { calendarId } });
    expect(options.map(({ value }) => value)).toEqual([iso(now + HOUR)]);
    expect(wire[1]?.query?.startDate).toBe(String(now));
  });
});
