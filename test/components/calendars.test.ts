/** Calendars, appointments and slots: what people are told, the shapes of answers, the dropdowns, and what a poll asks for. */
import { describe, expect, it } from "@jest/globals";
import { createSource, resolveOptions } from "../../hosts/runtime/index.ts";
import { load } from "../e2e/support.ts";
import { LOCATION, mock, run, failureOf, TOKEN } from "./harness.ts";
import type { Sent } from "./harness.ts";
import { CONTACT_ID as contactId, USER_ID } from "./records.ts";
import type { Call } from "./row.ts";

const auth = { oauth_access_token: TOKEN, locationId: LOCATION };
const DAY = 86_400_000;
const calendarId = "CVokAlI8fgw4WYWoCtQz";
const EVENT_ID = "0TkCdp9PfvLeWKYRRvIz";
const ZOOM = { kind: "zoom_conference" };
const member = (further: object, userId = USER_ID) => JSON.stringify({ userId, ...further });
const get = (path: string, reply: unknown, status = 200): Call => ({ method: "GET", path, reply, status });

/** What is filled in wrongly, and what the person is told. None of these sends anything: there are no mocks. */
const mistakes: [slug: string, props: Record<string, unknown>, message: string | RegExp][] = [
  ["create-calendar", { name: "A", calendarType: "round_robin" }, "Team Members: a round-robin calendar needs someone who can be booked. Choose at least one user."],
  ["create-calendar", { name: "A", calendarType: "class_booking", teamMembers: [] }, /a class calendar needs someone/],
  ["create-calendar", { name: "A", calendarType: "personal", teamMembers: ["u1", "u2"] }, "Team Members: a personal calendar has exactly one, but 2 are chosen."],
  ["create-calendar", { name: "A", calendarType: "collective", teamMembers: [member({ isPrimary: true }), member({ isPrimary: true }, "u2")] }, "Team Members: only one of them can be primary."],
  ["create-calendar", { name: "A", calendarType: "collective", teamMembers: [member({ locationConfigurations: [ZOOM, ZOOM] })] }, /only a single team member can have more than one meeting location/],
  ["update-calendar", { calendarId, teamMembers: ["u1", member({ locationConfigurations: [ZOOM, ZOOM] })] }, /more than one meeting location/],
  ["update-calendar", { calendarId, enableRecurring: true, teamMembers: ["u1", "u2"] }, /Recurring Appointments: only a calendar with one team member can have them, but 2 are chosen/],
  ["update-calendar", { calendarId, teamMembers: [member({ role: "boss" })] }, "Team Members, item 1: \"role\" is not a known field. The fields are userId, priority, isPrimary, locationConfigurations."],
  ["create-calendar", { name: "A", calendarType: "event", locationConfigurations: ["physical: Room 1", "zoom_conference"] }, /an event calendar cannot use zoom_conference/],
  ["create-calendar", { name: "A", locationConfigurations: ["zoom_conference"] }, /an event calendar cannot use zoom_conference/],
  ["create-calendar", { name: "A", locationConfigurations: ["moon"] }, /Meeting Locations, item 1: "moon" is not readable\. Write it like zoom_conference/],
  ...["Mon-Fri", "Someday 09:00-12:00", "Mon 17:00-09:00", "Mon 09:00-24:00", "Mon 9-12", "Mon-Wed-Fri 09:00-12:00", "{\"daysOfTheWeek\": [1]"].map((line): [string, Record<string, unknown>, RegExp] => (
    ["update-calendar", { calendarId, openHours: ["Sat 10:00-12:00", line] }, /Weekly Available Hours, item 2: .* is not readable\. Write it like Mon-Fri 09:00-12:00, 13:00-17:00/]
  )),
  ["update-calendar", { calendarId, availabilities: ["2026-12-24"] }, /Date-Specific Hours, item 1: "2026-12-24" is not readable/],
  ["update-calendar", { calendarId, availabilities: ["2026-02-30 closed"] }, "Date-Specific Hours: \"2026-02-30\" is not a date. Write it like 2026-12-31 (year, month, day)."],
  ["update-calendar", { calendarId, lookBusy: true }, "Fill in Look Busy Percentage. Enter the percentage of free slots to hide, such as 30."],
  ["update-calendar", { calendarId, alertEmail: "office" }, /Alert Email: "office" is not an email address/],
  ["update-calendar", { calendarId }, "Fill in at least one field. There is nothing to change."],
  ["create-calendar", { name: " " }, "The field Name is empty. Fill it in; an expression in it may have found nothing."],
  ["create-calendar-notification", { calendarId, receiverType: "business", channel: "email", notificationType: "booked", selectedUsers: [USER_ID, "office@example.com"] }, "Users: this field takes an ID, not an email address. Choose the user from the list, or enter the address in Email Addresses."],
  ["create-appointment", { calendarId, contactId: "maya@example.com", startTime: "2026-12-01T09:00:00Z" }, /^Contact: this field takes an ID, not an email address\. Use Find Contact first/],
  ["create-calendar-group", { name: "A", description: " ", slug: "a" }, "The field Description is empty. Fill it in; an expression in it may have found nothing."],
  ["create-appointment", { calendarId, contactId, startTime: "tomorrow" }, /Start Time: "tomorrow" is not a date and time/],
  ["create-appointment", { calendarId, contactId, checkFreeSlots: false, startTime: "2026-12-01T09:00:00Z", endTime: "2026-12-01T03:00:00-06:00" }, "End Time (2026-12-01T03:00:00-06:00) must lie after Start Time (2026-12-01T09:00:00Z)."],
  ["create-appointment", { calendarId, contactId, startTime: "2026-12-01T09:00:00Z", endTime: "2026-12-01T09:00:00Z" }, /must lie after Start Time/], // before anything is asked
  ["update-appointment", { appointmentId: EVENT_ID, startTime: "2026-12-01T09:00:00Z", endTime: "2026-12-01T08:00:00Z" }, /must lie after Start Time/],
  ["create-appointment", { calendarId, contactId, checkFreeSlots: false, startTime: "2026-12-01 09:00", timeZone: "Mars" }, /Time Zone: "Mars" is not a time zone/],
  ["create-appointment", { calendarId, contactId, checkFreeSlots: false, startTime: "2026-12-01T09:00:00Z", rrule: "RRULE:FREQ=DAILY" }, /Clear Recurrence Rule\. It only works with Ignore Free Slots on/],
  ["update-appointment", { appointmentId: EVENT_ID }, "Fill in at least one field. There is nothing to change."],
  ["create-block-slot", { startTime: "2026-12-01T09:00:00Z", endTime: "2026-12-01T10:00:00Z" }, "Fill in Calendar or User. Time is blocked either in a calendar or for a user."],
  ["create-block-slot", { calendarId, assignedUserId: USER_ID, startTime: "2026-12-01T09:00:00Z", endTime: "2026-12-01T10:00:00Z" }, /Fill in only one of Calendar and User\./],
  ["update-block-slot", { blockedSlotId: EVENT_ID, title: "Lunch" }, /Fill in Calendar or User\./],
  ["fetch-appointments", { calendarId, startTime: "2026-12-01T09:00:00Z", endTime: "2026-12-01T03:00:00-06:00" }, "To (2026-12-01T03:00:00-06:00) must lie after From (2026-12-01T09:00:00Z)."],
  ["fetch-blocked-slots", { calendarId, startTime: " ", endTime: "2026-12-01T09:00:00Z" }, "The field From is empty. Fill it in; an expression in it may have found nothing."],
  ["fetch-free-slots", { calendarId, startTime: "soon", endTime: "2026-12-01T09:00:00Z" }, /From: "soon" is not a date and time/],
];

