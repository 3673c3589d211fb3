import app from "../../../common/highlevel.app.ts";
import { eventTypesOf } from "../../../common/polling/event-types.ts";
import { sampleEvent } from "../../../common/polling/poll.ts";
import { pollingProps } from "../../../common/input/polling-props.ts";
import { snapshot } from "../../../common/polling/strategies/snapshot/snapshot.ts";
import { locationCustomFields } from "../../../common/resources/location-custom-fields.ts";
import { customFieldsOfLocation } from "../../../common/resources/lookups.ts";
import { formOf } from "../../../common/input/choices.ts";

const model = {
  type: "string",
  label: "Fields of",
  description: "The objects whose custom fields to watch",
  options: [
    { label: "Contacts and opportunities", value: "all" },
    { label: "Contacts", value: "contact" },
    { label: "Opportunities", value: "opportunity" },
  ],
  optional: true,
  default: "all",
};

const eventTypes = eventTypesOf(locationCustomFields, ["created", "updated", "deleted"]);

export default {
  key: "highlevel_oauth-list-custom-fields",
  name: "List Custom Fields",
  description: "Emit new event when a custom field of contacts or opportunities is added, changed (its name, its options, ...) or deleted. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/locations/get-custom-fields)",
  version: "0.0.1",
  type: "source",
  dedupe: "unique",
  props: {
    app,
    ...pollingProps,
    model,
    eventTypes,
    locationId: {
      propDefinition: [app, "locationId"],
    },
    pollBudget: {
      propDefinition: [app, "pollBudget"],
    },
  },
  ...snapshot({
    resource: locationCustomFields,
    endpoints: [customFieldsOfLocation],
    resetOn: ["model"],
    eventTypes,
    form: formOf({ model }),
    read: (poll, after) => poll.pages(customFieldsOfLocation, {
      pathParams: { locationId: poll.locationId },
      query: { model: poll.text("model") ?? "all" },
      after,
    }),
  }),
  sampleEmit: sampleEvent(locationCustomFields.sample, "created"),
};
