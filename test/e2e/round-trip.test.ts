/** What triggers emit can be handed to the field of an action that it belongs to, and is stored as it was. */
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import get from "lodash/get.js";
import { sampled } from "../support/effort.ts";
import { startSandbox } from "../../local/sandbox/index.ts";
import type { Sandbox } from "../../local/sandbox/index.ts";
import { run, source } from "./support.ts";
import type { Fields } from "./support.ts";

const DAY = 86_400_000;
const pick = (record: object | undefined, names: string[]) => Object.fromEntries(names.map((name) => [name, (record as Fields | undefined)?.[name]])); // a record of the sandbox

interface Ids { contactId: string; copyId: string; talkerId: string; appointmentId: string; blockId: string; noteId: string; businessId: string; postId: string; opportunityId: string; otherOpportunityId: string; taskId: string; conversationId: string; messageId: string; emailId: string; userId: string }

let sandbox: Sandbox;
let ids: Ids;
let changes = 0;

beforeAll(async () => {
  sandbox = await startSandbox({ rateLimit: false });
  const { store, locationId, companyId } = sandbox;
  const [user, other] = store.users.in(companyId);
  const [contact, copy, talker] = store.contacts.insert([
    {
      locationId, firstName: "Iris", lastName: "Quist", email: "iris@example.com", phone: "+12025550188", address1: "12 Harbor Street", city: "Portland", state: "ME",
      postalCode: "04101", country: "GE", timezone: "America/New_York", website: "https://example.com", source: "Fair", dateOfBirth: "1966-11-05", assignedTo: user!.id,
      followers: [user!.id, other!.id], tags: ["vip", "new lead"], dnd: true, dateAdded: Date.now() - DAY,
      dndSettings: { SMS: { status: "permanent", message: "Replied STOP", code: "21610" }, Email: { status: "inactive" } },
    },
    { locationId, firstName: "Copy", dateAdded: Date.now() - 2 * DAY },
    { locationId, firstName: "Otis", email: "otis@example.com", phone: "+12025550189", dateAdded: Date.now() - 2 * DAY },
  ]);
  const contactId = contact!.id;
  const [pipeline, further] = store.pipelines.in(locationId);
  const opportunity = { locationId, pipelineId: pipeline!.id, pipelineStageId: pipeline!.stages[1]!.id };
  const opportunityId = store.opportunities.insert({ ...opportunity, contactId, name: "Deal, yearly", monetaryValue: 1250.5, status: "won", assignedTo: user!.id, followers: [user!.id, other!.id], source: "Fair" }).id;
  const otherOpportunityId = store.opportunities.insert({ ...opportunity, pipelineId: further!.id, pipelineStageId: further!.stages[0]!.id, contactId: copy!.id, name: "Copy" }).id;
  const taskId = store.tasks.put({ id: "TheTask0000000000001", contactId, title: "Call back", body: "Soon", assignedTo: user!.id, dueDate: Date.parse("2026-12-24T14:00:00.000Z"), completed: true, dateAdded: 0 }).id;
  const talkerId = talker!.id;
  store.messaging.begin(talkerId, { dateAdded: Date.now() - DAY });
  const emailId = store.messaging.addEmail({ contactId: talkerId, subject: "Offer", body: "<p>Here it is</p>", from: "Otis Day <otis@example.com>", to: ["otis@example.com"], cc: ["a@example.com", "Bo <b@example.com>"], dateAdded: Date.now() - 3000 }).id;
  const messageId = store.messaging.add({ contactId: talkerId, messageType: "TYPE_WHATSAPP", body: "Hello", attachments: ["https://example.com/w_4,h_4/a.png", "https://example.com/b.png"], dateAdded: Date.now() - 2000 }).id;
  const appointmentId = store.addAppointment({ contactId, calendarId: CALENDAR, title: "Visit", startTime: Math.floor(Date.now() / DAY) * DAY + DAY + 17 * 3_600_000, appointmentStatus: "showed", assignedUserId: user!.id, address: "12 Harbor Street" }).id;
  const noteId = store.notes.put({ id: "TheNote0000000000001", contactId, body: "Likes tea", title: "Tea", color: "#FFAA00", pinned: true, userId: user!.id, dateAdded: 0 }).id;
  ids = {
    contactId, copyId: copy!.id, talkerId, opportunityId, otherOpportunityId, taskId, messageId, emailId, appointmentId, noteId, conversationId: store.messaging.of(talkerId)!.id, userId: user!.id,
    blockId: "SandboxBlock00000001", businessId: store.businesses.in(locationId)[0]!.id, postId: store.blogPosts.in(locationId)[0]!.id,
  };
  const calendar = store.calendars.get(CALENDAR)!;
  store.calendars.put({
    ...calendar, availabilities: [{ id: "a1", date: "2026-12-24T00:00:00.000Z", hours: [{ openHour: 9, openMinute: 0, closeHour: 12, closeMinute: 0 }] }],
    teamMembers: [{ userId: user!.id, priority: 1, locationConfigurations: [{ kind: "physical", location: "12 Harbor Street", meetingId: "physical_0" }] }],
  });
  store.calendarNotifications.put({
    id: "6578278e879ad2646715ba9c", calendarId: CALENDAR, receiverType: "business", channel: "email", notificationType: "reminder", isActive: false, deleted: false,
    beforeTime: [{ timeOffset: 1, unit: "days" }], selectedUsers: [user!.id], additionalEmailIds: ["a@example.com"], body: "See you", subject: "Soon",
  });
});
afterAll(() => sandbox.close());

