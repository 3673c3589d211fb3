import * as api from "../../../common/api/endpoints.ts";
import { withoutAnswer } from "../../../common/api/http/shape.ts";
import { dependsOn } from "../../../common/dropdowns/dropdown.ts";
import app from "../../../common/highlevel.app.ts";
import { locationId, required } from "../../../common/input/fields.ts";
import { endpoint } from "../../../common/operations/action.ts";

export default {
  key: "highlevel_oauth-fetch-url-slug-status",
  name: "Fetch URL Slug Status",
  description: "Fetch whether a URL slug is taken by a blog post. Needs the scope `blogs/check-slug.readonly`, which Pipedream's managed HighLevel app does not grant: connect your own OAuth client or a Private Integration Token. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/blogs/check-url-slug-exists)",
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
    urlSlug: { type: "string", label: "URL Slug", description: "The last part of a post's address, such as `five-questions`" },
    blogId: { propDefinition: [app, "blogId", dependsOn("locationId")], description: "Used only to fill the list below", optional: true },
    postId: { propDefinition: [app, "postId", dependsOn("locationId", "blogId")], description: "A post that may have the slug: it does not count as taken by this one. Choose one, or type an ID", optional: true },
    locationId: { propDefinition: [app, "locationId"] },
  },
  ...endpoint({
    ...api.checkUrlSlugExists,
    query: [locationId, required("urlSlug"), "postId"],
    result: ({ exists }) => {
      if (typeof exists === "boolean") return { exists };
      throw withoutAnswer(api.checkUrlSlugExists, "answer to the question");
    },
    shape: ({ exists }, { urlSlug }) => ({ urlSlug, exists }),
    summary: ({ exists }, { urlSlug }) => `The URL slug ${String(urlSlug)} is ${exists ? "taken" : "free"}`,
  }),
};
