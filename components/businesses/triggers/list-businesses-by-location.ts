import app from "../../../common/highlevel.app.ts";
import { eventTypesOf } from "../../../common/polling/event-types.ts";
import { sampleEvent } from "../../../common/polling/poll.ts";
import { pollingProps } from "../../../common/input/polling-props.ts";
import { snapshot } from "../../../common/polling/strategies/snapshot/snapshot.ts";
import { businesses } from "../../../common/resources/businesses.ts";
import { businessesOfLocation } from "../../../common/resources/lookups.ts";

const eventTypes = eventTypesOf(businesses, ["created", "updated", "deleted"], { preset: ["created", "updated"] });

export default {
  key: "highlevel_oauth-list-businesses-by-location",
  name: "List Businesses by Location",
  description: "Emit new event when a business of the sub-account is created, updated or deleted. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/businesses/get-businesses-by-location)",
  version: "0.0.1",
  type: "source",
  dedupe: "unique",
  props: {
    app,
    ...pollingProps,
    eventTypes,
    locationId: {
      propDefinition: [app, "locationId"],
    },
    pollBudget: {
      propDefinition: [app, "pollBudget"],
    },
  },
  ...snapshot({
    resource: businesses,
    endpoints: [businessesOfLocation],
    resetOn: [],
    eventTypes,
    read: (poll, after) => poll.pages(businessesOfLocation, { query: { locationId: poll.locationId }, after }),
  }),
  sampleEmit: sampleEvent(businesses.sample, "created"),
};
