import type { Calendar, CalendarGroup } from "../../sandbox/models/calendars.ts";
import type { AppointmentNote, CalendarNotification, CalendarResource } from "../../sandbox/models/calendars-extras.ts";
import type { Fields, Environment, ModelRow } from "../model.ts";
import { calendarRecordModels } from "./calendar-records.ts";
import { appointmentOf, calendarOf, newCalendar, newNotification, newResource } from "./calendar-support.ts";
import { listModel } from "./list.ts";
import type { Flag, ListOf } from "./list.ts";
import { text } from "./read.ts";

/** Calendars, groups, notifications and resources can be switched off. */
const active = <R extends { id: string; isActive: boolean }>(): Flag<R> => ({
  of: ({ isActive }) => isActive,
  set: (row, isActive) => ({ ...row, isActive }),
  reported: ({ isActive }) => isActive === true,
  eventTypes: { on: "activated", off: "deactivated" },
});

const named = <R extends { name: string }>() => ({ of: ({ name }: R) => name, set: (row: R, name: string): R => ({ ...row, name }), reported: ({ name }: Fields) => text(name) });

/** A group that takes in every second calendar. */
const groupOf = ({ sandbox: { store }, locationId, id }: Environment) => (
  store.calendarGroups.in(locationId)[0] ?? store.calendarGroups.put({ id: id(), locationId, name: "Consultations", description: "", slug: "consultations", isActive: true })
).id;

const calendars: ListOf<Calendar> = {
  shelf: ({ sandbox }) => sandbox.store.calendars,
  props: () => ({ props: {} }),
  make: (environment, id, name) => {
    const { store } = environment.sandbox;
    return { ...newCalendar(environment, id, name), ...(store.calendars.count(environment.locationId) % 2 === 0 && { groupId: groupOf(environment) }) };
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
  noise: (environment) => ({ "add a calendar": () => void calendarOf(environment) }),
};

/** A deletion is a mark. */
function notificationShelf({ sandbox: { store } }: Environment, deleted: boolean): ReturnType<ListOf<CalendarNotification>["shelf"]> {
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
  shelf: (environment) => notificationShelf(environment, false),
  props: (environment) => ({ props: { calendarId: calendarOf(environment).id }, otherProps: { calendarId: environment.sandbox.store.calendars.in(environment.locationId)[0]?.id, deleted: false } }),
  make: ({ sandbox: { store }, locationId }, id, subject) => newNotification(store.calendars.in(locationId)[0]?.id ?? "", id, subject),
  name: { of: ({ subject = "" }) => subject, set: (row, subject) => ({ ...row, subject }), reported: ({ subject }) => text(subject) },
  flag: active(),
  noise: (environment) => ({ "add one to another calendar": () => void environment.sandbox.store.calendarNotifications.put(newNotification(environment.id(), environment.id(), "Elsewhere")) }),
};

const withProps = <R extends { id: string }>(spec: ListOf<R>, more: Fields): ListOf<R> => ({ ...spec, props: (environment) => ({ props: { ...spec.props(environment).props, ...more } }) });

const resources: ListOf<CalendarResource> = {
  shelf: ({ sandbox }) => sandbox.store.calendarResources,
  props: () => ({ props: { resourceType: "rooms" } }),
  make: newResource,
  name: named(),
  flag: active(),
  noise: (environment) => ({ "add equipment": () => void environment.sandbox.store.calendarResources.put({ ...newResource(environment, environment.id(), "Projector"), resourceType: "equipments" }) }),
};

const notes: ListOf<AppointmentNote> = {
  shelf: ({ sandbox }) => sandbox.store.appointmentNotes,
  props: (environment) => {
    const { id: appointmentId, calendarId } = appointmentOf(environment);
    return { props: { appointmentId }, otherProps: { appointmentId, calendarId } };
  },
  make: (environment, id, body) => {
    const { sandbox: { store }, locationId, now } = environment;
    const contactId = store.contacts.in(locationId)[0]?.id ?? "";
    return { id, body, contactId, appointmentId: store.appointments.in(contactId)[0]?.id ?? "", dateAdded: now() };
  },
  name: { of: ({ body }) => body, set: (row, body) => ({ ...row, body }), reported: ({ body }) => text(body) },
  noise: (environment) => ({
    "write one of another appointment": () => {
      const { id, contactId } = appointmentOf(environment);
      environment.sandbox.store.appointmentNotes.put({ id: environment.id(), appointmentId: id, contactId, body: "Elsewhere", dateAdded: environment.now() });
    },
  }),
};

export const calendarModels: ModelRow[] = [
  listModel("list-calendars", calendars),
  listModel("list-calendars", { ...calendars, isShown: ({ groupId }) => groupId !== undefined, props: (environment) => ({ props: { groupId: groupOf(environment) } }) }, { when: "of one group" }),
  listModel("list-calendars", { ...calendars, isShown: ({ isActive }) => isActive, props: () => ({ props: { showDrafted: false } }) }, { when: "without drafts" }),
  listModel("list-calendar-groups", groups),
  listModel("list-calendar-notifications", notifications, { large: 198 }),
  listModel("list-calendar-notifications", { ...withProps(notifications, { isActive: true }), isShown: ({ isActive }) => isActive }, { when: "only active ones" }),
  listModel("list-calendar-notifications", { ...withProps(notifications, { deleted: true }), shelf: (environment) => notificationShelf(environment, true) }, { when: "only deleted ones" }),
  listModel("list-calendar-resources", resources, { large: 198 }),
  listModel("list-appointment-notes", notes, { large: 38 }),
  ...calendarRecordModels,
];
