import { endpoint, succeeded } from "../../../common/operations/action.ts";
import * as api from "../../../common/api/endpoints.ts";
import app from "../../../common/highlevel.app.ts";
import { dependsOn } from "../../../common/dropdowns/dropdown.ts";

export default {
  key: "highlevel_oauth-remove-contact-from-campaign",
  name: "Remove from Campaign",
  description: "Remove a contact from a campaign. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/contacts/remove-contact-from-campaign)",
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
    campaignId: {
      propDefinition: [app, "campaignId", dependsOn("locationId")],
    },
    locationId: {
      propDefinition: [app, "locationId"],
    },
  },
  ...endpoint({
    ...api.removeContactFromCampaign,
    result: succeeded,
    summary: (_, { contactId, campaignId }) => `Removed contact ${contactId} from campaign ${campaignId}`,
  }),
};
