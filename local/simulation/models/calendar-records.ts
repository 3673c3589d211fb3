import type { Appointment } from "../../sandbox/model.ts";
import type { Calendar, OpenHour } from "../../sandbox/models/calendars.ts";
import type { CalendarNotification, CalendarResource } from "../../sandbox/models/calendars-extras.ts";
import type { ModelRow } from "../model.ts";
import { ALL_DAYS, appointmentOf, calendarOf, MINUTE, newCalendar, newNotification, newResource, wholeMinute } from "./calendar-support.ts";
import { ms } from "./read.ts";
import { recordModel } from "./record.ts";

/** By the values that the record's model gives its fields. */
const HOURS: Record<string, OpenHour[]> = { first: ALL_DAYS, second: [{ daysOfTheWeek: [1], hours: [{ openHour: 9, openMinute: 0, closeHour: 17, closeMinute: 30 }] }] };
const amountOf = (value: string) => value.length;

const calendarRecord: Parameters<typeof recordModel<Calendar>>[1] = {
  shelf: ({ sandbox }) => sandbox.store.calendars,
  make: (environment, id) => newCalendar(environment, id, "The calendar"),
  fields: {
    name: { of: ({ name }) => name, set: (row, name) => ({ ...row, name }) },
    eventColor: { of: ({ eventColor }) => eventColor, set: (row, eventColor) => ({ ...row, eventColor }) },
    // Without opening hours, answers have an empty object.
    openHours: {
      of: ({ openHours }) => JSON.stringify(openHours.length > 0 ? openHours : {}),
      set: (row, value) => ({ ...row, openHours: HOURS[value] ?? [] }),
      reported: ({ openHours }) => JSON.stringify(openHours),
    },
  },
  props: (_, calendarId) => ({ props: { calendarId } }),
};

const statusOf = ({ appointmentStatus }: Appointment) => appointmentStatus;
const setStatus = (row: Appointment, appointmentStatus: string) => ({ ...row, appointmentStatus });

export const calendarRecordModels: ModelRow[] = [
  recordModel("get-calendar-by-id", calendarRecord),
  recordModel("get-calendar-by-id", {
    ...calendarRecord,
    fields: { name: calendarRecord.fields.name! },
    noise: (row, { now }) => ({ ...row, eventColor: `#${now() % 1_000_000}` }),
    props: (_, calendarId) => ({ props: { calendarId, watchFields: ["name"] } }),
  }, { when: "one field is watched" }),
  recordModel<Appointment>("get-appointment", {
    shelf: ({ sandbox }) => sandbox.store.appointments,
    make: appointmentOf,
    fields: {
      title: { of: ({ title }) => title, set: (row, title) => ({ ...row, title }) },
      startTime: { of: ({ startTime }) => startTime, set: (row, value) => ({ ...row, startTime: wholeMinute(row.dateAdded) + amountOf(value) * MINUTE }), reported: ({ startTime }) => ms(startTime) },
      // HighLevel has the status under two names.
      appointmentStatus: { of: statusOf, set: setStatus },
      appoinmentStatus: { of: statusOf, set: setStatus },
    },
    noise: (row, { now }) => ({ ...row, dateUpdated: now() }),
    props: ({ sandbox: { store } }, appointmentId) => ({
      props: { appointmentId }, otherProps: { appointmentId, calendarId: store.appointments.get(appointmentId)?.calendarId },
    }),
    // Some deleted ones can still be read, marked as deleted; others are gone.
    isDeleted: ({ deleted }) => deleted === true,
    remove: ({ sandbox: { store }, now }, { id }) => {
      if (now() % 3 === 0) store.appointments.delete(id);
      else store.changeAppointment(id, { deleted: true });
    },
  }),
  recordModel<CalendarNotification>("get-calendar-notification", {
    shelf: ({ sandbox }) => sandbox.store.calendarNotifications,
    make: (environment, id) => newNotification(calendarOf(environment).id, id, "See you tomorrow"),
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
  recordModel<CalendarResource>("get-calendar-resource", {
    shelf: ({ sandbox }) => sandbox.store.calendarResources,
    make: (environment, id) => newResource(environment, id, "Garden room"),
    fields: {
      name: { of: ({ name }) => name, set: (row, name) => ({ ...row, name }) },
      description: { of: ({ description }) => description, set: (row, description) => ({ ...row, description }) },
      capacity: { of: ({ capacity }) => capacity, set: (row, value) => ({ ...row, capacity: amountOf(value) }) },
    },
    props: (_, resourceId) => ({ props: { resourceType: "rooms", resourceId } }),
  }),
];
