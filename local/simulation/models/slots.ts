import mapValues from "lodash/mapValues.js";
import { durationOf, freeSlots } from "../../sandbox/calendars/slots.ts";
import type { Calendar } from "../../sandbox/models/calendars.ts";
import type { Mutation, Delay, Fields, Item, Known, Environment, ModelRow } from "../model.ts";
import { ALL_DAYS, newCalendar } from "./calendar-support.ts";
import { contactOf } from "./contact-support.ts";
import { ms } from "./read.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Slots begin every half hour. */
const STEP = 30 * MINUTE;
/** This close to the ends of the bookable span, clocks decide what is seen. */
const EDGE = 10 * MINUTE;
const DAYS = 2;
const NO_DELAY: Delay = { lagMs: 0, backMs: 0 };

const LATE_HOURS: Calendar["openHours"] = [{ daysOfTheWeek: [0, 1, 2, 3, 4, 5, 6], hours: [{ openHour: 0, openMinute: 0, closeHour: 8, closeMinute: 0 }] }];
/** Hours of notice, and days that can be booked ahead. */
const LIMITS = [{}, { allowBookingAfter: 2, allowBookingAfterUnit: "hours" }, { allowBookingFor: 1, allowBookingForUnit: "days" }, { allowBookingAfter: 3, allowBookingFor: 30, allowBookingForUnit: "days" }];
const NO_LIMITS = { allowBookingAfter: 0, allowBookingAfterUnit: "hours", allowBookingFor: 0, allowBookingForUnit: "days" };

interface SlotsOf {
  calendar: Partial<Calendar>;
  /** Only slots of these users. */
  userIds?: string[];
}

/** Whether a slot is free; with a question mark if clocks decide, and nothing outside the calendar's limits or the watched days. */
function slotAt(start: number, isFree: boolean, from: number, to: number): Item {
  const inside = Math.min(start - from, to - start);
  const status = isFree ? "free" : "taken";
  return { id: String(start), version: inside < -EDGE ? "hidden" : inside < EDGE ? `${status}?` : status, data: { status, reach: inside < -EDGE ? "none" : inside < EDGE ? "edge" : "sure" } };
}

