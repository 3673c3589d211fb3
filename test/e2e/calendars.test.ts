import { expect } from "@jest/globals";
import { freeSlots } from "../../local/sandbox/calendars/slots.ts";
import type { Sandbox } from "../../local/sandbox/index.ts";
import { e2e } from "./suite.ts";
import type { ActionRow, TriggerRow } from "./suite.ts";
import { built } from "./support.ts";

const DAY = 86_400_000;
const HALF_HOUR = 1_800_000;

interface Ids {
  contactId: string;
  /** Of two people; the seeded appointments stand in it. */
  calendarId: string;
  team: string[];
  /** Of one, open every day. */
  soloId: string;
  groupId: string;
  userId: string;
  appointmentId: string;
  blockId: string;
  userBlockId: string;
  /** Free slots of the solo calendar, epoch ms. */
  slots: number[];
}

function setup({ store, locationId, companyId }: Sandbox): Ids {
  const now = Date.now();
  const userId = store.users.in(companyId).find(({ email }) => email.startsWith("tessa"))!.id;
  const contactId = store.contacts.insert([{ locationId, firstName: "Iris", lastName: "Lowell", dateAdded: now - DAY }])[0]!.id;
  const template = store.calendars.get("SandboxCalendar00001")!;
  // Not before four: a time that is typed without offset is no certain one in the hour that a clock change repeats.
  const everyDay = [{ daysOfTheWeek: [0, 1, 2, 3, 4, 5, 6], hours: [{ openHour: 4, openMinute: 0, closeHour: 23, closeMinute: 0 }] }];
  const solo = store.calendars.put({ ...template, id: "SoloCalendar00000001", name: "Solo", slug: "solo", groupId: undefined, calendarType: "personal", teamMembers: [{ userId }], openHours: everyDay });
  const slots = freeSlots(store, solo, now + 2 * DAY, now + 4 * DAY);
  const appointmentId = store.addAppointment({ contactId, calendarId: solo.id, assignedUserId: userId, title: "First visit", startTime: slots[10]!, dateAdded: now - DAY, dateUpdated: now - DAY }).id;
  return { contactId, calendarId: template.id, team: template.teamMembers.map((member) => member.userId), soloId: solo.id, groupId: template.groupId!, userId, appointmentId, blockId: "SandboxBlock00000001", userBlockId: "SandboxBlock00000002", slots: slots.filter((_, index) => Math.abs(index - 10) > 2) };
}

const book = ({ store }: Sandbox, { contactId, soloId, userId, slots }: Ids, further = {}) => store.addAppointment({ contactId, calendarId: soloId, assignedUserId: userId, title: "Second visit", startTime: slots[0]!, ...further });

/** Books one of the team in the first slot in which the second is free. */
function bookMember({ store }: Sandbox, { contactId, calendarId, team }: Ids, assignedUserId: string): void {
  const [startTime] = freeSlots(store, store.calendars.get(calendarId)!, Date.now() + DAY, Date.now() + 12 * DAY, { userIds: [team[1]!] });
  store.addAppointment({ contactId, calendarId, title: "Talk", assignedUserId, startTime: startTime! });
}
const appointmentOf = ({ store }: Sandbox, { appointmentId }: Ids) => store.appointments.get(appointmentId)!;
const changed = ({ store }: Sandbox, { appointmentId }: Ids, changes: object) => store.changeAppointment(appointmentId, changes);
const changedFields = (...names: string[]) => ({ _event: expect.objectContaining({ changedFields: names }) });
const ofSolo = ({ soloId }: Ids) => ({ calendarId: soloId });
const watched = ({ soloId, appointmentId }: Ids) => ({ calendarId: soloId, appointmentId });

