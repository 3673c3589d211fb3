import app from "../../../common/highlevel.app.ts";
import { textsOf } from "../../../common/actions/values.ts";
import { incremental } from "../../../common/polling/incremental.ts";
import { sampleEvent } from "../../../common/polling/poll.ts";
import { pollingProps } from "../../../common/polling/props.ts";
import { from } from "../../../common/props/dropdown.ts";
import { messageTypes } from "../../../common/resources/message-types.ts";
import { messageKind, messageKinds, messages, messagesOfConversation, newMessages } from "../../../common/resources/messages.ts";

export default {
  key: "highlevel_oauth-get-messages-by-conversation",
  name: "Get Messages by Conversation",
  description: "Emit new event when a message comes in or goes out in the conversation. The text of emails is not included: **Get Email by ID** has it. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/conversations/get-messages)",
  version: "0.0.1",
  type: "source",
  dedupe: "unique",
  props: {
    app,
    ...pollingProps,
    locationId: {
      propDefinition: [app, "locationId"],
    },
    conversationId: {
      propDefinition: [app, "conversationId", from("locationId")],
    },
    kinds: {
      propDefinition: [app, "kinds"],
      options: [
        { label: "A message came in (inbound)", value: "inbound" },
        { label: "A message went out (outbound)", value: "outbound" },
        { label: "An entry without direction, about an appointment or payment for example (activity)", value: "activity" },
      ],
      default: ["inbound", "outbound"],
    },
    messageTypes: {
      type: "string[]",
      label: "Message Types",
      description: "Only messages of these types. Leave it empty for all",
      options: messageTypes,
      optional: true,
    },
  },
  ...incremental({
    resource: newMessages,
    endpoints: [messagesOfConversation],
    scope: ["conversationId", "messageTypes"],
    kinds: messageKinds,
    defaultKinds: ["inbound", "outbound"],
    order: "desc",
    kindOf: messageKind,
    read: (poll, { limit, after }) => poll.pages(messagesOfConversation, {
      pathParams: { conversationId: poll.source.conversationId },
      query: { type: textsOf(poll.source.messageTypes).join(",") || undefined },
      pageSize: limit,
      after,
    }),
  }),
  sampleEmit: sampleEvent(messages.sample, "inbound"),
};
