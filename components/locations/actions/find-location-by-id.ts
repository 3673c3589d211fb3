import { endpoint } from "../../../common/operations/action.ts";
import { idOf, withForm } from "../../../common/operations/summary.ts";
import * as api from "../../../common/api/endpoints.ts";
import app from "../../../common/highlevel.app.ts";
import { locations } from "../../../common/resources/locations.ts";

export default {
  key: "highlevel_oauth-find-location-by-id",
  name: "Find Location by ID",
  description: "Get a sub-account (location) with its address, time zone and settings. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/locations/get-location)",
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
    locationId: {
      propDefinition: [app, "subAccountId"],
      description: "The sub-account. Choose one, or type an ID; leave it empty for the one that is connected",
      optional: true,
    },
  },
  ...endpoint({
    ...api.getLocation,
    result: "location",
    summary: (location) => `Found sub-account ${locations.label(withForm(location))} (${idOf(location)})`,
  }),
};