it.each(mistakes)("%s %j", async (slug, props, message) => {
  const { message: said } = await failureOf(slug, props);
  if (typeof message === "string") expect(said).toBe(message);
  else expect(said).toMatch(message);
});

describe("a slot that is taken", () => {
  const slots = `/calendars/${calendarId}/free-slots`;
  const wanted = { calendarId, contactId, startTime: "2026-12-01 09:00", timeZone: "America/Chicago" };
  const answer = {
    "2026-11-30": { slots: ["2026-11-30T08:00:00-06:00", "2026-11-30T16:30:00-06:00"] },
    "2026-12-01": { slots: ["2026-12-01T08:30:00-06:00", "2026-12-01T09:30:00-06:00", "2026-12-01T10:00:00-06:00", "2026-12-01T15:00:00-06:00"] },
    traceId: "2026-12-01T09:00:00-06:00",
  };

  it("is not booked; the nearest free ones are named in the form's time zone", async () => {
    const wire = mock([get(`/calendars/${calendarId}`, { calendar: {} }), get(slots, answer)]);
    const { message } = await failureOf("create-appointment", { ...wanted, assignedUserId: USER_ID });
    expect(message).toBe("Start Time: 2026-12-01T09:00:00-06:00 is not a free slot of this calendar and user. Free slots nearby: 2026-11-30T16:30:00-06:00, 2026-12-01T08:30:00-06:00, "
      + "2026-12-01T09:30:00-06:00, 2026-12-01T10:00:00-06:00, 2026-12-01T15:00:00-06:00. Nothing was booked. Choose another time, or switch off Check Free Slots to let HighLevel decide.");
    expect(wire.slice(1)).toEqual([expect.objectContaining({ query: {
      startDate: String(Date.parse("2026-11-28T15:00:00Z")), endDate: String(Date.parse("2026-12-11T15:00:00Z")), timezone: "America/Chicago", userId: USER_ID,
    } })]);
  });

  it.each<[what: string, answer: unknown, says: string]>([
    ["names the next free ones", answer, "The next free slots: 2026-12-01T08:30:00-06:00, 2026-12-01T09:30:00-06:00, 2026-12-01T10:00:00-06:00, 2026-12-01T15:00:00-06:00. "],
    ["names none where none is free", { traceId: "t" }, ""],
  ])("is not booked in what is past by HighLevel's clock, and %s", async (_, free, says) => {
    mock([{ ...get(slots, free), headers: { date: "Tue, 01 Dec 2026 12:00:00 GMT" } }]);
    expect((await failureOf("create-appointment", { ...wanted, startTime: "2026-11-30T16:30:30-06:00" })).message)
      .toBe(`Start Time: 2026-11-30T16:30:30-06:00 lies in the past. ${says}Nothing was booked. Choose another time, or switch off Check Free Slots to let HighLevel decide.`);
  });

  it("is not booked where nothing else is free either", async () => {
    mock([get(slots, { traceId: "t" })]);
    expect((await failureOf("create-appointment", wanted)).message).toMatch(/Nor is any other slot free until 10 days later/);
  });

  it.each([{ checkFreeSlots: false }, { ignoreFreeSlotValidation: true }, { ignoreDateRange: true }])("is left to HighLevel with %j", async (choice) => {
    const wire = mock([{ method: "POST", path: "/calendars/events/appointments", reply: { id: EVENT_ID } }]);
    await run("create-appointment", { ...wanted, ...choice });
    expect(wire).toHaveLength(1);
  });
});

