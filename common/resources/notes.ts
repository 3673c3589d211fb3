import * as api from "../api/endpoints.ts";
import type { ListRequest } from "../api/pagination/paginate.ts";
import * as paginators from "../api/pagination/paginators.ts";
import { excerpt } from "../core/text/excerpt.ts";
import type { Fields } from "../core/types.ts";
import { defineResource } from "./resource.ts";

const labelOf = ({ title, body, bodyText, id }: Fields) => excerpt(title || body || bodyText) || String(id);

export const notes = defineResource({
  noun: "note",
  label: labelOf,
  fields: ["color"],
  sample: {
    id: "Bg3cJ0oO1dQ5p7sVxY2z",
    title: "First call",
    body: "<p>Wants to move the appointment to Thursday</p>",
    bodyText: "Wants to move the appointment to Thursday",
    userId: "YlWd2wuCAZQzh2cH1fVZ",
    dateAdded: "2026-01-15T09:28:41.000Z",
    contactId: "ocQHyuzHvysMo5N5VsXc",
    pinned: false,
    relations: [],
  } as Fields,
});

/** @see https://marketplace.gohighlevel.com/docs/ghl/contacts/get-all-notes */
export const contactNotes: ListRequest<Fields> = {
  ...api.getAllNotes, paginator: paginators.none, items: "notes",
};
