import { dependsOn } from "../../../common/dropdowns/dropdown.ts";
import app from "../../../common/highlevel.app.ts";
import { locationId, queried } from "../../../common/input/fields.ts";
import { fetchRecords } from "../../../common/operations/fetch.ts";
import { relations, relationsOfRecord } from "../../../common/resources/associations.ts";

export default {
  key: "highlevel_oauth-fetch-record-relations",
  name: "Fetch Record Relations",
  description: "Fetch the relations of a record: the other records that it is linked with. Needs the scope `associations/relation.readonly`, which Pipedream's managed HighLevel app does not grant: connect your own OAuth client or a Private Integration Token. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/associations/get-relations-by-record-id)",
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
    objectKey: { propDefinition: [app, "objectKey", dependsOn("locationId")], description: "Used only to fill the list below: the record's object type. Choose one, or type its key, such as contact", optional: true },
    recordId: { propDefinition: [app, "recordId", dependsOn("locationId", "objectKey")] },
    associationIds: { propDefinition: [app, "associationId", dependsOn("locationId")], type: "string[]", label: "Associations", description: "Only relations of these associations. Choose them, or type IDs; leave it empty for all", optional: true },
    maxResults: { propDefinition: [app, "maxResults"] },
    locationId: { propDefinition: [app, "locationId"] },
  },
  ...fetchRecords({ resource: relations, list: relationsOfRecord, query: [locationId, queried("associationIds")] }),
};
