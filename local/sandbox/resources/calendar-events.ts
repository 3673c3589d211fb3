import { iso } from "../clock.ts";
import { calendarById } from "./calendars.ts";
import { durationOf, freeMember, freeSlots } from "../calendars/slots.ts";
import { badRequest, notFound, unprocessable } from "../errors.ts";
import type { Appointment } from "../model.ts";
import type { Calendar } from "../models/calendars.ts";
import { compact, contactById, handle, param } from "../resource.ts";
import type { Call, Resource } from "../resource.ts";
import { contactName } from "../search/fields.ts";
import type { Store } from "../store.ts";
import { zonedIso } from "../zone.ts";

interface AppointmentBody {
  calendarId?: string;
  title?: string;
  startTime?: string;
  endTime?: string;
  appointmentStatus?: string;
  assignedUserId?: string;
  description?: string;
  address?: string;
  meetingLocationType?: string;
  rrule?: string;
  ignoreDateRange?: boolean;
  ignoreFreeSlotValidation?: boolean;
}
/** The query of a list of events: one of the first three is required. */
export interface EventsQuery { locationId: string; calendarId?: string; userId?: string; groupId?: string; startTime: string; endTime: string }

/** Appointments: a booked slot is no longer free; a deleted appointment can still be read by id. */
export const calendarEvents: Resource = {
  "GET /calendars/events": handle<unknown, EventsQuery>((call) => {
    const wanted = selection(call.store, call.query);
    return {
      events: call.store.appointments.all()
        .filter((appointment) => appointment.locationId === call.query.locationId && !appointment.deleted && wanted(appointment))
        .sort((a, b) => a.startTime - b.startTime)
        .map((appointment) => eventShape(call.store, appointment)),
    };
  }),

  "GET /calendars/events/appointments/{eventId}": (call) => ({ appointment: eventShape(call.store, appointmentOf(call)) }),

  "POST /calendars/events/appointments": handle<AppointmentBody & { calendarId: string; contactId: string; locationId: string; startTime: string }>((call) => {
    const { store, clock, body } = call;
    const calendar = calendarById(call, body.calendarId);
    const contact = contactById(call, body.contactId);
    if (contact.locationId !== body.locationId || calendar.locationId !== body.locationId) throw badRequest("The contact and the calendar must belong to the location");
    const startTime = readTime(body.startTime, "startTime");
    const users = assign(call, calendar, startTime);
    requireFree(call, calendar, startTime, { userIds: users.slice(0, 1) });
    const now = clock.now();
    return flatShape(store, store.appointments.put({
      id: store.random.id(), contactId: contact.id, title: contactName(contact) ?? "Appointment", appointmentStatus: calendar.autoConfirm ? "confirmed" : "new",
      dateAdded: now, dateUpdated: now, locationId: body.locationId, users,
      ...details(call, calendar, startTime), calendarId: calendar.id, assignedUserId: users[0],
    }));
  }),

  "PUT /calendars/events/appointments/{eventId}": handle<AppointmentBody>((call) => {
    const { store, body } = call;
    const appointment = appointmentOf(call);
    const calendar = calendarById(call, body.calendarId ?? appointment.calendarId);
    const startTime = body.startTime === undefined ? appointment.startTime : readTime(body.startTime, "startTime");
    if (startTime !== appointment.startTime || calendar.id !== appointment.calendarId) requireFree(call, calendar, startTime, { except: appointment.id });
    const length = appointment.endTime - appointment.startTime;
    return flatShape(store, store.changeAppointment(appointment.id, {
      ...details(call, calendar, startTime, length), calendarId: calendar.id,
      ...(body.assignedUserId && { assignedUserId: body.assignedUserId, users: [body.assignedUserId] }),
    }));
  }),

  "DELETE /calendars/events/{eventId}": (call) => {
    const { store, clock } = call;
    const id = param(call, "eventId");
    const [appointment, blocked] = [store.appointments.get(id), store.blockedSlots.get(id)];
    const event = appointment ?? blocked;
    if (!event || event.deleted) throw notFound(`Event with id ${id} not found`);
    call.auth.requireLocation(call.grant, event.locationId);
    if (appointment) store.changeAppointment(id, { deleted: true });
    if (blocked) store.blockedSlots.change(blocked, { deleted: true, dateUpdated: clock.now() });
    return { succeeded: true };
  },
};

/** The filter of a list's query, by owner and start time. @throws ApiError 422 */
export function selection(store: Store, { calendarId, userId, groupId, startTime, endTime }: EventsQuery) {
  if (!calendarId && !userId && !groupId) throw unprocessable(["either of userId, groupId or calendarId is required"]);
  const [from, to] = [Number(startTime), Number(endTime)];
  if (Number.isNaN(from) || Number.isNaN(to)) throw unprocessable(["startTime and endTime must be epoch milliseconds"]);
  return (event: { calendarId?: string; assignedUserId?: string; users?: string[]; startTime: number }): boolean => (
    event.startTime >= from && event.startTime <= to
    && (!calendarId || event.calendarId === calendarId)
    && (!userId || event.assignedUserId === userId || (event.users ?? []).includes(userId))
    && (!groupId || store.calendars.get(event.calendarId ?? "")?.groupId === groupId)
  );
}

