import app from "../../../common/highlevel.app.ts";
import { eventTypesOf } from "../../../common/polling/event-types.ts";
import { queryList, textsOf } from "../../../common/core/text/values.ts";
import { sampleEvent } from "../../../common/polling/poll.ts";
import { pollingProps } from "../../../common/input/polling-props.ts";
import { snapshot } from "../../../common/polling/strategies/snapshot/snapshot.ts";
import { dependsOn } from "../../../common/dropdowns/dropdown.ts";
import { relations, relationsOfRecord } from "../../../common/resources/associations.ts";

const eventTypes = eventTypesOf(relations, ["created", "deleted"], { says: { created: "A relation is added", deleted: "A relation is removed" } });

export default {
  key: "highlevel_oauth-get-relations-by-record",
  name: "Get Relations by Record",
  description: "Emit new event when the record is linked with another one (a relation is added) or a link is removed. Needs the scope `associations/relation.readonly`, which Pipedream's managed HighLevel app does not grant: connect your own OAuth client or a Private Integration Token. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/associations/get-relations-by-record-id)",
  version: "0.0.1",
  type: "source",
  dedupe: "unique",
  props: {
    app,
    ...pollingProps,
    objectKey: {
      propDefinition: [app, "objectKey", dependsOn("locationId")],
      description: "Used only to fill the list below: the record's object type. Choose one, or type its key, such as contact",
      optional: true,
    },
    recordId: {
      propDefinition: [app, "recordId", dependsOn("locationId", "objectKey")],
    },
    eventTypes,
    associationIds: {
      propDefinition: [app, "associationId", dependsOn("locationId")],
      type: "string[]",
      label: "Associations",
      description: "Only relations of these associations. Choose them, or type IDs; leave it empty for all",
      optional: true,
    },
    locationId: {
      propDefinition: [app, "locationId"],
    },
    pollBudget: {
      propDefinition: [app, "pollBudget"],
    },
  },
  ...snapshot({
    resource: relations,
    endpoints: [relationsOfRecord],
    resetOn: ["objectKey", "recordId", "associationIds"],
    eventTypes,
    read: (poll, after) => {
      const associationIds = queryList(textsOf(poll.source.associationIds));
      return poll.pages(relationsOfRecord, {
        pathParams: { recordId: poll.source.recordId },
        query: { locationId: poll.locationId, ...(associationIds.length > 0 && { associationIds }) },
        after,
      });
    },
  }),
  sampleEmit: sampleEvent(relations.sample, "created"),
};
