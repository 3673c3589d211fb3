import type { Appointment } from "../../sandbox/model.ts";
import type { Calendar, CalendarGroup, OpenHour } from "../../sandbox/models/calendars.ts";
import type { AppointmentNote, CalendarNotification, CalendarResource } from "../../sandbox/models/calendars-extras.ts";
import type { Fields, Stage, WorldRow } from "../world.ts";
import { contactOf } from "./contact-support.ts";
import { listWorld } from "./list.ts";
import type { Flag, ListOf } from "./list.ts";
import { ms, text } from "./read.ts";
import { recordWorld } from "./record.ts";

/** Hours in which the clocks change are among them. */
export const ALL_DAYS: OpenHour[] = [{ daysOfTheWeek: [0, 1, 2, 3, 4, 5, 6], hours: [{ openHour: 0, openMinute: 0, closeHour: 6, closeMinute: 0 }] }];

/** A calendar as the form of HighLevel would make it. */
export function newCalendar({ locationId }: Stage, id: string, name: string): Calendar {
  return {
    id, locationId, name, calendarType: "event", isActive: true, teamMembers: [], slotDuration: 30, slotDurationUnit: "mins", slotInterval: 30, slotIntervalUnit: "mins",
    appoinmentPerSlot: 1, openHours: ALL_DAYS, autoConfirm: true, eventTitle: "{{contact.name}}", eventColor: "#039be5", slug: id,
  };
}

/** A calendar for what belongs to one. */
export const calendarOf = (stage: Stage): Calendar => stage.sandbox.store.calendars.put(newCalendar(stage, stage.id(), "The calendar"));

const MINUTE = 60_000;
/** Answers give times to the second. */
const wholeMinute = (ms: number) => Math.floor(ms / MINUTE) * MINUTE;

/** An appointment that was booked yesterday for tomorrow. */
function appointmentOf(stage: Stage, id = stage.id()): Appointment {
  const { sandbox: { store }, now } = stage;
  const yesterday = now() - 86_400_000;
  return store.addAppointment({
    id, contactId: contactOf(stage), calendarId: calendarOf(stage).id, title: "First visit", startTime: wholeMinute(now() + 86_400_000), dateAdded: yesterday, dateUpdated: yesterday,
  });
}

/** Calendars, groups, notifications and resources can be switched off. */
const active = <R extends { id: string; isActive: boolean }>(): Flag<R> => ({
  of: ({ isActive }) => isActive,
  set: (row, isActive) => ({ ...row, isActive }),
  told: ({ isActive }) => isActive === true,
  kinds: { on: "activated", off: "deactivated" },
});

const named = <R extends { name: string }>() => ({ of: ({ name }: R) => name, set: (row: R, name: string): R => ({ ...row, name }), told: ({ name }: Fields) => text(name) });

/** A group that takes in every second calendar. */
const groupOf = ({ sandbox: { store }, locationId, id }: Stage) => (
  store.calendarGroups.in(locationId)[0] ?? store.calendarGroups.put({ id: id(), locationId, name: "Consultations", description: "", slug: "consultations", isActive: true })
).id;

const calendars: ListOf<Calendar> = {
  shelf: ({ sandbox }) => sandbox.store.calendars,
  props: () => ({ props: {} }),
  make: (stage, id, name) => {
    const { store } = stage.sandbox;
    return { ...newCalendar(stage, id, name), ...(store.calendars.count(stage.locationId) % 2 === 0 && { groupId: groupOf(stage) }) };
  },
  name: named(),
  flag: active(),
};

const groups: ListOf<CalendarGroup> = {
  shelf: ({ sandbox }) => sandbox.store.calendarGroups,
  props: () => ({ props: {} }),
  make: ({ locationId }, id, name) => ({ id, locationId, name, description: "", slug: id, isActive: true }),
  name: named(),
  flag: active(),
  noise: (stage) => ({ "add a calendar": () => void calendarOf(stage) }),
};

/** A deletion is a mark. */
function notificationShelf({ sandbox: { store } }: Stage, deleted: boolean): ReturnType<ListOf<CalendarNotification>["shelf"]> {
  const get = (id: string) => {
    const row = store.calendarNotifications.get(id);
    return row?.deleted === deleted ? row : undefined;
  };
  return {
    get,
    put: (row) => store.calendarNotifications.put({ ...row, deleted }),
    delete: (id) => {
      const row = get(id);
      return row !== undefined && Boolean(store.calendarNotifications.change(row, { deleted: !deleted }));
    },
  };
}

