import type { Appointment } from "../model.ts";
import type { Calendar, Hour } from "../models/calendars.ts";
import type { Store } from "../store.ts";
import { atLocal, datesBetween } from "../zone.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const UNITS: Record<string, number> = { mins: MINUTE, hours: 60 * MINUTE, days: DAY, weeks: 7 * DAY, months: 30 * DAY };
/** Appointments of these statuses leave their slot free. */
const FREE_STATUSES = ["cancelled", "invalid", "noshow"];

const inMs = (amount: number | undefined, unit: string | undefined, fallback: string) => (amount ?? 0) * (UNITS[unit ?? fallback] ?? MINUTE);

export interface SlotsOptions {
  /** Only slots in which one of these team members is free. */
  userIds?: string[];
  /** Include slots outside the calendar's notice and range. */
  ignoreDateRange?: boolean;
  /** An appointment to ignore, because it is being moved. */
  except?: string;
}

/** Length of an appointment in the calendar, ms. */
export const durationOf = ({ slotDuration, slotDurationUnit }: Calendar): number => inMs(slotDuration, slotDurationUnit, "mins");

/** Start times (ms) of the slots from `from` to `to` (inclusive) that can be booked now, in order. */
export function freeSlots(store: Store, calendar: Calendar, from: number, to: number, options: SlotsOptions = {}): number[] {
  const timeZone = store.locations.get(calendar.locationId)?.timezone ?? "UTC";
  const now = store.clock.now();
  const earliest = options.ignoreDateRange ? from : Math.max(from, now + inMs(calendar.allowBookingAfter, calendar.allowBookingAfterUnit, "hours"));
  const horizon = inMs(calendar.allowBookingFor, calendar.allowBookingForUnit, "days");
  const latest = options.ignoreDateRange || horizon === 0 ? to : Math.min(to, now + horizon);
  const taken = takenOf(store, calendar, options.except);
  const slots: number[] = [];
  for (const date of datesBetween(from, to, timeZone)) {
    for (const hour of hoursOn(calendar, date)) {
      const close = atLocal(date, hour.closeHour * 60 + hour.closeMinute, timeZone);
      const step = inMs(calendar.slotInterval, calendar.slotIntervalUnit, "mins") || durationOf(calendar);
      for (let start = atLocal(date, hour.openHour * 60 + hour.openMinute, timeZone); start + durationOf(calendar) <= close; start += step) {
        if (start >= earliest && start <= latest && isFree(calendar, start, taken, options.userIds)) slots.push(start);
      }
    }
  }
  return [...new Set(slots)].sort((a, b) => a - b);
}

/** The team member who would take a slot; undefined if nobody is free. */
export function freeMember(store: Store, calendar: Calendar, start: number, userIds?: string[]): string | undefined {
  return freeMembers(calendar, start, takenOf(store, calendar), userIds)[0];
}

function hoursOn({ openHours, availabilities = [], availabilityType }: Calendar, date: string): Hour[] {
  const special = availabilityType === 0 ? undefined : availabilities.find((availability) => availability.date.slice(0, 10) === date);
  if (special || availabilityType === 1) return special?.hours ?? [];
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return openHours.filter(({ daysOfTheWeek }) => daysOfTheWeek.includes(weekday)).flatMap(({ hours }) => hours);
}

interface Span { startTime: number; endTime: number }
interface Taken {
  appointments: Appointment[];
  blocked: (Span & { calendarId?: string; assignedUserId?: string })[];
}

function takenOf(store: Store, { locationId }: Calendar, except?: string): Taken {
  return {
    appointments: store.appointments.all().filter((appointment) => appointment.locationId === locationId && isActive(appointment) && appointment.id !== except),
    blocked: store.blockedSlots.in(locationId).filter(({ deleted }) => !deleted),
  };
}

const isActive = ({ deleted, appointmentStatus }: Appointment): boolean => !deleted && !FREE_STATUSES.includes(appointmentStatus);

/** The items of `list` that overlap a slot including its buffers. */
function overlapping<T extends Span>(list: T[], calendar: Calendar, start: number): T[] {
  const from = start - inMs(calendar.preBuffer, calendar.preBufferUnit, "mins");
  const to = start + durationOf(calendar) + inMs(calendar.slotBuffer, calendar.slotBufferUnit, "mins");
  return list.filter(({ startTime, endTime }) => startTime < to && endTime > from);
}

function freeMembers(calendar: Calendar, start: number, { appointments, blocked }: Taken, userIds?: string[]): string[] {
  const busy = overlapping(appointments, calendar, start);
  const away = overlapping(blocked, calendar, start);
  return calendar.teamMembers.map(({ userId }) => userId).filter((userId) => {
    if (userIds && userIds.length > 0 && !userIds.includes(userId)) return false;
    if (away.some(({ assignedUserId }) => assignedUserId === userId)) return false;
    const own = busy.filter(({ assignedUserId, users = [] }) => assignedUserId === userId || users.includes(userId));
    return own.every(({ calendarId }) => calendarId === calendar.id) && own.length < calendar.appoinmentPerSlot;
  });
}

function isFree(calendar: Calendar, start: number, taken: Taken, userIds?: string[]): boolean {
  const own = taken.appointments.filter(({ calendarId }) => calendarId === calendar.id);
  const sameDay = own.filter(({ startTime }) => Math.abs(startTime - start) < DAY / 2);
  if (calendar.appoinmentPerDay && sameDay.length >= calendar.appoinmentPerDay) return false;
  if (overlapping(taken.blocked, calendar, start).some(({ calendarId }) => calendarId === calendar.id)) return false;
  const { calendarType, teamMembers, appoinmentPerSlot } = calendar;
  if (teamMembers.length === 0) return overlapping(own, calendar, start).length < appoinmentPerSlot;
  if (calendarType === "collective") return freeMembers(calendar, start, taken).length === teamMembers.length;
  const free = freeMembers(calendar, start, taken, userIds);
  // Unassigned appointments take up somebody's time, too.
  const unassigned = overlapping(own, calendar, start).filter(({ assignedUserId }) => !assignedUserId).length;
  return free.length * appoinmentPerSlot > unassigned;
}
