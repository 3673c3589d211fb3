import type { Location } from "../model.ts";
import type { Store } from "../store.ts";

const DAY = 86_400_000;

/** Snapshots of the agency; rooms, equipment and notifications for the location's calendars; notes on its appointments. */
export function seedCalendarsExtras(store: Store, { id: locationId, companyId }: Location, calendarIds: string[]): void {
  const { random, clock } = store;
  for (const [name, type] of [["Yoga studio starter", "own"], ["Dental practice", "own"], ["Review machine", "imported"]] as const) {
    store.snapshots.put({ id: random.id(), companyId, name, type });
  }
  for (const [name, description, resourceType, quantity, capacity] of [
    ["Garden room", "Ground floor, with a view of the garden", "rooms", 1, 12],
    ["Blue room", "Second floor", "rooms", 1, 4],
    ["Projector", "Portable, with its own screen", "equipments", 2, 1],
  ] as const) {
    store.calendarResources.put({
      id: random.hex(24), locationId, resourceType, name, description, isActive: true, quantity, outOfService: 0, capacity, calendarIds: calendarIds.slice(0, 1),
    });
  }
  for (const calendarId of calendarIds) {
    const common = { calendarId, receiverType: "contact", channel: "email", isActive: true, deleted: false };
    store.calendarNotifications.put({ ...common, id: random.hex(24), notificationType: "confirmation", subject: "Your appointment is confirmed" });
    store.calendarNotifications.put({ ...common, id: random.hex(24), notificationType: "reminder", subject: "See you tomorrow", beforeTime: [{ timeOffset: 1, unit: "days" }] });
  }
  for (const { id: contactId } of store.contacts.in(locationId).slice(0, 30)) {
    for (const { id: appointmentId } of store.appointments.in(contactId)) {
      store.appointmentNotes.put({ id: random.id(), appointmentId, contactId, body: "Prefers a room on the ground floor", dateAdded: clock.now() - DAY });
    }
  }
}
