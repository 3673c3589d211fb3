/** What happens in the sandbox so that each trigger emits events with all that its sample shows. */
import { freeSlots } from "../../local/sandbox/calendars/slots.ts";
import type { Sandbox } from "../../local/sandbox/index.ts";
import { silence } from "../../local/sandbox/seed/conversations.ts";

type Fields = Record<string, unknown>;

/** Without a change, the samples that come with the deployment are enough. */
export interface News {
  /** Values of the form. */
  props?: (sandbox: Sandbox) => Fields;
  /** Between the deployment and the poll. */
  change?: (sandbox: Sandbox, props: Record<string, string>) => unknown;
}

const DAY = 86_400_000;
const ADDRESS = { city: "Portland", state: "ME", postalCode: "04101", country: "US", website: "https://example.com" };

const userOf = ({ store, companyId }: Sandbox) => store.users.in(companyId)[0]!; // the demo agency has several
const fieldOf = ({ store, locationId }: Sandbox, model: string) => store.customFields.in(locationId).find((field) => field.model === model && field.dataType === "TEXT")!; // there is one of each
const businessOf = ({ store, locationId }: Sandbox) => store.businesses.in(locationId)[0]!; // seeded

/** A contact with every field filled in. */
const addContact = (sandbox: Sandbox) => sandbox.store.contacts.insert([{
  ...ADDRESS, locationId: sandbox.locationId, firstName: "Iris", lastName: "Lowell", email: "iris@example.com", phone: "+12025550188", source: "Website form",
  companyName: "Harbor Yoga", address1: "12 Harbor Street", timezone: "America/New_York", dateOfBirth: "1990-05-17", dnd: true, tags: ["newsletter"], followers: [userOf(sandbox).id],
  assignedTo: userOf(sandbox).id, businessId: businessOf(sandbox).id, businessName: businessOf(sandbox).name, additionalEmails: ["lowell@example.com"],
  customFields: [{ id: fieldOf(sandbox, "contact").id, value: "Gold" }],
}])[0]!; // one in, one out
const newContact = { change: addContact };

const addOpportunity = (sandbox: Sandbox) => {
  const { store, locationId } = sandbox;
  const { id: pipelineId, stages: [stage] } = store.pipelines.in(locationId)[0]!; // seeded
  return store.opportunities.insert({
    locationId, pipelineId, pipelineStageId: stage!.id, contactId: addContact(sandbox).id, name: "Iris, yearly plan", monetaryValue: 1250.5, source: "Website form",
    assignedTo: userOf(sandbox).id, followers: [userOf(sandbox).id], customFields: [{ id: fieldOf(sandbox, "opportunity").id, value: "fair" }],
  });
};

const addAppointment = (sandbox: Sandbox) => sandbox.store.addAppointment({
  contactId: addContact(sandbox).id, title: "First visit", startTime: sandbox.store.clock.now() + DAY, assignedUserId: userOf(sandbox).id, address: "12 Harbor Street",
});
const ofAppointment = (sandbox: Sandbox) => {
  const { id: appointmentId, calendarId, contactId } = addAppointment(sandbox);
  return { appointmentId, calendarId, contactId };
};

const addTask = (sandbox: Sandbox, contactId = addContact(sandbox).id) => sandbox.store.tasks.put({
  id: sandbox.store.random.id(), contactId, title: "Call", body: "About the offer", dueDate: sandbox.store.clock.now(), completed: false, assignedTo: userOf(sandbox).id, dateAdded: sandbox.store.clock.now(),
});
const addNote = (sandbox: Sandbox, contactId = addContact(sandbox).id) => sandbox.store.notes.put({
  id: sandbox.store.random.id(), contactId, title: "First call", body: "<p>A note</p>", userId: userOf(sandbox).id, pinned: false, dateAdded: sandbox.store.clock.now(),
});

const addCalendar = ({ store, locationId }: Sandbox) => {
  const template = store.calendars.get("SandboxCalendar00001")!; // seeded
  const [{ userId }] = template.teamMembers as [{ userId: string }]; // it has a team
  const places = [{ kind: "custom", location: "12 Harbor Street", meetingId: "custom_0" }];
  // The sandbox keeps settings that it does not work with, as they come.
  const further = { description: "To get to know each other", widgetSlug: "solo", eventType: "RoundRobin_OptimizeForAvailability" };
  return store.calendars.put({ ...template, ...further, id: store.random.id(), locationId, slug: store.random.id(), teamMembers: [{ userId, priority: 0.5, isPrimary: true, locationConfigurations: places }] });
};

const addNotification = (sandbox: Sandbox, calendarId: string) => sandbox.store.calendarNotifications.put({
  id: sandbox.store.random.hex(24), calendarId, receiverType: "contact", channel: "email", notificationType: "reminder", isActive: true, deleted: false, subject: "Tomorrow", body: "See you.",
  beforeTime: [{ timeOffset: 1, unit: "days" }], selectedUsers: [userOf(sandbox).id],
});