/** Slots are booked and blocked, and open again; the calendar's hours and limits change; time passes. */
function slotsModel({ calendar: settings, userIds }: SlotsOf, more: Partial<ModelRow> = {}): ModelRow {
  function open(environment: Environment) {
    const { sandbox, locationId, now, id } = environment;
    const { store } = sandbox;
    // Left over from former histories: searching them for this sub-account's would take long.
    for (const appointment of store.appointments.all()) store.appointments.delete(appointment.id);
    const { id: calendarId } = store.calendars.put({ ...newCalendar(environment, id(), "The calendar"), ...settings });
    const contactId = contactOf(environment);
    const calendar = () => store.calendars.get(calendarId) ?? newCalendar(environment, calendarId, "");
    const users = settings.teamMembers?.map(({ userId }) => userId) ?? [];
    const first = Math.floor(now() / STEP) * STEP;

    let memo: { at: number; items: Item[] } | undefined;
    const shown = (): Item[] => {
      if (memo?.at !== now()) memo = { at: now(), items: look() };
      return memo.items;
    };
    const look = (): Item[] => {
      const { allowBookingAfter = 0, allowBookingFor = 0 } = calendar();
      const [from, to] = [now() + allowBookingAfter * HOUR, now() + Math.min(DAYS, allowBookingFor || DAYS) * DAY];
      const free = new Set(freeSlots(store, calendar(), now() - HOUR, now() + DAYS * DAY + HOUR, { userIds, ignoreDateRange: true }));
      const items: Item[] = [];
      for (let start = Math.max(first, Math.floor(now() / STEP) * STEP - HOUR); start <= now() + DAYS * DAY + HOUR; start += STEP) items.push(slotAt(start, free.has(start), from, to));
      return items;
    };
    let changedAt = Infinity;
    /** Whether the poll before may not have known the calendar's current limits, which it reads once an hour. */
    const mayNotKnow = (): boolean => {
      const reads = new Set<number>();
      for (let index = sandbox.requests.length - 1; (sandbox.requests[index]?.at ?? -Infinity) >= changedAt; index--) {
        const { operation, path, status, at } = sandbox.requests[index]!; // the condition saw it
        if (operation === "/calendars/{calendarId}" && path.endsWith(calendarId) && status === 200) reads.add(at);
      }
      // The poll that read them first may have crashed.
      return changedAt < Infinity && (reads.size === 0 || (reads.size <= 2 && reads.has(now())));
    };
    const one = <T>(list: T[], pick: number): T | undefined => list[pick % Math.max(1, list.length)];
    const booked = () => store.appointments.in(contactId);
    const userAt = (pick: number) => one(users, pick);
    const book: Mutation = (pick) => {
      const start = Number(one(shown().filter(({ version }) => version === "free"), pick)?.id);
      if (start) store.addAppointment({ contactId, calendarId, title: "A visit", startTime: start, endTime: start + durationOf(calendar()) * (1 + (pick % 2)), assignedUserId: userAt(pick) });
    };
    const change = (pick: number, changes: Parameters<typeof store.changeAppointment>[1]) => {
      const appointment = one(booked(), pick);
      if (appointment) store.changeAppointment(appointment.id, changes);
    };

    for (let index = 0; index < environment.size; index++) {
      book(index * 7, NO_DELAY);
      memo = undefined;
    }
    return {
      props: { calendarId, days: DAYS, ...(userIds && { userIds }) },
      otherProps: { calendarId, days: DAYS, ...(userIds && { userIds }), timezone: "Asia/Tokyo" },
      mutations: mapValues({
        book,
        "book another": (pick: number) => book(pick + 1, NO_DELAY),
        cancel: (pick: number) => change(pick, { appointmentStatus: "cancelled" }),
        "confirm again": (pick: number) => change(pick, { appointmentStatus: "confirmed" }),
        delete: (pick: number) => change(pick, { deleted: true }),
        move: (pick: number) => {
          const start = Number(one(shown().filter(({ version }) => version === "free"), pick)?.id);
          if (start) change(pick, { startTime: start, endTime: start + STEP });
        },
        "book far ahead": (pick: number) => {
          const start = first + DAYS * DAY + (pick % 96) * STEP;
          store.addAppointment({ contactId, calendarId, title: "A visit", startTime: start, endTime: start + STEP, assignedUserId: userAt(pick) });
        },
        block: (pick: number) => {
          const start = Number(one(shown(), pick)?.id);
          const assignedUserId = pick % 2 === 0 ? userAt(pick) : undefined;
          const owner = assignedUserId === undefined ? { calendarId } : { assignedUserId };
          store.blockedSlots.put({ ...owner, id: id(), locationId, title: "Lunch", startTime: start, endTime: start + 2 * HOUR, deleted: false, dateAdded: now(), dateUpdated: now() });
        },
        unblock: (pick: number) => {
          const slot = one(store.blockedSlots.in(locationId), pick);
          if (slot) store.blockedSlots.delete(slot.id);
        },
        "other opening hours": (pick: number) => void store.calendars.change(calendar(), { openHours: pick % 2 === 0 ? LATE_HOURS : ALL_DAYS }),
        // The limits and the slots are two requests: a change of the limits between them looks like bookings.
        "other limits": (pick: number) => {
          if (sandbox.requests.at(-1)?.status === null) return;
          store.calendars.change(calendar(), { ...NO_LIMITS, ...LIMITS[pick % LIMITS.length] });
          changedAt = now();
        },
      }, (mutation: Mutation): Mutation => (pick, delay) => {
        mutation(pick, delay);
        memo = undefined;
      }),
      shown,
      reported: (event: Fields) => {
        const { kind } = event._event as { kind: string }; // every trigger adds it
        const id = String(ms(event.startTime));
        const reach = shown().find((item) => item.id === id)?.data.reach;
        return { id, version: `${kind === "opened" ? "free" : "taken"}${reach === "edge" ? "?" : ""}` };
      },
      // A slot that time or the calendar's limits hide or reveal was not taken and has not opened.
      // What happened while it was out of sight may be reported or not.
      eventTypes: (before: Known, after: Known) => {
        const reaches = [before?.data.reach ?? "none", after?.data.reach ?? "none"];
        if (before?.data.status === after?.data.status) return [undefined];
        const kind = after?.data.status === "free" ? "opened" : "taken";
        const isVague = reaches.some((reach) => reach !== "sure") || (kind === "opened" && mayNotKnow());
        return isVague ? [kind, undefined] : [kind];
      },
    };
  }
  return { slug: "get-free-slots", ...more, open };
}

const TEAM = ["UserOfTheCalendar001", "UserOfTheCalendar002"];

export const slotModels: ModelRow[] = [
  slotsModel({ calendar: {} }),
  slotsModel({ calendar: { appoinmentPerSlot: 2, slotBuffer: 30, slotBufferUnit: "mins" } }, { when: "two seats, time in between" }),
  slotsModel({ calendar: { calendarType: "round_robin", teamMembers: TEAM.map((userId) => ({ userId })) }, userIds: TEAM.slice(0, 1) }, { when: "of one team member" }),
];
