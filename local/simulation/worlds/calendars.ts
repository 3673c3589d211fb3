import type { Calendar, CalendarGroup } from "../../sandbox/models/calendars.ts";
import type { AppointmentNote, CalendarNotification, CalendarResource } from "../../sandbox/models/calendars-extras.ts";
import type { Fields, Stage, WorldRow } from "../world.ts";
import { calendarRecordWorlds } from "./calendar-records.ts";
import { appointmentOf, calendarOf, newCalendar, newNotification, newResource } from "./calendar-support.ts";
import { listWorld } from "./list.ts";
import type { Flag, ListOf } from "./list.ts";
import { text } from "./read.ts";

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

const notifications: ListOf<CalendarNotification> = {
  shelf: (stage) => notificationShelf(stage, false),
  props: (stage) => ({ props: { calendarId: calendarOf(stage).id }, otherProps: { calendarId: stage.sandbox.store.calendars.in(stage.locationId)[0]?.id, deleted: false } }),
  make: ({ sandbox: { store }, locationId }, id, subject) => newNotification(store.calendars.in(locationId)[0]?.id ?? "", id, subject),
  name: { of: ({ subject = "" }) => subject, set: (row, subject) => ({ ...row, subject }), told: ({ subject }) => text(subject) },
  flag: active(),
  noise: (stage) => ({ "add one to another calendar": () => void stage.sandbox.store.calendarNotifications.put(newNotification(stage.id(), stage.id(), "Elsewhere")) }),
};

const withProps = <R extends { id: string }>(spec: ListOf<R>, more: Fields): ListOf<R> => ({ ...spec, props: (stage) => ({ props: { ...spec.props(stage).props, ...more } }) });

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
  ...calendarRecordWorlds,
];
