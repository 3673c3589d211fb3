import * as api from "../api/endpoints.ts";
import type { ListRequest } from "../api/pagination/paginate.ts";
import * as paginators from "../api/pagination/paginators.ts";
import { trimmed } from "../core/text/values.ts";
import type { Fields } from "../core/types.ts";
import { defineResource } from "./resource.ts";

/** The id, if any: the API description has none, live responses have `_id`. */
export const resourceIdOf = ({ id, _id }: Fields): string => trimmed(id) || trimmed(_id);

export const calendarResources = defineResource({
  noun: "calendar resource",
  // Without an id, only the name stays the same between polls.
  id: (resource) => resourceIdOf(resource) || trimmed(resource.name),
  label: (resource) => trimmed(resource.name) || resourceIdOf(resource),
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
  return list as Fields[]; // paginate() rejects anything but a list
}

/** Sub-account tokens only. @see https://marketplace.gohighlevel.com/docs/ghl/calendars/fetch-calendar-resources */
export const resourcesOfLocation: ListRequest<Fields> = {
  ...api.fetchCalendarResources, paginator: paginators.skip, items: itemsOf, pageSize: 100,
};

/** Keys the record may have in a response. As documented, it is the response itself. */
export const resourceEnvelope = ["resource", "room", "equipment"];