function newNotification(calendarId: string, id: string, subject: string): CalendarNotification {
  return { id, calendarId, subject, receiverType: "contact", channel: "email", notificationType: "reminder", isActive: true, deleted: false };
}

const notifications: ListOf<CalendarNotification> = {
  shelf: (stage) => notificationShelf(stage, false),
  props: (stage) => ({ props: { calendarId: calendarOf(stage).id }, otherProps: { calendarId: stage.sandbox.store.calendars.in(stage.locationId)[0]?.id, deleted: false } }),
  make: ({ sandbox: { store }, locationId }, id, subject) => newNotification(store.calendars.in(locationId)[0]?.id ?? "", id, subject),
  name: { of: ({ subject = "" }) => subject, set: (row, subject) => ({ ...row, subject }), told: ({ subject }) => text(subject) },
  flag: active(),
  noise: (stage) => ({ "add one to another calendar": () => void stage.sandbox.store.calendarNotifications.put(newNotification(stage.id(), stage.id(), "Elsewhere")) }),
};

const withProps = <R extends { id: string }>(spec: ListOf<R>, more: Fields): ListOf<R> => ({ ...spec, props: (stage) => ({ props: { ...spec.props(stage).props, ...more } }) });

function newResource({ locationId }: Stage, id: string, name: string): CalendarResource {
  return { id, locationId, resourceType: "rooms", name, description: "", isActive: true, quantity: 1, outOfService: 0, capacity: 4, calendarIds: [] };
}

const resources: ListOf<CalendarResource> = {
  shelf: ({ sandbox }) => sandbox.store.calendarResources,
  props: () => ({ props: { resourceType: "rooms" } }),
  make: newResource,
  name: named(),
  flag: active(),
  noise: (stage) => ({ "add equipment": () => void stage.sandbox.store.calendarResources.put({ ...newResource(stage, stage.id(), "Projector"), resourceType: "equipments" }) }),
};

const notes: ListOf<AppointmentNote> = {
  shelf: ({ sandbox }) => sandbox.store.appointmentNotes,
  props: (stage) => {
    const { id: appointmentId, calendarId } = appointmentOf(stage);
    return { props: { appointmentId }, otherProps: { appointmentId, calendarId } };
  },
  make: (stage, id, body) => {
    const { sandbox: { store }, locationId, now } = stage;
    const contactId = store.contacts.in(locationId)[0]?.id ?? "";
    return { id, body, contactId, appointmentId: store.appointments.in(contactId)[0]?.id ?? "", dateAdded: now() };
  },
  name: { of: ({ body }) => body, set: (row, body) => ({ ...row, body }), told: ({ body }) => text(body) },
  noise: (stage) => ({
    "write one of another appointment": () => {
      const { id, contactId } = appointmentOf(stage);
      stage.sandbox.store.appointmentNotes.put({ id: stage.id(), appointmentId: id, contactId, body: "Elsewhere", dateAdded: stage.now() });
    },
  }),
};

/** By the values that the world of a record gives its fields. */
const HOURS: Record<string, OpenHour[]> = { first: ALL_DAYS, second: [{ daysOfTheWeek: [1], hours: [{ openHour: 9, openMinute: 0, closeHour: 17, closeMinute: 30 }] }] };
const amountOf = (value: string) => value.length;

const calendarRecord: Parameters<typeof recordWorld<Calendar>>[1] = {
  shelf: ({ sandbox }) => sandbox.store.calendars,
  make: (stage, id) => newCalendar(stage, id, "The calendar"),
  fields: {
    name: { of: ({ name }) => name, set: (row, name) => ({ ...row, name }) },
    eventColor: { of: ({ eventColor }) => eventColor, set: (row, eventColor) => ({ ...row, eventColor }) },
    // Where there are no opening hours, answers have an empty object.
    openHours: {
      of: ({ openHours }) => JSON.stringify(openHours.length > 0 ? openHours : {}),
      set: (row, value) => ({ ...row, openHours: HOURS[value] ?? [] }),
      told: ({ openHours }) => JSON.stringify(openHours),
    },
  },
  props: (_, calendarId) => ({ props: { calendarId } }),
};

