import type { Appointment } from "../../sandbox/model.ts";
import type { BlockedSlot } from "../../sandbox/models/calendars.ts";
import type { Delay, Fields, Item, Known, Environment, ModelRow } from "../model.ts";
import { Choice } from "./choice.ts";
import { newCalendar } from "./calendar-support.ts";
import { contactOf } from "./contact-support.ts";
import { ms, text } from "./read.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** This close to the ends of the watched days, clocks decide what is seen. */
const EDGE = 10 * MINUTE;

/** An entry in the diary of a calendar or a user. */
interface Entry {
  id: string;
  title: string;
  calendarId?: string;
  assignedUserId?: string;
  appointmentStatus?: string;
  deleted?: boolean;
  startTime: number;
  endTime: number;
  dateAdded: number;
  dateUpdated: number;
}

/** Where an entry is: in the watched days, outside them, or so close to their ends that clocks decide. */
type Place = "in" | "edge" | "out";

const DAYS_BACK = 2;
const DAYS_AHEAD = 40;
const STATUSES = ["confirmed", "showed", "cancelled", "noshow"];
const TITLES = ["Visit", "Talk", "Lesson"];

interface DiaryOf<R extends Entry> {
  slug: string;
  /** The table with the entries. */
  table(environment: Environment): { get(id: string): R | undefined; put(row: R): R; all(): R[]; delete(id: string): boolean };
  make(environment: Environment, entry: Entry): R;
  /** What the form chooses, and whose entries are therefore watched. */
  owners(environment: Environment): { props: Fields; owners: Pick<Entry, "calendarId" | "assignedUserId">[]; others: Pick<Entry, "calendarId" | "assignedUserId">[] };
}

/** The event types that apply to a change of an entry that is in the watched days before and after. */
function changesOf(before: Fields, after: Fields): string[] {
  const isOther = (name: string) => before[name] !== after[name];
  const eventTypes = [...(isOther("status") ? [after.status === "cancelled" ? "cancelled" : "status changed"] : []), ...(isOther("start") ? ["rescheduled"] : [])];
  return eventTypes.length === 0 && (isOther("title") || isOther("owner")) ? ["updated"] : eventTypes;
}

