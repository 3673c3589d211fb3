import * as api from "../../../common/api/endpoints.ts";
import { dependsOn } from "../../../common/dropdowns/dropdown.ts";
import app from "../../../common/highlevel.app.ts";
import { fetchRecord } from "../../../common/operations/fetch.ts";
import { associations } from "../../../common/resources/associations.ts";

export default {
  key: "highlevel_oauth-fetch-association",
  name: "Fetch Association",
  description: "Fetch an association by its ID. Needs the scope `associations.readonly`, which Pipedream's managed HighLevel app does not grant: connect your own OAuth client or a Private Integration Token. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/associations/get-association-by-ID)",
  version: "0.0.1",
  type: "action",
  annotations: {
    readOnlyHint: true,
    destructiveHint: false,
    idempotentHint: true,
    openWorldHint: true,
  },
  props: {
    app,
    associationId: { propDefinition: [app, "associationId", dependsOn("locationId")] },
    locationId: { propDefinition: [app, "locationId"] },
  },
  ...fetchRecord({ ...api.getAssociationById, resource: associations, envelope: "association" }),
};