const statusOf = ({ appointmentStatus }: Appointment) => appointmentStatus;
const setStatus = (row: Appointment, appointmentStatus: string) => ({ ...row, appointmentStatus });
export const calendarWorlds: WorldRow[] = [
  listWorld("list-calendars", calendars),
  listWorld("list-calendars", { ...calendars, isShown: ({ groupId }) => groupId !== undefined, props: (stage) => ({ props: { groupId: groupOf(stage) } }) }, { when: "of one group" }),
  listWorld("list-calendars", { ...calendars, isShown: ({ isActive }) => isActive, props: () => ({ props: { showDrafted: false } }) }, { when: "without drafts" }),
  listWorld("list-calendar-groups", groups),
  listWorld("list-calendar-notifications", notifications, { large: 198 }),
  listWorld("list-calendar-notifications", { ...withProps(notifications, { isActive: true }), isShown: ({ isActive }) => isActive }, { when: "only active ones" }),
  listWorld("list-calendar-notifications", { ...withProps(notifications, { deleted: true }), shelf: (stage) => notificationShelf(stage, true) }, { when: "only deleted ones" }),
  listWorld("list-calendar-resources", resources, { large: 198 }),
  listWorld("list-appointment-notes", notes, { large: 38 }),
  recordWorld("get-calendar-by-id", calendarRecord),
  recordWorld("get-calendar-by-id", {
    ...calendarRecord,
    fields: { name: calendarRecord.fields.name! },
    noise: (row, { now }) => ({ ...row, eventColor: `#${now() % 1_000_000}` }),
    props: (_, calendarId) => ({ props: { calendarId, watchFields: ["name"] } }),
  }, { when: "one field is watched" }),
  recordWorld<Appointment>("get-appointment", {
    shelf: ({ sandbox }) => sandbox.store.appointments,
    make: appointmentOf,
    fields: {
      title: { of: ({ title }) => title, set: (row, title) => ({ ...row, title }) },
      startTime: { of: ({ startTime }) => startTime, set: (row, value) => ({ ...row, startTime: wholeMinute(row.dateAdded) + amountOf(value) * MINUTE }), told: ({ startTime }) => ms(startTime) },
      // HighLevel has the status under two names.
      appointmentStatus: { of: statusOf, set: setStatus },
      appoinmentStatus: { of: statusOf, set: setStatus },
    },
    noise: (row, { now }) => ({ ...row, dateUpdated: now() }),
    props: ({ sandbox: { store } }, appointmentId) => ({
      props: { appointmentId }, otherProps: { appointmentId, calendarId: store.appointments.get(appointmentId)?.calendarId },
    }),
    // Deleted ones stay readable, with a mark; some are gone.
    isDeleted: ({ deleted }) => deleted === true,
    remove: ({ sandbox: { store }, now }, { id }) => {
      if (now() % 3 === 0) store.appointments.delete(id);
      else store.changeAppointment(id, { deleted: true });
    },
  }),
  recordWorld<CalendarNotification>("get-calendar-notification", {
    shelf: ({ sandbox }) => sandbox.store.calendarNotifications,
    make: (stage, id) => newNotification(calendarOf(stage).id, id, "See you tomorrow"),
    fields: {
      subject: { of: ({ subject }) => subject, set: (row, subject) => ({ ...row, subject }) },
      isActive: { of: ({ isActive }) => isActive, set: (row) => ({ ...row, isActive: !row.isActive }) },
      body: { of: ({ body }) => body, set: (row, body) => ({ ...row, body }) },
    },
    noise: (row) => ({ ...row, fromName: `${row.fromName ?? ""}.`.slice(0, 20) }),
    props: ({ sandbox: { store } }, notificationId) => ({ props: { calendarId: store.calendarNotifications.get(notificationId)?.calendarId, notificationId } }),
    isDeleted: ({ deleted }) => deleted,
    remove: ({ sandbox: { store } }, row) => void store.calendarNotifications.change(row, { deleted: true }),
  }),
  recordWorld<CalendarResource>("get-calendar-resource", {
    shelf: ({ sandbox }) => sandbox.store.calendarResources,
    make: (stage, id) => newResource(stage, id, "Garden room"),
    fields: {
      name: { of: ({ name }) => name, set: (row, name) => ({ ...row, name }) },
      description: { of: ({ description }) => description, set: (row, description) => ({ ...row, description }) },
      capacity: { of: ({ capacity }) => capacity, set: (row, value) => ({ ...row, capacity: amountOf(value) }) },
    },
    props: (_, resourceId) => ({ props: { resourceType: "rooms", resourceId } }),
  }),
];
