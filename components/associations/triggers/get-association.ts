import * as api from "../../../common/api/endpoints.ts";
import app from "../../../common/highlevel.app.ts";
import { recordEventTypes } from "../../../common/polling/event-types.ts";
import { sampleEvent } from "../../../common/polling/poll.ts";
import { pollingProps } from "../../../common/input/polling-props.ts";
import { watchRecord } from "../../../common/polling/strategies/watch/watch-record.ts";
import { dependsOn } from "../../../common/dropdowns/dropdown.ts";
import { associations } from "../../../common/resources/associations.ts";
import { fieldNames } from "../../../common/resources/resource.ts";

export default {
  key: "highlevel_oauth-get-association",
  name: "Get Association",
  description: "Emit new event when the association is changed, deleted or restored, with the names of the fields that changed. Needs the scope `associations.readonly`, which Pipedream's managed HighLevel app does not grant: connect your own OAuth client or a Private Integration Token. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/associations/get-association-by-ID)",
  version: "0.0.1",
  type: "source",
  dedupe: "unique",
  props: {
    app,
    ...pollingProps,
    associationId: {
      propDefinition: [app, "associationId", dependsOn("locationId")],
    },
    eventTypes: recordEventTypes(associations),
    watchFields: {
      propDefinition: [app, "watchFields"],
      options: fieldNames(associations),
    },
    locationId: {
      propDefinition: [app, "locationId"],
    },
    pollBudget: {
      propDefinition: [app, "pollBudget"],
    },
  },
  ...watchRecord({
    resource: associations,
    endpoint: api.getAssociationById,
    envelope: "association",
    ids: ["associationId"],
  }),
  sampleEmit: sampleEvent(associations.sample, "updated", ["firstObjectLabel"]),
};