const addUser = ({ store, companyId, locationId }: Sandbox) => store.users.put({
  id: store.random.id(), companyId, firstName: "Mina", lastName: "Sato", email: "mina.sato@example.com", phone: "+12025550119", type: "account", role: "user", locationIds: [locationId],
  permissions: { contactsEnabled: true, opportunitiesEnabled: true, assignedDataOnly: false }, scopes: ["contacts.readonly"], dateAdded: store.clock.now(),
});
const newUser = { change: addUser };

const addCall = ({ store: { messaging, contacts }, locationId }: Sandbox) => ({ messageId: messaging.add({ contactId: contacts.in(locationId)[0]!.id, messageType: "TYPE_CALL", status: "completed" }).id });
const sentence = { transcript: "Good morning.", sentenceIndex: 0, mediaChannel: 1, startTime: 0, endTime: 900, confidence: 0.95 };
const transcribed: News = { props: addCall, change: ({ store: { messaging } }, { messageId }) => messaging.transcriptions.put({ id: messageId!, sentences: [sentence] }) };
/** A conversation of somebody who wrote. */
const written = (sandbox: Sandbox) => ({ conversationId: sandbox.store.messaging.add({ contactId: addContact(sandbox).id, body: "Hello" }).conversationId });

const associationOf = ({ store, locationId }: Sandbox) => store.associations.in(locationId).find(({ key }) => key === "owner_pet")!; // seeded
const relabel = (sandbox: Sandbox) => sandbox.store.associations.change(associationOf(sandbox), { firstObjectLabel: sandbox.store.random.id() });

