import type { ListRequest } from "../pagination/paginate.ts";
import { schemes } from "../pagination/schemes.ts";
import type { Fields } from "../types.ts";
import { defineResource } from "./resource.ts";

export const appointments = defineResource({
  noun: "appointment",
  sample: {
    id: "0TkCdp9PfvLeWKYRRvIz",
    calendarId: "CVokAlI8fgw4WYWoCtQz",
    contactId: "ocQHyuzHvysMo5N5VsXc",
    locationId: "C2QujeCh8ZnC7al2InWR",
    title: "First consultation",
    appointmentStatus: "confirmed",
    assignedUserId: "YlWd2wuCAZQzh2cH1fVZ",
    startTime: "2026-01-20 14:00:00",
    endTime: "2026-01-20 14:30:00",
    dateAdded: "2026-01-15 09:28:41",
    dateUpdated: "2026-01-15 09:28:41",
  } as Fields,
});

/**
 * Times come without zone, in the sub-account's own.
 * @see https://marketplace.gohighlevel.com/docs/ghl/contacts/get-appointments-for-contact
 */
export const contactAppointments: ListRequest<Fields> = {
  method: "GET",
  path: "/contacts/{contactId}/appointments",
  scope: "contacts.readonly",
  scheme: schemes.none,
  items: "events",
};
