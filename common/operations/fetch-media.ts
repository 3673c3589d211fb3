import * as api from "../api/endpoints.ts";
import { HighLevelError } from "../api/http/errors.ts";
import { requiredId } from "../api/http/shape.ts";
import type { Endpoint, Fields } from "../core/types.ts";
import { deadlineOf } from "../input/deadline.ts";
import type { MediaRequest } from "../resources/call-media.ts";
import { action } from "./action.ts";

export interface FetchMediaSpec {
  /** What is fetched: "recording". */
  noun: string;
  endpoint: Endpoint;
  /** What the step returns; undefined while there is none. */
  read(request: MediaRequest): Promise<Fields | undefined>;
}

/**
 * The behavior of an action that fetches what a call may have: its recording, its transcription.
 * One request; one more for the message where there is none, so that a wrong ID is told from a call without it.
 * @throws HighLevelError where the call has none (yet), or there is no such message; ConfigurationError where that is no call
 */
export function fetchMedia({ noun, endpoint, read }: FetchMediaSpec) {
  return action({
    endpoints: [endpoint, api.getMessage],
    async run({ app, props, $ }) {
      const messageId = requiredId(props.messageId, "messageId");
      const found = await read({
        app, messageId, locationId: app.locationId(props.locationId), deadline: deadlineOf($), cachedLookup: (_name, _forMs, ask) => ask(),
      });
      if (!found) throw new HighLevelError(`The message ${messageId} has no ${noun}. HighLevel adds it some time after the call, if at all; try again later.`, "notFound");
      $.export("$summary", `Fetched the ${noun} of message ${messageId}`);
      return found;
    },
  });
}
