import omit from "lodash/omit.js";
import { badRequest, notFound } from "../errors.ts";
import type { CalendarResource } from "../models/calendars-extras.ts";
import { handle, param, slice } from "../resource.ts";
import type { Call, Resource } from "../resource.ts";
import { calendarById } from "./calendars.ts";

type ResourceBody = Partial<Omit<CalendarResource, "id" | "resourceType">>;
type NewResource = Required<Omit<ResourceBody, "isActive">>;

/** Rooms and equipment for calendars. Responses are bare lists and records with `_id`. */
export const calendarResources: Resource = {
  "GET /calendars/resources/{resourceType}": handle<unknown, { locationId: string; limit: number; skip: number }>((call) => {
    const { locationId, limit, skip } = call.query;
    const found = call.store.calendarResources.in(locationId).filter(({ resourceType }) => resourceType === param(call, "resourceType"));
    return slice(found, skip, limit).map(shape);
  }),

  "GET /calendars/resources/{resourceType}/{id}": (call) => shape(resourceOf(call)),

  "POST /calendars/resources/{resourceType}": handle<NewResource>((call) => {
    const { store, body } = call;
    const resourceType = param(call, "resourceType");
    checkCalendars(call, resourceType, body.calendarIds);
    return shape(store.calendarResources.put({ ...body, id: store.random.hex(24), resourceType, isActive: true }));
  }),

  "PUT /calendars/resources/{resourceType}/{id}": handle<ResourceBody>((call) => {
    const resource = resourceOf(call);
    checkCalendars(call, resource.resourceType, call.body.calendarIds);
    return omit(shape(call.store.calendarResources.change(resource, call.body)), "calendarIds");
  }),

  "DELETE /calendars/resources/{resourceType}/{id}": (call) => ({ success: call.store.calendarResources.delete(resourceOf(call).id) }),
};

const shape = ({ id, ...resource }: CalendarResource): Record<string, unknown> => ({ _id: id, ...resource });

function checkCalendars(call: Call, resourceType: string, calendarIds: string[] = []): void {
  for (const id of calendarIds) calendarById(call, id);
  if (resourceType === "equipments" && calendarIds.length > 1) throw badRequest("One equipment can only be mapped with one service calendar");
}

function resourceOf(call: Call): CalendarResource {
  const resource = call.store.calendarResources.get(param(call, "id"));
  if (resource?.resourceType !== param(call, "resourceType")) throw notFound(`Resource with id ${param(call, "id")} not found`);
  call.auth.requireLocation(call.grant, resource.locationId);
  return resource;
}
