/** Shapes that answers were documented or seen in, and the dropdowns of notes, notifications and resources. */
import { describe, expect, it } from "@jest/globals";
import { createSource, resolveOptions } from "../../hosts/runtime/index.ts";
import { load } from "../e2e/support.ts";
import { LOCATION, mock, TOKEN } from "./harness.ts";
import type { Call } from "./row.ts";

const auth = { oauth_access_token: TOKEN, locationId: LOCATION };
const APPOINTMENT_ID = "0TkCdp9PfvLeWKYRRvIz";
const CALENDAR_ID = "CVokAlI8fgw4WYWoCtQz";
const NOTES = `/calendars/appointments/${APPOINTMENT_ID}/notes`;
const NOTIFICATIONS = `/calendars/${CALENDAR_ID}/notifications`;
const ROOMS = "/calendars/resources/rooms";

const get = (path: string, reply: unknown, status = 200): Call => ({ method: "GET", path, reply, status });
const noteOf = (index: number) => ({ id: `n${index}`, body: `Note ${index}` });
const notesOf = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => noteOf(from + index));

/** Kinds and ids that the second poll emits, with the answers of the first and of the second. */
async function poll(slug: string, props: Record<string, unknown>, before: Call[], after: Call[]) {
  const source = await createSource(await load(slug), { props, auth });
  const wire = mock([...before, ...after]);
  await source.deploy();
  const { emitted } = await source.run();
  const events = emitted.map(({ event }) => event as { id?: string; _id?: string; name?: string; _event: { kind: string; changedFields?: string[] } }); // every trigger's shape
  return { events: events.map(({ id, _id, name, _event }) => [_event.kind, id ?? _id ?? name]), wire };
}

describe("resources", () => {
  const before = { _id: "r1", name: "Garden room", resourceType: "rooms", isActive: true };
  const after = { ...before, capacity: 14 };

  it.each([
    ["a bare list", (list: object[]) => list],
    ["an envelope of their kind", (rooms: object[]) => ({ rooms })],
    ["an envelope", (resources: object[]) => ({ resources, traceId: "t" })],
  ])("are read from %s", async (_, answer) => {
    const { events, wire } = await poll("list-calendar-resources", { resourceType: "rooms" }, [get(ROOMS, answer([before]))], [get(ROOMS, answer([after, { _id: "r2", name: "Red room" }]))]);
    expect(events).toEqual([["updated", "r1"], ["created", "r2"]]);
    expect(wire.map(({ query }) => query)).toEqual(Array.from({ length: 2 }, () => ({ locationId: LOCATION, limit: "100", skip: "0" })));
  });

  it("are told apart by name where they come without id, as described", async () => {
    const nameless = ["Garden room", "Blue room"].map((name) => ({ name, resourceType: "rooms", isActive: true }));
    const { events } = await poll("list-calendar-resources", { resourceType: "rooms" }, [get(ROOMS, nameless)], [get(ROOMS, [nameless[0], { ...nameless[1], isActive: false }])]);
    expect(events).toEqual([["deactivated", "Blue room"]]);
  });

  it("are no list of a kind that nobody knows: that is told", async () => {
    const source = await createSource(await load("list-calendar-resources"), { props: { resourceType: "rooms" }, auth });
    mock([get(ROOMS, { message: "odd" })]);
    await expect(source.deploy()).rejects.toThrow(/contains no list of records/);
  });
});

describe("notifications", () => {
  const before = { _id: "m1", channel: "email", isActive: true };

  it.each([
    ["a bare list", (list: object[]) => list],
    ["an envelope", (notifications: object[]) => ({ notifications, traceId: "t" })],
  ])("are read from %s", async (_, answer) => {
    const { events } = await poll("list-calendar-notifications", { calendarId: CALENDAR_ID }, [get(NOTIFICATIONS, answer([before]))], [get(NOTIFICATIONS, answer([{ ...before, isActive: false }]))]);
    expect(events).toEqual([["deactivated", "m1"]]);
  });

  it.each([
    ["its mark", [get(`${NOTIFICATIONS}/m1`, { ...before, deleted: true })]],
    ["a 404", [get(`${NOTIFICATIONS}/m1`, { message: "Not Found" }, 404)]],
  ])("count as deleted by %s", async (_, after) => {
    const { events } = await poll("get-calendar-notification", { calendarId: CALENDAR_ID, notificationId: "m1" }, [get(`${NOTIFICATIONS}/m1`, { ...before, traceId: "t1" })], after);
    expect(events).toEqual([["deleted", "m1"]]);
  });
});

describe("notes of an appointment", () => {
  it("are read on where HighLevel says that there are more, also behind a short page", async () => {
    const old = [get(NOTES, { notes: notesOf(0, 10), hasMore: true }), get(NOTES, { notes: notesOf(10, 12), hasMore: false })];
    // A start reads a list twice that comes in pages and does not say how long it is.
    const { events, wire } = await poll("list-appointment-notes", { appointmentId: APPOINTMENT_ID },
      [...old, ...old],
      [get(NOTES, { notes: notesOf(0, 10), hasMore: true }), get(NOTES, { notes: notesOf(10, 13), hasMore: false })]);
    expect(events).toEqual([["created", "n12"]]);
    const pages = [{ limit: "20", offset: "0" }, { limit: "20", offset: "10" }];
    expect(wire.map(({ query }) => query)).toEqual([...pages, ...pages, ...pages]);
  });

  it("end at a full page that says so, and at a short one that says nothing", async () => {
    const { events, wire } = await poll("list-appointment-notes", { appointmentId: APPOINTMENT_ID },
      [get(NOTES, { notes: notesOf(0, 20), hasMore: false })], [get(NOTES, { notes: [...notesOf(0, 18)] })]);
    expect(events).toEqual([]);
    expect(wire).toHaveLength(2);
  });
});

const dropdowns: [slug: string, prop: string, configured: Record<string, unknown>, call: Call, query: Record<string, string>, labels: Record<string, string>][] = [
  ["delete-appointment-note", "noteId", { appointmentId: APPOINTMENT_ID }, get(NOTES, { notes: [{ id: "n1", body: "<p>Likes tea</p>" }], hasMore: false }), { limit: "20", offset: "0" }, { n1: "Likes tea" }],
  [
    "delete-calendar-notification", "notificationId", { calendarId: CALENDAR_ID },
    get(NOTIFICATIONS, [{ _id: "m1", notificationType: "reminder", channel: "sms", receiverType: "contact" }, { _id: "m2", deleted: true }]),
    { limit: "100", skip: "0" }, { m1: "reminder by sms to contact" },
  ],
  ["delete-calendar-resource", "resourceId", { resourceType: "rooms" }, get(ROOMS, [{ _id: "r1", name: "Garden room" }, { name: "Without an id" }]), { locationId: LOCATION, limit: "100", skip: "0" }, { r1: "Garden room" }],
];

it.each(dropdowns)("dropdown of %s: %s", async (slug, prop, configured, call, query, labels) => {
  const wire = mock([call]);
  const { options } = await resolveOptions(await load(slug), prop, { auth, configured });
  expect(Object.fromEntries(options.map(({ label, value }) => [value, label]))).toEqual(labels);
  expect(wire.map((sent) => sent.query)).toEqual([query]);
});
