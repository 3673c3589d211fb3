import omit from "lodash/omit.js";
import { badRequest, notFound, unprocessable } from "../errors.ts";
import { freeSlots } from "../calendars/slots.ts";
import type { Availability, Calendar, MeetingPlace, TeamMember } from "../models/calendars.ts";
import { compact, handle, param } from "../resource.ts";
import type { Call, Resource } from "../resource.ts";
import { requireUsers } from "../contact-input.ts";
import { isZone, zonedIso } from "../zone.ts";

type CalendarBody = Partial<Omit<Calendar, "id">>;
interface SlotsQuery { startDate: number; endDate: number; timezone?: string; userId?: string; userIds?: string[] }

const DAY = 86_400_000;
/** Types whose bookings need a person. */
const WITH_TEAM = ["round_robin", "collective", "class_booking", "service_booking", "personal"];

/** Calendars and their free slots. They have no timestamps. */
export const calendars: Resource = {
  "GET /calendars/": handle<unknown, { locationId: string; groupId?: string; showDrafted?: boolean }>(({ store, query }) => ({
    calendars: store.calendars.in(query.locationId)
      .filter(({ groupId, isActive }) => (!query.groupId || groupId === query.groupId) && (isActive || query.showDrafted !== false))
      .map(shape),
  })),

  "GET /calendars/{calendarId}": (call) => ({ calendar: shape(calendarOf(call)) }),

  "POST /calendars/": handle<CalendarBody & { locationId: string; name: string }>((call) => {
    const { store, body } = call;
    const slug = body.slug ?? body.name.toLowerCase().replace(/\W+/g, "-");
    const calendar: Calendar = {
      id: store.random.id(), calendarType: "round_robin", isActive: true, slotDuration: 30, slotInterval: 30, appoinmentPerSlot: 1, openHours: [], teamMembers: [], autoConfirm: true,
      eventTitle: "{{contact.name}}", eventColor: "#039be5", widgetType: "classic", formSubmitType: "ThankYouMessage", enableRecurring: false, googleInvitationEmails: false, allowReschedule: true, allowCancellation: true,
      ...settings(call, {}), slug, locationId: body.locationId, name: body.name,
    };
    requireTeam(calendar);
    if (store.calendars.in(body.locationId).some((other) => other.slug === slug)) throw badRequest("The slug is already taken");
    return { calendar: shape(store.calendars.put(calendar)) };
  }),

  "PUT /calendars/{calendarId}": handle<CalendarBody>((call) => {
    const calendar = calendarOf(call);
    const changed = { ...calendar, ...settings(call, calendar) };
    requireTeam(changed);
    return { calendar: shape(call.store.calendars.put(changed)) };
  }),

  "DELETE /calendars/{calendarId}": (call) => {
    const calendar = calendarOf(call);
    call.store.calendars.delete(calendar.id);
    return { message: "Calendar deleted successfully", calendar: shape(calendar) };
  },

  "GET /calendars/{calendarId}/free-slots": handle<unknown, SlotsQuery>((call) => {
    const { store, query } = call;
    const calendar = calendarOf(call);
    const timeZone = query.timezone ?? store.locations.get(calendar.locationId)?.timezone ?? "UTC";
    if (query.endDate - query.startDate > 31 * DAY || query.endDate < query.startDate) throw badRequest("Date range can not be more than 31 days");
    if (!isZone(timeZone)) throw unprocessable(["timezone must be a valid timezone"]);
    const userIds = [...(query.userIds ?? []), ...(query.userId ? [query.userId] : [])];
    const byDate: Record<string, { slots: string[] }> = {};
    for (const slot of freeSlots(store, calendar, query.startDate, query.endDate, { userIds })) {
      const text = zonedIso(slot, timeZone);
      (byDate[text.slice(0, 10)] ??= { slots: [] }).slots.push(text);
    }
    return byDate;
  }),
};

/** The calendar with this id. @throws ApiError 404, or 403 if the token has no access to its location */
export function calendarById({ store, auth, grant }: Pick<Call, "store" | "auth" | "grant">, id: string): Calendar {
  const calendar = store.calendars.get(id);
  if (!calendar) throw notFound(`Calendar with id ${id} not found`);
  auth.requireLocation(grant, calendar.locationId);
  return calendar;
}

const calendarOf = (call: Call<unknown, unknown>): Calendar => calendarById(call, param(call, "calendarId"));

/** Live responses have a second spelling, and an empty object without opening hours. */
function shape(calendar: Calendar): Record<string, unknown> {
  const { openHours, appoinmentPerSlot } = calendar;
  return compact({ ...calendar, appointmentPerSlot: appoinmentPerSlot, openHours: openHours.length > 0 ? openHours : {} });
}

const withMeetingIds = (places: MeetingPlace[]) => places.map((place, index) => ({ ...place, meetingId: `${place.kind}_${index}` }));

function settings(call: Call<CalendarBody>, former: Partial<Calendar>): Partial<Calendar> {
  const { body, store } = call;
  const { teamMembers, locationConfigurations, availabilities, groupId } = body;
  requireUsers(store, (teamMembers ?? []).map(({ userId }) => userId));
  if (groupId && !store.calendarGroups.get(groupId)) throw badRequest(`Group with id ${groupId} not found`);
  return {
    ...omit(body, ["locationId"]),
    ...(teamMembers && { teamMembers: teamMembers.map((member): TeamMember => ({ priority: 0.5, ...member, ...(member.locationConfigurations && { locationConfigurations: withMeetingIds(member.locationConfigurations) }) })) }),
    ...(locationConfigurations && { locationConfigurations: withMeetingIds(locationConfigurations) }),
    ...(availabilities && { availabilities: mergeAvailabilities(call, former.availabilities ?? [], availabilities) }),
  };
}

/** Items with an id change or delete an existing one; the others are added. */
function mergeAvailabilities({ store }: Call<CalendarBody>, former: Availability[], changes: Availability[]): Availability[] {
  const unknown = changes.find(({ id }) => id !== undefined && !former.some((known) => known.id === id));
  if (unknown) throw badRequest(`Availability with id ${unknown.id} not found`);
  const kept = former.filter(({ id }) => !changes.some((change) => change.id === id));
  return [...kept, ...changes.filter(({ deleted }) => !deleted).map((availability) => ({ ...availability, id: availability.id ?? store.random.hex(24) }))];
}

function requireTeam({ calendarType, teamMembers }: Calendar): void {
  if (WITH_TEAM.includes(calendarType) && teamMembers.length === 0) throw unprocessable([`teamMembers should not be empty for calendars of type ${calendarType}`]);
  if (calendarType === "personal" && teamMembers.length !== 1) throw unprocessable(["teamMembers must contain exactly one member for calendars of type personal"]);
  const primaries = teamMembers.filter(({ isPrimary }) => isPrimary).length;
  if (calendarType === "collective" && primaries !== 1) throw unprocessable(["exactly one of teamMembers must be primary"]);
}
