import { writeBlogPost } from "../../../common/actions/write-blog-post.ts";
import app from "../../../common/highlevel.app.ts";
import { blogPostFields } from "../../../common/props/blog-post-fields.ts";
import { from } from "../../../common/props/dropdown.ts";

export default {
  key: "highlevel_oauth-update-blog-post",
  name: "Update Blog Post",
  description: "Replace a post of a blog as a whole: HighLevel keeps nothing of the old one, so every field has to be filled in. Its URL slug is checked first. Needs the scope `blogs/post-update.write` (and `blogs/check-slug.readonly` for the check of the slug), which Pipedream's managed HighLevel app does not grant: connect your own OAuth client or a Private Integration Token. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/blogs/update-blog-post)",
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
      propDefinition: [app, "blogId", from("locationId")],
    },
    postId: {
      propDefinition: [app, "postId", from("locationId", "blogId")],
    },
    ...blogPostFields,
    locationId: {
      propDefinition: [app, "locationId"],
    },
  },
  ...writeBlogPost({
    endpoint: { method: "PUT", path: "/blogs/posts/{postId}", scope: "blogs/post-update.write" },
    envelope: "updatedBlogPost",
    done: "Updated",
  }),
};
