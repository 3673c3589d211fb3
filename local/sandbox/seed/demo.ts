import type { Location } from "../model.ts";
import type { Store } from "../store.ts";
import { seedCalendars } from "./calendars.ts";
import { seedCalendarsExtras } from "./calendars-extras.ts";
import { seedAgency } from "./agencies.ts";
import { seedAssociations } from "./associations.ts";
import { seedBlogs } from "./blogs.ts";
import { inventContact } from "./contacts.ts";
import { seedConversations } from "./conversations.ts";
import { customFields } from "./custom-fields.ts";
import { seedOpportunities } from "./opportunities.ts";
import { BUSINESS_NAMES, NOTE_BODIES, TAGS, TASK_TITLES } from "./names.ts";
import { fictionalPhone } from "./contacts.ts";

const DAY = 86_400_000;
const COMPANY_ID = "SandboxAgency0000001";
const CONTACTS = 60;

/**
 * Fills a store with a fictional agency: a demo location with all kinds of records, and an empty one.
 * @param contacts how many contacts the demo location gets, if more than 60
 * @returns the demo location
 */
export function seedDemo(store: Store, contacts = CONTACTS): Location {
  const home = store.locations.put(location("SandboxLocation00001", "Riverside Growth Studio", "America/New_York", "NY", "New York", store.clock.now()));
  store.locations.put(location("SandboxLocation00002", "Hillcrest Marketing", "America/Chicago", "IL", "Chicago", store.clock.now()));
  seedUsers(store, home.id);
  seedCatalogs(store, home.id);
  growContacts(store, home.id, Math.max(contacts, CONTACTS));
  seedDetails(store, home.id);
  seedCalendars(store, home.id);
  seedCalendarsExtras(store, home, store.calendars.in(home.id).map(({ id }) => id));
  seedAgency(store, home);
  seedOpportunities(store, home.id);
  seedConversations(store, home.id);
  seedAssociations(store, home.id);
  seedBlogs(store, home.id);
  return home;
}

/** Generates contacts until the location has `count`; dates are spread over the last 120 days. */
export function growContacts(store: Store, locationId: string, count: number): void {
  const { random, clock } = store;
  const surroundings = {
    locationId, users: store.users.in(COMPANY_ID).filter(({ locationIds }) => locationIds.includes(locationId)),
    businesses: store.businesses.in(locationId), fields: store.customFields.in(locationId).filter(({ model }) => model === "contact"),
  };
  const now = clock.now();
  const first = store.contacts.count(locationId);
  const inputs = Array.from({ length: Math.max(0, count - first) }, (_, index) => inventContact(random, surroundings, first + index, now - Math.floor(random.next() * 120 * DAY), now));
  store.contacts.insert(inputs, { visibleAt: now });
  store.contacts.warmUp(locationId);
}

function location(id: string, name: string, timezone: string, state: string, city: string, now: number): Location {
  return {
    id, name, timezone, state, city, companyId: COMPANY_ID, address: "100 Example Street", country: "US", postalCode: "10001", website: "https://example.com",
    firstName: "Dana", lastName: "Merritt", email: "office@example.com", phone: "+12025550100", allowDuplicateContact: false, dateAdded: now - 400 * DAY,
  };
}

function seedUsers({ users, random, clock }: Store, locationId: string): void {
  const people = [["Dana", "Merritt", "admin"], ["Omar", "Haddad", "admin"], ["Tessa", "Novak", "user"], ["Felix", "Okafor", "user"], ["Lena", "Prescott", "user"], ["Kofi", "Sinclair", "user"]] as const;
  for (const [index, [firstName, lastName, role]] of people.entries()) {
    users.put({
      id: random.id(), companyId: COMPANY_ID, firstName, lastName, role, email: `${firstName}.${lastName}@example.com`.toLowerCase(), phone: fictionalPhone(78_000 + index),
      type: index === 0 ? "agency" : "account", locationIds: [locationId, ...(index === 0 ? ["SandboxLocation00002"] : [])], dateAdded: clock.now() - (300 - index) * DAY,
    });
  }
}

function seedCatalogs(store: Store, locationId: string): void {
  const { random, clock } = store;
  const now = clock.now();
  store.learnTags(locationId, TAGS);
  for (const field of customFields(random, locationId, now - 200 * DAY)) store.customFields.put(field);
  for (const [index, name] of BUSINESS_NAMES.entries()) {
    const createdAt = now - (180 - index * 10) * DAY;
    store.businesses.put({ id: random.hex(24), locationId, name, phone: fictionalPhone(78_100 + index), email: `hello${index}@example.com`, website: "https://example.com", city: "New York", state: "NY", country: "US", createdAt, updatedAt: createdAt });
  }
  for (const [name, status] of [["Welcome series", "published"], ["Spring promotion", "published"], ["Win-back", "draft"]] as const) {
    store.campaigns.put({ id: random.id(), locationId, name, status });
  }
  for (const [index, [name, status]] of ([["New lead follow-up", "published"], ["Appointment reminder", "published"], ["Review request", "published"], ["Birthday greeting", "draft"]] as const).entries()) {
    const createdAt = now - (90 - index * 5) * DAY;
    store.workflows.put({ id: random.uuid(), locationId, name, status, version: 1 + index, createdAt, updatedAt: createdAt + DAY });
  }
}

/** Tasks, notes and appointments of the first contacts. */
function seedDetails(store: Store, locationId: string): void {
  const { random, clock } = store;
  const now = clock.now();
  for (const contact of store.contacts.in(locationId).slice(0, 30)) {
    const times = random.below(3);
    for (let n = 0; n < times; n++) {
      const dateAdded = now - random.below(60 * DAY);
      store.tasks.put({ id: random.id(), contactId: contact.id, title: random.pick(TASK_TITLES), body: "", assignedTo: contact.assignedTo, dueDate: dateAdded + 3 * DAY, completed: random.chance(0.4), dateAdded });
      store.notes.put({ id: random.id(), contactId: contact.id, body: random.pick(NOTE_BODIES), pinned: false, userId: contact.assignedTo, dateAdded });
    }
    if (random.chance(0.3)) store.addAppointment({ contactId: contact.id, title: "Consultation", startTime: now + random.below(20) * DAY, assignedUserId: contact.assignedTo, dateAdded: now - DAY, dateUpdated: now - DAY });
  }
}
