/** Notes of appointments, notifications of calendars, rooms and equipment; the rest of the category is in calendars.test.ts. */
import { describe, expect, it } from "@jest/globals";
import { startSandbox } from "../../local/sandbox/index.ts";
import type { Sandbox } from "../../local/sandbox/index.ts";
import { e2e } from "./suite.ts";
import { account, run, source, messageOf } from "./support.ts";
import type { Fields } from "./support.ts";
import type { ActionRow, TriggerRow } from "./suite.ts";

interface Ids {
  calendarId: string;
  appointmentId: string;
  contactId: string;
  noteId: string;
  userId: string;
  notificationId: string;
  offId: string;
  roomId: string;
  projectorId: string;
}

const HOUR = 3_600_000;
const ALL = ["created", "updated", "activated", "deactivated", "deleted"];
const contains = (fields: Fields) => expect.objectContaining(fields);

function setup({ store, locationId, companyId }: Sandbox): Ids {
  const now = store.clock.now();
  const calendarId = store.calendars.in(locationId)[0]!.id;
  const contactId = store.contacts.insert([{ locationId, firstName: "Iris" }])[0]!.id;
  const appointmentId = store.addAppointment({ contactId, calendarId, title: "First visit", startTime: now + HOUR }).id;
  const noteId = "TheNote0000000000001";
  store.appointmentNotes.put({ id: noteId, appointmentId, contactId, body: "A note", dateAdded: now });
  const notification = { calendarId, receiverType: "contact", channel: "email", notificationType: "booked", deleted: false };
  const notificationId = store.calendarNotifications.put({ ...notification, id: "6578278e879ad2646715ba9c", isActive: true }).id;
  const offId = store.calendarNotifications.put({ ...notification, id: "6578278e879ad2646715ba9d", isActive: false }).id;
  const idOf = (name: string) => store.calendarResources.in(locationId).find((resource) => resource.name === name)!.id;
  return { calendarId, appointmentId, contactId, noteId, userId: store.users.in(companyId)[0]!.id, notificationId, offId, roomId: idOf("Garden room"), projectorId: idOf("Projector") };
}

const addNotes = ({ store }: Sandbox, { appointmentId, contactId }: Ids, count: number) => {
  for (let index = 0; index < count; index++) store.appointmentNotes.put({ id: store.random.id(), appointmentId, contactId, body: `Note ${index}`, dateAdded: store.clock.now() });
};
const setNotification = ({ store }: Sandbox, id: string, fields: object) => store.calendarNotifications.change(store.calendarNotifications.get(id)!, fields);
const setResource = ({ store }: Sandbox, id: string, fields: object) => store.calendarResources.change(store.calendarResources.get(id)!, fields);
const addNotification = ({ store }: Sandbox, { calendarId }: Ids) => store.calendarNotifications.put({
  id: store.random.hex(24), calendarId, receiverType: "contact", channel: "sms", notificationType: "cancellation", isActive: true, deleted: false,
});
const addRoom = ({ store, locationId }: Sandbox) => store.calendarResources.put({
  id: store.random.hex(24), locationId, resourceType: "rooms", name: "Red room", description: "", isActive: true, quantity: 1, outOfService: 0, capacity: 2, calendarIds: [],
});

