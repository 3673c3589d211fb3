import { endpoint, succeeded } from "../../../common/operations/action.ts";
import * as api from "../../../common/api/endpoints.ts";
import app from "../../../common/highlevel.app.ts";
import { dependsOn } from "../../../common/dropdowns/dropdown.ts";

export default {
  key: "highlevel_oauth-delete-business",
  name: "Delete Business",
  description: "Delete a business. Its contacts stay, without a business. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/businesses/delete-Business)",
  version: "0.1.0",
  type: "action",
  annotations: {
    readOnlyHint: false,
    destructiveHint: true,
    idempotentHint: true,
    openWorldHint: true,
  },
  props: {
    app,
    businessId: {
      propDefinition: [app, "businessId", dependsOn("locationId")],
    },
    locationId: {
      propDefinition: [app, "locationId"],
    },
  },
  ...endpoint({
    ...api.deleteBusiness,
    result: succeeded,
    summary: (_, { businessId }) => `Deleted company ${businessId}`,
  }),
};