describe("an appointment of a calendar with several members, of whom nobody is chosen", () => {
  const refusal: Call = { method: "POST", path: "/calendars/events/appointments", status: 400, reply: { message: "A team member needs to be selected. assignedUserId is missing" } };
  const team = get(`/calendars/${calendarId}`, { calendar: { teamMembers: [{ userId: USER_ID }, { userId: "u2" }] } });
  const people = { users: [{ id: USER_ID, name: "Maya Ellison" }, { id: "u3", name: "Ada" }] };

  it.each<[what: string, calls: Call[], says: string]>([
    ["names them", [team, get("/users/", people)], `Choose one in Assigned To: Maya Ellison (${USER_ID}), u2.`],
    ["gives their ids where the account may not look at users", [team, get("/users/", { message: "The token is not authorized for this scope." }, 401)], `Choose one in Assigned To: ${USER_ID}, u2.`],
    ["says which field it is where it may not look at calendars", [get(`/calendars/${calendarId}`, { message: "The token is not authorized for this scope." }, 401)], "Choose one in Assigned To."],
  ])("%s", async (_, calls, says) => {
    mock([refusal, ...calls]);
    const { message } = await failureOf("create-appointment", { calendarId: ` ${calendarId}`, contactId, startTime: "2026-12-01T09:00:00-05:00", checkFreeSlots: false });
    expect(message).toBe(`This calendar has several team members, and HighLevel wants to know which of them is booked. ${says} (POST /calendars/events/appointments, status 400)`);
  });
});