const triggers: TriggerRow<Ids>[] = [
  {
    slug: "list-appointment-notes", when: "45 are added, more than two pages", props: ({ appointmentId }) => ({ appointmentId }),
    change: (sandbox, ids) => addNotes(sandbox, ids, 45),
    eventTypes: Array.from({ length: 45 }, () => "created"),
  },
  {
    slug: "list-appointment-notes", when: "one is changed", props: ({ appointmentId }) => ({ appointmentId, eventTypes: ["updated", "deleted"] }),
    change: ({ store }, { noteId }) => store.appointmentNotes.change(store.appointmentNotes.get(noteId)!, { body: "Other text" }),
    eventTypes: ["updated"], event: ({ noteId, contactId }) => ({ id: noteId, contactId, body: "Other text" }),
  },
  {
    slug: "list-appointment-notes", when: "one is deleted", props: ({ appointmentId }) => ({ appointmentId, eventTypes: ["deleted"] }),
    change: ({ store }, { noteId }) => store.appointmentNotes.delete(noteId),
    eventTypes: ["deleted"], event: ({ noteId }) => ({ id: noteId }), polls: 2,
  },
  {
    slug: "list-appointment-notes", when: "another appointment gets one", props: ({ appointmentId }) => ({ appointmentId }),
    change: ({ store }, { contactId }) => store.appointmentNotes.put({ id: "OtherNote00000000001", appointmentId: "OtherAppointment0001", contactId, body: "Elsewhere", dateAdded: store.clock.now() }),
    eventTypes: [],
  },
  {
    slug: "list-calendar-notifications", when: "one is created, one switched on, one changed, one marked as deleted", props: ({ calendarId }) => ({ calendarId, eventTypes: ALL }),
    change: (sandbox, ids) => {
      const { id } = sandbox.store.calendarNotifications.in(ids.calendarId)[0]!;
      addNotification(sandbox, ids);
      setNotification(sandbox, ids.offId, { isActive: true });
      setNotification(sandbox, ids.notificationId, { subject: "Other subject" });
      setNotification(sandbox, id, { deleted: true });
    },
    eventTypes: ["activated", "created", "deleted", "updated"], polls: 2,
  },
  {
    slug: "list-calendar-notifications", when: "150 are created, more than a page", props: ({ calendarId }) => ({ calendarId }),
    change: (sandbox, ids) => {
      for (let index = 0; index < 150; index++) addNotification(sandbox, ids);
    },
    eventTypes: Array.from({ length: 150 }, () => "created"),
  },
  {
    slug: "list-calendar-notifications", when: "an inactive one changes and only active ones are watched", props: ({ calendarId }) => ({ calendarId, isActive: true, eventTypes: ALL }),
    change: (sandbox, { offId }) => setNotification(sandbox, offId, { subject: "Other subject" }),
    eventTypes: [],
  },
  {
    slug: "list-calendar-notifications", when: "one is marked as deleted and the deleted ones are watched", props: ({ calendarId }) => ({ calendarId, deleted: true }),
    change: (sandbox, { notificationId }) => setNotification(sandbox, notificationId, { deleted: true }),
    eventTypes: ["created"], event: ({ notificationId }) => ({ _id: notificationId, deleted: true }),
  },
  {
    slug: "get-calendar-notification", when: "its subject changes", props: ({ calendarId, notificationId }) => ({ calendarId, notificationId }),
    change: (sandbox, { notificationId }) => setNotification(sandbox, notificationId, { subject: "Other subject" }),
    eventTypes: ["updated"], event: ({ notificationId }) => ({ _id: notificationId, subject: "Other subject", _event: contains({ changedFields: ["subject"] }) }),
  },
  {
    slug: "get-calendar-notification", when: "it is marked as deleted", props: ({ calendarId, notificationId }) => ({ calendarId, notificationId }),
    change: (sandbox, { notificationId }) => setNotification(sandbox, notificationId, { deleted: true }),
    eventTypes: ["deleted"], event: ({ notificationId }) => ({ id: notificationId }),
  },
  {
    slug: "get-calendar-notification", when: "another one changes", props: ({ calendarId, notificationId }) => ({ calendarId, notificationId }),
    change: (sandbox, { offId }) => setNotification(sandbox, offId, { isActive: true }),
    eventTypes: [],
  },
  {
    slug: "list-calendar-resources", when: "a room is created, one closed", props: () => ({ resourceType: "rooms", eventTypes: ALL }),
    change: (sandbox, { roomId }) => {
      addRoom(sandbox);
      setResource(sandbox, roomId, { isActive: false });
    },
    eventTypes: ["created", "deactivated"],
  },
  {
    slug: "list-calendar-resources", when: "a room changes and another is deleted", props: () => ({ resourceType: "rooms", eventTypes: ALL }),
    change: (sandbox, { roomId }) => {
      const { store, locationId } = sandbox;
      setResource(sandbox, roomId, { capacity: 14 });
      store.calendarResources.delete(store.calendarResources.in(locationId).find(({ name }) => name === "Blue room")!.id);
    },
    eventTypes: ["deleted", "updated"], polls: 2,
  },
  {
    slug: "list-calendar-resources", when: "a room is created and equipment is watched", props: () => ({ resourceType: "equipments" }),
    change: addRoom, eventTypes: [],
  },
  {
    slug: "get-calendar-resource", when: "it gets more seats", props: ({ roomId }) => ({ resourceType: "rooms", resourceId: roomId }),
    change: (sandbox, { roomId }) => setResource(sandbox, roomId, { capacity: 14 }),
    eventTypes: ["updated"], event: ({ roomId }) => ({ _id: roomId, capacity: 14, _event: contains({ changedFields: ["capacity"] }) }),
  },
  {
    slug: "get-calendar-resource", when: "it is deleted", props: ({ projectorId }) => ({ resourceType: "equipments", resourceId: projectorId }),
    change: ({ store }, { projectorId }) => store.calendarResources.delete(projectorId),
    eventTypes: ["deleted"], event: ({ projectorId }) => ({ id: projectorId }),
  },
  {
    slug: "get-calendar-resource", when: "only a field changes that is not watched", props: ({ roomId }) => ({ resourceType: "rooms", resourceId: roomId, watchFields: ["isActive"] }),
    change: (sandbox, { roomId }) => setResource(sandbox, roomId, { capacity: 14 }),
    eventTypes: [],
  },
];

