import { ConfigurationError } from "#platform";
import * as api from "../../../api/endpoints.ts";
import type { MediaRequest } from "../../../resources/call-media.ts";
import type { Endpoint, Fields } from "../../../core/types.ts";
import { eventTypesOf } from "../../event-types.ts";
import { watchValue } from "./watch-value.ts";

export interface WhenAvailableSpec {
  /** What is waited for: "recording". */
  noun: string;
  endpoint: Endpoint;
  /** The event's record; undefined while there is none. */
  read(request: MediaRequest): Promise<Fields | undefined>;
}

/** The only kind of event of {@link whenAvailable}. */
export const AVAILABLE = "available";

/**
 * Waits for something that a call does not have at once (recording, transcription), and emits it once.
 * Costs one request a poll while it is not there, and one an hour more, because the message is looked up too (a wrong id must be told); none after that.
 */
export function whenAvailable({ noun, endpoint, read }: WhenAvailableSpec) {
  return watchValue({
    noun,
    endpoints: [endpoint, api.getMessage],
    cost: "1 request a poll until it is there, and 1 more in an hour for the message itself; none after that.",
    resetOn: ["conversationId", "messageId"],
    eventTypes: eventTypesOf({ noun }, [AVAILABLE]),
    once: true,
    read: async (poll) => {
      const messageId = poll.text("messageId");
      if (!messageId) throw new ConfigurationError("The field Message is empty. Choose or type an ID.");
      const record = await read({
        app: poll.app,
        locationId: poll.locationId,
        messageId,
        // Asked for anew by each request: the machine's clock may be set between two of them.
        get deadline() {
          return poll.deadline;
        },
        cachedLookup: (...question) => poll.cachedLookup(...question),
      });
      return { value: record ? AVAILABLE : null, record: record ?? { messageId }, label: messageId };
    },
    kindOf: (before, now) => (before === null && now !== null ? AVAILABLE : undefined),
  });
}