describe("a new calendar", () => {
  const made = async (props: Record<string, unknown>) => {
    const wire = mock([{ method: "POST", path: "/calendars/", reply: { calendar: { id: calendarId } } }]);
    await run("create-calendar", { name: "A", ...props });
    return wire[0]!.body;
  };

  it.each([
    ["an event without a team", {}, { calendarType: "event" }],
    ["a round robin with one", { teamMembers: ["u1"] }, { calendarType: "round_robin", teamMembers: [{ userId: "u1" }] }],
    ["what is chosen", { calendarType: "personal", teamMembers: ["u1"] }, { calendarType: "personal", teamMembers: [{ userId: "u1" }] }],
  ])("is %s", async (_, props, body) => {
    expect(await made(props)).toEqual({ locationId: LOCATION, name: "A", ...body });
  });

  it("counts its times in the units that the form says", async () => {
    const times = { slotDuration: 45, slotInterval: 15, preBuffer: 5, slotBuffer: 10, allowBookingAfter: 2, allowBookingFor: 30 };
    const inUnits = { slotDurationUnit: "mins", slotIntervalUnit: "mins", preBufferUnit: "mins", slotBufferUnit: "mins", allowBookingAfterUnit: "hours", allowBookingForUnit: "days" };
    expect(await made(times)).toMatchObject({ ...times, ...inUnits });
    const others = { slotDuration: 1, slotDurationUnit: "hours", allowBookingFor: 2, allowBookingForUnit: "months" };
    expect(await made(others)).toEqual({ locationId: LOCATION, name: "A", calendarType: "event", ...others });
  });

  it("keeps its units where only their numbers change", async () => {
    const wire = mock([{ method: "PUT", path: `/calendars/${calendarId}`, reply: { calendar: { id: calendarId } } }]);
    await run("update-calendar", { calendarId, slotDuration: 45, slotBuffer: 10 });
    expect(wire[0]!.body).toEqual({ slotDuration: 45, slotBuffer: 10 });
  });
});

const slotsPath = `/calendars/${calendarId}/free-slots`;
const freeAt = (...slots: string[]) => get(slotsPath, { "2026-12-01": { slots } });
const teamOf = (...teamMembers: object[]) => get(`/calendars/${calendarId}`, { calendar: { id: calendarId, teamMembers } });
const names = get("/users/", { users: [{ id: "u1", name: "Ann Lee" }, { id: "u2", name: "Bo Day" }] });
const noScope = (path: string) => get(path, { message: "The token is not authorized for this scope." }, 401);
const [NINE, HALF_PAST, TEN] = ["2026-12-01T09:00:00-06:00", "2026-12-01T09:30:00-06:00", "2026-12-01T10:00:00-06:00"];

describe("who takes an appointment", () => {
  const form = { calendarId, contactId, startTime: NINE, assignedUserId: "u1" };
  const booked: Call = { method: "POST", path: "/calendars/events/appointments", reply: { id: EVENT_ID } };

  it.each([
    ["by name", names, "Assigned To: Ann Lee (u1) is not a member of this calendar. Its members: Bo Day (u2), u3. Nothing was booked. Choose one of them."],
    ["by id where their names are not to be had", noScope("/users/"), "Assigned To: u1 is not a member of this calendar. Its members: u2, u3. Nothing was booked. Choose one of them."],
  ])("has to be a member; the members are told %s", async (_, users, message) => {
    mock([teamOf({ userId: "u2" }, { userId: "u3" }), users]);
    expect((await failureOf("create-appointment", { ...form, ignoreFreeSlotValidation: true })).message).toBe(message);
  });

  it("is told of a large team in part", async () => {
    mock([teamOf(...Array.from({ length: 23 }, (_, index) => ({ userId: `m${index}` }))), names]);
    expect((await failureOf("create-appointment", form)).message).toMatch(/Its members: m0, .*, m19 and 3 more\. Nothing/);
  });

  it.each([
    ["a member", teamOf({ userId: "u1" }, { userId: "u2" })],
    ["anyone, where the calendar has no team", teamOf()],
    ["anyone, where the account may not read the calendar: HighLevel decides", noScope(`/calendars/${calendarId}`)],
    ["a member at any time, where the account may not read slots", teamOf({ userId: "u1" }), noScope(slotsPath)],
  ])("can be %s", async (_, team, slots = freeAt(NINE)) => {
    const wire = mock([team, slots, booked]);
    await run("create-appointment", form);
    expect(wire.map(({ method }) => method)).toEqual(["GET", "GET", "POST"]);
  });
});