/** A time in a body, ms. @throws ApiError 422 */
export function readTime(text: string, name: string): number {
  const time = /T.*(Z|[+-]\d{2}:?\d{2})$/i.test(text) ? Date.parse(text) : NaN;
  if (Number.isNaN(time)) throw unprocessable([`${name} must be a valid ISO 8601 date string`]);
  return time;
}

/** Start and end of an event in the time zone of its location. */
export function zonedTimes(store: Store, { locationId, startTime, endTime }: { locationId: string; startTime: number; endTime: number }) {
  const timeZone = store.locations.get(locationId)?.timezone ?? "UTC";
  return { startTime: zonedIso(startTime, timeZone), endTime: zonedIso(endTime, timeZone) };
}

function appointmentOf(call: Call<unknown, unknown>): Appointment {
  const id = param(call, "eventId");
  const appointment = call.store.appointments.get(id);
  if (!appointment) throw notFound(`Appointment with id ${id} not found`);
  call.auth.requireLocation(call.grant, appointment.locationId);
  return appointment;
}

function requireFree({ store, body }: Call<AppointmentBody>, calendar: Calendar, start: number, options: { userIds?: string[]; except?: string }): void {
  if (body.ignoreFreeSlotValidation) return;
  const found = freeSlots(store, calendar, start, start, { ...options, ignoreDateRange: body.ignoreDateRange });
  if (found.length === 0) throw badRequest("The slot you have selected is no longer available.");
}

/** The participants, owner first. A calendar of several people does not choose one by itself (highlevel-api-docs issue 23). */
function assign({ store, body }: Call<AppointmentBody>, calendar: Calendar, start: number): string[] {
  const { teamMembers, calendarType } = calendar;
  const ids = teamMembers.map(({ userId }) => userId);
  const { assignedUserId } = body;
  if (assignedUserId && ids.length > 0 && !ids.includes(assignedUserId)) throw badRequest("The assigned user is not a team member of the calendar");
  if (assignedUserId) return [assignedUserId];
  if (calendarType === "collective") return [...teamMembers].sort((a, b) => Number(b.isPrimary ?? false) - Number(a.isPrimary ?? false)).map(({ userId }) => userId);
  if (calendarType === "round_robin" && ids.length > 1) throw badRequest("A team member needs to be selected. assignedUserId is missing");
  const member = freeMember(store, calendar, start) ?? ids[0];
  return member ? [member] : [];
}

function details({ body }: Call<AppointmentBody>, calendar: Calendar, startTime: number, length = durationOf(calendar)) {
  const endTime = body.endTime === undefined ? startTime + length : readTime(body.endTime, "endTime");
  if (endTime <= startTime) throw unprocessable(["endTime must be after startTime"]);
  const { title, appointmentStatus, description, address, meetingLocationType, rrule, ignoreFreeSlotValidation } = body;
  const place = meetingLocationType ?? (address ? "custom" : undefined);
  // HighLevel ignores the rule where slots are checked.
  return compact({ startTime, endTime, title, appointmentStatus, description, address, meetingLocationType: place, rrule: ignoreFreeSlotValidation ? rrule : undefined } as Partial<Appointment> & { startTime: number; endTime: number });
}

/** An appointment as lists and single reads return it. Live responses also have the misspelled status. */
function eventShape(store: Store, appointment: Appointment): Record<string, unknown> {
  const { dateAdded, dateUpdated, appointmentStatus, assignedUserId, rrule } = appointment;
  return compact({
    ...appointment, ...zonedTimes(store, appointment), appoinmentStatus: appointmentStatus, groupId: store.calendars.get(appointment.calendarId)?.groupId ?? "",
    users: appointment.users ?? (assignedUserId ? [assignedUserId] : []), isRecurring: rrule !== undefined, deleted: appointment.deleted ?? false,
    assignedResources: [], createdBy: { userId: "", source: "third_party" }, dateAdded: iso(dateAdded), dateUpdated: iso(dateUpdated),
  });
}

/** The response to a write: no envelope, and no dates (highlevel-api-docs issue 246). */
function flatShape(store: Store, appointment: Appointment): Record<string, unknown> {
  const { id, calendarId, locationId, contactId, title, meetingLocationType, appointmentStatus, assignedUserId, address, rrule } = appointment;
  return compact({ id, calendarId, locationId, contactId, title, ...zonedTimes(store, appointment), meetingLocationType, appointmentStatus, appoinmentStatus: appointmentStatus, assignedUserId, address, isRecurring: rrule !== undefined, rrule });
}
