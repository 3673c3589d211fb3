import * as api from "../../../common/api/endpoints.ts";
import app from "../../../common/highlevel.app.ts";
import { eventTypesOf } from "../../../common/polling/event-types.ts";
import { incremental } from "../../../common/polling/strategies/incremental/incremental.ts";
import { sampleEvent } from "../../../common/polling/poll.ts";
import { pollingProps } from "../../../common/input/polling-props.ts";
import { conversationFilterForm, conversationFilterNames, conversationFilterProps, conversationFilterRules } from "../../../common/forms/conversation-filters.ts";
import { conversationKind, conversations, conversationSearch } from "../../../common/resources/conversations.ts";
import { readConversations } from "../../../common/polling/readers/conversations.ts";

const eventTypes = eventTypesOf(conversations, ["created", "inbound message", "outbound message", "activity"]);

export default {
  key: "highlevel_oauth-search-conversations",
  name: "Search Conversations",
  description: "Emit new event when a conversation that matches the search begins, a message comes in or goes out in it, or an activity (about an appointment, an opportunity, a payment and the like) or internal comment is added. Only the last of several between two polls is seen: **Get Messages by Conversation** tells each message. Changes without a message (read, assigned, starred) are not noticed: **Get Conversation** watches one conversation for them. Of more than 100 conversations that began in the same millisecond and had their last message in the same millisecond too, HighLevel shows 100: the trigger tells those, goes on, and ends one poll with an error that names the moment. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/conversations/search-conversation)",
  version: "0.0.1",
  type: "source",
  dedupe: "unique",
  props: {
    app,
    ...pollingProps,
    eventTypes,
    ...conversationFilterProps(app),
    locationId: {
      propDefinition: [app, "locationId"],
    },
    pollBudget: {
      propDefinition: [app, "pollBudget"],
    },
  },
  ...incremental({
    resource: conversations,
    endpoints: [conversationSearch, api.getLocation],
    resetOn: conversationFilterNames,
    eventTypes,
    form: conversationFilterForm,
    rules: conversationFilterRules,
    order: "asc",
    // HighLevel cannot sort by it.
    unordered: "created",
    cost: "1 request a poll, and one more for each further page of news. Where more than 100 conversations had their last message in the same millisecond (a bulk message), about 4 for each 100 of them.",
    kindOf: conversationKind,
    read: readConversations,
  }),
  sampleEmit: sampleEvent(conversations.sample, "created"),
};
