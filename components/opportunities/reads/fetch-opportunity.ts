import * as api from "../../../common/api/endpoints.ts";
import { dependsOn } from "../../../common/dropdowns/dropdown.ts";
import { opportunityId } from "../../../common/forms/opportunity-fields.ts";
import app from "../../../common/highlevel.app.ts";
import { fetchRecord } from "../../../common/operations/fetch.ts";
import { opportunities } from "../../../common/resources/opportunities.ts";
import { returnableFields } from "../../../common/resources/resource.ts";

export default {
  key: "highlevel_oauth-fetch-opportunity",
  name: "Fetch Opportunity",
  description: "Fetch an opportunity by its ID, with all of its fields. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/opportunities/get-opportunity)",
  version: "0.0.1",
  type: "action",
  annotations: {
    readOnlyHint: true,
    destructiveHint: false,
    idempotentHint: true,
    openWorldHint: true,
  },
  props: {
    app,
    opportunityId: { propDefinition: [app, "opportunityId", dependsOn("locationId")] },
    returnFields: { propDefinition: [app, "returnFields"], options: returnableFields(opportunities) },
    locationId: { propDefinition: [app, "locationId"] },
  },
  ...fetchRecord({ ...api.getOpportunity, resource: opportunities, envelope: "opportunity", ids: [opportunityId] }),
};
