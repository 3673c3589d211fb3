import { LOCATION } from "../account.ts";
import { CONTACT_ID, OTHER_USER_ID, USER_ID } from "../records.ts";
import type { Rows } from "../row.ts";

const APPOINTMENT_ID = "0TkCdp9PfvLeWKYRRvIz";
const NOTE_ID = "HGPcayliwcdoUFzvbTok";
const CALENDAR_ID = "CVokAlI8fgw4WYWoCtQz";
const OTHER_CALENDAR_ID = "BqTwX8QFwXzpegMve9EQ";
const NOTIFICATION_ID = "6578278e879ad2646715ba9c";
const RESOURCE_ID = "65782a0c879ad2646715ba9d";

const NOTES = `/calendars/appointments/${APPOINTMENT_ID}/notes`;
const NOTIFICATIONS = `/calendars/${CALENDAR_ID}/notifications`;

const note = { id: NOTE_ID, body: "Prefers the garden room", userId: USER_ID, contactId: CONTACT_ID, dateAdded: "2026-11-25T15:00:00.000Z" };
const notification = { _id: NOTIFICATION_ID, receiverType: "contact", channel: "email", notificationType: "booked", isActive: true, deleted: false };
/** As described: without an id. */
const room = { locationId: LOCATION, name: "Garden room", resourceType: "rooms", isActive: true, description: "Ground floor", quantity: 1, outOfService: 0, capacity: 12, calendarIds: [CALENDAR_ID] };

const kind = { receiverType: "contact", channel: "email", notificationType: "booked" };
const notificationForm = {
  isActive: false, templateId: "0as9d8as0d", body: "See you soon", subject: "Your visit",
  beforeTime: ["1 day", "30 minutes"], afterTime: ["{\"timeOffset\":2,\"unit\":\"hours\"}"],
  additionalEmailIds: ["desk@example.com"], additionalPhoneNumbers: ["+12025550143"], selectedUsers: [USER_ID, "sub_account_admin"],
  fromName: "Harbor Yoga", fromAddress: "office@example.com", fromNumber: "+12025550100",
};
const notificationBody = {
  ...notificationForm,
  beforeTime: [{ timeOffset: 1, unit: "days" }, { timeOffset: 30, unit: "mins" }],
  afterTime: [{ timeOffset: 2, unit: "hours" }],
};

