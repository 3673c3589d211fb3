/** Objects (contacts, opportunities, businesses and the account's own) and their records: what dropdowns need of them. */
import * as api from "../api/endpoints.ts";
import type { ListRequest } from "../api/pagination/paginate.ts";
import * as paginators from "../api/pagination/paginators.ts";
import type { Fields } from "../core/types.ts";

/** The search pages by number and takes the size as `pageLimit`. */
const pageOfRecords = { ...paginators.page, size: "pageLimit" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/objects/get-object-by-location-id */
export const objectsOfLocation: ListRequest<Fields> = {
  ...api.getObjectByLocationId, paginator: paginators.none, items: "objects",
};

/** Records of the account's own objects. @see https://marketplace.gohighlevel.com/docs/ghl/objects/search-object-records */
export const recordsOfObject: ListRequest<Fields> = {
  ...api.searchObjectRecords, paginator: pageOfRecords, items: "records", pageSize: 100,
};

const text = (value: unknown) => (typeof value === "string" || typeof value === "number" ? String(value).trim() : "");

/** What a person recognizes a record by: its first properties that are text or number. */
export function recordLabel({ id, properties }: Fields): string {
  const values = properties !== null && typeof properties === "object" ? Object.values(properties).map(text).filter(Boolean) : [];
  return values.slice(0, 2).join(", ") || String(id);
}
