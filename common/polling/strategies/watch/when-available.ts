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
  /** The event's record; undefined until it is available. */
  read(request: MediaRequest): Promise<Fields | undefined>;
}

/** The only event type of {@link whenAvailable}. */
export const AVAILABLE = "available";

/**
 * Waits for something that a call gets later (recording, transcription), and emits it once. Costs one request a poll
 * until then, and one more an hour to look up the message, so that a wrong id is an error; none after that.
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
        // A getter, because the machine's clock may be set between two requests.
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
