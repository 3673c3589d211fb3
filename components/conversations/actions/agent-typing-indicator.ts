import { endpoint, succeeded } from "../../../common/operations/action.ts";
import { locationId, required, withDefault } from "../../../common/input/fields.ts";
import * as api from "../../../common/api/endpoints.ts";
import app from "../../../common/highlevel.app.ts";
import { dependsOn } from "../../../common/dropdowns/dropdown.ts";

export default {
  key: "highlevel_oauth-agent-typing-indicator",
  name: "Agent Typing Indicator",
  description: "Show the visitor of a live chat that somebody is typing, or that they stopped. Needs the scope `conversations/livechat.write`, which Pipedream's managed HighLevel app does not grant: connect your own OAuth client or a Private Integration Token. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/conversations/live-chat-agent-typing)",
  version: "0.0.1",
  type: "action",
  annotations: {
    readOnlyHint: false,
    destructiveHint: false,
    idempotentHint: true,
    openWorldHint: true,
  },
  props: {
    app,
    conversationId: {
      propDefinition: [app, "conversationId", dependsOn("locationId")],
    },
    visitorId: {
      type: "string",
      label: "Visitor ID",
      description: "The id that the live chat gave the visitor",
    },
    isTyping: {
      type: "boolean",
      label: "Is Typing",
      description: "Show (true) or hide (false) that someone is typing",
      optional: true,
      default: true,
    },
    locationId: {
      propDefinition: [app, "locationId"],
    },
  },
  ...endpoint({
    ...api.liveChatAgentTyping,
    body: [locationId, withDefault("isTyping", true), required("visitorId"), required("conversationId")],
    result: succeeded,
    summary: (_, { conversationId, isTyping }) => `${isTyping === false ? "Took the typing sign away in" : "Showed the typing sign in"} conversation ${conversationId}`,
  }),
};
