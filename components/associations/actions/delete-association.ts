import { endpoint, succeeded } from "../../../common/operations/action.ts";
import { withErrorHint } from "../../../common/operations/with-error-hint.ts";
import { ownAssociation } from "../../../common/operations/own-association.ts";
import * as api from "../../../common/api/endpoints.ts";
import app from "../../../common/highlevel.app.ts";
import { dependsOn } from "../../../common/dropdowns/dropdown.ts";

export default {
  key: "highlevel_oauth-delete-association",
  name: "Delete Association",
  description: "Delete an association, and with it the relations between records that it stands for. Only associations of your own can be deleted. Needs the scope `associations.write`, which Pipedream's managed HighLevel app does not grant: connect your own OAuth client or a Private Integration Token. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/associations/delete-association)",
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
    associationId: {
      propDefinition: [app, "ownAssociationId", dependsOn("locationId")],
    },
    locationId: {
      propDefinition: [app, "locationId"],
    },
  },
  ...withErrorHint(endpoint({
    ...api.deleteAssociation,
    result: ({ deleted }) => succeeded({ succeeded: deleted }),
    summary: (_, { associationId }) => `Deleted association ${associationId}`,
  }), ownAssociation),
};
