import app from "../../../common/highlevel.app.ts";
import { eventTypesOf } from "../../../common/polling/event-types.ts";
import { textsOf } from "../../../common/core/text/values.ts";
import { fanOut } from "../../../common/polling/strategies/fan-out/fan-out.ts";
import { sampleEvent } from "../../../common/polling/poll.ts";
import { pollingProps } from "../../../common/input/polling-props.ts";
import { refuseUnemittedTypes } from "../../../common/polling/readers/unemitted-types.ts";
import { dependsOn } from "../../../common/dropdowns/dropdown.ts";
import { conversations, conversationSearch } from "../../../common/resources/conversations.ts";
import { messageTypes } from "../../../common/resources/message-types.ts";
import { messageKey, messageKind, messages, messagesOfConversation } from "../../../common/resources/messages.ts";
import { formOf } from "../../../common/input/choices.ts";

const types = {
  type: "string[]",
  label: "Message Types",
  description: "Only messages of these types. Leave it empty for all. Activities and internal comments come only with the event `activity`",
  options: messageTypes,
  optional: true,
};

const eventTypes = eventTypesOf(messages, ["inbound", "outbound", "activity"], { preset: ["inbound", "outbound"] });

export default {
  key: "highlevel_oauth-get-messages-by-conversation",
  name: "Get Messages by Conversation",
  description: "Emit new event when a message comes in or goes out in a conversation, or in any conversation of the sub-account. Activities (about appointments, opportunities, payments and the like) and internal comments are no messages: they come only if you choose that event. Emails of a thread share a message, which comes again with each of them; their ids stand in `meta.email.messageIds`, and **Get Email by ID** has their text. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/conversations/get-messages)",
  version: "0.0.1",
  type: "source",
  dedupe: "unique",
  props: {
    app,
    ...pollingProps,
    conversationId: {
      propDefinition: [app, "conversationId", dependsOn("locationId")],
      description: "Only messages of this conversation (1 request per poll). Choose one, search by the contact's name, email or phone, or type an ID. Leave it empty for the messages of all the sub-account's conversations; a poll then costs 1 request, plus 1 for each conversation with news",
      optional: true,
    },
    eventTypes,
    messageTypes: types,
    locationId: {
      propDefinition: [app, "locationId"],
    },
    pollBudget: {
      propDefinition: [app, "pollBudget"],
    },
  },
  ...fanOut({
    parents: conversations,
    children: messages,
    endpoints: [messagesOfConversation, conversationSearch],
    resetOn: ["conversationId", "messageTypes"],
    eventTypes,
    form: formOf({ messageTypes: types }),
    kindOf: messageKind,
    keyOf: messageKey,
    cost: "1 request a poll, and with a conversation chosen 1 for each further 100 new messages. Of all conversations: 1 for each 100 that got messages, and 1 for each of them and each further 100 of its new messages; in the quarter hour after its last message a conversation is read up to 5 times more, for messages that become visible late. Where more than 100 conversations had their last message in the same millisecond (a bulk message), about 4 for each 100 of them in each poll until all are told.",
    async* readParents(poll, from) {
      refuseUnemittedTypes(poll, "Message Types", textsOf(poll.source.messageTypes));
      const conversationId = poll.text("conversationId");
      if (conversationId) {
        yield { items: [{ id: conversationId }], now: poll.startedAt };
        return;
      }
      const query = { locationId: poll.locationId, sortBy: "last_message_date", sort: from === undefined ? "desc" : "asc" };
      // The search continues after a time, so a reading can start anywhere.
      const after = from === undefined ? undefined : { startAfterDate: from - 1 };
      for await (const page of poll.pages(conversationSearch, { query, after })) {
        // A conversation without a time has no message either.
        yield { ...page, items: page.items.filter((conversation) => conversations.updatedAt(conversation) !== undefined) };
      }
    },
    readChildren: (poll, conversationId, after) => poll.pages(messagesOfConversation, {
      pathParams: { conversationId },
      query: { type: textsOf(poll.source.messageTypes).join(",") || undefined },
      after,
    }),
  }),
  sampleEmit: sampleEvent(messages.sample, "inbound"),
};
