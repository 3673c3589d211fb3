import { dependsOn } from "../../../common/dropdowns/dropdown.ts";
import app from "../../../common/highlevel.app.ts";
import { locationId } from "../../../common/input/fields.ts";
import { fetchRecords } from "../../../common/operations/fetch.ts";
import { associations, associationsOfObject } from "../../../common/resources/associations.ts";

export default {
  key: "highlevel_oauth-fetch-object-associations",
  name: "Fetch Object Associations",
  description: "Fetch the associations of an object (such as contact or custom_objects.pet). Needs the scope `associations.readonly`, which Pipedream's managed HighLevel app does not grant: connect your own OAuth client or a Private Integration Token. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/associations/get-association-by-object-keys)",
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
    objectKey: { propDefinition: [app, "objectKey", dependsOn("locationId")] },
    maxResults: { propDefinition: [app, "maxResults"] },
    locationId: { propDefinition: [app, "locationId"] },
  },
  ...fetchRecords({ resource: associations, list: associationsOfObject, query: [locationId] }),
};