const CALENDAR = "SandboxCalendar00001";
const contactNamed = (name: keyof Ids) => sandbox.store.contacts.get(ids[name]);
const sent = () => sandbox.store.messaging.messages.in(ids.conversationId).at(-1);
const same = (...names: string[]) => Object.fromEntries(names.map((name) => [name, name]));
const CONTACT = ["firstName", "lastName", "city", "state", "postalCode", "country", "timezone", "website", "source", "dateOfBirth", "assignedTo", "tags", "dnd", "dndSettings"];
const OPPORTUNITY = ["name", "monetaryValue", "status", "assignedTo", "pipelineId", "pipelineStageId"];
const CALENDAR_FIELDS = ["teamMembers", "openHours", "availabilities", "locationConfigurations", "slotDuration", "eventTitle", "isActive"];
const APPOINTMENT = ["title", "startTime", "endTime", "appointmentStatus", "assignedUserId", "address"];
const NOTE = ["body", "title", "color", "pinned", "userId"];
const BUSINESS = ["name", "phone", "email", "website", "address", "city", "state", "postalCode", "country", "description"];
const POST = ["title", "description", "status", "publishedAt", "urlSlug", "imageUrl", "imageAltText", "author", "categories", "tags", "canonicalLink"];
const NOTIFICATION = ["receiverType", "channel", "notificationType", "isActive", "body", "subject", "beforeTime", "selectedUsers", "additionalEmailIds"];

interface Row {
  trigger: string;
  props?: () => Fields;
  /** Makes a trigger tell of the record; without it, the record is among the samples of its deployment. */
  change?: () => unknown;
  /** Which of the events; the first one where it is left out. */
  id?: () => string;
  action: string;
  /** Prop of the action → path in the event. */
  fields: Record<string, string>;
  /** The action's other props. */
  base: () => Fields;
  stored: () => unknown;
  expected: () => unknown;
  /** Where not all apply: a field for text takes no object. */
  forms?: string[];
}