/** A diary in which entries are added, moved, changed and deleted, while the watched days move on. */
function diaryModel<R extends Entry>(spec: DiaryOf<R>, more: Partial<ModelRow> = {}): ModelRow {
  function open(environment: Environment) {
    const { now, id } = environment;
    const table = spec.table(environment);
    // Left over from former histories: searching them for this sub-account's would take long.
    for (const row of table.all()) table.delete(row.id);
    const { props, owners, others } = spec.owners(environment);
    const ids: string[] = [];
    /** Entries that have been outside the watched days. */
    const elsewhere = new Set<string>();
    /** Entries that existed during a start which may not have read all lists, or not as they were at its end. */
    const unsure = new Set<string>();
    const opened = now();

    const one = <T>(list: T[], pick: number): T | undefined => list[pick % Math.max(1, list.length)];
    const choice = new Choice();
    const placeOf = (start: number): Place => {
      const inside = Math.min(start - (now() - DAYS_BACK * DAY), now() + DAYS_AHEAD * DAY - start);
      return inside < -EDGE ? "out" : inside < EDGE ? "edge" : "in";
    };
    /** So far before the end of the watched days that the passing of time cannot just have brought it in. */
    const isDeep = (start: unknown) => Number(start) < now() + DAYS_AHEAD * DAY / 2;
    const minute = (time: number) => Math.floor(time / MINUTE) * MINUTE;
    /** In the watched days; sooner or later, they move past it. */
    const within = (pick: number) => minute(now()) + ((pick % 30) - 7) * 6 * HOUR;
    /** Some just after the end, so that the days reach them. */
    const outside = (pick: number) => minute(now()) + DAYS_AHEAD * DAY + (pick % 2 === 0 ? 20 * DAY : ((pick % 48) - 1) * 20 * MINUTE);
    const write = (start: number, { backMs }: Delay, own = one(owners, ids.length)) => {
      const at = now() - backMs;
      const entry = { id: id(), title: "Visit", startTime: start, endTime: start + HOUR, appointmentStatus: "confirmed", deleted: false, dateAdded: at, dateUpdated: at };
      return table.put(spec.make(environment, { ...entry, ...own })).id;
    };
    const there = () => ids.flatMap((entry) => table.get(entry) ?? []).filter(({ deleted }) => !deleted);
    const change = (pick: number, { backMs }: Delay, changes: Partial<Entry>) => {
      const row = choice.of(there(), pick);
      // No reader could distinguish two versions of one millisecond.
      if (row) table.put(spec.make(environment, { ...row, ...changes, dateUpdated: Math.max(row.dateUpdated + 1, now() - backMs) }));
    };
    const itemOf = ({ id: entry, startTime, title, appointmentStatus, calendarId, assignedUserId, dateAdded }: Omit<Entry, "endTime" | "dateUpdated">): Item => {
      const data = { start: startTime, status: appointmentStatus, title, owner: calendarId ?? assignedUserId, place: placeOf(startTime) };
      if (data.place !== "in") elsewhere.add(entry);
      return { id: entry, version: JSON.stringify(Object.values(data)), data: { ...data, created: dateAdded }, ...(data.place !== "in" && { away: true }) };
    };

    const takeUnsure = () => {
      for (const { id: entry } of there()) unsure.add(entry);
    };

    for (let index = 0; index < environment.size; index++) ids.push(write(within(index * 5), { lagMs: 0, backMs: (index + 1) * DAY }));

    function eventTypesBetween(before: Known, after: Known, chosen: ReadonlySet<string>): (string | undefined)[] {
      if (!after) return before?.data.place === "in" && placeOf(Number(before.data.start)) === "in" ? ["deleted"] : ["deleted", undefined];
      const { place, start, created } = after.data;
      // An entry that was out of sight and has been moved in is new or moved.
      if (!before) return ["created", ...(elsewhere.has(after.id) ? ["rescheduled"] : []), ...(place === "in" && isDeep(start) ? [] : [undefined])];
      const former = before.data.place;
      const changes = changesOf(before.data, after.data);
      // Entries that the watched days have moved past are forgotten. One that was moved beyond their end, and that they then reach, is no event.
      const isReached = (former !== "in" || placeOf(Number(before.data.start)) !== "in") && !isDeep(start);
      const reported = changes.length === 0 || changes.some((kind) => chosen.has(kind)) ? changes : ["updated"];
      // If it was not read, it may have been moved into the watched days or handed over.
      const isUnknown = unsure.has(after.id) && changes.length > 0 && chosen.has("rescheduled");
      if (former === "in" && place === "in") return [...reported, ...(isUnknown ? ["rescheduled"] : []), ...(changes.length === 0 || isReached ? [undefined] : [])];
      // An entry added since is new to a reader that has not seen it.
      const come = Number(created) > opened - 15 * MINUTE ? ["created"] : [];
      if (former === "edge" || place === "edge") return [undefined, ...changes, ...reported, ...come, "rescheduled"];
      const isMoved = before.data.start !== start;
      // The days have moved; a scan over several polls may still use those of its beginning.
      if (!isMoved) return [undefined, ...come, ...reported];
      if (place === "out") {
        if (former === "out") return [undefined];
        // Only whole ids can name it, which are kept if deletions are chosen. The watched days may also have moved past it.
        const isLate = placeOf(Number(before.data.start)) !== "in";
        return [...changes, "deleted", ...(isLate ? [undefined] : [])];
      }
      return [...come, "rescheduled", ...(isReached ? [undefined] : [])];
    }

    return {
      props: { ...props, daysBack: DAYS_BACK, daysAhead: DAYS_AHEAD },
      mutations: {
        write: (pick: number, delay: Delay) => void ids.push(write(within(pick), delay)),
        "write several": (pick: number, delay: Delay) => {
          for (let index = 0; index <= pick % 4; index++) ids.push(write(within(pick + index), delay));
        },
        "write one outside": (pick: number, delay: Delay) => void ids.push(write(outside(pick), delay)),
        "write another's": (pick: number, delay: Delay) => void write(within(pick), delay, one(others, pick)),
        move: (pick: number, delay: Delay) => {
          const start = within(pick >> 3);
          change(pick, delay, { startTime: start, endTime: start + HOUR });
        },
        "move out": (pick: number, delay: Delay) => {
          const start = outside(pick >> 3);
          change(pick, delay, { startTime: start, endTime: start + HOUR });
        },
        rename: (pick: number, delay: Delay) => change(pick, delay, { title: one(TITLES, pick >> 3) }),
        "change the status": (pick: number, delay: Delay) => change(pick, delay, { appointmentStatus: one(STATUSES, pick >> 3) }),
        "hand over": (pick: number, delay: Delay) => change(pick, delay, { calendarId: undefined, assignedUserId: undefined, ...one(owners, pick >> 3) }),
        "save without a change": (pick: number, delay: Delay) => change(pick, delay, {}),
        delete: (pick: number, delay: Delay) => change(pick, delay, { deleted: true }),
        erase: (pick: number) => {
          const row = choice.of(there(), pick);
          if (row) table.delete(row.id);
        },
      },
      prefer: choice.prefer,
      startedVaguely: takeUnsure,
      changedDuringStart: takeUnsure,
      shown: () => there().map(itemOf),
      reported: (event: Fields) => {
        const { kind } = event._event as { kind: string }; // every trigger adds it
        const entry = text(event.id);
        if (kind === "deleted") return { id: entry };
        const { title, appointmentStatus, calendarId, assignedUserId, startTime } = event as Partial<Record<string, string>>; // as the sandbox writes them
        return { id: entry, version: itemOf({ id: entry, title: title ?? "", appointmentStatus, calendarId, assignedUserId, startTime: ms(startTime) ?? 0, dateAdded: 0 }).version };
      },
      eventTypes: (before: Known, after: Known, chosen: ReadonlySet<string>) => eventTypesBetween(before, after, chosen)
        // A change whose own event type was not chosen is emitted as updated.
        .map((kind) => (kind === undefined || chosen.has(kind) || ["created", "deleted"].includes(kind) ? kind : "updated")),
    };
  }
  return { slug: spec.slug, missingFor: 2, ...more, open };
}

