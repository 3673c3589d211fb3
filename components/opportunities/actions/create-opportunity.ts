import { endpoint } from "../../../common/operations/action.ts";
import { duplicateOpportunity } from "../../../common/operations/duplicate-opportunity.ts";
import { withErrorHint } from "../../../common/operations/with-error-hint.ts";
import { locationId, required, withDefault } from "../../../common/input/fields.ts";
import { idOf, withForm } from "../../../common/operations/summary.ts";
import * as api from "../../../common/api/endpoints.ts";
import app from "../../../common/highlevel.app.ts";
import { dependsOn } from "../../../common/dropdowns/dropdown.ts";
import { opportunityBody, opportunityForm, opportunityCustomBody, opportunityCustomFields, opportunityFields, pipelineFields, opportunityName } from "../../../common/forms/opportunity-fields.ts";
import { opportunities } from "../../../common/resources/opportunities.ts";

export default {
  key: "highlevel_oauth-create-opportunity",
  name: "Create Opportunity",
  description: "Create an opportunity for a contact, in a stage of a pipeline. If there may be one already, use **Upsert Opportunity**. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/opportunities/create-opportunity)",
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
      description: "The contact the opportunity belongs to. Choose one, search by name, email or phone, or type an ID",
    },
    name: opportunityName(false),
    ...pipelineFields,
    status: {
      propDefinition: [app, "opportunityStatus"],
      description: "The status of the opportunity",
      default: "open",
      optional: true,
    },
    ...opportunityFields,
    source: {
      type: "string",
      label: "Source",
      description: "Where the opportunity came from, such as `Website form`",
      optional: true,
    },
    ...opportunityCustomFields,
    locationId: {
      propDefinition: [app, "locationId"],
    },
  },
  ...withErrorHint(endpoint({
    ...api.createOpportunity,
    form: opportunityForm,
    body: [
      locationId, required("pipelineId"), "pipelineStageId", required("name"), required("contactId"),
      withDefault("status", "open"), ...opportunityBody, "source", ...opportunityCustomBody,
    ],
    result: "opportunity",
    summary: (opportunity, props) => `Created opportunity "${opportunities.label(withForm(opportunity, props))}" (${idOf(opportunity)})`,
  }), duplicateOpportunity),
};
