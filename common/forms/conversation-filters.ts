import { isEmpty, textsOf } from "../core/text/values.ts";
import { lastMessageTypes } from "../resources/message-types.ts";
import { isZoneless, momentOf } from "../core/time.ts";
import { formOf } from "../input/choices.ts";
import type { Rule } from "../input/rules.ts";
import type { Fields } from "../core/types.ts";
import { dependsOn } from "../dropdowns/dropdown.ts";

const users = (app: unknown, label: string, description: string) => ({
  propDefinition: [app, "userId", dependsOn("locationId")], type: "string[]", label, description, optional: true,
});
const optional = (type: string, label: string, description: string) => ({ type, label, description, optional: true });

/**
 * Spread into an operation: everything the search for conversations can be narrowed by.
 * @param zoneCost what it costs to learn the sub-account's time zone
 */
export function conversationFilterProps(app: unknown, zoneCost = "one more request per hour"): Fields {
  return {
    query: optional("string", "Search Text", "Only conversations that HighLevel's search finds for this text, such as a name, an email or a phone number"),
    contactId: {
      propDefinition: [app, "contactId", dependsOn("locationId")],
      description: "Only the conversation with this contact. Choose one, search by name, email or phone, or type an ID",
      optional: true,
    },
    assignedTo: users(app, "Assigned To", "Only conversations assigned to one of these users. Choose them, or type IDs; type `unassigned` for those assigned to no one"),
    followers: users(app, "Followers", "Only conversations followed by one of these users. Choose them, or type IDs"),
    mentions: users(app, "Mentions", "Only conversations that mention one of these users. Choose them, or type IDs"),
    status: {
      ...optional("string", "Status", "Only conversations with this status"),
      options: ["all", "read", "unread", "starred", "recents"],
    },
    lastMessageType: {
      ...optional("string", "Type of the Last Message", "Only conversations whose last message is of this type"),
      options: lastMessageTypes,
    },
    lastMessageDirection: {
      ...optional("string", "Direction of the Last Message", "Only conversations whose last message came in (inbound) or went out (outbound). HighLevel counts most activities and internal comments as outbound"),
      options: ["inbound", "outbound"],
    },
    lastMessageAction: {
      ...optional("string", "Last Message Sent By", "Only conversations whose last outgoing message was sent by a workflow or campaign (automated) or by a user (manual)"),
      options: ["automated", "manual"],
    },
    createdAfter: optional("string", "Created After", `Only conversations that began at this time or later, such as \`2026-01-01\` or \`2026-01-01T09:00:00-05:00\`. Without an offset, the time is in the sub-account's time zone (${zoneCost})`),
    createdBefore: optional("string", "Created Before", `Only conversations that began at this time or earlier, such as \`2026-03-31\`, which includes that day, or \`2026-03-31T18:00:00-04:00\`. Without an offset, the time is in the sub-account's time zone (${zoneCost})`),
    scoreProfile: optional("string", "Score Profile", "The id of a score profile, to filter conversations by their score in it"),
    scoreProfileMin: optional("integer", "Lowest Score", "Only conversations with at least this score in the score profile"),
    scoreProfileMax: optional("integer", "Highest Score", "Only conversations with at most this score in the score profile"),
  };
}

/** Names of the props that {@link conversationFilterProps} makes. */
export const conversationFilterNames = Object.keys(conversationFilterProps(undefined));

export const conversationFilterForm = formOf(conversationFilterProps(undefined));

/** Scores are those of a profile. */
export const conversationFilterRules: Rule[] = ["scoreProfileMin", "scoreProfileMax"].map((field) => ({
  fields: ["scoreProfile"], filled: "any", when: [{ field }], why: "Lowest Score and Highest Score go with a profile.",
}));

/**
 * The filters of a form as query parameters; times in epoch ms.
 * @param zoneOf asks for the sub-account's time zone; needed where a time has no offset
 * @throws ConfigurationError that names the field
 */
export async function conversationFilters(props: Fields, zoneOf: () => Promise<string>): Promise<Fields> {
  const { query, contactId, status, lastMessageType, lastMessageDirection, lastMessageAction, scoreProfile, scoreProfileMin, scoreProfileMax } = props;
  const isZoned = [props.createdAfter, props.createdBefore].some((value) => !isEmpty(value) && isZoneless(String(value)));
  const timeZone = isZoned ? await zoneOf() : undefined;
  const time = (value: unknown, label: string, isLast: boolean) => (isEmpty(value) ? undefined : momentOf(value, label, isLast, timeZone));
  const filters: Fields = {
    query, contactId, status, lastMessageType, lastMessageDirection, lastMessageAction, scoreProfile, scoreProfileMin, scoreProfileMax,
    assignedTo: textsOf(props.assignedTo).join(","),
    followers: textsOf(props.followers).join(","),
    mentions: textsOf(props.mentions).join(","),
    startDate: time(props.createdAfter, "Created After", false),
    endDate: time(props.createdBefore, "Created Before", true),
  };
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => !isEmpty(value)));
}