describe("an appointment that changes", () => {
  const path = `/calendars/events/appointments/${EVENT_ID}`;
  const present = (further = {}) => get(path, { event: { id: EVENT_ID, calendarId, assignedUserId: "u1", users: ["u1"], startTime: NINE, endTime: HALF_PAST, appointmentStatus: "confirmed", ...further } });
  const changed: Call = { method: "PUT", path, reply: { id: EVENT_ID } };
  const settings = (further = {}) => get(`/calendars/${calendarId}`, { calendar: { id: calendarId, teamMembers: [{ userId: "u1" }, { userId: "u2" }], ...further } });
  const form = { appointmentId: EVENT_ID };

  it.each<[string, Record<string, unknown>, Call[]]>([
    ["neither time, user nor calendar is filled in", { title: "Talk" }, []],
    ["the checks are off", { startTime: TEN, checkFreeSlots: false }, []],
    ["the slot does not have to be free", { startTime: TEN, ignoreFreeSlotValidation: true }, []],
    ["time and user stay as they are", { startTime: NINE, assignedUserId: "u1" }, [present(), settings()]],
    ["the slot is free", { startTime: TEN }, [present(), freeAt(TEN)]],
    ["the other user is free", { assignedUserId: "u2" }, [present(), settings(), freeAt(NINE)]],
    ["what is over is given to another user", { assignedUserId: "u2" }, [present({ startTime: "2026-11-20T09:00:00-06:00" }), settings()]],
    ["it overlaps itself", { startTime: "2026-12-01T09:15:00-06:00" }, [present(), freeAt(TEN), settings()]],
    ["it takes a slot within its own buffers", { startTime: TEN }, [present(), freeAt(), settings({ preBuffer: 15, slotBuffer: 1, slotBufferUnit: "hours" })]],
    ["it is the one appointment that the day can have", { startTime: "2026-12-01T15:00:00-06:00" }, [present(), freeAt(), settings({ appoinmentPerDay: 1 })]],
    ["the account may not read it: HighLevel decides", { startTime: TEN }, [noScope(path)]],
    ["the account may not read slots: HighLevel decides", { startTime: TEN }, [present(), noScope(slotsPath)]],
    ["it is cancelled, and takes no slot", { startTime: TEN, appointmentStatus: "cancelled" }, []],
  ])("is sent where %s", async (_, props, lookUps) => {
    const wire = mock([...lookUps, changed]);
    await run("update-appointment", { ...form, ...props });
    expect(wire.map(({ method }) => method)).toEqual([...lookUps.map(() => "GET"), "PUT"]);
  });

  it.each<[string, Record<string, unknown>, Call[], RegExp]>([
    ["to a slot that is taken", { startTime: TEN }, [present(), freeAt(HALF_PAST), settings()], /^Start Time: 2026-12-01T10:00:00-06:00 is not a free slot of this calendar and user\. Free slots nearby: 2026-12-01T09:30:00-06:00\. Nothing was changed\. Choose another time, or switch off Check Free Slots/],
    ["to a user who is busy", { assignedUserId: "u2" }, [present(), settings(), freeAt(TEN), settings()], /^Assigned To: 2026-12-01T09:00:00-06:00 is not a free slot of this calendar and user\./],
    ["from a slot that it does not take, being cancelled", { startTime: "2026-12-01T09:15:00-06:00" }, [present({ appointmentStatus: "cancelled" }), freeAt(TEN), settings()], /^Start Time: /],
    ["to a user who is not a member", { assignedUserId: "u3", checkFreeSlots: false }, [present(), settings(), names], /^Assigned To: u3 is not a member of this calendar\. Its members: Ann Lee \(u1\), Bo Day \(u2\)\. Nothing was changed\./],
  ])("is not sent: %s", async (_, props, lookUps, message) => {
    const wire = mock(lookUps);
    expect((await failureOf("update-appointment", { ...form, ...props })).message).toMatch(message);
    expect(wire).toHaveLength(lookUps.length);
  });

  it("asks the new calendar for its slots, whoever is free", async () => {
    const wire = mock([present({ calendarId: "c2" }), freeAt(NINE), changed]);
    await run("update-appointment", { ...form, newCalendarId: calendarId });
    expect(wire[1]!.query).not.toHaveProperty("userId");
  });

  it("asks for the slots of the user who has it", async () => {
    const wire = mock([present(), freeAt(TEN), changed]);
    await run("update-appointment", { ...form, startTime: TEN });
    expect(wire[1]!.query).toMatchObject({ userId: "u1" });
  });
});

/** Runs a trigger twice: what it emits the second time, and what went over the wire. */
async function poll(slug: string, props: Record<string, unknown>, before: Call[], after: Call[]) {
  const source = await createSource(await load(slug), { props, auth });
  const wire = mock([...before, ...after]);
  await source.deploy();
  const { emitted } = await source.run();
  const events = emitted.map(({ event }) => event as Record<string, unknown> & { _event: { kind: string } }); // every trigger's shape
  return { events, eventTypes: events.map(({ _event }) => _event.kind), wire, pollWire: wire.slice(before.length) };
}

const queryOf = ({ query = {} }: Sent) => query;
const old = "2026-01-15T09:28:41.000Z";
const event = (further: object = {}) => ({ id: EVENT_ID, title: "Talk", calendarId, startTime: new Date(Date.now() + DAY).toISOString(), appointmentStatus: "confirmed", dateAdded: old, dateUpdated: old, ...further });

