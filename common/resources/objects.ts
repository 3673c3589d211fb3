/** Objects (contacts, opportunities, businesses and custom ones) and their records, for dropdowns. */
import * as api from "../api/endpoints.ts";
import type { ListRequest } from "../api/pagination/paginate.ts";
import * as paginators from "../api/pagination/paginators.ts";
import { fieldsOf } from "../core/text/values.ts";
import type { Fields } from "../core/types.ts";

/** The search pages by number, with the size in `pageLimit`. */
const pageOfRecords = { ...paginators.page, size: "pageLimit" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/objects/get-object-by-location-id */
export const objectsOfLocation: ListRequest<Fields> = {
  ...api.getObjectByLocationId, paginator: paginators.none, items: "objects",
};

/** Records of custom objects. @see https://marketplace.gohighlevel.com/docs/ghl/objects/search-object-records */
export const recordsOfObject: ListRequest<Fields> = {
  ...api.searchObjectRecords, paginator: pageOfRecords, items: "records", pageSize: 100,
};

const text = (value: unknown) => (typeof value === "string" || typeof value === "number" ? String(value).trim() : "");

/** A recognizable label: the record's first properties that are text or numbers. */
export function recordLabel({ id, properties }: Fields): string {
  const values = Object.values(fieldsOf(properties)).map(text).filter(Boolean);
  return values.slice(0, 2).join(", ") || String(id);
}
