import app from "../../../common/highlevel.app.ts";
import { sampleEvent } from "../../../common/polling/poll.ts";
import { pollingProps } from "../../../common/polling/props.ts";
import { snapshot } from "../../../common/polling/snapshot.ts";
import { from } from "../../../common/props/dropdown.ts";
import { contactOfBusiness, contacts, contactsOfBusiness } from "../../../common/resources/contacts.ts";
import { formOf } from "../../../common/text/choices.ts";

const kinds = {
  propDefinition: [app, "kinds"],
  options: [
    { label: "A contact joined (created)", value: "created" },
    { label: "A contact changed (updated)", value: "updated" },
    { label: "A contact left or was deleted (deleted)", value: "deleted" },
  ],
  default: ["created"],
};

export default {
  key: "highlevel_oauth-get-contacts-by-business",
  name: "Get Contacts by Business",
  description: "Emit new event when a contact joins the business, changes, or leaves it. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/contacts/get-contacts-by-businessId)",
  version: "0.0.1",
  type: "source",
  dedupe: "unique",
  props: {
    app,
    ...pollingProps,
    businessId: {
      propDefinition: [app, "businessId", from("locationId")],
    },
    kinds,
    query: {
      type: "string",
      label: "Search Text",
      description: "Only contacts of the business that HighLevel finds for this text",
      optional: true,
    },
    locationId: {
      propDefinition: [app, "locationId"],
    },
    pollBudget: {
      propDefinition: [app, "pollBudget"],
    },
  },
  ...snapshot({
    resource: contacts,
    endpoints: [contactsOfBusiness],
    scope: ["businessId", "query"],
    kinds: ["created", "updated", "deleted"],
    form: formOf({ kinds }),
    defaultKinds: ["created"],
    read: (poll, after) => poll.pages(contactsOfBusiness, {
      pathParams: { businessId: poll.source.businessId },
      query: { locationId: poll.locationId, query: poll.text("query") },
      after,
    }),
  }),
  sampleEmit: sampleEvent(contactOfBusiness, "created"),
};
