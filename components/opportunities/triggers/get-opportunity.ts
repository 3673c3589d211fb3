import * as api from "../../../common/api/endpoints.ts";
import app from "../../../common/highlevel.app.ts";
import { recordEventTypes } from "../../../common/polling/event-types.ts";
import { sampleEvent } from "../../../common/polling/poll.ts";
import { pollingProps } from "../../../common/input/polling-props.ts";
import { watchRecord } from "../../../common/polling/strategies/watch/watch-record.ts";
import { dependsOn } from "../../../common/dropdowns/dropdown.ts";
import { opportunities } from "../../../common/resources/opportunities.ts";
import { fieldNames } from "../../../common/resources/resource.ts";

export default {
  key: "highlevel_oauth-get-opportunity",
  name: "Get Opportunity",
  description: "Emit new event when the opportunity is changed, deleted or restored, with the names of the fields that changed. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/opportunities/get-opportunity)",
  version: "0.0.1",
  type: "source",
  dedupe: "unique",
  props: {
    app,
    ...pollingProps,
    opportunityId: {
      propDefinition: [app, "opportunityId", dependsOn("locationId")],
    },
    eventTypes: recordEventTypes(opportunities),
    watchFields: {
      propDefinition: [app, "watchFields"],
      options: fieldNames(opportunities),
    },
    locationId: {
      propDefinition: [app, "locationId"],
    },
    pollBudget: {
      propDefinition: [app, "pollBudget"],
    },
  },
  ...watchRecord({
    resource: opportunities,
    endpoint: api.getOpportunity,
    envelope: "opportunity",
    ids: ["opportunityId"],
  }),
  sampleEmit: sampleEvent(opportunities.sample, "updated", ["status"]),
};