/** By slug; `!` stands where `props` named the record. */
export const NEWS: Record<string, News> = {
  "check-blog-url-slug": { props: () => ({ urlSlug: "six-questions" }), change: ({ store }) => store.blogPosts.change(store.blogPosts.all()[0]!, { urlSlug: "six-questions" }) },
  "download-transcription": transcribed,
  "filter-users-by-email": { props: () => ({ email: "mina.sato@example.com" }), ...newUser },
  "get-appointment": { props: ofAppointment, change: ({ store }, { appointmentId }) => store.changeAppointment(appointmentId!, { appointmentStatus: "showed" }) },
  "get-association": { props: (sandbox) => ({ associationId: associationOf(sandbox).id }), change: relabel },
  "get-association-key": { props: () => ({ keyName: "owner_pet" }), change: relabel },
  "get-blog-posts": { change: ({ store }) => store.blogPosts.put({ ...store.blogPosts.all()[0]!, id: store.random.hex(24), urlSlug: "new", canonicalLink: "https://example.com/new", tags: ["sales"] }) },
  "get-business": {
    props: (sandbox) => ({ businessId: businessOf(sandbox).id }),
    change: ({ store }, { businessId }) => store.businesses.change(store.businesses.get(businessId!)!, { ...ADDRESS, phone: "+12025550143", email: "office@example.com", address: "12 Harbor Street", description: "Yoga" }),
  },
  "get-calendar-by-id": { props: (sandbox) => ({ calendarId: addCalendar(sandbox).id }), change: ({ store }, { calendarId }) => store.calendars.change(store.calendars.get(calendarId!)!, { slotDuration: 45 }) },
  "get-calendar-notification": {
    props: (sandbox) => ({ calendarId: "SandboxCalendar00001", notificationId: addNotification(sandbox, "SandboxCalendar00001").id }),
    change: ({ store }, { notificationId }) => store.calendarNotifications.change(store.calendarNotifications.get(notificationId!)!, { subject: "Today" }),
  },
  "get-calendar-resource": { change: ({ store }, { resourceId }) => store.calendarResources.change(store.calendarResources.get(resourceId!)!, { capacity: 14 }) },
  "get-company": { change: ({ store, companyId }) => store.companies.change(store.companies.get(companyId)!, { name: "Beacon Marketing" }) },
  "get-contact": { props: (sandbox) => ({ contactId: addContact(sandbox).id }), change: ({ store }, { contactId }) => store.contacts.update(contactId!, { city: "Bangor" }) },
  "get-contact-appointments": { props: ofAppointment, change: ({ store }, { contactId }) => store.addAppointment({ ...store.appointments.in(contactId!)[0]!, id: store.random.id() }) },
  "get-contact-note-by-id": {
    props: (sandbox) => { const { id: noteId, contactId } = addNote(sandbox); return { noteId, contactId }; },
    change: ({ store }, { noteId }) => store.notes.change(store.notes.get(noteId!)!, { body: "Another text" }),
  },
  "get-contact-notes": { props: (sandbox) => ({ contactId: addNote(sandbox).contactId }), change: (sandbox, { contactId }) => addNote(sandbox, contactId) },
  "get-contact-task-by-id": {
    props: (sandbox) => { const { id: taskId, contactId } = addTask(sandbox); return { taskId, contactId }; },
    change: ({ store }, { taskId }) => store.tasks.change(store.tasks.get(taskId!)!, { completed: true }),
  },
  "get-contact-tasks": { props: (sandbox) => ({ contactId: addTask(sandbox).contactId }), change: (sandbox, { contactId }) => addTask(sandbox, contactId) },
  "get-contacts-by-business": { props: (sandbox) => ({ businessId: businessOf(sandbox).id }), ...newContact },
  "get-conversation": { props: written, change: ({ store: { messaging } }, { conversationId }) => messaging.conversations.change(messaging.conversations.get(conversationId!)!, { starred: true, assignedTo: "SomeUser000000000001" }) },
  "get-duplicate-contact": { props: () => ({ email: "iris@example.com" }), ...newContact },
  "get-email-by-id": {
    props: (sandbox) => ({ emailMessageId: sandbox.store.messaging.addEmail({ contactId: addContact(sandbox).id, subject: "Your offer", body: "<p>Here it is</p>", direction: "outbound", status: "sent", to: ["iris@example.com"] }).id }),
    change: ({ store: { messaging } }, { emailMessageId }) => messaging.emails.change(messaging.emails.get(emailMessageId!)!, { status: "opened" }),
  },
  "get-free-slots": {
    props: (sandbox) => {
      const { store } = sandbox;
      const calendar = addCalendar(sandbox);
      const [startTime] = freeSlots(store, calendar, store.clock.now() + 2 * DAY, store.clock.now() + 12 * DAY) as [number];
      store.addAppointment({ contactId: addContact(sandbox).id, calendarId: calendar.id, title: "-", startTime, assignedUserId: calendar.teamMembers[0]!.userId });
      return { calendarId: calendar.id };
    },
    change: ({ store }, { calendarId }) => store.changeAppointment(store.appointments.all().find((row) => row.calendarId === calendarId)!.id, { appointmentStatus: "cancelled" }),
  },
  "get-message-by-id": {
    props: (sandbox) => ({ messageId: sandbox.store.messaging.add({ contactId: addContact(sandbox).id, body: "On its way", direction: "outbound", status: "pending" }).id }),
    change: ({ store: { messaging } }, { messageId }) => messaging.messages.change(messaging.messages.get(messageId!)!, { status: "delivered" }),
  },
  "get-message-recording": { props: addCall, change: ({ store: { messaging } }, { messageId }) => messaging.recordings.put({ id: messageId!, bytes: silence(1), type: "audio/x-wav", name: "audio.wav" }) },
  "get-message-transcription": transcribed,
  "get-messages-by-conversation": { props: written, change: ({ store: { messaging } }, { conversationId }) => messaging.add({ contactId: messaging.conversations.get(conversationId!)!.contactId, body: "Hello" }) },
  "get-opportunity": { props: (sandbox) => ({ opportunityId: addOpportunity(sandbox).id }), change: ({ store }, { opportunityId }) => store.opportunities.update(opportunityId!, { status: "won" }) },
  "get-relations-by-record": { props: ({ store, locationId }) => ({ recordId: store.relations.in(locationId)[0]!.firstRecordId }), change: ({ store, locationId }) => store.relations.put({ ...store.relations.in(locationId)[0]!, id: store.random.hex(24) }) },
  "get-user": { props: (sandbox) => ({ userId: addUser(sandbox).id }), change: ({ store }, { userId }) => store.users.change(store.users.get(userId!)!, { lastName: "Renamed" }) },
  "list-appointment-notes": {
    props: ofAppointment,
    change: (sandbox, { appointmentId, contactId }) => sandbox.store.appointmentNotes.put({ id: sandbox.store.random.id(), appointmentId: appointmentId!, contactId: contactId!, body: "A note", userId: userOf(sandbox).id, dateAdded: sandbox.store.clock.now() }),
  },
  "list-businesses-by-location": {
    change: ({ store, locationId }) => store.businesses.put({
      ...ADDRESS, id: store.random.hex(24), locationId, name: "Harbor Yoga", phone: "+12025550143", email: "office@example.com", address: "12 Harbor Street", description: "Yoga", createdAt: store.clock.now(), updatedAt: store.clock.now(),
    }),
  },
  "list-calendar-events": { change: addAppointment },
  "list-calendar-notifications": { props: () => ({ calendarId: "SandboxCalendar00001" }), change: (sandbox) => addNotification(sandbox, "SandboxCalendar00001") },
  "list-calendars": { change: addCalendar },
  "list-contacts": newContact,
  "list-users-by-location": newUser,
  "search-contacts": newContact,
  "search-conversations": { change: written },
  "search-opportunities": { change: addOpportunity },
  "search-users": newUser,
};
