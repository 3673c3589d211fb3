import * as api from "../api/endpoints.ts";
import type { ListRequest } from "../api/pagination/paginate.ts";
import * as paginators from "../api/pagination/paginators.ts";
import { isZoneless, toMs } from "../core/time.ts";
import type { Fields } from "../core/types.ts";
import { eventsOf } from "./calendar-events.ts";
import { defineResource } from "./resource.ts";

/** Undefined for a time without a zone, which could be hours off. */
const zonedMs = (time: unknown) => (typeof time === "string" && isZoneless(time) ? undefined : toMs(time));

export const appointments = defineResource({
  noun: "appointment",
  volatile: ["traceId", "dateUpdated"],
  createdAt: ({ dateAdded }) => zonedMs(dateAdded),
  updatedAt: ({ dateUpdated }) => zonedMs(dateUpdated),
  sample: {
    id: "0TkCdp9PfvLeWKYRRvIz",
    calendarId: "CVokAlI8fgw4WYWoCtQz",
    contactId: "ocQHyuzHvysMo5N5VsXc",
    locationId: "C2QujeCh8ZnC7al2InWR",
    groupId: "BqTwX8QFwXzpegMve9EQ",
    title: "First consultation",
    address: "12 Harbor Street",
    status: "booked",
    appointmentStatus: "confirmed",
    assignedUserId: "YlWd2wuCAZQzh2cH1fVZ",
    users: ["YlWd2wuCAZQzh2cH1fVZ"],
    assignedResources: [],
    startTime: "2026-01-20 14:00:00",
    endTime: "2026-01-20 14:30:00",
    dateAdded: "2026-01-15 09:28:41",
    dateUpdated: "2026-01-15 09:28:41",
  } as Fields,
});

/**
 * Times are in the sub-account's time zone, without an offset.
 * @see https://marketplace.gohighlevel.com/docs/ghl/contacts/get-appointments-for-contact
 */
export const contactAppointments: ListRequest<Fields> = {
  ...api.getAppointmentsForContact, paginator: paginators.none, items: eventsOf,
};

/** As documented. Polls save the position in this list, so add new ones at the end. */
const STATUSES = ["new", "confirmed", "cancelled", "showed", "noshow", "invalid", "completed", "active"];
const CANCELLED = STATUSES.indexOf("cancelled");

/** An appointment's status as a number. Live responses also use the misspelled `appoinmentStatus`, and `status`. */
export function statusFlag(appointment: Fields): number {
  return STATUSES.indexOf(String(appointment.appointmentStatus ?? appointment.appoinmentStatus ?? appointment.status)) + 1;
}

/** The event kind for a change of {@link statusFlag}. */
export function statusKind(_before: number, now: number): string {
  return now === CANCELLED + 1 ? "cancelled" : "status changed";
}