describe("the shapes of answers", () => {
  it.each([["event", "appointment"], ["appointment", "event"]])("an appointment comes as %s or %s, and counts as deleted where it says so", async (first, second) => {
    const path = `/calendars/events/appointments/${EVENT_ID}`;
    const { events } = await poll("get-appointment", { appointmentId: EVENT_ID }, [get(path, { [first]: event() })], [get(path, { [second]: event({ deleted: true }), traceId: "t" })]);
    expect(events).toEqual([{ id: EVENT_ID, _event: { kind: "deleted", detectedAt: expect.any(String) } }]);
  });

  it("deleted events that are still listed are gone", async () => {
    const list = "/calendars/events";
    const present = event();
    const source = await createSource(await load("list-calendar-events"), { props: { calendarId }, auth });
    const gone = [get(list, { events: [{ ...present, deleted: true }] })];
    mock([get(list, { events: [present] }), ...gone, ...gone, get(`/calendars/events/appointments/${EVENT_ID}`, { appointment: { ...present, deleted: true } })]);
    await source.deploy();
    const events = [...(await source.run()).emitted, ...(await source.run()).emitted].map((emission) => (emission.event as { _event: { kind: string } })._event.kind); // every trigger's shape
    expect(events).toEqual(["deleted"]);
  });

  it.each([["misspelt", "appoinmentStatus"], ["short", "status"]])("a status under its %s name", async (_, name) => {
    const { appointmentStatus, ...rest } = event();
    const { eventTypes } = await poll("list-calendar-events", { calendarId }, [get("/calendars/events", { events: [{ ...rest, [name]: appointmentStatus }] })], [get("/calendars/events", { events: [{ ...rest, [name]: "noshow" }] })]);
    expect(eventTypes).toEqual(["status changed"]);
  });

  it.each([
    ["by date", (days: object) => ({ ...days, traceId: "t" })],
    ["by date, in the older form", (days: object) => ({ _dates_: days, traceId: "t" })],
  ])("free slots %s", async (_, answer) => {
    const at = Math.ceil((Date.now() + 2 * DAY) / 3_600_000) * 3_600_000;
    const day = (...slots: number[]) => ({ [new Date(at).toISOString().slice(0, 10)]: { slots: slots.map((slot) => new Date(slot).toISOString()) } });
    const path = `/calendars/${calendarId}`;
    const limits = get(path, { calendar: { id: calendarId } });
    const [before, after] = [day(at, at + 1_800_000), day(at, at + 3_600_000)].map((days) => get(`${path}/free-slots`, answer(days)));
    // Before anything is told, the limits and the slots are read again.
    const { events } = await poll("get-free-slots", { calendarId }, [limits, before!], [after!, limits, after!]);
    expect(events.map(({ _event: { kind }, startTime }) => [kind, Date.parse(String(startTime))])).toEqual([["opened", at + 3_600_000], ["taken", at + 1_800_000]]);
  });
});

