import * as api from "../api/endpoints.ts";
import type { ListRequest, Page } from "../api/pagination/paginate.ts";
import * as paginators from "../api/pagination/paginators.ts";
import { trimmed } from "../core/text/values.ts";
import type { Fields } from "../core/types.ts";
import { isDeleted } from "./calendar-events.ts";
import { defineResource } from "./resource.ts";

/** "reminder by email to contact: Your visit": a label for notifications, which have no name. */
function labelOf({ _id, id, notificationType, channel, receiverType, subject }: Fields): string {
  const what = [trimmed(notificationType), trimmed(channel) && `by ${trimmed(channel)}`, trimmed(receiverType) && `to ${trimmed(receiverType)}`].filter(Boolean).join(" ");
  return [what, trimmed(subject)].filter(Boolean).join(": ") || trimmed(_id ?? id);
}

export const notifications = defineResource({
  noun: "notification",
  label: labelOf,
  fields: ["templateId"],
  sample: {
    _id: "6578278e879ad2646715ba9c",
    receiverType: "contact",
    channel: "email",
    notificationType: "reminder",
    isActive: true,
    subject: "Your visit tomorrow",
    body: "We look forward to seeing you.",
    beforeTime: [{ timeOffset: 1, unit: "days" }],
    afterTime: [],
    additionalEmailIds: [],
    additionalPhoneNumbers: [],
    additionalWhatsappNumbers: [],
    selectedUsers: [],
    deleted: false,
  } as Fields,
});

/** The records of a response: a bare list, or one in an envelope. Undefined where there is no list. */
export function notificationsIn(data: Fields): Fields[] | undefined {
  const list: unknown = Array.isArray(data) ? data : data?.notifications;
  return Array.isArray(list) ? list : undefined;
}

/** The response is a bare list. @see https://marketplace.gohighlevel.com/docs/ghl/calendars/get-event-notification */
export const notificationsOfCalendar: ListRequest<Fields> = {
  ...api.getEventNotification,
  paginator: paginators.skip,
  items: (data) => notificationsIn(data) as Fields[], // paginate() rejects anything but a list
  pageSize: 100,
};

/** Pages without deleted notifications, which HighLevel may list. */
export async function* withoutDeleted(pages: AsyncGenerator<Page<Fields>>): AsyncGenerator<Page<Fields>> {
  for await (const page of pages) yield { ...page, items: page.items.filter((item) => !isDeleted(item)) };
}
