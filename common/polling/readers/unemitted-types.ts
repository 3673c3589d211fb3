import { ConfigurationError } from "#platform";
import { isActivity, messageTypeLabel } from "../../resources/message-types.ts";
import type { Poll } from "../poll.ts";

/**
 * Refuses message types for which the trigger would never emit: activities and internal comments have an event type of
 * their own.
 * @param field the label of the field with the types
 * @param types the chosen ones; none means all
 * @param events the event types that include activities
 * @throws ConfigurationError that names the field and the types
 */
export function refuseUnemittedTypes({ eventTypes }: Poll, field: string, types: string[], events = ["activity"]): void {
  if (types.length === 0 || !types.every(isActivity) || events.some((event) => eventTypes.has(event))) return;
  const chosen = types.map((type) => `"${messageTypeLabel(type)}"`).join(", ");
  throw new ConfigurationError(`${field}: nothing would ever be emitted for ${chosen} alone. Activities and internal comments need the event "activity": choose it in Events, or choose other types.`);
}
