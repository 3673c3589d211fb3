import * as api from "../api/endpoints.ts";
import type { ListRequest } from "../api/pagination/paginate.ts";
import * as paginators from "../api/pagination/paginators.ts";
import { positionBehind } from "../api/pagination/paginators.ts";
import type { Fields } from "../core/types.ts";
import { notes } from "./notes.ts";
import { defineResource } from "./resource.ts";

export const appointmentNotes = defineResource({
  noun: "appointment note",
  label: notes.label,
  sample: {
    id: "HGPcayliwcdoUFzvbTok",
    body: "Prefers a room on the ground floor",
    userId: "YlWd2wuCAZQzh2cH1fVZ",
    contactId: "ocQHyuzHvysMo5N5VsXc",
    dateAdded: "2026-01-15T09:28:41.000Z",
    createdBy: { id: "YlWd2wuCAZQzh2cH1fVZ", name: "Dana Merritt" },
  } as Fields,
});

/** HighLevel's maximum per page. */
export const MOST_APPOINTMENT_NOTES = 20;

/** The response says whether there are more. @see https://marketplace.gohighlevel.com/docs/ghl/calendars/get-appointment-notes */
export const notesOfAppointment: ListRequest<Fields> = {
  ...api.getAppointmentNotes,
  paginator: {
    ...paginators.offset,
    next: (page) => {
      const { hasMore } = page.data;
      if (typeof hasMore !== "boolean") return paginators.offset.next(page);
      return hasMore ? { offset: positionBehind(page, "offset") } : undefined;
    },
  },
  items: "notes",
  pageSize: MOST_APPOINTMENT_NOTES,
};
