import { dependsOn } from "../../../common/dropdowns/dropdown.ts";
import app from "../../../common/highlevel.app.ts";
import { formOf } from "../../../common/input/choices.ts";
import { locationId, required } from "../../../common/input/fields.ts";
import { fetchRecords } from "../../../common/operations/fetch.ts";
import { blogPosts, listedStatuses, postsOfBlog } from "../../../common/resources/blogs.ts";
import { returnableFields } from "../../../common/resources/resource.ts";

const status = { type: "string", label: "Status", description: "Only posts with this status. If left empty, HighLevel decides which posts to list", options: listedStatuses, optional: true, default: "ALL" };

export default {
  key: "highlevel_oauth-fetch-blog-posts",
  name: "Fetch Blog Posts",
  description: "Fetch the posts of a blog. Their text is not among the fields. Needs the scope `blogs/posts.readonly`, which Pipedream's managed HighLevel app does not grant: connect your own OAuth client or a Private Integration Token. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/blogs/get-blog-post)",
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
    blogId: { propDefinition: [app, "blogId", dependsOn("locationId")] },
    searchTerm: { type: "string", label: "Search Text", description: "Only posts that HighLevel's search finds for this text", optional: true },
    status,
    returnFields: { propDefinition: [app, "returnFields"], options: returnableFields(blogPosts) },
    maxResults: { propDefinition: [app, "maxResults"] },
    locationId: { propDefinition: [app, "locationId"] },
  },
  ...fetchRecords({ resource: blogPosts, list: postsOfBlog, query: [locationId, required("blogId"), "searchTerm", "status"], form: formOf({ status }) }),
};
