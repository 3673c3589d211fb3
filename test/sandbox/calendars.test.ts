import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import type { CalendarType } from "../../local/sandbox/models/calendars.ts";
import { at, open } from "./client.ts";
import type { TestBed } from "./client.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** A Monday, 6 in the morning in New York, which is five hours behind UTC then. */
const NOW = Date.UTC(2026, 10, 30, 11);
const CALENDAR = "SandboxCalendar00001";

let bed: TestBed;
let contactId: string;
let users: string[];
let created = 0;

beforeEach(async () => {
  bed = await open({ now: () => NOW });
  contactId = bed.store.contacts.in(bed.locationId)[0]!.id;
  users = bed.store.calendars.get(CALENDAR)!.teamMembers.map(({ userId }) => userId);
});
afterEach(() => bed.close());

/** A calendar of New York's Tuesday, 9 to 11, in slots of 30 minutes. */
function calendar(settings: object = {}): string {
  const template = bed.store.calendars.get("SandboxCalendar00002")!;
  const openHours = [{ daysOfTheWeek: [2], hours: [{ openHour: 9, openMinute: 0, closeHour: 11, closeMinute: 0 }] }];
  return bed.store.calendars.put({ ...template, id: `TestCalendar${created++}`, slug: `test-${created}`, calendarType: "personal" as CalendarType, slotDuration: 30, slotDurationUnit: "mins", slotInterval: 30, slotBuffer: 0, openHours, ...settings }).id;
}

async function slotsOf(id: string, query: Record<string, string> = {}): Promise<string[]> {
  const { body } = await bed.api("GET", `/calendars/${id}/free-slots`, { query: { startDate: String(NOW), endDate: String(NOW + 2 * DAY), ...query } });
  return at<string[] | undefined>(body, "2026-12-01.slots")?.map((slot) => slot.slice(11, 16)) ?? [];
}

const book = (calendarId: string, startTime: string, further: object = {}) => bed.api("POST", "/calendars/events/appointments", { body: { calendarId, contactId, locationId: bed.locationId, startTime: `2026-12-01T${startTime}:00-05:00`, ...further } });
const REFUSED = { status: 400, body: { message: "The slot you have selected is no longer available." } };

