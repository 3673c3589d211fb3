import { ConfigurationError } from "#platform";
import * as api from "../api/endpoints.ts";
import { DAY_MS } from "../core/durations.ts";
import { isMissingScope } from "../api/http/errors.ts";
import type { ApiRequest } from "../api/http/request.ts";
import { unwrap } from "../api/http/shape.ts";
import { collect } from "../api/pagination/collect.ts";
import { endTime, startTime } from "../input/times.ts";
import { APPOINTMENT_ENVELOPES } from "../resources/calendar-events.ts";
import { memberIds } from "../resources/calendars.ts";
import { buffersOf } from "../resources/free-slots.ts";
import { usersOfLocation } from "../resources/lookups.ts";
import { users } from "../resources/users.ts";
import { toMs } from "../core/time.ts";
import type { Fields } from "../core/types.ts";
import { deadlineOf } from "../input/deadline.ts";
import type { Input } from "../input/fields.ts";
import { asksForFreeSlot, requireFreeSlot, takesSlot } from "./free-slot-check.ts";
import { isEmpty, textsOf } from "../core/text/values.ts";

/** How many members of a calendar are named. */
const MOST_MEMBERS = 20;

/** What {@link checkBooking} and {@link checkChange} may ask, beside the operation's own call. */
export const bookingLookUps = [api.getSlots, api.getCalendar, usersOfLocation];
export const changeLookUps = [api.getAppointment, ...bookingLookUps];

/** A record that a check looks up; undefined where the account lacks the scope for it, and HighLevel has to decide alone. */
async function lookUp({ app, $ }: Input, request: ApiRequest, envelope: string | string[]): Promise<Fields | undefined> {
  try {
    return unwrap(await app.request({ ...request, deadline: deadlineOf($) }), envelope);
  } catch (error) {
    if (isMissingScope(error)) return undefined;
    throw error;
  }
}

const calendarOf = (input: Input, calendarId: unknown) => lookUp(input, { ...api.getCalendar, pathParams: { calendarId } }, "calendar");

/** Users by name and id ("Maya Ellison (0yn9…)"), in the order of their ids; by id alone where the account may not look at users. */
async function namesOf({ app, props, $ }: Input, ids: string[]): Promise<string[]> {
  const known = await collect(app, usersOfLocation, { query: { locationId: app.locationId(props.locationId) }, deadline: deadlineOf($) }).catch(() => []);
  return ids.map((id) => {
    const user = known.find((one) => users.id(one) === id);
    return user ? `${users.label(user)} (${id})` : id;
  });
}

/** The first members of a calendar, as an error lists them; empty where there is no team, or none to be read. */
export async function teamOf(input: Input, calendarId: unknown): Promise<string[]> {
  const ids = memberIds(await calendarOf(input, calendarId) ?? {});
  return ids.length > 0 ? namesOf(input, ids.slice(0, MOST_MEMBERS)) : [];
}

/**
 * Makes sure that the form's Assigned To belongs to the calendar's team, if it has one.
 * @param undone what has not been done: "booked"
 * @throws ConfigurationError that names the members
 */
async function requireMember(input: Input, calendarId: unknown, undone: string): Promise<void> {
  const { assignedUserId } = input.props;
  if (isEmpty(assignedUserId) || isEmpty(calendarId)) return;
  const team = memberIds(await calendarOf(input, calendarId) ?? {});
  if (team.length === 0 || team.includes(String(assignedUserId))) return;
  const [user, ...members] = await namesOf(input, [String(assignedUserId), ...team.slice(0, MOST_MEMBERS)]);
  const more = team.length > MOST_MEMBERS ? ` and ${team.length - MOST_MEMBERS} more` : "";
  throw new ConfigurationError(`Assigned To: ${user} is not a member of this calendar. Its members: ${members.join(", ")}${more}. Nothing was ${undone}. Choose one of them.`);
}

/**
 * Before an appointment is booked: is Assigned To a member of the calendar, and Start Time a free slot?
 * @throws ConfigurationError that says what to choose instead
 */
export async function checkBooking(input: Input): Promise<void> {
  const { calendarId, assignedUserId } = input.props;
  const start = await startTime.read(input);
  await endTime.read(input); // what the form itself says wrongly comes first
  await requireMember(input, calendarId, "booked");
  if (start === undefined || isEmpty(calendarId) || !asksForFreeSlot(input)) return;
  await requireFreeSlot(input, { calendarId, start: String(start), userId: assignedUserId, field: "Start Time", undone: "booked" });
}

/**
 * Whether a slot may be free but for the appointment that moves: HighLevel counts it as taken by the appointment itself,
 * by the buffers around it, and towards the bookings of the day.
 */
function mayHide(present: Fields, { calendarId, at, userId }: { calendarId: unknown; at: number; userId?: unknown }, settings: Fields): boolean {
  const from = toMs(present.startTime);
  const takers = [present.assignedUserId, ...textsOf(present.users)];
  if (from === undefined || !takesSlot(present.appointmentStatus) || (!isEmpty(userId) && !takers.includes(userId))) return false;
  if (!isEmpty(settings.appoinmentPerDay) && calendarId === present.calendarId && Math.abs(at - from) < DAY_MS) return true;
  const to = toMs(present.endTime) ?? from;
  const buffers = buffersOf(settings);
  return at < to + buffers && at + (to - from) > from - buffers;
}

/**
 * Before an appointment is changed: is Assigned To a member of the calendar, and the slot free that it moves to?
 * Asks nothing where neither time, user nor calendar is filled in.
 * @throws ConfigurationError that says what to choose instead
 */
export async function checkChange(input: Input): Promise<void> {
  const { appointmentId, assignedUserId, newCalendarId } = input.props;
  const start = await startTime.read(input);
  await endTime.read(input);
  const checksSlot = asksForFreeSlot(input) && (start !== undefined || !isEmpty(assignedUserId) || !isEmpty(newCalendarId));
  if (isEmpty(appointmentId) || (!checksSlot && isEmpty(assignedUserId))) return;
  const present = await lookUp(input, { ...api.getAppointment, pathParams: { eventId: appointmentId } }, APPOINTMENT_ENVELOPES);
  if (!present) return;
  const calendarId = isEmpty(newCalendarId) ? present.calendarId : newCalendarId;
  await requireMember(input, calendarId, "changed");

  const moves = calendarId !== present.calendarId;
  const isReassigned = !isEmpty(assignedUserId) && assignedUserId !== present.assignedUserId;
  const wanted = start ?? present.startTime;
  const at = toMs(wanted);
  const isPostponed = at !== toMs(present.startTime);
  // Who took part in what is over can be changed, although no slot of then is free.
  if (!checksSlot || at === undefined || !(isPostponed || ((isReassigned || moves) && at > Date.now()))) return;
  const userId = isEmpty(assignedUserId) && !moves ? present.assignedUserId : assignedUserId;
  await requireFreeSlot(input, {
    calendarId, start: String(wanted), userId, undone: "changed",
    field: isPostponed ? "Start Time" : isReassigned ? "Assigned To" : "Move to Calendar",
    unless: async () => mayHide(present, { calendarId, at, userId }, await calendarOf(input, calendarId) ?? {}),
  });
}
