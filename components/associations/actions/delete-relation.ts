import { endpoint, succeeded } from "../../../common/operations/action.ts";
import { locationId } from "../../../common/input/fields.ts";
import * as api from "../../../common/api/endpoints.ts";
import app from "../../../common/highlevel.app.ts";
import { dependsOn } from "../../../common/dropdowns/dropdown.ts";

export default {
  key: "highlevel_oauth-delete-relation",
  name: "Delete Relation",
  description: "Remove the link between two records; the records stay. Needs the scope `associations/relation.write`, which Pipedream's managed HighLevel app does not grant: connect your own OAuth client or a Private Integration Token. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/associations/delete-relation)",
  version: "0.0.1",
  type: "action",
  annotations: {
    readOnlyHint: false,
    destructiveHint: true,
    idempotentHint: true,
    openWorldHint: true,
  },
  props: {
    app,
    objectKey: {
      propDefinition: [app, "objectKey", dependsOn("locationId")],
      description: "Used only to fill the lists below: the object type of one of the two records. Choose one, or type its key, such as contact",
      optional: true,
    },
    recordId: {
      propDefinition: [app, "recordId", dependsOn("locationId", "objectKey")],
      description: "Used only to fill the list below: one of the two records. Choose one, or type an ID",
      optional: true,
    },
    relationId: {
      propDefinition: [app, "relationId", dependsOn("locationId", "recordId")],
    },
    locationId: {
      propDefinition: [app, "locationId"],
    },
  },
  ...endpoint({
    ...api.deleteRelation,
    query: [locationId],
    result: succeeded,
    summary: (_, { relationId }) => `Deleted relation ${relationId}`,
  }),
};