const triggers: TriggerRow<Ids>[] = [
  {
    slug: "list-calendar-groups", when: "one is created, one renamed, one switched off", props: () => ({}),
    change: ({ store, locationId }, { groupId }) => {
      store.calendarGroups.put({ id: "NewGroup000000000001", locationId, name: "New", description: "-", slug: "new", isActive: true });
      store.calendarGroups.change(store.calendarGroups.get(groupId)!, { name: "Talks" });
      store.calendarGroups.change(store.calendarGroups.get("SandboxGroup00000002")!, { isActive: false });
    },
    eventTypes: ["created", "deactivated", "updated"],
  },
  { slug: "list-calendar-groups", when: "one is deleted", props: () => ({}), change: ({ store }, { groupId }) => store.calendarGroups.delete(groupId), eventTypes: ["deleted"], polls: 2, event: ({ groupId }) => ({ id: groupId }) },
  { slug: "list-calendar-groups", when: "only a calendar changes", props: () => ({}), change: ({ store }, { calendarId }) => store.calendars.change(store.calendars.get(calendarId)!, { name: "Talk" }), eventTypes: [] },
  {
    slug: "list-calendars", when: "one is created, one switched on", props: () => ({}),
    change: ({ store }, { calendarId }) => {
      store.calendars.put({ ...store.calendars.get(calendarId)!, id: "NewCalendar000000001", slug: "new" });
      store.calendars.change(store.calendars.get("SandboxCalendar00004")!, { isActive: true });
    },
    eventTypes: ["activated", "created"],
  },
  { slug: "list-calendars", when: "the opening hours of one in the group change", props: ({ groupId }) => ({ groupId }), change: ({ store }, { calendarId }) => store.calendars.change(store.calendars.get(calendarId)!, { openHours: [] }), eventTypes: ["updated"], event: ({ calendarId }) => ({ id: calendarId, openHours: {} }) },
  { slug: "list-calendars", when: "one outside of the group changes", props: ({ groupId }) => ({ groupId }), change: ({ store }, { soloId }) => store.calendars.change(store.calendars.get(soloId)!, { name: "Other" }), eventTypes: [] },
  { slug: "list-calendars", when: "one becomes a draft and drafts are not watched", props: () => ({ showDrafted: false }), change: ({ store }, { soloId }) => store.calendars.change(store.calendars.get(soloId)!, { isActive: false }), eventTypes: ["deleted"], polls: 2 },
  { slug: "list-calendars", when: "an appointment is booked", props: () => ({}), change: book, eventTypes: [] },
  {
    slug: "get-calendar-by-id", when: "its slots become longer", props: ofSolo,
    change: ({ store }, { soloId }) => store.calendars.change(store.calendars.get(soloId)!, { slotDuration: 45 }),
    eventTypes: ["updated"], event: ({ soloId }) => ({ id: soloId, slotDuration: 45, ...changedFields("slotDuration") }),
  },
  { slug: "get-calendar-by-id", when: "a field changes that is not watched", props: (ids) => ({ ...ofSolo(ids), watchFields: ["openHours"] }), change: ({ store }, { soloId }) => store.calendars.change(store.calendars.get(soloId)!, { slotDuration: 45 }), eventTypes: [] },
  { slug: "get-calendar-by-id", when: "it is deleted", props: ofSolo, change: ({ store }, { soloId }) => store.calendars.delete(soloId), eventTypes: ["deleted"] },

  { slug: "get-free-slots", when: "a slot is booked", props: ofSolo, change: book, eventTypes: ["taken"], event: ({ soloId, slots }) => ({ calendarId: soloId, startTime: new Date(slots[0]!).toISOString().replace(".000Z", "+00:00") }) },
  { slug: "get-free-slots", when: "an appointment is cancelled", props: (ids) => ({ ...ofSolo(ids), timezone: "Europe/Berlin" }), change: (sandbox, ids) => changed(sandbox, ids, { appointmentStatus: "cancelled" }), eventTypes: ["opened"], event: () => ({ startTime: expect.stringMatching(/\+0[12]:00$/) }) },
  {
    slug: "get-free-slots", when: "the user is blocked for an hour", props: ofSolo,
    change: ({ store, locationId }, { userId, slots }) => {
      // Not the last before closing time: only half of the hour would be open then.
      const startTime = slots.find((slot, index) => slots[index + 1] === slot + HALF_HOUR)!;
      store.blockedSlots.put({ id: "NewBlock000000000001", locationId, title: "-", assignedUserId: userId, startTime, endTime: startTime + 2 * HALF_HOUR, deleted: false, dateAdded: Date.now(), dateUpdated: Date.now() });
    },
    eventTypes: ["taken", "taken"],
  },
  { slug: "get-free-slots", when: "one of several seats is booked", props: () => ({ calendarId: "SandboxCalendar00003" }), change: ({ store }, { contactId }) => store.addAppointment({ contactId, title: "Seat", calendarId: "SandboxCalendar00003", startTime: freeSlots(store, store.calendars.get("SandboxCalendar00003")!, Date.now(), Date.now() + 14 * DAY)[0]! }), eventTypes: [] },
  { slug: "get-free-slots", when: "a slot behind the watched days is booked", props: (ids) => ({ ...ofSolo(ids), days: 1 }), change: book, eventTypes: [] },
  { slug: "get-free-slots", when: "the wanted one of two people is booked", props: ({ calendarId, team }) => ({ calendarId, userIds: [team[1], "NobodyNobodyNobody01"] }), change: (sandbox, ids) => bookMember(sandbox, ids, ids.team[1]!), eventTypes: ["taken"] },
  { slug: "get-free-slots", when: "the other of two people is booked", props: ({ calendarId, team }) => ({ calendarId, userIds: [team[1], "NobodyNobodyNobody01"] }), change: (sandbox, ids) => bookMember(sandbox, ids, ids.team[0]!), eventTypes: [] },

  { slug: "list-calendar-events", when: "an appointment is booked", props: ofSolo, change: book, eventTypes: ["created"], event: ({ contactId, soloId }) => ({ contactId, calendarId: soloId, title: "Second visit", appointmentStatus: "confirmed" }) },
  { slug: "list-calendar-events", when: "it is moved", props: ofSolo, change: (sandbox, ids) => changed(sandbox, ids, { startTime: ids.slots[0]!, endTime: ids.slots[1]! }), eventTypes: ["rescheduled"] },
  { slug: "list-calendar-events", when: "the contact showed up", props: ofSolo, change: (sandbox, ids) => changed(sandbox, ids, { appointmentStatus: "showed" }), eventTypes: ["status changed"], event: () => ({ appointmentStatus: "showed" }) },
  { slug: "list-calendar-events", when: "it is cancelled", props: ({ userId }) => ({ userId }), change: (sandbox, ids) => changed(sandbox, ids, { appointmentStatus: "cancelled" }), eventTypes: ["cancelled"] },
  { slug: "list-calendar-events", when: "its title changes", props: () => ({}), change: (sandbox, ids) => changed(sandbox, ids, { title: "Visit" }), eventTypes: ["updated"], event: ({ appointmentId }) => ({ id: appointmentId, title: "Visit" }) },
  { slug: "list-calendar-events", when: "it is deleted", props: ofSolo, change: (sandbox, ids) => changed(sandbox, ids, { deleted: true }), eventTypes: ["deleted"], polls: 2, event: ({ appointmentId }) => ({ id: appointmentId }) },
  { slug: "list-calendar-events", when: "it is moved out of the watched days", props: ofSolo, change: (sandbox, ids) => changed(sandbox, ids, { startTime: Date.now() + 200 * DAY, endTime: Date.now() + 200 * DAY + HALF_HOUR }), eventTypes: ["rescheduled"], polls: 2, event: ({ appointmentId }) => ({ id: appointmentId }) },
  { slug: "list-calendar-events", when: "an old one is moved into the watched days", props: (ids) => ({ ...ofSolo(ids), daysAhead: 1 }), change: (sandbox, ids) => changed(sandbox, ids, { startTime: Date.now() + DAY / 2, endTime: Date.now() + DAY / 2 + HALF_HOUR }), eventTypes: ["rescheduled"] },
  { slug: "list-calendar-events", when: "only bookings are wanted and one is moved", props: (ids) => ({ ...ofSolo(ids), eventTypes: ["created"] }), change: (sandbox, ids) => changed(sandbox, ids, { startTime: ids.slots[0]! }), eventTypes: [] },
  { slug: "list-calendar-events", when: "one outside of the group is booked", props: ({ groupId }) => ({ groupId }), change: book, eventTypes: [] },
  { slug: "list-calendar-events", when: "time is blocked", props: () => ({}), change: ({ store }, { blockId }) => store.blockedSlots.change(store.blockedSlots.get(blockId)!, { title: "Lunch" }), eventTypes: [] },

  {
    slug: "list-blocked-slots", when: "a calendar and a user are blocked", props: () => ({}),
    change: ({ store, locationId }, { calendarId, userId, slots }) => {
      const block = { locationId, title: "-", startTime: slots[0]!, endTime: slots[1]!, deleted: false, dateAdded: Date.now(), dateUpdated: Date.now() };
      store.blockedSlots.put({ ...block, id: "NewBlock000000000001", calendarId });
      store.blockedSlots.put({ ...block, id: "NewBlock000000000002", assignedUserId: userId });
    },
    eventTypes: ["created", "created"],
  },
  { slug: "list-blocked-slots", when: "one is moved, one renamed", props: () => ({}), change: ({ store }, { blockId, userBlockId }) => { store.blockedSlots.change(store.blockedSlots.get(blockId)!, { startTime: Date.now() + DAY }); store.blockedSlots.change(store.blockedSlots.get(userBlockId)!, { title: "Doctor" }); }, eventTypes: ["rescheduled", "updated"] },
  { slug: "list-blocked-slots", when: "one is moved far away", props: ({ calendarId }) => ({ calendarId }), change: ({ store }, { blockId }) => store.blockedSlots.change(store.blockedSlots.get(blockId)!, { startTime: Date.now() + 400 * DAY, endTime: Date.now() + 401 * DAY }), eventTypes: ["rescheduled"], polls: 2 },
  { slug: "list-blocked-slots", when: "one is deleted", props: ({ calendarId }) => ({ calendarId }), change: ({ store }, { blockId }) => store.blockedSlots.change(store.blockedSlots.get(blockId)!, { deleted: true }), eventTypes: ["deleted"], polls: 2, event: ({ blockId }) => ({ id: blockId }) },
  { slug: "list-blocked-slots", when: "an appointment is booked", props: () => ({}), change: book, eventTypes: [] },

  { slug: "get-appointment", when: "it is moved", props: watched, change: (sandbox, ids) => changed(sandbox, ids, { startTime: ids.slots[0]!, endTime: ids.slots[0]! + HALF_HOUR }), eventTypes: ["updated"], event: ({ appointmentId }) => ({ id: appointmentId, ...changedFields("endTime", "startTime") }) },
  { slug: "get-appointment", when: "it is confirmed anew without a change", props: watched, change: (sandbox, ids) => changed(sandbox, ids, {}), eventTypes: [] },
  { slug: "get-appointment", when: "it is deleted but still readable", props: watched, change: (sandbox, ids) => changed(sandbox, ids, { deleted: true }), eventTypes: ["deleted"], event: ({ appointmentId }) => ({ id: appointmentId }) },
];

