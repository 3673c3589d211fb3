import { endpoint } from "../../../common/operations/action.ts";
import { locationId, renamed, required } from "../../../common/input/fields.ts";
import { thenCustomFields } from "../../../common/operations/then-custom-fields.ts";
import { idOf, withForm } from "../../../common/operations/summary.ts";
import * as api from "../../../common/api/endpoints.ts";
import app from "../../../common/highlevel.app.ts";
import { dependsOn } from "../../../common/dropdowns/dropdown.ts";
import { lostReasonFits, opportunityBody, opportunityCustomFields, opportunityFields, opportunityForm, opportunityName, pipelineFields, recognizable } from "../../../common/forms/opportunity-fields.ts";
import { followerBody, followerForm, followerFields } from "../../../common/forms/opportunity-followers.ts";
import { opportunities } from "../../../common/resources/opportunities.ts";

export default {
  key: "highlevel_oauth-upsert-opportunity",
  name: "Upsert Opportunity",
  description: "Update the opportunity that the contact has in the pipeline, or create it if there is none. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/opportunities/upsert-opportunity)",
  version: "0.0.1",
  type: "action",
  annotations: {
    readOnlyHint: false,
    destructiveHint: false,
    idempotentHint: false,
    openWorldHint: true,
  },
  props: {
    app,
    contactId: {
      propDefinition: [app, "contactId", dependsOn("locationId")],
      description: "The contact whose opportunity is updated or created. Choose one, search by name, email or phone, or type an ID. Fill in this or Opportunity",
      optional: true,
    },
    opportunityId: {
      propDefinition: [app, "opportunityId", dependsOn("locationId")],
      description: "The opportunity to update, if you know it. Choose one, search by its name or its contact, or type an ID",
      optional: true,
    },
    name: opportunityName(true),
    pipelineId: {
      propDefinition: [app, "pipelineId", dependsOn("locationId")],
      description: "The pipeline in which HighLevel looks for the contact's opportunity. Choose one, or type an ID",
    },
    pipelineStageId: pipelineFields.pipelineStageId,
    status: {
      propDefinition: [app, "opportunityStatus"],
      description: "The status of the opportunity",
      optional: true,
    },
    lostReasonId: {
      propDefinition: [app, "lostReasonId", dependsOn("locationId")],
      description: "Why the opportunity was lost; only with the status Lost. Choose one of the sub-account's reasons, or type an ID",
      optional: true,
    },
    ...opportunityFields,
    ...followerFields,
    ...opportunityCustomFields,
    locationId: {
      propDefinition: [app, "locationId"],
    },
  },
  ...thenCustomFields(endpoint({
    ...api.upsertOpportunity,
    form: { ...opportunityForm, ...followerForm },
    rules: [recognizable, lostReasonFits],
    body: [
      locationId, required("pipelineId"), "pipelineStageId", "contactId", renamed("id", "opportunityId"),
      "name", "status", "lostReasonId", ...opportunityBody, ...followerBody,
    ],
    result: "opportunity",
    exports: ["new"],
    summary: (opportunity, props, answer) => `${answer.new ? "Created" : "Updated"} opportunity "${opportunities.label(withForm(opportunity, props))}" (${idOf(opportunity)})`,
  })),
};
