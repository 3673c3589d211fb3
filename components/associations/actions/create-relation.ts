import { endpoint } from "../../../common/operations/action.ts";
import { withErrorHint } from "../../../common/operations/with-error-hint.ts";
import { locationId, required } from "../../../common/input/fields.ts";
import { idOf } from "../../../common/operations/summary.ts";
import * as api from "../../../common/api/endpoints.ts";
import app from "../../../common/highlevel.app.ts";
import { dependsOn } from "../../../common/dropdowns/dropdown.ts";

export default {
  key: "highlevel_oauth-create-relation",
  name: "Create Relation",
  description: "Link two records, as an association defines it. The order counts: the first record is one of the association's first object. Needs the scope `associations/relation.write`, which Pipedream's managed HighLevel app does not grant: connect your own OAuth client or a Private Integration Token. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/associations/create-relation)",
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
    associationId: {
      propDefinition: [app, "associationId", dependsOn("locationId")],
    },
    firstRecordId: {
      propDefinition: [app, "firstRecordId", dependsOn("locationId", "associationId")],
    },
    secondRecordId: {
      propDefinition: [app, "secondRecordId", dependsOn("locationId", "associationId")],
    },
    locationId: {
      propDefinition: [app, "locationId"],
    },
  },
  ...withErrorHint(endpoint({
    ...api.createRelation,
    body: [
      locationId,
      required("associationId"),
      required("firstRecordId"),
      required("secondRecordId"),
    ],
    result: "relation",
    summary: (relation, { firstRecordId, secondRecordId }) => `Linked ${firstRecordId} with ${secondRecordId} (relation ${idOf(relation)})`,
  }), ({ kind, status, message }) => {
    if (/\b(already|duplicate)\b/i.test(message)) return "The two records are linked by this association already; nothing was changed.";
    if (kind !== "invalid" || status !== 400) return undefined;
    const order = "The first record has to be one of the association's first object, and the second record one of its second object.";
    return /\bnot a record of\b/i.test(message) ? `${order} Swap First Record and Second Record, or choose others.` : `${order} ${message}`;
  }),
};
