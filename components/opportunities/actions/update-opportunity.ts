import { endpoint } from "../../../common/operations/action.ts";
import { duplicateOpportunity } from "../../../common/operations/duplicate-opportunity.ts";
import { withErrorHint } from "../../../common/operations/with-error-hint.ts";
import * as api from "../../../common/api/endpoints.ts";
import app from "../../../common/highlevel.app.ts";
import { dependsOn } from "../../../common/dropdowns/dropdown.ts";
import { opportunityBody, opportunityForm, opportunityCustomBody, opportunityCustomFields, opportunityFields, opportunityId, pipelineFields, opportunityName } from "../../../common/forms/opportunity-fields.ts";
import { opportunities } from "../../../common/resources/opportunities.ts";

export default {
  key: "highlevel_oauth-update-opportunity",
  name: "Update Opportunity",
  description: "Change an opportunity, or move it to another stage. What is left empty stays as it is; its contact cannot be changed. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/opportunities/update-opportunity)",
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
    name: opportunityName(true),
    pipelineId: {
      propDefinition: [app, "pipelineId", dependsOn("locationId")],
      description: "The pipeline to move the opportunity to; choose the stage too. Choose one, or type an ID",
      optional: true,
    },
    pipelineStageId: pipelineFields.pipelineStageId,
    status: {
      propDefinition: [app, "opportunityStatus"],
      description: "The new status. To give a lost reason, use **Update Opportunity Status**",
      optional: true,
    },
    ...opportunityFields,
    ...opportunityCustomFields,
    locationId: {
      propDefinition: [app, "locationId"],
    },
  },
  ...withErrorHint(endpoint({
    ...api.updateOpportunity,
    form: opportunityForm,
    ids: [opportunityId],
    body: ["pipelineId", "pipelineStageId", "name", "status", ...opportunityBody, ...opportunityCustomBody],
    result: "opportunity",
    summary: (opportunity, { opportunityId }) => `Updated opportunity "${opportunities.label({ ...opportunity, id: opportunityId })}" (${opportunityId})`,
  }), duplicateOpportunity),
};
