import { endpoint, succeeded } from "../../../common/operations/action.ts";
import * as api from "../../../common/api/endpoints.ts";
import app from "../../../common/highlevel.app.ts";
import { dependsOn } from "../../../common/dropdowns/dropdown.ts";

export default {
  key: "highlevel_oauth-add-contact-to-campaign",
  name: "Add Contact to Campaign",
  description: "Add a contact to a campaign. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/contacts/add-contact-to-campaign)",
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
    ...api.addContactToCampaign,
    body: [],
    result: succeeded,
    summary: (_, { contactId, campaignId }) => `Added contact ${contactId} to campaign ${campaignId}`,
  }),
};
