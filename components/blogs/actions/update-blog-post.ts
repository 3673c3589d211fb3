import { writeBlogPost } from "../../../common/operations/write-blog-post.ts";
import * as api from "../../../common/api/endpoints.ts";
import app from "../../../common/highlevel.app.ts";
import { blogPostFields } from "../../../common/forms/blog-post-fields.ts";
import { dependsOn } from "../../../common/dropdowns/dropdown.ts";

export default {
  key: "highlevel_oauth-update-blog-post",
  name: "Update Blog Post",
  description: "Change a post of a blog. What is left empty stays as it is; only the content has to be filled in, since HighLevel replaces the whole post and does not return its content. Needs the scope `blogs/post-update.write` (also `blogs/posts.readonly` to keep what is left empty, `blogs/check-slug.readonly` to check the slug, and `blogs/author.readonly` and `blogs/category.readonly` to find authors and categories by name), which Pipedream's managed HighLevel app does not grant: connect your own OAuth client or a Private Integration Token. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/blogs/update-blog-post)",
  version: "0.0.1",
  type: "action",
  annotations: {
    readOnlyHint: false,
    destructiveHint: false,
    idempotentHint: true,
    openWorldHint: true,
  },
  props: {
    app,
    blogId: {
      propDefinition: [app, "blogId", dependsOn("locationId")],
    },
    postId: {
      propDefinition: [app, "postId", dependsOn("locationId", "blogId")],
    },
    ...blogPostFields(true),
    locationId: {
      propDefinition: [app, "locationId"],
    },
  },
  ...writeBlogPost({
    endpoint: { ...api.updateBlogPost },
    envelope: "updatedBlogPost",
    done: "Updated",
  }),
};
