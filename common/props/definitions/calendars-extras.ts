import { isDeleted } from "../../resources/calendar-events.ts";
import { notifications, notificationsOfCalendar } from "../../resources/calendar-notifications.ts";
import { calendarResources, resourceIdOf, resourcesOfLocation } from "../../resources/calendar-resources.ts";
import { appointmentNotes, MOST_APPOINTMENT_NOTES, notesOfAppointment } from "../../resources/appointment-notes.ts";
import { chosen, formOf } from "../../text/choices.ts";
import { dropdown } from "../dropdown.ts";

const calendarResourceType = {
  type: "string",
  label: "Resource Type",
  description: "Whether the resource is a room or equipment",
  options: [
    { label: "Rooms", value: "rooms" },
    { label: "Equipment", value: "equipments" },
  ],
};

/** The choices of an operation on a room or equipment. */
export const resourceForm = formOf({ resourceType: calendarResourceType });

/** Dropdowns of appointment notes, calendar notifications and calendar resources. */
export const calendarExtrasDefinitions = {
  appointmentNoteId: {
    type: "string",
    label: "Note",
    description: "A note of the appointment above. Choose one, or type a note ID",
    useQuery: true,
    options: dropdown({
      list: notesOfAppointment,
      option: (note) => ({ label: appointmentNotes.label(note), value: appointmentNotes.id(note) }),
      call: (_, { appointmentId }) => ({ pathParams: { appointmentId }, pageSize: MOST_APPOINTMENT_NOTES }),
    }),
  },
  calendarNotificationId: {
    type: "string",
    label: "Notification",
    description: "A notification of the calendar above. Choose one, or type a notification ID",
    useQuery: true,
    options: dropdown({
      list: notificationsOfCalendar,
      option: (notification) => ({ label: notifications.label(notification), value: notifications.id(notification) }),
      call: (_, { calendarId }) => ({ pathParams: { calendarId } }),
      where: (notification) => !isDeleted(notification),
    }),
  },
  calendarResourceType,
  calendarResourceId: {
    type: "string",
    label: "Resource",
    description: "The room or equipment. Choose one, or type a resource ID",
    useQuery: true,
    options: dropdown({
      list: resourcesOfLocation,
      option: (resource) => ({ label: calendarResources.label(resource), value: resourceIdOf(resource) }),
      call: (app, { locationId, resourceType }) => ({ pathParams: chosen({ resourceType }, resourceForm), query: { locationId: app.locationId(locationId) } }),
      where: (resource) => resourceIdOf(resource) !== "",
    }),
  },
};
