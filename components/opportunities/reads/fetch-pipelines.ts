import app from "../../../common/highlevel.app.ts";
import { locationId } from "../../../common/input/fields.ts";
import { fetchRecords } from "../../../common/operations/fetch.ts";
import { pipelines, pipelinesOfLocation } from "../../../common/resources/pipelines.ts";

export default {
  key: "highlevel_oauth-fetch-pipelines",
  name: "Fetch Pipelines",
  description: "Fetch the pipelines of the sub-account, each with its stages. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/opportunities/get-pipelines)",
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

    maxResults: { propDefinition: [app, "maxResults"] },
    locationId: { propDefinition: [app, "locationId"] },
  },
  ...fetchRecords({ resource: pipelines, list: pipelinesOfLocation, query: [locationId] }),
};
