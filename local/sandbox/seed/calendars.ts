import { iso } from "../clock.ts";
import type { Calendar, OpenHour } from "../models/calendars.ts";
import type { Store } from "../store.ts";
import { atLocal, dateAt } from "../zone.ts";

const WEEKDAYS: OpenHour[] = [{ daysOfTheWeek: [1, 2, 3, 4, 5], hours: [{ openHour: 9, openMinute: 0, closeHour: 17, closeMinute: 0 }] }];
const EVENINGS: OpenHour[] = [{ daysOfTheWeek: [2, 4], hours: [{ openHour: 18, openMinute: 30, closeHour: 20, closeMinute: 30 }] }];
const DAY = 86_400_000;

type Draft = Pick<Calendar, "id" | "name" | "calendarType"> & Partial<Calendar>;

/** The calendars of the demo location: for two people, for one, a class with seats, and an event without a team. The first one has the seeded appointments. */
export function seedCalendars(store: Store, locationId: string): void {
  const [first, second] = store.users.all().filter(({ locationIds }) => locationIds.includes(locationId)).map(({ id }) => id);
  if (!first || !second) throw new Error("Calendars need two users: seed those first.");
  const groupId = store.calendarGroups.put({ id: "SandboxGroup00000001", locationId, name: "Consultations", description: "Everything that begins with a conversation", slug: "consultations", isActive: true }).id;
  store.calendarGroups.put({ id: "SandboxGroup00000002", locationId, name: "Classes", description: "Several guests at a time", slug: "classes", isActive: true });
  const drafts: Draft[] = [
    { id: "SandboxCalendar00001", name: "Consultation", calendarType: "round_robin", groupId, teamMembers: [first, second].map((userId) => ({ userId, priority: 0.5 })) },
    { id: "SandboxCalendar00002", name: "Site visit", calendarType: "personal", groupId, slotDuration: 1, slotDurationUnit: "hours", slotInterval: 60, slotBuffer: 30, teamMembers: [{ userId: second }] },
    { id: "SandboxCalendar00003", name: "Evening class", calendarType: "class_booking", groupId: "SandboxGroup00000002", slotDuration: 60, slotInterval: 60, appoinmentPerSlot: 8, openHours: EVENINGS, teamMembers: [{ userId: first }] },
    { id: "SandboxCalendar00004", name: "Open house", calendarType: "event", isActive: false, locationConfigurations: [{ kind: "physical", location: "100 Example Street", meetingId: "physical_0" }] },
  ];
  for (const draft of drafts) {
    store.calendars.put({
      locationId, isActive: true, teamMembers: [], slotDuration: 30, slotDurationUnit: "mins", slotInterval: 30, slotIntervalUnit: "mins", appoinmentPerSlot: 1, openHours: WEEKDAYS,
      allowBookingAfter: 2, allowBookingAfterUnit: "hours", allowBookingFor: 60, allowBookingForUnit: "days", autoConfirm: true, eventTitle: "{{contact.name}}", eventColor: "#039be5",
      widgetType: "classic", allowReschedule: true, allowCancellation: true, slug: draft.name.toLowerCase().replaceAll(" ", "-"), ...draft,
    });
  }
  seedBlocks(store, locationId, second);
}

/**
 * Blocked time of a user and a calendar. All calendars with slots also block today: otherwise, depending on the hour, the first
 * free slot could be within minutes of the minimum notice. It might pass before it is booked, and Get Free Slots does not report
 * slots that near.
 */
function seedBlocks({ blockedSlots, calendars, clock, locations }: Store, locationId: string, userId: string): void {
  const timeZone = locations.get(locationId)?.timezone ?? "UTC";
  const now = clock.now();
  const today = Date.parse(dateAt(now, timeZone));
  /** A time `days` and `hours` after the beginning of today in the location's time zone. */
  const at = (days: number, hours: number) => atLocal(iso(today + days * DAY).slice(0, 10), hours * 60, timeZone);
  const common = { locationId, deleted: false, dateAdded: now - DAY, dateUpdated: now - DAY };
  blockedSlots.put({ ...common, id: "SandboxBlock00000001", title: "Team lunch", calendarId: "SandboxCalendar00001", startTime: at(1, 12), endTime: at(1, 13) });
  blockedSlots.put({ ...common, id: "SandboxBlock00000002", title: "Dentist", assignedUserId: userId, startTime: at(2, 12), endTime: at(2, 13) });
  for (const [index, { id: calendarId }] of calendars.in(locationId).filter(({ isActive }) => isActive).entries()) {
    blockedSlots.put({ ...common, id: `SandboxTraining0000${index + 1}`, title: "Staff training", calendarId, startTime: at(0, 0), endTime: at(1, 0) });
  }
}
