import app from "../../../common/highlevel.app.ts";
import { locationId } from "../../../common/input/fields.ts";
import { fetchRecords } from "../../../common/operations/fetch.ts";
import { associations, associationsOfLocation } from "../../../common/resources/associations.ts";

export default {
  key: "highlevel_oauth-fetch-associations",
  name: "Fetch Associations",
  description: "Fetch the associations of the sub-account: which objects can be linked with which, and as what. Needs the scope `associations.readonly`, which Pipedream's managed HighLevel app does not grant: connect your own OAuth client or a Private Integration Token. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/associations/find-associations)",
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
    maxResults: { propDefinition: [app, "maxResults"] },
    locationId: { propDefinition: [app, "locationId"] },
  },
  ...fetchRecords({ resource: associations, list: associationsOfLocation, query: [locationId] }),
};
