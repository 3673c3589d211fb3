import { requireUsers } from "../contact-input.ts";
import { notFound } from "../errors.ts";
import type { CalendarNotification } from "../models/calendars-extras.ts";
import { compact, handle, param, slice } from "../resource.ts";
import type { Call, Resource } from "../resource.ts";
import { calendarById } from "./calendars.ts";

type NotificationBody = Partial<Omit<CalendarNotification, "id" | "calendarId">>;
type NewNotification = NotificationBody & Pick<CalendarNotification, "receiverType" | "channel" | "notificationType">;

interface ListQuery {
  isActive?: boolean;
  deleted?: boolean;
  limit?: number;
  skip?: number;
}

/**
 * Notifications of a calendar. Responses are bare lists and records with `_id`. Deleted ones are only marked; whether lists
 * include them by default is not documented, so here they do: the harder case for clients.
 */
export const calendarNotifications: Resource = {
  "GET /calendars/{calendarId}/notifications": handle<unknown, ListQuery>((call) => {
    const { isActive, deleted, limit = 100, skip } = call.query;
    const found = call.store.calendarNotifications.in(calendarId(call)).filter((notification) => (
      (isActive === undefined || notification.isActive === isActive) && (deleted === undefined || notification.deleted === deleted)));
    return slice(found, skip, limit).map(shape);
  }),

  "GET /calendars/{calendarId}/notifications/{notificationId}": (call) => shape(notificationOf(call)),

  "POST /calendars/{calendarId}/notifications": handle<NewNotification[]>((call) => {
    const { store, body } = call;
    const calendar = calendarId(call);
    for (const { selectedUsers } of body) checkUsers(call, selectedUsers);
    return body.map((notification) => shape(store.calendarNotifications.put({
      isActive: true, ...notification, id: store.random.hex(24), calendarId: calendar, deleted: false,
    })));
  }),

  "PUT /calendars/{calendarId}/notifications/{notificationId}": handle<NotificationBody>((call) => {
    checkUsers(call, call.body.selectedUsers);
    call.store.calendarNotifications.change(notificationOf(call), call.body);
    return { message: "Notification updated successfully" };
  }),

  "DELETE /calendars/{calendarId}/notifications/{notificationId}": (call) => {
    call.store.calendarNotifications.change(notificationOf(call), { deleted: true });
    return { message: "Notification deleted successfully" };
  },
};

/** Responses do not include the senders. */
function shape({ id, calendarId: _, fromAddress: _address, fromName: _name, fromNumber: _number, ...notification }: CalendarNotification): Record<string, unknown> {
  return compact({
    _id: id, additionalEmailIds: [], additionalPhoneNumbers: [], additionalWhatsappNumbers: [], afterTime: [], beforeTime: [], selectedUsers: [], ...notification,
  });
}

const calendarId = (call: Call): string => calendarById(call, param(call, "calendarId")).id;

function notificationOf(call: Call): CalendarNotification {
  const notification = call.store.calendarNotifications.get(param(call, "notificationId"));
  if (notification?.calendarId !== calendarId(call)) throw notFound(`Notification with id ${param(call, "notificationId")} not found`);
  return notification;
}

/** Besides user ids, one word stands for all admins. */
function checkUsers({ store }: Pick<Call, "store">, ids: string[] = []): void {
  requireUsers(store, ids.filter((id) => id !== "sub_account_admin"));
}
