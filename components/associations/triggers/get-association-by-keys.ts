import app from "../../../common/highlevel.app.ts";
import { eventTypesOf } from "../../../common/polling/event-types.ts";
import { sampleEvent } from "../../../common/polling/poll.ts";
import { pollingProps } from "../../../common/input/polling-props.ts";
import { snapshot } from "../../../common/polling/strategies/snapshot/snapshot.ts";
import { dependsOn } from "../../../common/dropdowns/dropdown.ts";
import { associations, associationsOfObject } from "../../../common/resources/associations.ts";

const eventTypes = eventTypesOf(associations, ["created", "updated", "deleted"]);

export default {
  key: "highlevel_oauth-get-association-by-keys",
  name: "Get Association by Keys",
  description: "Emit new event when an association of the object (such as contact or custom_objects.pet) is created, updated or deleted. Needs the scope `associations.readonly`, which Pipedream's managed HighLevel app does not grant: connect your own OAuth client or a Private Integration Token. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/associations/get-association-by-object-keys)",
  version: "0.0.1",
  type: "source",
  dedupe: "unique",
  props: {
    app,
    ...pollingProps,
    objectKey: {
      propDefinition: [app, "objectKey", dependsOn("locationId")],
    },
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
    endpoints: [associationsOfObject],
    resetOn: ["objectKey"],
    eventTypes,
    read: (poll, after) => poll.pages(associationsOfObject, {
      pathParams: { objectKey: poll.source.objectKey },
      query: { locationId: poll.locationId },
      after,
    }),
  }),
  sampleEmit: sampleEvent(associations.sample, "created"),
};
