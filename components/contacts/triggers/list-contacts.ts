import app from "../../../common/highlevel.app.ts";
import { eventTypesOf } from "../../../common/polling/event-types.ts";
import { incremental } from "../../../common/polling/strategies/incremental/incremental.ts";
import { sampleEvent } from "../../../common/polling/poll.ts";
import { pollingProps } from "../../../common/input/polling-props.ts";
import { contactList, contacts, listedContact } from "../../../common/resources/contacts.ts";

const eventTypes = eventTypesOf(contacts, ["created"]);

export default {
  key: "highlevel_oauth-list-contacts",
  name: "List Contacts (Deprecated)",
  description: "Emit new event when a contact is created. HighLevel has deprecated this endpoint: prefer **Search Contacts**, which also notices updates. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/contacts/get-contacts)",
  version: "0.0.1",
  type: "source",
  dedupe: "unique",
  props: {
    app,
    ...pollingProps,
    query: {
      type: "string",
      label: "Search Text",
      description: "Only contacts that HighLevel's search finds for this text",
      optional: true,
    },
    locationId: {
      propDefinition: [app, "locationId"],
    },
    pollBudget: {
      propDefinition: [app, "pollBudget"],
    },
  },
  ...incremental({
    resource: contacts,
    endpoints: [contactList],
    resetOn: ["query"],
    eventTypes,
    order: "desc",
    read: (poll, { limit, after }) => poll.pages(contactList, {
      query: { locationId: poll.locationId, query: poll.text("query") },
      pageSize: limit,
      after,
    }),
  }),
  sampleEmit: sampleEvent(listedContact, "created"),
};
