import { endpoint } from "../../../common/operations/action.ts";
import { withErrorHint } from "../../../common/operations/with-error-hint.ts";
import { required } from "../../../common/input/fields.ts";
import { ownAssociation } from "../../../common/operations/own-association.ts";
import * as api from "../../../common/api/endpoints.ts";
import app from "../../../common/highlevel.app.ts";
import { dependsOn } from "../../../common/dropdowns/dropdown.ts";

export default {
  key: "highlevel_oauth-update-association",
  name: "Update Association",
  description: "Change the labels of an association; both are set. Only associations of your own can be changed. Needs the scope `associations.write`, which Pipedream's managed HighLevel app does not grant: connect your own OAuth client or a Private Integration Token. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/associations/update-association)",
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
    associationId: {
      propDefinition: [app, "ownAssociationId", dependsOn("locationId")],
    },
    firstObjectLabel: {
      type: "string",
      label: "First Object Label",
      description: "What the first record is to the second, such as `Owner`",
    },
    secondObjectLabel: {
      type: "string",
      label: "Second Object Label",
      description: "What the second record is to the first, such as `Pet`",
    },
    locationId: {
      propDefinition: [app, "locationId"],
    },
  },
  ...withErrorHint(endpoint({
    ...api.updateAssociation,
    body: [required("firstObjectLabel"), required("secondObjectLabel")],
    result: "association",
    summary: (_, { associationId, firstObjectLabel, secondObjectLabel }) => `Updated association ${associationId}: ${firstObjectLabel} – ${secondObjectLabel}`,
  }), ownAssociation),
};
