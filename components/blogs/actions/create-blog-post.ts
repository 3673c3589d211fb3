import { writeBlogPost } from "../../../common/operations/write-blog-post.ts";
import * as api from "../../../common/api/endpoints.ts";
import app from "../../../common/highlevel.app.ts";
import { blogPostFields } from "../../../common/forms/blog-post-fields.ts";
import { dependsOn } from "../../../common/dropdowns/dropdown.ts";

export default {
  key: "highlevel_oauth-create-blog-post",
  name: "Create Blog Post",
  description: "Write a new post for a blog. Its URL slug is checked first. Needs the scope `blogs/post.write` (also `blogs/check-slug.readonly` to check the slug, and `blogs/author.readonly` and `blogs/category.readonly` to find authors and categories by name), which Pipedream's managed HighLevel app does not grant: connect your own OAuth client or a Private Integration Token. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/blogs/create-blog-post)",
  version: "0.0.1",
  type: "action",
  annotations: {
    readOnlyHint: false,
    destructiveHint: false,
    idempotentHint: false,
    openWorldHint: true,
  },
  props: {
    app,
    blogId: {
      propDefinition: [app, "blogId", dependsOn("locationId")],
    },
    ...blogPostFields(false),
    locationId: {
      propDefinition: [app, "locationId"],
    },
  },
  ...writeBlogPost({
    endpoint: { ...api.createBlogPost },
    envelope: "data",
    done: "Created",
  }),
};
