import type { Appointment } from "../../sandbox/model.ts";
import type { Calendar, OpenHour } from "../../sandbox/models/calendars.ts";
import type { CalendarNotification, CalendarResource } from "../../sandbox/models/calendars-extras.ts";
import type { Environment } from "../model.ts";
import { contactOf } from "./contact-support.ts";

/** They include hours in which the clocks change. */
export const ALL_DAYS: OpenHour[] = [{ daysOfTheWeek: [0, 1, 2, 3, 4, 5, 6], hours: [{ openHour: 0, openMinute: 0, closeHour: 6, closeMinute: 0 }] }];

/** A calendar as the form of HighLevel would make it. */
export function newCalendar({ locationId }: Environment, id: string, name: string): Calendar {
  return {
    id, locationId, name, calendarType: "event", isActive: true, teamMembers: [], slotDuration: 30, slotDurationUnit: "mins", slotInterval: 30, slotIntervalUnit: "mins",
    appoinmentPerSlot: 1, openHours: ALL_DAYS, autoConfirm: true, eventTitle: "{{contact.name}}", eventColor: "#039be5", slug: id,
  };
}

/** A calendar for records that belong to one. */
export const calendarOf = (environment: Environment): Calendar => environment.sandbox.store.calendars.put(newCalendar(environment, environment.id(), "The calendar"));

export const MINUTE = 60_000;
/** Answers give times to the second. */
export const wholeMinute = (ms: number) => Math.floor(ms / MINUTE) * MINUTE;

/** An appointment that was booked yesterday for tomorrow. */
export function appointmentOf(environment: Environment, id = environment.id()): Appointment {
  const { sandbox: { store }, now } = environment;
  const yesterday = now() - 86_400_000;
  return store.addAppointment({
    id, contactId: contactOf(environment), calendarId: calendarOf(environment).id, title: "First visit", startTime: wholeMinute(now() + 86_400_000), dateAdded: yesterday, dateUpdated: yesterday,
  });
}

/** Switched on, and not deleted. */
export function newNotification(calendarId: string, id: string, subject: string): CalendarNotification {
  return { id, calendarId, subject, receiverType: "contact", channel: "email", notificationType: "reminder", isActive: true, deleted: false };
}

/** A room. */
export function newResource({ locationId }: Environment, id: string, name: string): CalendarResource {
  return { id, locationId, resourceType: "rooms", name, description: "", isActive: true, quantity: 1, outOfService: 0, capacity: 4, calendarIds: [] };
}
