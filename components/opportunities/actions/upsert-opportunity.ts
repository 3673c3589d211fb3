import { endpoint } from "../../../common/actions/action.ts";
import { locationId, renamed, required } from "../../../common/actions/fields.ts";
import { idOf, withForm } from "../../../common/actions/told.ts";
import app from "../../../common/highlevel.app.ts";
import { from } from "../../../common/props/dropdown.ts";
import { opportunityBody, opportunityForm, opportunityFields, pipelineFields, upsertable } from "../../../common/props/opportunity-fields.ts";
import { followerBody, followerForm, followerFields } from "../../../common/props/opportunity-followers.ts";
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
    ...pipelineFields,
    contactId: {
      propDefinition: [app, "contactId", from("locationId")],
      description: "The contact by whom the opportunity is recognised. Choose one, search by name, email or phone, or type an id. Fill in this, or Opportunity",
      optional: true,
    },
    opportunityId: {
      propDefinition: [app, "opportunityId", from("locationId")],
      description: "The opportunity to update, where you know it. Choose one, search by its name or its contact, or type an id",
      optional: true,
    },
    name: {
      type: "string",
      label: "Name",
      description: "The name of the opportunity",
      optional: true,
    },
    status: {
      propDefinition: [app, "opportunityStatus"],
      optional: true,
    },
    lostReasonId: {
      propDefinition: [app, "lostReasonId", from("locationId")],
      description: "Why it was lost; only with the status Lost. Choose one of the sub-account's reasons, or type an id",
      optional: true,
    },
    ...opportunityFields,
    ...followerFields,
    locationId: {
      propDefinition: [app, "locationId"],
    },
  },
  ...endpoint({
    method: "POST",
    path: "/opportunities/upsert",
    scope: "opportunities.write",
    form: { ...opportunityForm, ...followerForm },
    check: upsertable,
    body: [
      locationId, required("pipelineId", "Pipeline"), "pipelineStageId", "contactId", renamed("id", "opportunityId"),
      "name", "status", "lostReasonId", ...opportunityBody, ...followerBody,
    ],
    result: "opportunity",
    exports: ["new"],
    summary: (opportunity, props, answer) => `${answer.new ? "Created" : "Updated"} opportunity "${opportunities.label(withForm(opportunity, props))}" (${idOf(opportunity)})`,
  }),
};
