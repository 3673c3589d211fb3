import * as api from "../../../common/api/endpoints.ts";
import { dependsOn } from "../../../common/dropdowns/dropdown.ts";
import app from "../../../common/highlevel.app.ts";
import { locationId, renamed, required } from "../../../common/input/fields.ts";
import { fetchRecord } from "../../../common/operations/fetch.ts";
import { associations } from "../../../common/resources/associations.ts";

export default {
  key: "highlevel_oauth-fetch-association-by-key",
  name: "Fetch Association by Key",
  description: "Fetch an association by its key, such as `owner_pet`. Needs the scope `associations.readonly`, which Pipedream's managed HighLevel app does not grant: connect your own OAuth client or a Private Integration Token. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/associations/get-association-key-by-key-name)",
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
    keyName: { propDefinition: [app, "associationKey", dependsOn("locationId")] },
    locationId: { propDefinition: [app, "locationId"] },
  },
  ...fetchRecord({ ...api.getAssociationKeyByKeyName, resource: associations, envelope: "association", ids: [required(renamed("key_name", "keyName"))], query: [locationId] }),
};