const rows: Rows = {
  "create-appointment-note": {
    required: {
      props: { appointmentId: APPOINTMENT_ID, body: "Prefers the garden room" },
      requests: [{ method: "POST", path: NOTES, body: { body: "Prefers the garden room" }, reply: { note, traceId: "t" }, status: 201 }],
      returns: note,
      summary: `Created note ${NOTE_ID} of appointment ${APPOINTMENT_ID}`,
    },
    all: {
      props: { locationId: LOCATION, calendarId: CALENDAR_ID, appointmentId: APPOINTMENT_ID, body: "00123", userId: USER_ID },
      requests: [{ method: "POST", path: NOTES, body: { body: "00123", userId: USER_ID }, reply: { note }, status: 201 }],
      returns: note,
      summary: `Created note ${NOTE_ID} of appointment ${APPOINTMENT_ID}`,
    },
  },
  "update-appointment-note": {
    required: {
      props: { appointmentId: APPOINTMENT_ID, noteId: NOTE_ID, body: "Prefers the garden room" },
      requests: [{ method: "PUT", path: `${NOTES}/${NOTE_ID}`, body: { body: "Prefers the garden room" }, reply: { note } }],
      returns: note,
      summary: `Updated note ${NOTE_ID}`,
    },
    all: {
      props: { locationId: LOCATION, calendarId: CALENDAR_ID, appointmentId: APPOINTMENT_ID, noteId: NOTE_ID, body: "Any room", userId: OTHER_USER_ID },
      requests: [{ method: "PUT", path: `${NOTES}/${NOTE_ID}`, body: { body: "Any room", userId: OTHER_USER_ID }, reply: { note } }],
      returns: note,
      summary: `Updated note ${NOTE_ID}`,
    },
  },
  "delete-appointment-note": {
    required: {
      props: { appointmentId: APPOINTMENT_ID, noteId: NOTE_ID },
      requests: [{ method: "DELETE", path: `${NOTES}/${NOTE_ID}`, reply: { success: true } }],
      returns: { succeeded: true },
      summary: `Deleted note ${NOTE_ID}`,
    },
    all: {
      props: { locationId: LOCATION, calendarId: CALENDAR_ID, appointmentId: APPOINTMENT_ID, noteId: NOTE_ID },
      requests: [{ method: "DELETE", path: `${NOTES}/${NOTE_ID}`, reply: { success: true } }],
      returns: { succeeded: true },
      summary: `Deleted note ${NOTE_ID}`,
    },
  },
  "create-calendar-notification": {
    required: {
      props: { calendarId: CALENDAR_ID, ...kind },
      requests: [{ method: "POST", path: NOTIFICATIONS, body: [kind], reply: [notification] }],
      returns: [notification],
      summary: `Created notification "booked by email to contact" (${NOTIFICATION_ID})`,
    },
    all: {
      props: {
        locationId: LOCATION, calendarId: CALENDAR_ID, ...kind, ...notificationForm,
        moreNotifications: [JSON.stringify({ receiverType: "phoneNumbers", channel: "sms", notificationType: "reminder", beforeTime: ["1 hours"], additionalPhoneNumbers: ["+12025550143"] })],
      },
      requests: [{
        method: "POST",
        path: NOTIFICATIONS,
        body: [
          { ...kind, ...notificationBody },
          { receiverType: "phoneNumbers", channel: "sms", notificationType: "reminder", beforeTime: [{ timeOffset: 1, unit: "hours" }], additionalPhoneNumbers: ["+12025550143"] },
        ],
        // Not seen, but like other lists of this API: in an envelope.
        reply: { notifications: [notification, { ...notification, _id: "6578278e879ad2646715ba9d" }] },
      }],
      returns: [notification, { ...notification, _id: "6578278e879ad2646715ba9d" }],
      summary: `Created 2 notifications of calendar ${CALENDAR_ID}`,
    },
  },
  "update-calendar-notification": {
    required: {
      props: { calendarId: CALENDAR_ID, notificationId: NOTIFICATION_ID, isActive: false },
      requests: [{ method: "PUT", path: `${NOTIFICATIONS}/${NOTIFICATION_ID}`, body: { isActive: false }, reply: { message: "Updated" } }],
      summary: `Updated notification ${NOTIFICATION_ID}`,
    },
    all: {
      props: { locationId: LOCATION, calendarId: CALENDAR_ID, notificationId: NOTIFICATION_ID, ...kind, ...notificationForm, deleted: true },
      requests: [{ method: "PUT", path: `${NOTIFICATIONS}/${NOTIFICATION_ID}`, body: { ...kind, ...notificationBody, deleted: true }, reply: { message: "Updated" } }],
      summary: `Updated notification ${NOTIFICATION_ID}`,
    },
  },
  "delete-calendar-notification": {
    required: {
      props: { calendarId: CALENDAR_ID, notificationId: NOTIFICATION_ID },
      requests: [{ method: "DELETE", path: `${NOTIFICATIONS}/${NOTIFICATION_ID}`, reply: { message: "Deleted" } }],
      summary: `Deleted notification ${NOTIFICATION_ID}`,
    },
    all: {
      props: { locationId: LOCATION, calendarId: CALENDAR_ID, notificationId: NOTIFICATION_ID },
      requests: [{ method: "DELETE", path: `${NOTIFICATIONS}/${NOTIFICATION_ID}`, reply: { message: "Deleted" } }],
      summary: `Deleted notification ${NOTIFICATION_ID}`,
    },
  },
  "create-calendar-resource": {
    required: {
      props: { resourceType: "rooms", name: "Garden room", description: "Ground floor" },
      requests: [{
        method: "POST",
        path: "/calendars/resources/rooms",
        body: { locationId: LOCATION, name: "Garden room", description: "Ground floor", quantity: 1, outOfService: 0, capacity: 1, calendarIds: [] },
        reply: room,
        status: 201,
      }],
      summary: "Created calendar resource \"Garden room\"",
    },
    all: {
      props: { resourceType: "equipments", locationId: "ve9EPM428h8vShlRW1KT", name: "Projector", description: "Portable", quantity: 3, outOfService: 1, capacity: 0, calendarIds: [CALENDAR_ID] },
      requests: [{
        method: "POST",
        path: "/calendars/resources/equipments",
        body: { locationId: "ve9EPM428h8vShlRW1KT", name: "Projector", description: "Portable", quantity: 3, outOfService: 1, capacity: 0, calendarIds: [CALENDAR_ID] },
        reply: { _id: RESOURCE_ID, ...room, name: "Projector" },
        status: 201,
      }],
      summary: "Created calendar resource \"Projector\"",
    },
  },
  "update-calendar-resource": {
    required: {
      props: { resourceType: "rooms", resourceId: RESOURCE_ID, isActive: false },
      requests: [{ method: "PUT", path: `/calendars/resources/rooms/${RESOURCE_ID}`, body: { isActive: false }, reply: room }],
      summary: `Updated calendar resource "Garden room" (${RESOURCE_ID})`,
    },
    all: {
      props: {
        resourceType: "rooms", resourceId: RESOURCE_ID, locationId: LOCATION, name: "Garden room", description: "Ground floor",
        quantity: 0, outOfService: 0, capacity: 14, calendarIds: [CALENDAR_ID, OTHER_CALENDAR_ID], isActive: true,
      },
      requests: [{
        method: "PUT",
        path: `/calendars/resources/rooms/${RESOURCE_ID}`,
        body: {
          locationId: LOCATION, name: "Garden room", description: "Ground floor",
          quantity: 0, outOfService: 0, capacity: 14, calendarIds: [CALENDAR_ID, OTHER_CALENDAR_ID], isActive: true,
        },
        reply: room,
      }],
      summary: `Updated calendar resource "Garden room" (${RESOURCE_ID})`,
    },
  },
  "delete-calendar-resource": {
    required: {
      props: { resourceType: "rooms", resourceId: RESOURCE_ID },
      requests: [{ method: "DELETE", path: `/calendars/resources/rooms/${RESOURCE_ID}`, reply: { success: true } }],
      returns: { succeeded: true },
      summary: `Deleted calendar resource ${RESOURCE_ID}`,
    },
    all: {
      props: { locationId: LOCATION, resourceType: "equipments", resourceId: RESOURCE_ID },
      requests: [{ method: "DELETE", path: `/calendars/resources/equipments/${RESOURCE_ID}`, reply: { success: true } }],
      returns: { succeeded: true },
      summary: `Deleted calendar resource ${RESOURCE_ID}`,
    },
  },
};

export default rows;
