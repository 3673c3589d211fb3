import app from "../../../common/highlevel.app.ts";
import { eventTypesOf } from "../../../common/polling/event-types.ts";
import { sampleEvent } from "../../../common/polling/poll.ts";
import { pollingProps } from "../../../common/input/polling-props.ts";
import { snapshot } from "../../../common/polling/strategies/snapshot/snapshot.ts";
import { dependsOn } from "../../../common/dropdowns/dropdown.ts";
import { contactOfBusiness, contacts, contactsOfBusiness } from "../../../common/resources/contacts.ts";

const eventTypes = eventTypesOf(contacts, ["created", "updated", "deleted"], { preset: ["created"], says: { created: "A contact joins the company", updated: "A contact of the company is updated", deleted: "A contact leaves the company or is deleted" } });

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
      propDefinition: [app, "businessId", dependsOn("locationId")],
    },
    eventTypes,
    query: {
      type: "string",
      label: "Search Text",
      description: "Only contacts of the company that HighLevel's search finds for this text",
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
    resetOn: ["businessId", "query"],
    eventTypes,
    read: (poll, after) => poll.pages(contactsOfBusiness, {
      pathParams: { businessId: poll.source.businessId },
      query: { locationId: poll.locationId, query: poll.text("query") },
      after,
    }),
  }),
  sampleEmit: sampleEvent(contactOfBusiness, "created"),
};
