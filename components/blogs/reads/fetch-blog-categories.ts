import app from "../../../common/highlevel.app.ts";
import { locationId } from "../../../common/input/fields.ts";
import { fetchRecords } from "../../../common/operations/fetch.ts";
import { blogCategories, categoriesOfLocation } from "../../../common/resources/blogs.ts";

export default {
  key: "highlevel_oauth-fetch-blog-categories",
  name: "Fetch Blog Categories",
  description: "Fetch the categories of the sub-account's blogs. Needs the scope `blogs/category.readonly`, which Pipedream's managed HighLevel app does not grant: connect your own OAuth client or a Private Integration Token. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/blogs/get-all-categories-by-location)",
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
  ...fetchRecords({ resource: blogCategories, list: categoriesOfLocation, query: [locationId] }),
};
