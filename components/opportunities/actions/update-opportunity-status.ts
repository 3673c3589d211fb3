import { endpoint, succeeded } from "../../../common/operations/action.ts";
import { required } from "../../../common/input/fields.ts";
import * as api from "../../../common/api/endpoints.ts";
import app from "../../../common/highlevel.app.ts";
import { dependsOn } from "../../../common/dropdowns/dropdown.ts";
import { lostReasonFits, opportunityForm, opportunityId } from "../../../common/forms/opportunity-fields.ts";

export default {
  key: "highlevel_oauth-update-opportunity-status",
  name: "Update Opportunity Status",
  description: "Set whether an opportunity is open, won, lost (with the reason) or abandoned. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/opportunities/update-opportunity-status)",
  version: "0.0.1",
  type: "action",
  annotations: {
    readOnlyHint: false,
    destructiveHint: false,
    idempotentHint: true,
    openWorldHint: true,
  },
  props: {
    app,
    opportunityId: {
      propDefinition: [app, "opportunityId", dependsOn("locationId")],
    },
    status: {
      propDefinition: [app, "opportunityStatus"],
      description: "The new status of the opportunity",
    },
    lostReasonId: {
      propDefinition: [app, "lostReasonId", dependsOn("locationId")],
      description: "Why the opportunity was lost; only with the status Lost. Choose one of the sub-account's reasons, or type an ID",
      optional: true,
    },
    locationId: {
      propDefinition: [app, "locationId"],
    },
  },
  ...endpoint({
    ...api.updateOpportunityStatus,
    form: opportunityForm,
    ids: [opportunityId],
    rules: [lostReasonFits],
    body: [required("status"), "lostReasonId"],
    result: succeeded,
    summary: (_, { opportunityId, status }) => `Set opportunity ${opportunityId} to ${status}`,
  }),
};
