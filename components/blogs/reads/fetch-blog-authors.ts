import app from "../../../common/highlevel.app.ts";
import { locationId } from "../../../common/input/fields.ts";
import { fetchRecords } from "../../../common/operations/fetch.ts";
import { authorsOfLocation, blogAuthors } from "../../../common/resources/blogs.ts";

export default {
  key: "highlevel_oauth-fetch-blog-authors",
  name: "Fetch Blog Authors",
  description: "Fetch the authors of the sub-account's blogs. Needs the scope `blogs/author.readonly`, which Pipedream's managed HighLevel app does not grant: connect your own OAuth client or a Private Integration Token. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/blogs/get-all-blog-authors-by-location)",
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
  ...fetchRecords({ resource: blogAuthors, list: authorsOfLocation, query: [locationId] }),
};
