import { emailAddress } from "../../../common/input/checks.ts";
import app from "../../../common/highlevel.app.ts";
import { eventTypesOf } from "../../../common/polling/event-types.ts";
import { sampleEvent } from "../../../common/polling/poll.ts";
import { pollingProps } from "../../../common/input/polling-props.ts";
import { snapshot } from "../../../common/polling/strategies/snapshot/snapshot.ts";
import { locations, locationSearch } from "../../../common/resources/locations.ts";

const eventTypes = eventTypesOf(locations, ["created", "updated", "deleted"]);

export default {
  key: "highlevel_oauth-list-locations",
  name: "List Locations",
  description: "Emit new event when a sub-account (location) of the agency is created, changed or deleted. With a sub-account's token only that one is watched; for all of them connect the agency. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/locations/search-locations)",
  version: "0.0.1",
  type: "source",
  dedupe: "unique",
  props: {
    app,
    ...pollingProps,
    email: {
      type: "string",
      label: "Email",
      description: "Only sub-accounts with this email address",
      optional: true,
    },
    eventTypes,
    companyId: {
      propDefinition: [app, "companyId"],
    },
    pollBudget: {
      propDefinition: [app, "pollBudget"],
    },
  },
  ...snapshot({
    resource: locations,
    endpoints: [locationSearch],
    resetOn: ["companyId", "email"],
    eventTypes,
    // Oldest first: what is added while the pages are read comes last and does not move them.
    read: (poll, after) => {
      const email = poll.text("email");
      return poll.pages(locationSearch, {
        query: { companyId: poll.text("companyId") ?? poll.app.$auth.companyId, email: email && emailAddress(email, "Email"), order: "asc" },
        after,
      });
    },
  }),
  sampleEmit: sampleEvent(locations.sample, "created"),
};