describe("free slots", () => {
  it("are a map by date in the asked time zone, with the trace id beside the dates", async () => {
    const { body } = await bed.api("GET", `/calendars/${calendar()}/free-slots`, { query: { startDate: String(NOW), endDate: String(NOW + 2 * DAY), timezone: "Asia/Tokyo" } });
    expect(body).toEqual({ "2026-12-01": { slots: ["2026-12-01T23:00:00+09:00", "2026-12-01T23:30:00+09:00"] }, "2026-12-02": { slots: ["2026-12-02T00:00:00+09:00", "2026-12-02T00:30:00+09:00"] }, traceId: expect.any(String) });
  });

  it.each([
    // The day has 23 hours; 24 hours after the evening before it, it is over.
    ["skips an hour", Date.UTC(2027, 2, 14, 4, 30), 0, ["2027-03-14T01:30:00-05:00", "2027-03-14T03:00:00-04:00", "2027-03-14T03:30:00-04:00"]],
    ["has an hour twice", Date.UTC(2027, 10, 7, 3, 30), 0, ["2027-11-07T01:30:00-04:00", "2027-11-07T01:00:00-05:00", "2027-11-07T01:30:00-05:00", "2027-11-07T02:00:00-05:00", "2027-11-07T02:30:00-05:00", "2027-11-07T03:00:00-05:00", "2027-11-07T03:30:00-05:00"]],
  ])("are there on the Sunday that %s", async (_, from, day, slots) => {
    const openHours = [{ daysOfTheWeek: [day], hours: [{ openHour: 1, openMinute: 30, closeHour: 4, closeMinute: 0 }] }];
    const query = { startDate: String(from), endDate: String(from + DAY) };
    const { body } = await bed.api("GET", `/calendars/${calendar({ openHours, allowBookingFor: 0 })}/free-slots`, { query });
    expect(Object.values(body as Record<string, { slots?: string[] }>).flatMap((date) => date.slots ?? [])).toEqual(slots);
  });

  it("are answered for 31 days at most", async () => {
    expect(await bed.api("GET", `/calendars/${CALENDAR}/free-slots`, { query: { startDate: String(NOW), endDate: String(NOW + 31 * DAY) } })).toMatchObject({ status: 200 });
    expect(await bed.api("GET", `/calendars/${CALENDAR}/free-slots`, { query: { startDate: String(NOW), endDate: String(NOW + 31 * DAY + 1) } })).toMatchObject({ status: 400 });
  });

  it.each<[string, object, string[]]>([
    ["a notice", { allowBookingAfter: 28, allowBookingAfterUnit: "hours" }, ["10:00", "10:30"]],
    ["a range", { allowBookingFor: 0.125, allowBookingForUnit: "days" }, []],
    ["special hours", { availabilities: [{ date: "2026-12-01T00:00:00.000Z", hours: [{ openHour: 20, openMinute: 0, closeHour: 21, closeMinute: 0 }] }] }, ["20:00", "20:30"]],
    ["special hours that do not count", { availabilityType: 0, availabilities: [{ date: "2026-12-01T00:00:00.000Z", hours: [] }] }, ["09:00", "09:30", "10:00", "10:30"]],
    ["special hours only, on other days", { availabilityType: 1, availabilities: [] }, []],
    ["longer slots", { slotDuration: 1, slotDurationUnit: "hours" }, ["09:00", "09:30", "10:00"]],
  ])("follow %s", async (_, settings, slots) => {
    expect(await slotsOf(calendar(settings))).toEqual(slots);
  });

  it.each<[string, object, string[]]>([
    ["once", {}, ["09:00", "10:00", "10:30"]],
    ["once with time around it", { slotBuffer: 10, preBuffer: 10 }, ["10:30"]],
    ["of several seats", { calendarType: "class_booking", appoinmentPerSlot: 2 }, ["09:00", "09:30", "10:00", "10:30"]],
    ["on a day with one appointment at most", { appoinmentPerDay: 1 }, []],
  ])("are booked %s", async (_, settings, slots) => {
    const id = calendar(settings);
    expect(await book(id, "09:30")).toMatchObject({ status: 200 });
    expect(await slotsOf(id)).toEqual(slots);
  });

  it("of a team need one member in a round robin, all in a collective calendar", async () => {
    const teamMembers = users.map((userId, index) => ({ userId, isPrimary: index === 1 }));
    const [robin, collective] = [calendar({ calendarType: "round_robin", teamMembers }), calendar({ calendarType: "collective", teamMembers })];
    expect(await book(robin, "09:30", { assignedUserId: users[0] })).toMatchObject({ status: 200 });
    expect(await slotsOf(robin)).toEqual(["09:00", "09:30", "10:00", "10:30"]);
    expect(await slotsOf(robin, { userId: users[0]! })).toEqual(["09:00", "10:00", "10:30"]);
    expect(await slotsOf(collective)).toEqual(["09:00", "10:00", "10:30"]);
    expect(await book(collective, "10:00")).toMatchObject({ status: 200, body: { assignedUserId: users[1] } });
    expect(await slotsOf(robin)).toEqual(["09:00", "09:30", "10:30"]);
  });

  it("vanish while the calendar or the user is blocked", async () => {
    const id = calendar();
    const block = (owner: object, hour: string) => bed.api("POST", "/calendars/events/block-slots", { body: { locationId: bed.locationId, startTime: `2026-12-01T${hour}:00:00-05:00`, endTime: `2026-12-01T${hour}:30:00-05:00`, ...owner } });
    const { body } = await block({ calendarId: id }, "09");
    await block({ assignedUserId: bed.store.calendars.get(id)!.teamMembers[0]!.userId }, "10");
    expect(await slotsOf(id)).toEqual(["09:30", "10:30"]);
    expect(await bed.api("DELETE", `/calendars/events/${at(body, "id")}`, { body: {} })).toMatchObject({ status: 201, body: { succeeded: true } });
    expect(await slotsOf(id)).toEqual(["09:00", "09:30", "10:30"]);
  });
});