const actions: ActionRow<Ids>[] = [
  {
    slug: "create-appointment-note", props: ({ appointmentId, userId }) => ({ appointmentId, body: "Prefers the garden room", userId }),
    effect: ({ store }, { appointmentId, contactId, userId }, { id }) => (
      expect(store.appointmentNotes.get(String(id))).toEqual(contains({ appointmentId, contactId, userId, body: "Prefers the garden room" }))),
  },
  {
    slug: "update-appointment-note", props: ({ appointmentId, noteId }) => ({ appointmentId, noteId, body: "Other text" }),
    effect: ({ store }, { noteId }) => expect(store.appointmentNotes.get(noteId)!.body).toBe("Other text"),
  },
  {
    slug: "delete-appointment-note", props: ({ appointmentId, noteId }) => ({ appointmentId, noteId }),
    effect: ({ store }, { noteId }) => expect(store.appointmentNotes.get(noteId)).toBeUndefined(),
  },
  {
    slug: "create-calendar-notification", when: "two in one call",
    props: ({ calendarId }) => ({
      calendarId, receiverType: "contact", channel: "email", notificationType: "reminder", subject: "Soon", beforeTime: ["1 day", "2 hours"],
      moreNotifications: [JSON.stringify({ receiverType: "assignedUser", channel: "inApp", notificationType: "followup", afterTime: [{ timeOffset: 30, unit: "mins" }], selectedUsers: ["sub_account_admin"] })],
    }),
    effect: ({ store, requests }, { calendarId }, result) => {
      const created = result as unknown as { _id: string }[]; // the action returns a list
      expect(created.map(({ _id }) => store.calendarNotifications.get(_id))).toEqual([
        contains({ calendarId, channel: "email", subject: "Soon", isActive: true, beforeTime: [{ timeOffset: 1, unit: "days" }, { timeOffset: 2, unit: "hours" }] }),
        contains({ calendarId, channel: "inApp", afterTime: [{ timeOffset: 30, unit: "mins" }], selectedUsers: ["sub_account_admin"] }),
      ]);
      expect(requests).toHaveLength(1);
    },
  },
  {
    slug: "update-calendar-notification", props: ({ calendarId, notificationId }) => ({ calendarId, notificationId, isActive: false, subject: "Other subject" }),
    effect: ({ store }, { notificationId }) => expect(store.calendarNotifications.get(notificationId)).toEqual(contains({ isActive: false, subject: "Other subject", channel: "email" })),
  },
  {
    slug: "delete-calendar-notification", props: ({ calendarId, notificationId }) => ({ calendarId, notificationId }),
    effect: ({ store }, { notificationId }) => expect(store.calendarNotifications.get(notificationId)!.deleted).toBe(true),
  },
  {
    slug: "create-calendar-resource", props: ({ calendarId }) => ({ resourceType: "rooms", name: "Red room", description: "Third floor", capacity: 6, calendarIds: [calendarId] }),
    effect: ({ store, locationId }, { calendarId }, { _id }) => expect(store.calendarResources.get(String(_id))).toEqual(contains({
      locationId, resourceType: "rooms", name: "Red room", capacity: 6, quantity: 1, outOfService: 0, calendarIds: [calendarId],
    })),
  },
  {
    slug: "update-calendar-resource", props: ({ projectorId }) => ({ resourceType: "equipments", resourceId: projectorId, outOfService: 1, isActive: false }),
    effect: ({ store }, { projectorId }) => expect(store.calendarResources.get(projectorId)).toEqual(contains({ outOfService: 1, isActive: false, name: "Projector" })),
  },
  {
    slug: "delete-calendar-resource", props: ({ roomId }) => ({ resourceType: "rooms", resourceId: roomId }),
    effect: ({ store }, { roomId }) => expect(store.calendarResources.get(roomId)).toBeUndefined(),
  },
];

/** The operations of the category that are tested here. */
const slugs = [
  "list-appointment-notes", "list-calendar-notifications", "get-calendar-notification", "list-calendar-resources", "get-calendar-resource",
  "create-appointment-note", "update-appointment-note", "delete-appointment-note",
  "create-calendar-notification", "update-calendar-notification", "delete-calendar-notification",
  "create-calendar-resource", "update-calendar-resource", "delete-calendar-resource",
];

e2e({ category: "calendars", slugs, setup, triggers, actions });

