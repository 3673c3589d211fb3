import * as api from "../api/endpoints.ts";
import type { ListRequest } from "../api/pagination/paginate.ts";
import * as paginators from "../api/pagination/paginators.ts";
import type { Fields } from "../core/types.ts";
import { defineResource } from "./resource.ts";

const text = (value: unknown) => (typeof value === "string" ? value.trim() : "");

/** The id as far as HighLevel says it: the description knows none, live answers have `_id`. */
export const resourceIdOf = ({ id, _id }: Fields): string => text(id) || text(_id);

export const calendarResources = defineResource({
  noun: "calendar resource",
  // Without an id, the name is what stays the same between two polls.
  id: (resource) => resourceIdOf(resource) || text(resource.name),
  label: (resource) => text(resource.name) || resourceIdOf(resource),
  sample: {
    _id: "65782a0c879ad2646715ba9d",
    locationId: "C2QujeCh8ZnC7al2InWR",
    resourceType: "rooms",
    name: "Garden room",
    description: "Ground floor, with a view of the garden",
    isActive: true,
    quantity: 1,
    outOfService: 0,
    capacity: 12,
    calendarIds: ["CVokAlI8fgw4WYWoCtQz"],
  } as Fields,
});

/** A bare list, or one in an envelope that may be named after the kind of resource. */
function itemsOf(data: Fields): Fields[] {
  const list = Array.isArray(data) ? data : [data?.resources, data?.rooms, data?.equipments, data?.data].find(Array.isArray);
  return list as Fields[]; // what is no list is refused by the reader
}

/** Sub-account tokens only. @see https://marketplace.gohighlevel.com/docs/ghl/calendars/fetch-calendar-resources */
export const resourcesOfLocation: ListRequest<Fields> = {
  ...api.fetchCalendarResources,
  paginator: paginators.skip,
  items: itemsOf,
  pageSize: 100,
};

/** Where the record may stand in an answer; as described it is the answer itself. */
export const resourceEnvelope = ["resource", "room", "equipment"];
