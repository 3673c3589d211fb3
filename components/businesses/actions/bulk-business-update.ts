import { action } from "../../../common/operations/action.ts";
import { bulkUpdateBusiness, companyOrRemoval } from "../../../common/operations/bulk-business.ts";
import { locationId, renamed } from "../../../common/input/fields.ts";
import * as api from "../../../common/api/endpoints.ts";
import app from "../../../common/highlevel.app.ts";
import { dependsOn } from "../../../common/dropdowns/dropdown.ts";

export default {
  key: "highlevel_oauth-bulk-business-update",
  name: "Bulk Business Update",
  description: "Add many contacts to a business, or remove them from theirs. A contact belongs to one business at most: adding it to another one moves it. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/contacts/add-remove-contact-from-business)",
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
    contacts: {
      propDefinition: [app, "contactId", dependsOn("locationId")],
      type: "string[]",
      label: "Contacts",
      description: "Any number of contacts. Choose them, type IDs, or pass a list of ids from an earlier step",
    },
    businessId: {
      propDefinition: [app, "businessId", dependsOn("locationId")],
      description: "The company to add the contacts to (the API calls it a business). Choose one, or type an ID. Leave it empty only with Remove from Company",
      optional: true,
    },
    removeFromBusiness: {
      type: "boolean",
      label: "Remove from Company",
      description: "Remove the contacts from the company they belong to, instead of adding them to one",
      optional: true,
    },
    locationId: {
      propDefinition: [app, "locationId"],
    },
  },
  ...action({
    endpoints: [api.addRemoveContactFromBusiness],
    rules: [companyOrRemoval],
    body: [locationId, renamed("ids", "contacts"), "businessId"],
    run: bulkUpdateBusiness,
  }),
};
