import { ConfigurationError } from "#platform";
import { isActivity, messageTypeLabel } from "../../resources/message-types.ts";
import type { Poll } from "../poll.ts";

/**
 * Refuses a choice of message types that would silence the trigger for ever: activities and internal comments come only
 * with an event of their own.
 * @param field the label of the field with the types
 * @param types the chosen ones; none means all
 * @param events those by which activities are told
 * @throws ConfigurationError that names the field and the types
 */
export function refuseUnemittedTypes({ eventTypes }: Poll, field: string, types: string[], events = ["activity"]): void {
  if (types.length === 0 || !types.every(isActivity) || events.some((event) => eventTypes.has(event))) return;
  const chosen = types.map((type) => `"${messageTypeLabel(type)}"`).join(", ");
  throw new ConfigurationError(`${field}: nothing would ever be emitted for ${chosen} alone. Activities and internal comments need the event "activity": choose it in Events, or choose other types.`);
}
