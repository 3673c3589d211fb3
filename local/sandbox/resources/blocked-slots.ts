import { iso } from "../clock.ts";
import { calendarById } from "./calendars.ts";
import { readTime, selection, zonedTimes } from "./calendar-events.ts";
import type { EventsQuery } from "./calendar-events.ts";
import { requireUsers } from "../contact-input.ts";
import { badRequest, notFound, unprocessable } from "../errors.ts";
import type { BlockedSlot } from "../models/calendars.ts";
import { compact, handle, param } from "../resource.ts";
import type { Call, Resource } from "../resource.ts";
import type { Store } from "../store.ts";

interface BlockBody { locationId: string; title?: string; calendarId?: string; assignedUserId?: string; startTime?: string; endTime?: string }

const HOUR = 3_600_000;

/** Time when a calendar or a user is unavailable. Deleted by DELETE /calendars/events/{eventId}. */
export const blockedSlots: Resource = {
  "GET /calendars/blocked-slots": handle<unknown, EventsQuery>(({ store, query }) => {
    const wanted = selection(store, query);
    return {
      events: store.blockedSlots.in(query.locationId).filter((slot) => !slot.deleted && wanted(slot)).sort((a, b) => a.startTime - b.startTime).map((slot) => listShape(store, slot)),
    };
  }),

  "POST /calendars/events/block-slots": handle<BlockBody>((call) => {
    const { store, clock, body } = call;
    if (!body.calendarId && !body.assignedUserId) throw unprocessable(["either calendarId or assignedUserId is required"]);
    const startTime = body.startTime === undefined ? clock.now() : readTime(body.startTime, "startTime");
    const now = clock.now();
    return flatShape(store, store.blockedSlots.put({
      id: store.random.id(), locationId: body.locationId, title: "", startTime, endTime: startTime + HOUR, deleted: false, dateAdded: now, dateUpdated: now, ...changes(call, startTime),
    }));
  }),

  "PUT /calendars/events/block-slots/{eventId}": handle<BlockBody>((call) => {
    const id = param(call, "eventId");
    const slot = call.store.blockedSlots.get(id);
    if (!slot || slot.deleted || slot.locationId !== call.body.locationId) throw notFound(`Block slot with id ${id} not found`);
    const owner = call.body.calendarId || call.body.assignedUserId ? { calendarId: undefined, assignedUserId: undefined } : {};
    return flatShape(call.store, call.store.blockedSlots.change(slot, { ...owner, ...changes(call, slot.startTime), dateUpdated: call.clock.now() }));
  }),
};

function changes(call: Call<BlockBody>, former: number): Partial<BlockedSlot> {
  const { calendarId, assignedUserId, title, startTime, endTime } = call.body;
  if (calendarId && assignedUserId) throw badRequest("Either calendarId or assignedUserId can be set, not both.");
  if (calendarId) calendarById(call, calendarId);
  if (assignedUserId) requireUsers(call.store, [assignedUserId]);
  const times: Partial<BlockedSlot> = {
    ...(startTime !== undefined && { startTime: readTime(startTime, "startTime") }),
    ...(endTime !== undefined && { endTime: readTime(endTime, "endTime") }),
  };
  if (times.endTime !== undefined && times.endTime <= (times.startTime ?? former)) throw unprocessable(["endTime must be after startTime"]);
  return compact({ calendarId, assignedUserId, title, ...times });
}

function flatShape(store: Store, slot: BlockedSlot): Record<string, unknown> {
  const { id, locationId, title, calendarId, assignedUserId } = slot;
  return compact({ id, locationId, title, ...zonedTimes(store, slot), calendarId, assignedUserId });
}

function listShape(store: Store, slot: BlockedSlot): Record<string, unknown> {
  return { ...flatShape(store, slot), deleted: false, dateAdded: iso(slot.dateAdded), dateUpdated: iso(slot.dateUpdated) };
}
