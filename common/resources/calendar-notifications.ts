import * as api from "../api/endpoints.ts";
import type { ListRequest, Page } from "../api/pagination/paginate.ts";
import * as paginators from "../api/pagination/paginators.ts";
import type { Fields } from "../core/types.ts";
import { isDeleted } from "./calendar-events.ts";
import { defineResource } from "./resource.ts";

const text = (value: unknown) => (typeof value === "string" ? value.trim() : "");

/** "reminder by email to contact: Your visit": what a person tells notifications apart by, since they have no name. */
function labelOf({ _id, id, notificationType, channel, receiverType, subject }: Fields): string {
  const what = [text(notificationType), text(channel) && `by ${text(channel)}`, text(receiverType) && `to ${text(receiverType)}`].filter(Boolean).join(" ");
  return [what, text(subject)].filter(Boolean).join(": ") || text(_id ?? id);
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

/** The records of an answer, which is a list as it is; in an envelope too. Undefined where there is no list. */
export function notificationsIn(data: Fields): Fields[] | undefined {
  const list: unknown = Array.isArray(data) ? data : data?.notifications;
  return Array.isArray(list) ? list : undefined;
}

/** Answers with a bare list. @see https://marketplace.gohighlevel.com/docs/ghl/calendars/get-event-notification */
export const notificationsOfCalendar: ListRequest<Fields> = {
  ...api.getEventNotification,
  paginator: paginators.skip,
  items: (data) => notificationsIn(data) as Fields[], // what is no list is refused by the reader
  pageSize: 100,
};

/** Pages without the notifications that are marked as deleted: HighLevel may list them. */
export async function* withoutDeleted(pages: AsyncGenerator<Page<Fields>>): AsyncGenerator<Page<Fields>> {
  for await (const page of pages) yield { ...page, items: page.items.filter((item) => !isDeleted(item)) };
}
