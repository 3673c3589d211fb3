import app from "../../../common/highlevel.app.ts";
import { eventTypesOf } from "../../../common/polling/event-types.ts";
import { sampleEvent } from "../../../common/polling/poll.ts";
import { pollingProps } from "../../../common/input/polling-props.ts";
import { snapshot } from "../../../common/polling/strategies/snapshot/snapshot.ts";
import { associations, associationsOfLocation } from "../../../common/resources/associations.ts";

const eventTypes = eventTypesOf(associations, ["created", "updated", "deleted"]);

export default {
  key: "highlevel_oauth-find-associations",
  name: "Find Associations",
  description: "Emit new event when an association of the sub-account is created, updated or deleted. Needs the scope `associations.readonly`, which Pipedream's managed HighLevel app does not grant: connect your own OAuth client or a Private Integration Token. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/associations/find-associations)",
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
    resource: associations,
    endpoints: [associationsOfLocation],
    resetOn: [],
    eventTypes,
    read: (poll, after) => poll.pages(associationsOfLocation, { query: { locationId: poll.locationId }, after }),
  }),
  sampleEmit: sampleEvent(associations.sample, "created"),
};
