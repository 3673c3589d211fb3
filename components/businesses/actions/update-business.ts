import { endpoint } from "../../../common/operations/action.ts";
import { withErrorHint } from "../../../common/operations/with-error-hint.ts";
import { refusedPhone } from "../../../common/operations/refused-phone.ts";
import * as api from "../../../common/api/endpoints.ts";
import app from "../../../common/highlevel.app.ts";
import { businessBody, businessForm, businessFields } from "../../../common/forms/business-fields.ts";
import { dependsOn } from "../../../common/dropdowns/dropdown.ts";
import { businessEnvelope, businesses } from "../../../common/resources/businesses.ts";

export default {
  key: "highlevel_oauth-update-business",
  name: "Update Business",
  description: "Change a business. What is left empty stays as it is. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/businesses/update-business)",
  version: "0.1.0",
  type: "action",
  annotations: {
    readOnlyHint: false,
    destructiveHint: false,
    idempotentHint: true,
    openWorldHint: true,
  },
  props: {
    app,
    businessId: {
      propDefinition: [app, "businessId", dependsOn("locationId")],
    },
    name: {
      type: "string",
      label: "Company Name",
      description: "The name of the company (the API calls it a business)",
      optional: true,
    },
    ...businessFields,
    locationId: {
      propDefinition: [app, "locationId"],
    },
  },
  ...withErrorHint(endpoint({
    ...api.updateBusiness,
    form: businessForm,
    body: ["name", ...businessBody],
    result: businessEnvelope,
    summary: (business, { businessId }) => `Updated company "${businesses.label({ ...business, id: businessId })}" (${businessId})`,
  }), refusedPhone),
};
