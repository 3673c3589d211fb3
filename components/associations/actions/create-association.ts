import { endpoint } from "../../../common/operations/action.ts";
import { locationId, required } from "../../../common/input/fields.ts";
import { idOf, withForm } from "../../../common/operations/summary.ts";
import * as api from "../../../common/api/endpoints.ts";
import app from "../../../common/highlevel.app.ts";
import { dependsOn } from "../../../common/dropdowns/dropdown.ts";
import { associations } from "../../../common/resources/associations.ts";

export default {
  key: "highlevel_oauth-create-association",
  name: "Create Association",
  description: "Define how records of two objects can be linked, such as a contact as the owner of a pet. Needs the scope `associations.write`, which Pipedream's managed HighLevel app does not grant: connect your own OAuth client or a Private Integration Token. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/associations/create-association)",
  version: "0.0.1",
  type: "action",
  annotations: {
    readOnlyHint: false,
    destructiveHint: false,
    idempotentHint: false,
    openWorldHint: true,
  },
  props: {
    app,
    key: {
      type: "string",
      label: "Key",
      description: "A permanent key for the association, such as `owner_pet`",
    },
    firstObjectKey: {
      propDefinition: [app, "objectKey", dependsOn("locationId")],
      label: "First Object",
    },
    firstObjectLabel: {
      type: "string",
      label: "First Object Label",
      description: "What the first record is to the second, such as `Owner`",
    },
    secondObjectKey: {
      propDefinition: [app, "objectKey", dependsOn("locationId")],
      label: "Second Object",
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
  ...endpoint({
    ...api.createAssociation,
    body: [
      locationId,
      required("key"),
      required("firstObjectKey"),
      required("firstObjectLabel"),
      required("secondObjectKey"),
      required("secondObjectLabel"),
    ],
    result: "association",
    summary: (association, props) => `Created association ${associations.label(withForm(association, props))} (${idOf(association)})`,
  }),
};