const rows: Row[] = [
  {
    trigger: "search-contacts", id: () => ids.contactId,
    action: "update-contact", base: () => ({ contactId: ids.copyId }), fields: { ...same(...CONTACT), address1: "address" },
    stored: () => pick(contactNamed("copyId"), CONTACT), expected: () => pick(contactNamed("contactId"), CONTACT),
  },
  {
    trigger: "get-contact", props: () => ({ contactId: ids.contactId }), change: () => sandbox.store.contacts.update(ids.contactId, { lastName: `Quist ${++changes}` }),
    action: "upsert-contact", base: () => ({ email: "copy@example.com" }), fields: same(...CONTACT, "address1"),
    stored: () => pick(sandbox.store.contacts.in(sandbox.locationId).find(({ email }) => email === "copy@example.com"), [...CONTACT, "address1"]),
    expected: () => pick(contactNamed("contactId"), [...CONTACT, "address1"]),
  },
  {
    trigger: "search-contacts", id: () => ids.contactId,
    action: "add-contact-followers", base: () => ({ contactId: ids.copyId }), fields: { userIds: "followers" },
    stored: () => contactNamed("copyId")?.followers, expected: () => contactNamed("contactId")?.followers,
  },
  {
    trigger: "search-contacts", id: () => ids.contactId,
    action: "find-contact", base: () => ({ errorIfNotFound: true }), fields: same("phone", "email"),
    stored: () => true, expected: () => true,
  },
  {
    trigger: "search-opportunities", id: () => ids.opportunityId,
    action: "update-opportunity", base: () => ({ opportunityId: ids.otherOpportunityId }), fields: same(...OPPORTUNITY),
    stored: () => pick(sandbox.store.opportunities.get(ids.otherOpportunityId), OPPORTUNITY), expected: () => pick(sandbox.store.opportunities.get(ids.opportunityId), OPPORTUNITY),
  },
  {
    trigger: "search-opportunities", id: () => ids.opportunityId,
    action: "add-opportunity-followers", base: () => ({ opportunityId: ids.otherOpportunityId }), fields: { userIds: "followers" },
    stored: () => sandbox.store.opportunities.get(ids.otherOpportunityId)?.followers, expected: () => sandbox.store.opportunities.get(ids.opportunityId)?.followers,
  },
  {
    trigger: "get-contact-tasks", props: () => ({ contactId: ids.contactId }),
    action: "create-contact-task", base: () => ({ contactId: ids.copyId }), fields: same("title", "body", "dueDate", "assignedTo", "completed"),
    stored: () => pick(sandbox.store.tasks.in(ids.copyId).at(-1), ["title", "body", "dueDate", "assignedTo"]), expected: () => pick(sandbox.store.tasks.get(ids.taskId), ["title", "body", "dueDate", "assignedTo"]),
  },
  {
    trigger: "search-conversations", id: () => ids.conversationId, // epoch ms
    action: "create-contact-task", base: () => ({ contactId: ids.copyId, title: "Answer" }), fields: { dueDate: "lastMessageDate" },
    stored: () => sandbox.store.tasks.in(ids.copyId).at(-1)?.dueDate, expected: () => sandbox.store.messaging.of(ids.talkerId)?.lastMessageDate,
  },
  {
    trigger: "get-conversation", props: () => ({ conversationId: ids.conversationId }), change: () => sandbox.store.messaging.add({ contactId: ids.talkerId, messageType: "TYPE_WHATSAPP", body: `Hello ${++changes}` }), // seconds and nanoseconds
    action: "create-contact-task", base: () => ({ contactId: ids.copyId, title: "Answer" }), fields: { dueDate: "lastMessageDate" }, forms: ["as JSON text"],
    stored: () => sandbox.store.tasks.in(ids.copyId).at(-1)?.dueDate, expected: () => sandbox.store.messaging.of(ids.talkerId)?.lastMessageDate,
  },
  {
    trigger: "search-conversations", id: () => ids.conversationId,
    action: "send-message", base: () => ({ contactId: ids.talkerId, message: "Hello back" }), fields: { type: "lastMessageType" },
    stored: () => sent()?.messageType, expected: () => "TYPE_WHATSAPP",
  },
  {
    trigger: "get-message-by-id", props: () => ({ messageId: ids.messageId, conversationId: ids.conversationId }),
    change: () => sandbox.store.messaging.messages.change(sandbox.store.messaging.messages.get(ids.messageId)!, { status: `read ${++changes}` }),
    action: "send-message", base: () => ({ contactId: ids.talkerId }), fields: { type: "messageType", message: "body", attachments: "attachments" },
    stored: () => pick(sent(), ["messageType", "attachments"]), expected: () => pick(sandbox.store.messaging.messages.get(ids.messageId), ["messageType", "attachments"]),
  },
  {
    trigger: "get-email-by-id", props: () => ({ emailMessageId: ids.emailId, conversationId: ids.conversationId }),
    change: () => sandbox.store.messaging.emails.change(sandbox.store.messaging.emails.get(ids.emailId)!, { status: `read ${++changes}` }),
    action: "send-message", base: () => ({ contactId: ids.talkerId, type: "Email" }), fields: { emailTo: "from", emailCc: "cc", emailBcc: "to", subject: "subject", html: "body" },
    stored: () => pick(sandbox.store.messaging.emails.in(ids.conversationId).at(-1), ["to", "cc", "bcc", "subject", "body"]),
    expected: () => ({ to: ["otis@example.com"], cc: ["a@example.com", "b@example.com"], bcc: ["otis@example.com"], subject: "Offer", body: "<p>Here it is</p>" }),
  },
  ...["list-calendar-events", "get-contact-appointments"].map((trigger): Row => ({
    trigger, props: () => (trigger === "list-calendar-events" ? { calendarId: CALENDAR } : { contactId: ids.contactId }), id: () => ids.appointmentId,
    action: "update-appointment", base: () => ({ calendarId: CALENDAR, appointmentId: ids.appointmentId, ignoreFreeSlotValidation: true, ignoreDateRange: true }), fields: same(...APPOINTMENT),
    stored: () => pick(sandbox.store.appointments.get(ids.appointmentId), APPOINTMENT), expected: () => pick(before.appointment, APPOINTMENT),
  })),
  {
    trigger: "list-blocked-slots", props: () => ({ calendarId: CALENDAR }), id: () => ids.blockId,
    action: "update-block-slot", base: () => ({ calendarId: CALENDAR, blockedSlotId: ids.blockId }), fields: same("title", "startTime", "endTime"),
    stored: () => pick(sandbox.store.blockedSlots.get(ids.blockId), ["title", "startTime", "endTime"]), expected: () => pick(before.block, ["title", "startTime", "endTime"]),
  },
  {
    trigger: "get-contact-notes", props: () => ({ contactId: ids.contactId }), id: () => ids.noteId,
    action: "create-contact-note", base: () => ({ contactId: ids.copyId }), fields: same(...NOTE),
    stored: () => pick(sandbox.store.notes.in(ids.copyId).at(-1), NOTE), expected: () => pick(sandbox.store.notes.get(ids.noteId), NOTE),
  },
  {
    trigger: "list-businesses-by-location", id: () => ids.businessId,
    action: "update-business", base: () => ({ businessId: ids.businessId }), fields: same(...BUSINESS),
    stored: () => pick(sandbox.store.businesses.get(ids.businessId), BUSINESS), expected: () => pick(before.business, BUSINESS),
  },
  {
    trigger: "get-blog-posts", props: () => ({ blogId: sandbox.store.blogs.in(sandbox.locationId)[0]!.id }), id: () => ids.postId,
    action: "update-blog-post", base: () => ({ blogId: sandbox.store.blogs.in(sandbox.locationId)[0]!.id, postId: ids.postId, rawHTML: "<p>Text</p>" }), fields: same(...POST),
    stored: () => pick(sandbox.store.blogPosts.get(ids.postId), POST), expected: () => pick(before.post, POST),
  },
  {
    trigger: "list-users-by-location", id: () => ids.userId,
    action: "update-user", base: () => ({ userId: ids.userId }), fields: same("firstName", "lastName", "phone"),
    stored: () => pick(sandbox.store.users.get(ids.userId), ["firstName", "lastName", "phone"]), expected: () => pick(before.user, ["firstName", "lastName", "phone"]),
  },
  {
    trigger: "list-users-by-location", id: () => ids.userId, // the whole user where an id is wanted
    action: "remove-contact-followers", base: () => ({ contactId: ids.contactId }), fields: { userIds: "" },
    stored: () => contactNamed("contactId")?.followers.includes(ids.userId), expected: () => false,
  },
  {
    trigger: "list-calendars", id: () => CALENDAR,
    action: "update-calendar", base: () => ({ calendarId: CALENDAR }), fields: { ...same(...CALENDAR_FIELDS), groupId: "groupId" },
    stored: () => pick(sandbox.store.calendars.get(CALENDAR), CALENDAR_FIELDS), expected: () => ({ ...pick(before.calendar, CALENDAR_FIELDS) }),
  },
  {
    trigger: "list-calendars", id: () => "SandboxCalendar00004",
    action: "update-calendar", base: () => ({ calendarId: "SandboxCalendar00004" }), fields: same("locationConfigurations", "openHours"),
    stored: () => pick(sandbox.store.calendars.get("SandboxCalendar00004"), ["locationConfigurations", "openHours"]), expected: () => pick(before.event, ["locationConfigurations", "openHours"]),
  },
  {
    trigger: "list-calendar-notifications", props: () => ({ calendarId: CALENDAR }),
    action: "update-calendar-notification", base: () => ({ calendarId: CALENDAR, notificationId: "6578278e879ad2646715ba9c" }), fields: same(...NOTIFICATION),
    stored: () => pick(sandbox.store.calendarNotifications.get("6578278e879ad2646715ba9c"), NOTIFICATION), expected: () => pick(before.notification, NOTIFICATION),
  },
  {
    trigger: "list-calendar-notifications", props: () => ({ calendarId: CALENDAR }),
    action: "create-calendar-notification", base: () => ({ calendarId: CALENDAR, receiverType: "contact", channel: "sms", notificationType: "booked" }), fields: { moreNotifications: "" },
    stored: () => pick(sandbox.store.calendarNotifications.in(CALENDAR).at(-1), NOTIFICATION), expected: () => pick(before.notification, NOTIFICATION),
  },
];

