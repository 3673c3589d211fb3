import * as api from "../../../common/api/endpoints.ts";
import { fingerprint } from "../../../common/core/fingerprint.ts";
import app from "../../../common/highlevel.app.ts";
import { eventTypesOf } from "../../../common/polling/event-types.ts";
import { isNotFound } from "../../../common/api/http/errors.ts";
import { withoutAnswer } from "../../../common/api/http/shape.ts";
import { sampleEvent } from "../../../common/polling/poll.ts";
import { pollingProps } from "../../../common/input/polling-props.ts";
import { watchValue } from "../../../common/polling/strategies/watch/watch-value.ts";
import { dependsOn } from "../../../common/dropdowns/dropdown.ts";
import { associations } from "../../../common/resources/associations.ts";
import { contentOf } from "../../../common/resources/resource.ts";

const eventTypes = eventTypesOf({ noun: "association" }, ["created", "updated", "deleted"]);

export default {
  key: "highlevel_oauth-get-association-key",
  name: "Get Association Key",
  description: "Emit new event when an association with this key appears, is changed, or disappears. Needs the scope `associations.readonly`, which Pipedream's managed HighLevel app does not grant: connect your own OAuth client or a Private Integration Token. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/associations/get-association-key-by-key-name)",
  version: "0.0.1",
  type: "source",
  dedupe: "unique",
  props: {
    app,
    ...pollingProps,
    keyName: {
      propDefinition: [app, "associationKey", dependsOn("locationId")],
    },
    eventTypes,
    locationId: {
      propDefinition: [app, "locationId"],
    },
    pollBudget: {
      propDefinition: [app, "pollBudget"],
    },
  },
  ...watchValue({
    noun: "association",
    endpoints: [api.getAssociationKeyByKeyName],
    resetOn: ["keyName"],
    eventTypes,
    read: async (poll) => {
      const key = poll.text("keyName");
      try {
        const found = await poll.request({ ...api.getAssociationKeyByKeyName, pathParams: { key_name: key }, query: { locationId: poll.locationId } });
        const content = contentOf(associations, found ?? {});
        if (Object.keys(content).length === 0) throw withoutAnswer(api.getAssociationKeyByKeyName, "association");
        return { value: fingerprint(content, 27), record: found, label: associations.label(found) };
      } catch (error) {
        if (!isNotFound(error)) throw error;
        return { value: null, record: { key }, label: String(key) };
      }
    },
    kindOf: (before, now) => (now === null ? "deleted" : before === null ? "created" : "updated"),
  }),
  sampleEmit: sampleEvent(associations.sample, "updated"),
};
