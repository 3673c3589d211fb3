import { badRequest } from "../errors.ts";
import type { CalendarGroup } from "../models/calendars.ts";
import { handle, param } from "../resource.ts";
import type { Call, Resource } from "../resource.ts";

type GroupBody = Pick<CalendarGroup, "name" | "description" | "slug">;

const SUCCESS = { success: true };

/** Groups of calendars. They have no timestamps. */
export const calendarGroups: Resource = {
  "GET /calendars/groups": handle<unknown, { locationId: string }>(({ store, query }) => ({ groups: store.calendarGroups.in(query.locationId) })),

  "POST /calendars/groups": handle<GroupBody & { locationId: string; isActive?: boolean }>(({ store, body }) => {
    requireSlug(body.slug, store.calendarGroups.in(body.locationId));
    return { group: store.calendarGroups.put({ id: store.random.id(), isActive: true, ...body }) };
  }),

  "POST /calendars/groups/validate-slug": handle<{ locationId: string; slug: string }>(({ store, body }) => ({
    available: store.calendarGroups.in(body.locationId).every(({ slug }) => slug !== body.slug),
  })),

  "PUT /calendars/groups/{groupId}": handle<GroupBody>((call) => {
    const group = groupOf(call);
    requireSlug(call.body.slug, call.store.calendarGroups.in(group.locationId).filter(({ id }) => id !== group.id));
    return { group: call.store.calendarGroups.change(group, call.body) };
  }),

  "PUT /calendars/groups/{groupId}/status": handle<{ isActive: boolean }>((call) => {
    call.store.calendarGroups.change(groupOf(call), { isActive: call.body.isActive });
    return SUCCESS;
  }),

  "DELETE /calendars/groups/{groupId}": (call) => {
    const { id, locationId } = groupOf(call);
    for (const calendar of call.store.calendars.in(locationId).filter(({ groupId }) => groupId === id)) call.store.calendars.change(calendar, { groupId: undefined });
    call.store.calendarGroups.delete(id);
    return SUCCESS;
  },
};

function groupOf({ store, auth, grant, params }: Pick<Call, "store" | "auth" | "grant" | "params">): CalendarGroup {
  const id = param({ params }, "groupId");
  const group = store.calendarGroups.get(id);
  if (!group) throw badRequest(`Group with id ${id} not found`);
  auth.requireLocation(grant, group.locationId);
  return group;
}

function requireSlug(slug: string, others: CalendarGroup[]): void {
  if (others.some((other) => other.slug === slug)) throw badRequest("The slug is already taken");
}
