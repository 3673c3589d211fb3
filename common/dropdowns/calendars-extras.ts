import { isDeleted } from "../resources/calendar-events.ts";
import { notifications, notificationsOfCalendar } from "../resources/calendar-notifications.ts";
import { calendarResources, resourceIdOf, resourcesOfLocation } from "../resources/calendar-resources.ts";
import { appointmentNotes, MOST_APPOINTMENT_NOTES, notesOfAppointment } from "../resources/appointment-notes.ts";
import { chosen, formOf } from "../input/choices.ts";
import type { SharedProp } from "./dropdown.ts";
import { byLocation } from "./parts.ts";

export const calendarResourceType = {
  type: "string",
  label: "Resource Type",
  description: "Whether the resource is a room or equipment",
  options: [
    { label: "Rooms", value: "rooms" },
    { label: "Equipment", value: "equipments" },
  ],
};

export const appointmentNoteId: SharedProp = {
  type: "string",
  label: "Note",
  description: "A note of the appointment above. Choose one, or type a note ID",
  dropdown: {
    list: notesOfAppointment,
    option: appointmentNotes,
    call: (_, { appointmentId }) => ({ pathParams: { appointmentId }, pageSize: MOST_APPOINTMENT_NOTES }),
  },
};

export const calendarNotificationId: SharedProp = {
  type: "string",
  label: "Notification",
  description: "A notification of the calendar above. Choose one, or type a notification ID",
  dropdown: {
    list: notificationsOfCalendar,
    option: notifications,
    call: (_, { calendarId }) => ({ pathParams: { calendarId } }),
    where: (notification) => !isDeleted(notification),
  },
};

export const calendarResourceId: SharedProp = {
  type: "string",
  label: "Resource",
  description: "The room or equipment. Choose one, or type a resource ID",
  dropdown: {
    list: resourcesOfLocation,
    option: (resource) => ({ label: calendarResources.label(resource), value: resourceIdOf(resource) }),
    call: (app, input) => ({ ...byLocation(app, input), pathParams: chosen({ resourceType: input.resourceType }, formOf({ resourceType: calendarResourceType })) }),
    where: (resource) => resourceIdOf(resource) !== "",
  },
};
