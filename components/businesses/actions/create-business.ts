import { endpoint } from "../../../common/operations/action.ts";
import { withErrorHint } from "../../../common/operations/with-error-hint.ts";
import { locationId, required } from "../../../common/input/fields.ts";
import { refusedPhone } from "../../../common/operations/refused-phone.ts";
import { idOf, withForm } from "../../../common/operations/summary.ts";
import * as api from "../../../common/api/endpoints.ts";
import app from "../../../common/highlevel.app.ts";
import { businessBody, businessForm, businessFields } from "../../../common/forms/business-fields.ts";
import { businessEnvelope, businesses } from "../../../common/resources/businesses.ts";

export default {
  key: "highlevel_oauth-create-business",
  name: "Create Business",
  description: "Create a business (company) that contacts can belong to. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/businesses/create-business)",
  version: "0.1.0",
  type: "action",
  annotations: {
    readOnlyHint: false,
    destructiveHint: false,
    idempotentHint: false,
    openWorldHint: true,
  },
  props: {
    app,
    name: {
      type: "string",
      label: "Company Name",
      description: "The name of the company (the API calls it a business)",
    },
    ...businessFields,
    locationId: {
      propDefinition: [app, "locationId"],
    },
  },
  ...withErrorHint(endpoint({
    ...api.createBusiness,
    form: businessForm,
    body: [locationId, required("name"), ...businessBody],
    result: businessEnvelope,
    summary: (business, props) => `Created company "${businesses.label(withForm(business, props))}" (${idOf(business)})`,
  }), refusedPhone),
};