const oneCalendar = (environment: Environment) => {
  const [watched, other] = [environment.id(), environment.id()].map((id) => environment.sandbox.store.calendars.put(newCalendar(environment, id, "The calendar")).id);
  return { props: { calendarId: watched }, owners: [{ calendarId: watched }], others: [{ calendarId: other }] };
};

const appointments: DiaryOf<Appointment> = {
  slug: "list-calendar-events",
  table: ({ sandbox }) => sandbox.store.appointments,
  make: (environment, entry) => {
    const { sandbox: { store }, locationId } = environment;
    const contactId = store.contacts.in(locationId)[0]?.id ?? contactOf(environment);
    return { calendarId: "", appointmentStatus: "confirmed", ...entry, contactId, locationId };
  },
  owners: oneCalendar,
};

const blocks: DiaryOf<BlockedSlot> = {
  slug: "list-blocked-slots",
  table: ({ sandbox }) => sandbox.store.blockedSlots,
  make: ({ locationId }, { appointmentStatus: _, ...entry }) => ({ deleted: false, ...entry, locationId }),
  owners: oneCalendar,
};

/** Two calendars, and those of another sub-account. */
const allCalendars = (environment: Environment) => {
  const { store } = environment.sandbox;
  const ids = [environment.id(), environment.id()].map((id) => store.calendars.put(newCalendar(environment, id, "One of the calendars")).id);
  return { props: {}, owners: ids.map((calendarId) => ({ calendarId })), others: [{ calendarId: environment.id() }] };
};

/** Blocked time may belong to a user instead of a calendar. */
const allOwners = (environment: Environment) => {
  const { sandbox: { store }, companyId, locationId, id } = environment;
  for (const user of store.users.in(companyId)) if (user.firstName === "Simulated") store.users.delete(user.id);
  const { id: assignedUserId } = store.users.put({
    id: id(), companyId, firstName: "Simulated", lastName: "User", email: `${locationId}@example.com`.toLowerCase(), type: "account", role: "user", locationIds: [locationId], dateAdded: environment.now(),
  });
  const { props, owners, others } = allCalendars(environment);
  return { props, owners: [...owners, { assignedUserId }], others };
};

export const diaryModels: ModelRow[] = [
  diaryModel(appointments),
  diaryModel({ ...appointments, owners: allCalendars }, { when: "of all calendars" }),
  diaryModel(blocks),
  diaryModel({ ...blocks, owners: allOwners }, { when: "of all calendars and users" }),
];
