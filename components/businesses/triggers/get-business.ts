import * as api from "../../../common/api/endpoints.ts";
import app from "../../../common/highlevel.app.ts";
import { recordEventTypes } from "../../../common/polling/event-types.ts";
import { sampleEvent } from "../../../common/polling/poll.ts";
import { pollingProps } from "../../../common/input/polling-props.ts";
import { watchRecord } from "../../../common/polling/strategies/watch/watch-record.ts";
import { dependsOn } from "../../../common/dropdowns/dropdown.ts";
import { businessEnvelope, businesses } from "../../../common/resources/businesses.ts";
import { fieldNames } from "../../../common/resources/resource.ts";

export default {
  key: "highlevel_oauth-get-business",
  name: "Get Business",
  description: "Emit new event when the business is changed, deleted or restored, with the names of the fields that changed. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/businesses/get-business)",
  version: "0.1.0",
  type: "source",
  dedupe: "unique",
  props: {
    app,
    ...pollingProps,
    businessId: {
      propDefinition: [app, "businessId", dependsOn("locationId")],
    },
    eventTypes: recordEventTypes(businesses),
    watchFields: {
      propDefinition: [app, "watchFields"],
      options: fieldNames(businesses),
    },
    locationId: {
      propDefinition: [app, "locationId"],
    },
    pollBudget: {
      propDefinition: [app, "pollBudget"],
    },
  },
  ...watchRecord({
    resource: businesses,
    endpoint: api.getBusiness,
    envelope: businessEnvelope,
    ids: ["businessId"],
  }),
  sampleEmit: sampleEvent(businesses.sample, "updated", ["phone"]),
};
