import { endpoint, succeeded } from "../../../common/operations/action.ts";
import * as api from "../../../common/api/endpoints.ts";
import app from "../../../common/highlevel.app.ts";
import { dependsOn } from "../../../common/dropdowns/dropdown.ts";

export default {
  key: "highlevel_oauth-remove-contact-from-all-campaigns",
  name: "Remove from All Campaigns",
  description: "Remove a contact from every campaign it is in. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/contacts/remove-contact-from-every-campaign)",
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
    contactId: {
      propDefinition: [app, "contactId", dependsOn("locationId")],
    },
    locationId: {
      propDefinition: [app, "locationId"],
    },
  },
  ...endpoint({
    ...api.removeContactFromEveryCampaign,
    result: succeeded,
    summary: (_, { contactId }) => `Removed contact ${contactId} from all campaigns`,
  }),
};
