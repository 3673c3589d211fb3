import * as api from "../api/endpoints.ts";
import type { ListRequest } from "../api/pagination/paginate.ts";
import * as paginators from "../api/pagination/paginators.ts";
import { toMs } from "../core/time.ts";
import type { Fields } from "../core/types.ts";
import { messageKind } from "./messages.ts";
import { defineResource } from "./resource.ts";

/**
 * In searches, a conversation has names, and times in ms; a single one has neither name nor creation time, and its times are
 * in seconds and nanoseconds. The search sorts by the last message; the other times do not affect the order.
 */
export const conversations = defineResource({
  noun: "conversation",
  label: ({ fullName, contactName, email, phone, contactId, id }) => String(fullName || contactName || email || phone || contactId || id),
  updatedAt: ({ lastMessageDate }) => toMs(lastMessageDate),
  volatile: ["traceId", "sort"],
  sample: {
    id: "tDtDnQdgm2LXpyiqYvZ6",
    contactId: "ocQHyuzHvysMo5N5VsXc",
    locationId: "C2QujeCh8ZnC7al2InWR",
    fullName: "Maya Ellison",
    contactName: "Maya Ellison",
    email: "maya.ellison@example.com",
    phone: "+12025550143",
    type: "TYPE_PHONE",
    unreadCount: 1,
    lastMessageBody: "Can we move it to Thursday?",
    lastMessageType: "TYPE_SMS",
    lastMessageDirection: "inbound",
    lastMessageDate: 1768469321000,
    tags: ["newsletter"],
    followers: [],
    starred: false,
    inbox: true,
    deleted: false,
    dateAdded: 1768383000000,
    dateUpdated: 1768469321000,
  } as Fields,
});

/** As in `GET /conversations/{id}`: numbers where the search has names. */
const single: Fields = {
  id: "tDtDnQdgm2LXpyiqYvZ6",
  contactId: "ocQHyuzHvysMo5N5VsXc",
  locationId: "C2QujeCh8ZnC7al2InWR",
  type: 1,
  inbox: true,
  unreadCount: 1,
  starred: false,
  deleted: false,
  assignedTo: "YlWd2wuCAZQzh2cH1fVZ",
  followers: [],
  lastMessageBody: "Can we move it to Thursday?",
  lastMessageType: 2,
  lastMessageDirection: "inbound",
  lastMessageDate: { seconds: 1768469321, nanoseconds: 0 },
};

export const singleConversations = { ...conversations, sample: single };

/** HighLevel's type of the last message where there is none; some responses then omit the type. */
const NO_MESSAGE = "TYPE_NO_SHOW";

/**
 * What updated a conversation: a message in one of the two directions, or an activity.
 * @param wanted kinds the user chose; without "created", a new conversation counts as its first message
 */
export function conversationKind({ lastMessageDirection, lastMessageType }: Fields, kind: "created" | "updated", _: number, wanted: ReadonlySet<string>): string {
  const isEmpty = lastMessageType ? lastMessageType === NO_MESSAGE : !lastMessageDirection;
  if (kind === "created" && (wanted.has(kind) || isEmpty)) return kind;
  const moved = messageKind({ messageType: lastMessageType, direction: lastMessageDirection });
  return moved === "activity" ? moved : `${moved} message`;
}

/** Sorted by the last message. @see https://marketplace.gohighlevel.com/docs/ghl/conversations/search-conversation */
export const conversationSearch: ListRequest<Fields> = {
  ...api.searchConversation, paginator: paginators.startAfterDate, items: "conversations", pageSize: 100,
};

/** What the search can sort by and page on: times. It also sorts by scores and due dates, behind which no page can begin. */
export const conversationSortFields = [
  { label: "Last message", value: "last_message_date" },
  { label: "Last message sent by hand", value: "last_manual_message_date" },
];
