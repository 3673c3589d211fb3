import { endpoint, succeeded } from "../../../common/operations/action.ts";
import * as api from "../../../common/api/endpoints.ts";
import app from "../../../common/highlevel.app.ts";
import { dependsOn } from "../../../common/dropdowns/dropdown.ts";
import { opportunityId } from "../../../common/forms/opportunity-fields.ts";

export default {
  key: "highlevel_oauth-delete-opportunity",
  name: "Delete Opportunity",
  description: "Delete an opportunity. Its contact stays. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/opportunities/delete-opportunity)",
  version: "0.0.1",
  type: "action",
  annotations: {
    readOnlyHint: false,
    destructiveHint: true,
    idempotentHint: true,
    openWorldHint: true,
  },
  props: {
    app,
    opportunityId: {
      propDefinition: [app, "opportunityId", dependsOn("locationId")],
    },
    locationId: {
      propDefinition: [app, "locationId"],
    },
  },
  ...endpoint({
    ...api.deleteOpportunity,
    ids: [opportunityId],
    result: succeeded,
    summary: (_, { opportunityId }) => `Deleted opportunity ${opportunityId}`,
  }),
};