describe("what a poll asks for", () => {
  it("of one calendar: one request, the window in epoch ms", async () => {
    const list = "/calendars/events";
    const { pollWire } = await poll("list-calendar-events", { calendarId, daysBack: 1, daysAhead: 10 }, [get(list, { events: [] })], [get(list, { events: [] })]);
    expect(pollWire.map(queryOf)).toEqual([{ locationId: LOCATION, calendarId, startTime: expect.stringMatching(/^\d{13}$/), endTime: expect.stringMatching(/^\d{13}$/) }]);
    const { startTime, endTime } = queryOf(pollWire[0]!);
    expect(Number(endTime) - Number(startTime)).toBe(11 * DAY);
  });

  it("of the whole sub-account: each calendar once", async () => {
    const answers = [get("/calendars/", { calendars: [{ id: "c1" }, { id: "c2" }] }), get("/calendars/events", { events: [event()] }), get("/calendars/events", { events: [event()] })];
    const { eventTypes, pollWire } = await poll("list-calendar-events", {}, answers, answers);
    expect(pollWire.map((sent) => queryOf(sent).calendarId)).toEqual([undefined, "c1", "c2"]);
    expect(eventTypes).toEqual([]);
  });

  it("an event that stands in two calendars counts once", async () => {
    const both = get("/calendars/events", { events: Array.from({ length: 20 }, (_, index) => event({ id: `e${index}`, dateAdded: new Date(Date.parse(old) + index).toISOString() })) });
    const source = await createSource(await load("list-calendar-events"), { props: {}, auth });
    mock([get("/calendars/", { calendars: [{ id: "c1" }, { id: "c2" }] }), both, both]);
    expect((await source.deploy()).emitted).toHaveLength(20);
  });

  it("of two owners at once: nothing, but says why", async () => {
    const source = await createSource(await load("list-blocked-slots"), { props: { calendarId, userId: USER_ID }, auth });
    await expect(source.deploy()).rejects.toThrow("Fill in only one of Calendar, User and Calendar Group. HighLevel looks at one of them at a time.");
  });

  it("of free slots: at most 31 days, several users by repeated keys, in 1 request", async () => {
    const path = `/calendars/${calendarId}`;
    const slots = get(`${path}/free-slots`, {});
    const { pollWire } = await poll("get-free-slots", { calendarId, days: 31, userIds: ["u1", "u2"] }, [get(path, { calendar: { id: calendarId } }), slots], [slots]);
    expect(pollWire).toHaveLength(1);
    const { startDate, endDate, ...rest } = queryOf(pollWire[0]!);
    expect(Number(endDate) - Number(startDate)).toBe(31 * DAY);
    expect(rest).toEqual({ userIds: ["u1", "u2"] });
  });

  it("a slot that only comes within reach of booking has not opened, and one within the notice was not taken", async () => {
    const path = `/calendars/${calendarId}`;
    const now = Date.now();
    const [tooSoon, inReach] = [now + 3_600_000, now + 7 * DAY + 60_000];
    const limits = get(path, { calendar: { id: calendarId, allowBookingAfter: 2, allowBookingAfterUnit: "hours", allowBookingFor: 7, allowBookingForUnit: "days" } });
    const free = (slot: number) => get(`${path}/free-slots`, { [new Date(slot).toISOString().slice(0, 10)]: { slots: [new Date(slot).toISOString()] } });
    expect((await poll("get-free-slots", { calendarId }, [limits, free(tooSoon)], [free(inReach)])).eventTypes).toEqual([]);
  });

  it("a slot so near to the limits of booking that HighLevel's clock decides whether it is shown was neither taken nor opened", async () => {
    const path = `/calendars/${calendarId}`;
    const now = Date.now();
    const at = (ms: number) => new Date(now + ms).toISOString();
    const limits = get(path, { calendar: { id: calendarId, allowBookingAfter: 2, allowBookingAfterUnit: "hours", allowBookingFor: 7, allowBookingForUnit: "days" } });
    const free = (...slots: string[]) => get(`${path}/free-slots`, { [at(DAY).slice(0, 10)]: { slots } });
    const [first, last, between] = [at(7_200_000 + 120_000), at(7 * DAY - 120_000), at(DAY)];
    expect((await poll("get-free-slots", { calendarId }, [limits, free(first, between)], [free(last), limits, free(last)])).eventTypes).toEqual(["taken"]);
  });
});