const contains = (fields: Record<string, unknown>) => expect.objectContaining(fields);
const group = { name: "Classes", description: "For many", slug: "many" };
/** A time as it is typed: on the clocks of the sub-account, without offset. */
const typed = (ms: number) => new Intl.DateTimeFormat("sv-SE", { timeZone: "America/New_York", dateStyle: "short", timeStyle: "short" }).format(ms);

const actions: ActionRow<Ids>[] = [
  { slug: "create-calendar-group", props: () => ({ ...group, isActive: false }), effect: ({ store, locationId }) => expect(store.calendarGroups.in(locationId)).toContainEqual(contains({ ...group, isActive: false })) },
  { slug: "update-calendar-group", props: ({ groupId }) => ({ groupId, ...group }), effect: ({ store }, { groupId }) => expect(store.calendarGroups.get(groupId)).toEqual(contains(group)) },
  { slug: "update-calendar-group-status", props: ({ groupId }) => ({ groupId, isActive: false }), effect: ({ store }, { groupId }) => expect(store.calendarGroups.get(groupId)).toEqual(contains({ isActive: false })) },
  { slug: "delete-calendar-group", props: ({ groupId }) => ({ groupId }), effect: ({ store }, { groupId, calendarId }) => expect([store.calendarGroups.get(groupId), store.calendars.get(calendarId)!.groupId]).toEqual([undefined, undefined]) },
  { slug: "validate-calendar-group-slug", when: "that is taken", props: () => ({ slug: "consultations" }), effect: (_, __, result) => expect(result).toEqual(contains({ available: false })) },
  { slug: "validate-calendar-group-slug", when: "that is new", props: () => ({ slug: "new" }), effect: (_, __, result) => expect(result).toEqual(contains({ available: true })) },
  {
    slug: "create-calendar", when: "of a team, with opening hours in words",
    props: ({ userId, groupId }) => ({ name: "Team", calendarType: "collective", groupId, teamMembers: [userId], openHours: ["Mon-Fri 09:00-12:00, 13:00-17:00", "Sat 10:00-14:00"], appointmentsPerSlot: 2 }),
    effect: ({ store }, { userId, groupId }, { id }) => expect(store.calendars.get(String(id))).toEqual(contains({
      name: "Team", groupId, appoinmentPerSlot: 2, teamMembers: [contains({ userId, isPrimary: true })],
      openHours: [
        { daysOfTheWeek: [1, 2, 3, 4, 5], hours: [{ openHour: 9, openMinute: 0, closeHour: 12, closeMinute: 0 }, { openHour: 13, openMinute: 0, closeHour: 17, closeMinute: 0 }] },
        { daysOfTheWeek: [6], hours: [{ openHour: 10, openMinute: 0, closeHour: 14, closeMinute: 0 }] },
      ],
    })),
  },
  {
    slug: "update-calendar", when: "to special dates only", props: ({ soloId }) => ({ calendarId: soloId, availabilities: ["2026-12-24 09:00-12:00"], availabilityType: "availabilities", lookBusyPercentage: 20 }),
    effect: ({ store }, { soloId }) => expect(store.calendars.get(soloId)).toEqual(contains({
      name: "Solo", availabilityType: 1, availabilities: [contains({ date: "2026-12-24T00:00:00.000Z" })], lookBusyConfig: { enabled: true, LookBusyPercentage: 20 },
    })),
  },
  { slug: "delete-calendar", props: ofSolo, effect: ({ store }, { soloId }) => expect(store.calendars.get(soloId)).toBeUndefined() },
  {
    slug: "create-appointment", when: "in a free slot, on the sub-account's clocks", props: ({ contactId, soloId, slots }) => ({ calendarId: soloId, contactId, startTime: typed(slots[3]!), title: "Talk" }),
    effect: ({ store }, { contactId, soloId, userId, slots }, { id }) => {
      expect(store.appointments.get(String(id))).toEqual(contains({ contactId, calendarId: soloId, assignedUserId: userId, title: "Talk", startTime: slots[3]!, endTime: slots[3]! + HALF_HOUR, appointmentStatus: "confirmed" }));
      expect(freeSlots(store, store.calendars.get(soloId)!, slots[3]!, slots[3]!)).toEqual([]);
      expect(store.appointments.in(contactId)).toHaveLength(2);
    },
  },
  {
    slug: "create-appointment", when: "where nothing is free, as a series", props: ({ contactId, soloId }) => ({ calendarId: soloId, contactId, startTime: "2020-01-01T03:07:00Z", ignoreFreeSlotValidation: true, rrule: "RRULE:FREQ=DAILY;COUNT=3", address: "12 Harbor Street" }),
    effect: ({ store }, _, { id }) => expect(store.appointments.get(String(id))).toEqual(contains({ startTime: Date.parse("2020-01-01T03:07:00Z"), rrule: "RRULE:FREQ=DAILY;COUNT=3", meetingLocationType: "custom" })),
  },
  {
    slug: "update-appointment", when: "moved and cancelled", props: ({ appointmentId, slots }) => ({ appointmentId, startTime: new Date(slots[5]!).toISOString(), appointmentStatus: "cancelled" }),
    effect: (sandbox, ids) => expect(appointmentOf(sandbox, ids)).toEqual(contains({ startTime: ids.slots[5]!, endTime: ids.slots[5]! + HALF_HOUR, appointmentStatus: "cancelled", title: "First visit" })),
  },
  {
    slug: "update-appointment", when: "moved to another calendar and person", props: ({ appointmentId, calendarId, soloId, team }) => ({ calendarId: soloId, appointmentId, newCalendarId: calendarId, assignedUserId: team[1], ignoreFreeSlotValidation: true }),
    effect: (sandbox, ids) => expect(appointmentOf(sandbox, ids)).toEqual(contains({ calendarId: ids.calendarId, assignedUserId: ids.team[1] })),

  },
  {
    slug: "delete-event", when: "of an appointment: its slot is free again", props: ({ appointmentId }) => ({ eventId: appointmentId }),
    effect: (sandbox, ids) => {
      const { deleted, startTime } = appointmentOf(sandbox, ids);
      expect(deleted).toBe(true);
      expect(freeSlots(sandbox.store, sandbox.store.calendars.get(ids.soloId)!, startTime, startTime)).toEqual([startTime]);
    },
  },
  { slug: "delete-event", when: "of a blocked slot", props: ({ blockId }) => ({ eventId: blockId }), effect: ({ store }, { blockId }) => expect(store.blockedSlots.get(blockId)!.deleted).toBe(true) },
  {
    slug: "create-block-slot", when: "of a user: no slot is free then", props: ({ userId, slots }) => ({ assignedUserId: userId, startTime: typed(slots[3]!), endTime: typed(slots[3]! + HALF_HOUR), title: "Dentist" }),
    effect: ({ store }, { userId, soloId, slots }, { id }) => {
      expect(store.blockedSlots.get(String(id))).toEqual(contains({ assignedUserId: userId, title: "Dentist", startTime: slots[3]! }));
      expect(freeSlots(store, store.calendars.get(soloId)!, slots[3]!, slots[3]!)).toEqual([]);
    },
  },
  {
    slug: "update-block-slot", when: "moved to a user", props: ({ blockId, userId }) => ({ blockedSlotId: blockId, assignedUserId: userId, title: "Lunch" }),
    effect: ({ store }, { blockId, userId }) => {
      const { assignedUserId, calendarId, title } = store.blockedSlots.get(blockId)!;
      expect([assignedUserId, calendarId, title]).toEqual([userId, undefined, "Lunch"]);
    },
  },
];

/** Notes, notifications and resources have a file of their own. */
const slugs = built.filter(({ category, slug }) => category === "calendars" && !/note|notification|resource/.test(slug)).map(({ slug }) => slug);

e2e({ category: "calendars", slugs, setup, triggers, actions });