describe("appointments", () => {
  it("are booked in free slots only, unless the booking says otherwise", async () => {
    const id = calendar({ allowBookingAfter: 28 });
    for (const time of ["09:00", "10:10", "12:00"]) expect(await book(id, time)).toMatchObject(REFUSED);
    expect(await book(id, "09:00", { ignoreDateRange: true })).toMatchObject({ status: 200 });
    expect(await book(id, "09:00", { ignoreDateRange: true })).toMatchObject(REFUSED);
    expect(await book(id, "09:00", { ignoreFreeSlotValidation: true, rrule: "RRULE:FREQ=DAILY" })).toMatchObject({ status: 200, body: { isRecurring: true } });
    expect(await book(id, "10:00", { rrule: "RRULE:FREQ=DAILY" })).toMatchObject({ status: 200, body: { isRecurring: false } });
  });

  it("of a round robin need a member who is in the team", async () => {
    expect(await book(CALENDAR, "10:00")).toMatchObject({ status: 400, body: { message: /assignedUserId/ } });
    expect(await book(CALENDAR, "10:00", { assignedUserId: "Nobody" })).toMatchObject({ status: 400 });
    expect(await book(CALENDAR, "10:00", { assignedUserId: users[0] })).toMatchObject({ status: 200 });
  });

  it("come flat and without dates from writes, in an envelope from reads, and are readable when deleted", async () => {
    const { body } = await book(calendar(), "09:00");
    expect(body).toMatchObject({ appointmentStatus: "confirmed", appoinmentStatus: "confirmed", startTime: "2026-12-01T09:00:00-05:00", endTime: "2026-12-01T09:30:00-05:00" });
    expect(Object.keys(body as object)).not.toContain("dateAdded");
    const path = `/calendars/events/appointments/${at(body, "id")}`;
    expect((await bed.api("GET", path)).body).toMatchObject({ appointment: { deleted: false, dateAdded: new Date(NOW).toISOString() } });
    await bed.api("DELETE", `/calendars/events/${at(body, "id")}`, { body: {} });
    expect((await bed.api("GET", path)).body).toMatchObject({ appointment: { deleted: true } });
    expect(await bed.api("DELETE", `/calendars/events/${at(body, "id")}`, { body: {} })).toMatchObject({ status: 404 });
    expect(at<unknown[]>((await bed.api("GET", `/contacts/${contactId}/appointments`)).body, "events").filter((event) => at(event, "id") === at(body, "id"))).toEqual([]);
  });

  it("move, also to where they overlap themselves, and keep their length", async () => {
    const id = calendar();
    const { body } = await book(id, "09:30", { endTime: "2026-12-01T10:30:00-05:00" });
    const path = `/calendars/events/appointments/${at(body, "id")}`;
    expect(await bed.api("PUT", path, { body: { startTime: "2026-12-01T10:00:00-05:00" } })).toMatchObject({ status: 200, body: { endTime: "2026-12-01T11:00:00-05:00" } });
    expect(await bed.api("PUT", path, { body: { startTime: "2026-12-01T17:00:00-05:00" } })).toMatchObject(REFUSED);
    expect(await bed.api("PUT", path, { body: { startTime: "soon" } })).toMatchObject({ status: 422 });
  });

  it("are listed by calendar, user or group and start time", async () => {
    await book(CALENDAR, "10:00", { assignedUserId: users[0], title: "Found" });
    const list = async (query: Record<string, string>) => {
      const { status, body } = await bed.api("GET", "/calendars/events", { query: { locationId: bed.locationId, startTime: String(NOW), endTime: String(NOW + 2 * DAY), ...query } });
      return status === 200 ? at<object[]>(body, "events").filter((event) => at(event, "title") === "Found").length : status;
    };
    expect(await list({ calendarId: CALENDAR })).toBe(1);
    expect(await list({ userId: users[0]! })).toBe(1);
    expect(await list({ userId: users[1]! })).toBe(0);
    expect(await list({ groupId: "SandboxGroup00000001" })).toBe(1);
    expect(await list({ groupId: "SandboxGroup00000002" })).toBe(0);
    expect(await list({ calendarId: CALENDAR, endTime: String(NOW + HOUR) })).toBe(0);
    expect(await list({})).toBe(422);
  });
});

describe("calendars", () => {
  const create = (body: object) => bed.api("POST", "/calendars/", { body: { locationId: bed.locationId, name: "New", ...body } });

  it.each([["personal", 0], ["personal", 2], ["collective", 0], ["class_booking", 0], ["service_booking", 0], ["round_robin", 0]])("of the type %s refuse a team of %s", async (calendarType, size) => {
    expect(await create({ calendarType, teamMembers: users.slice(0, size).map((userId) => ({ userId })) })).toMatchObject({ status: 422 });
  });

  it("keep their special dates by id", async () => {
    const hours = [{ openHour: 9, openMinute: 0, closeHour: 12, closeMinute: 0 }];
    const date = "2026-12-24T00:00:00.000Z";
    const { body } = await create({ calendarType: "event", availabilities: [{ date, hours }] });
    const path = `/calendars/${at(body, "calendar.id")}`;
    const id = at(body, "calendar.availabilities.0.id");
    const put = async (availability: object) => at<unknown[]>((await bed.api("PUT", path, { body: { availabilities: [availability] } })).body, "calendar.availabilities");
    expect(await put({ date, hours: [], id })).toEqual([{ date, hours: [], id }]);
    expect(await put({ date: "2026-12-25T00:00:00.000Z", hours })).toHaveLength(2);
    expect(await put({ date, hours, id, deleted: true })).toHaveLength(1);
  });

  it("answer with the live spelling too, and with {} for no opening hours", async () => {
    expect((await create({ calendarType: "event", appoinmentPerSlot: 3 })).body).toMatchObject({ calendar: { appoinmentPerSlot: 3, appointmentPerSlot: 3, openHours: {} } });
  });

  it("need a slug of their own, and so do groups", async () => {
    expect(await create({ calendarType: "event", slug: "consultation" })).toMatchObject({ status: 400 });
    expect(await bed.api("POST", "/calendars/groups", { body: { locationId: bed.locationId, name: "-", description: "-", slug: "classes" } })).toMatchObject({ status: 400 });
  });

  it("of another location are out of reach", async () => {
    const token = bed.token({ locationId: "SandboxLocation00002" });
    expect(await bed.api("GET", `/calendars/${CALENDAR}`, { token })).toMatchObject({ status: 403 });
    expect(await bed.api("DELETE", "/calendars/groups/SandboxGroup00000001", { token })).toMatchObject({ status: 403 });
  });
});
