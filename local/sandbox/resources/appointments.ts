import omit from "lodash/omit.js";
import type { Appointment } from "../model.ts";
import { compact, contactOf } from "../resource.ts";
import type { Resource } from "../resource.ts";
import type { Store } from "../store.ts";
import { localText } from "../zone.ts";

/** Appointments of a contact. Their times have no offset: they are in the location's time zone. */
export const appointments: Resource = {
  "GET /contacts/{contactId}/appointments": (call) => {
    const { id, locationId } = contactOf(call);
    return { events: call.store.appointments.in(id).filter(({ deleted }) => !deleted).map((appointment) => shape(call.store, locationId, appointment)) };
  },
};

function shape(store: Store, locationId: string, appointment: Appointment): Record<string, unknown> {
  const timeZone = store.locations.get(locationId)?.timezone ?? "UTC";
  const { startTime, endTime, dateAdded, dateUpdated, assignedUserId, calendarId } = appointment;
  return compact({
    ...omit(appointment, ["deleted", "description", "meetingLocationType", "rrule"]), locationId, groupId: store.calendars.get(calendarId)?.groupId ?? "", status: "booked", users: appointment.users ?? (assignedUserId ? [assignedUserId] : []), assignedResources: [],
    startTime: localText(startTime, timeZone), endTime: localText(endTime, timeZone), dateAdded: localText(dateAdded, timeZone), dateUpdated: localText(dateUpdated, timeZone),
  });
}