describe("dropdowns", () => {
  const options = async (slug: string, prop: string, configured: Record<string, unknown>, query?: string) => (await resolveOptions(await load(slug), prop, { auth, configured, query })).options;
  const events = { events: [event({ startTime: "2026-12-01T09:00:00-05:00" }), event({ id: "e2", title: "Walk", startTime: "2026-12-02T09:00:00-05:00", appointmentStatus: "new" })] };

  it("name calendars and groups, and mark drafts", async () => {
    mock([
      get("/calendars/", { calendars: [{ id: "c1", name: "Team", isActive: true }, { id: "c2", name: "Talk", isActive: false }] }),
      get("/calendars/groups", { groups: [{ id: "g1", name: "Talks" }, { id: "g2", name: "Classes", isActive: false }] }),
    ]);
    expect(await options("delete-calendar", "calendarId", {})).toEqual([{ label: "Team", value: "c1" }, { label: "Talk (draft)", value: "c2" }]);
    expect(await options("delete-calendar-group", "groupId", {})).toEqual([{ label: "Talks", value: "g1" }, { label: "Classes (draft)", value: "g2" }]);
  });

  it("name the calendar's appointments, latest first, and find them", async () => {
    mock([get("/calendars/events", events), get("/calendars/events", events)]);
    expect(await options("update-appointment", "appointmentId", { calendarId })).toEqual([
      { label: "2026-12-02 09:00 Walk (new)", value: "e2" }, { label: "2026-12-01 09:00 Talk (confirmed)", value: EVENT_ID },
    ]);
    expect(await options("get-appointment", "appointmentId", { calendarId }, "talk")).toHaveLength(1);
  });

  it("name appointments and blocked slots together for deletion, and those of a user", async () => {
    const wire = mock([get("/calendars/events", events), get("/calendars/blocked-slots", { events: [{ id: "b1", title: "Lunch", startTime: "2026-12-03T12:00:00-05:00" }] }), get("/calendars/blocked-slots", { events: [] })]);
    expect((await options("delete-event", "eventId", { calendarId })).map(({ value }) => value)).toEqual(["b1", "e2", EVENT_ID]);
    await options("update-block-slot", "blockedSlotId", { assignedUserId: USER_ID });
    expect(queryOf(wire[2]!)).toMatchObject({ userId: USER_ID });
  });

  it("say what to choose first", async () => {
    await expect(options("update-appointment", "appointmentId", {})).rejects.toThrow("Choose a calendar first, or type the ID.");
    await expect(options("create-appointment", "startTime", {})).rejects.toThrow("Choose a calendar first, or enter a time.");
  });

  it.each<[string, Record<string, unknown>, Call[], string[]]>([
    ["the calendar's members", { calendarId }, [teamOf({ userId: "u2" }), names], ["u2"]],
    ["everyone where it has no team", { calendarId }, [teamOf(), names], ["u1", "u2"]],
    ["everyone as long as no calendar is chosen", {}, [names], ["u1", "u2"]],
    ["the members of the calendar that the appointment moves to", { calendarId: "c2", newCalendarId: calendarId }, [teamOf({ userId: "u1" }), names], ["u1"]],
  ])("offer %s for Assigned To", async (_, configured, calls, ids) => {
    mock(calls);
    expect((await options("update-appointment", "assignedUserId", configured)).map(({ value }) => value)).toEqual(ids);
  });

  it("offer the members for the free slots that are watched", async () => {
    mock([teamOf({ userId: "u2" }), names]);
    expect(await options("get-free-slots", "userIds", { calendarId })).toEqual([{ label: "Bo Day", value: "u2" }]);
  });

  const place = (kind: string, meetingId: string, location?: string) => ({ kind, meetingId, location });
  const places = get(`/calendars/${calendarId}`, { calendar: {
    locationConfigurations: [],
    teamMembers: [
      { userId: "u1", locationConfigurations: [place("custom", "custom_0", "Garden room"), place("zoom_conference", "zoom_1")] },
      { userId: "u2", locationConfigurations: [place("physical", "custom_0", " 12 Harbor Street ")] },
      { userId: "u3" },
    ],
  } });
  it.each<[string, Record<string, unknown>, Call, Record<string, string>]>([
    ["all of its team", {}, places, { custom_0: "Custom: Garden room, or Address: 12 Harbor Street", zoom_1: "Zoom" }],
    ["the member who is booked", { assignedUserId: "u2" }, places, { custom_0: "Address: 12 Harbor Street" }],
    ["an event, its own", {}, get(`/calendars/${calendarId}`, { calendar: { locationConfigurations: [place("physical", "physical_0", "Room 1"), place("new_kind", "new_0")] } }), { physical_0: "Address: Room 1", new_0: "new_kind" }],
  ])("offer the meeting locations of the calendar: %s", async (_, configured, call, labels) => {
    mock([call]);
    const found = await options("create-appointment", "meetingLocationId", { calendarId, ...configured });
    expect(Object.fromEntries(found.map(({ label, value }) => [value, label]))).toEqual(labels);
  });

  it("offer the free slots of the calendar that the appointment moves to", async () => {
    mock([freeAt(NINE)]);
    expect((await options("update-appointment", "startTime", { calendarId: "c2", newCalendarId: calendarId })).map(({ value }) => value)).toEqual([NINE]);
  });

  it("offer the free slots of the calendar and user in the chosen time zone", async () => {
    const wire = mock([get(`/calendars/${calendarId}/free-slots`, { "2026-12-02": { slots: ["2026-12-02T09:00:00-05:00"] }, "2026-12-01": { slots: ["2026-12-01T09:00:00-05:00"] } })]);
    const found = await options("create-appointment", "startTime", { calendarId, assignedUserId: USER_ID, timeZone: "America/New_York" });
    expect(found.map(({ value }) => value)).toEqual(["2026-12-01T09:00:00-05:00", "2026-12-02T09:00:00-05:00"]);
    expect(queryOf(wire[0]!)).toMatchObject({ userId: USER_ID, timezone: "America/New_York" });
  });
});
