import app from "../../../common/highlevel.app.ts";
import { locationId } from "../../../common/input/fields.ts";
import { fetchRecords } from "../../../common/operations/fetch.ts";
import { blogSites, sitesOfLocation } from "../../../common/resources/blogs.ts";

export default {
  key: "highlevel_oauth-fetch-blogs",
  name: "Fetch Blogs",
  description: "Fetch the blogs of the sub-account. Needs the scope `blogs/list.readonly`, which Pipedream's managed HighLevel app does not grant: connect your own OAuth client or a Private Integration Token. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/blogs/get-blogs)",
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
    searchTerm: { type: "string", label: "Search Text", description: "Only blogs that HighLevel's search finds for this text", optional: true },
    maxResults: { propDefinition: [app, "maxResults"] },
    locationId: { propDefinition: [app, "locationId"] },
  },
  ...fetchRecords({ resource: blogSites, list: sitesOfLocation, query: [locationId, "searchTerm"] }),
};
