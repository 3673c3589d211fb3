import app from "../../../common/highlevel.app.ts";
import { locationId } from "../../../common/input/fields.ts";
import { fetchRecords } from "../../../common/operations/fetch.ts";
import { businesses } from "../../../common/resources/businesses.ts";
import { businessesOfLocation } from "../../../common/resources/lookups.ts";
import { returnableFields } from "../../../common/resources/resource.ts";

export default {
  key: "highlevel_oauth-fetch-businesses",
  name: "Fetch Businesses",
  description: "Fetch the companies of the sub-account (the API calls them businesses). [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/businesses/get-businesses-by-location)",
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
    returnFields: { propDefinition: [app, "returnFields"], options: returnableFields(businesses) },
    maxResults: { propDefinition: [app, "maxResults"] },
    locationId: { propDefinition: [app, "locationId"] },
  },
  ...fetchRecords({ resource: businesses, list: businessesOfLocation, query: [locationId] }),
};