/** Records that their own action writes back. */
const before: Record<string, object | undefined> = {};
beforeAll(() => {
  const { store } = sandbox;
  before.calendar = structuredClone(store.calendars.get(CALENDAR));
  before.event = structuredClone(store.calendars.get("SandboxCalendar00004"));
  before.appointment = structuredClone(store.appointments.get(ids.appointmentId));
  before.block = structuredClone(store.blockedSlots.get(ids.blockId));
  before.business = structuredClone(store.businesses.get(ids.businessId));
  before.post = structuredClone(store.blogPosts.get(ids.postId));
  before.user = structuredClone(store.users.get(ids.userId));
  before.notification = structuredClone(store.calendarNotifications.get("6578278e879ad2646715ba9c"));
});

async function emitted({ trigger, props, change, id }: Row): Promise<Fields> {
  const watched = await source(sandbox, trigger, props?.() ?? {});
  const { emitted: samples } = await watched.deploy();
  await change?.();
  const events = (change ? (await watched.run()).emitted : samples).map(({ event }) => event as Fields);
  return (id ? events.find((event) => [event.id, event._id].includes(id())) : events[0])!; // fails below where there is none
}

const isObject = (value: unknown) => value !== null && typeof value === "object";
/** How an expression hands a value over: as it is, or as text. */
const FORMS: Record<string, (value: unknown) => unknown> = {
  "as it is": (value) => value,
  "as JSON text": (value) => (isObject(value) ? JSON.stringify(value) : String(value)),
  "each item as JSON text": (value) => (Array.isArray(value) ? value.map((item) => (isObject(item) ? JSON.stringify(item) : item)) : value),
};

it.each(sampled(rows.flatMap((row) => (row.forms ?? Object.keys(FORMS)).map((form) => ({ ...row, form, to: `${row.action}: ${Object.keys(row.fields).join(", ")}` }))), 2))("$trigger → $to, $form", async ({ form, ...row }) => {
  const event = await emitted(row);
  const props = Object.fromEntries(Object.entries(row.fields).map(([prop, path]) => [prop, path ? get(event, path) : event]));
  const given = Object.entries(props).filter(([, value]) => value !== null && value !== undefined);
  expect(given.length).toBeGreaterThan(0);
  await run(sandbox, row.action, { ...row.base(), ...Object.fromEntries(given.map(([prop, value]) => [prop, FORMS[form]!(value)])) });
  expect(row.stored()).toEqual(row.expected());
});