describe("errors", () => {
  const NEW = { receiverType: "contact", channel: "email", notificationType: "booked" };
  const kindsOfMistakes: [string, string, (ids: Ids) => Fields, RegExp][] = [
    ["create-appointment-note", "a text that is too long", ({ appointmentId }) => ({ appointmentId, body: "x".repeat(5001) }), /Body: the text has 5,001 characters; HighLevel takes at most 5,000/],
    ["create-calendar-notification", "a reminder without a time", ({ calendarId }) => ({ calendarId, ...NEW, notificationType: "reminder" }), /Fill in Time Before. A reminder is sent some time before/],
    ["create-calendar-notification", "a follow-up without a time", ({ calendarId }) => ({ calendarId, ...NEW, notificationType: "followup" }), /Fill in Time After/],
    ["create-calendar-notification", "addresses that are missing", ({ calendarId }) => ({ calendarId, ...NEW, receiverType: "emails" }), /Fill in Email Addresses/],
    ["create-calendar-notification", "a time that is none", ({ calendarId }) => ({ calendarId, ...NEW, beforeTime: ["soon"] }), /Time Before: "soon" is not a span of time.*such as 30 mins/],
    ["create-calendar-notification", "an address that is none", ({ calendarId }) => ({ calendarId, ...NEW, additionalEmailIds: ["desk"] }), /Email Addresses: "desk" is not an email address/],
    ["create-calendar-notification", "a further one that is no JSON", ({ calendarId }) => ({ calendarId, ...NEW, moreNotifications: ["reminder"] }), /More Notifications, item 1: this is not a JSON object/],
    ["create-calendar-notification", "a further one with a strange field", ({ calendarId }) => ({ calendarId, ...NEW, moreNotifications: ["{\"color\":\"red\"}"] }), /More Notifications, item 1: "color" is not a field of a notification/],
    ["create-calendar-notification", "a further one that lacks a field", ({ calendarId }) => ({ calendarId, ...NEW, moreNotifications: ["{\"channel\":\"sms\"}"] }), /More Notifications, item 1: The field Receiver is empty/],
    ["create-calendar-resource", "equipment of two calendars", ({ calendarId }) => ({ resourceType: "equipments", name: "Projector", description: "Portable", calendarIds: [calendarId, "Other000000000000001"] }), /equipment belongs to one calendar, but 2 are chosen/],
    ["update-calendar-resource", "a room of 101 calendars", ({ roomId }) => ({ resourceType: "rooms", resourceId: roomId, calendarIds: Array.from({ length: 101 }, (_, index) => `Calendar${index}`) }), /100 calendars at most, but 101/],
    ["update-calendar-resource", "nothing to change", ({ roomId }) => ({ resourceType: "rooms", resourceId: roomId }), /There is nothing to change/],
  ];

  it.each(kindsOfMistakes)("%s: %s, before anything is sent", async (slug, _, props, message) => {
    const sandbox = await startSandbox({ rateLimit: false });
    try {
      expect(await messageOf(run(sandbox, slug, props(setup(sandbox))))).toMatch(message);
      expect(sandbox.requests).toEqual([]);
    } finally {
      await sandbox.close();
    }
  });

  it.each([
    ["update-appointment-note", ({ appointmentId }: Ids) => ({ appointmentId, noteId: "Unknown0000000000001", body: "Text" }), /^Note: HighLevel has no note with this ID\. .*Note with id .* not found/],
    ["delete-calendar-notification", ({ calendarId }: Ids) => ({ calendarId, notificationId: "Unknown0000000000001" }), /^Notification: HighLevel has no notification with this ID\. .*Notification with id .* not found/],
    ["delete-calendar-resource", ({ roomId }: Ids) => ({ resourceType: "equipments", resourceId: roomId }), /^Resource: HighLevel has no resource with this ID\. .*Resource with id .* not found/],
  ])("%s: an id that does not exist (there)", async (slug, props, message) => {
    const sandbox = await startSandbox({ rateLimit: false });
    try {
      expect(await messageOf(run(sandbox, slug, props(setup(sandbox))))).toMatch(message);
    } finally {
      await sandbox.close();
    }
  });

  it("list-calendar-resources: a token without the scope", async () => {
    const sandbox = await startSandbox({ rateLimit: false });
    try {
      const auth = account(sandbox, sandbox.token({ scopes: ["calendars.readonly"] }));
      const trigger = await source(sandbox, "list-calendar-resources", { resourceType: "rooms" }, auth);
      expect(await messageOf(trigger.deploy())).toMatch(/lacks the scope calendars\/resources\.readonly/);
    } finally {
      await sandbox.close();
    }
  });
});
