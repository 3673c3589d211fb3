import app from "../../../common/highlevel.app.ts";
import { eventTypesOf } from "../../../common/polling/event-types.ts";
import { requiredId } from "../../../common/api/http/shape.ts";
import { sampleEvent } from "../../../common/polling/poll.ts";
import { pollingProps } from "../../../common/input/polling-props.ts";
import { snapshot } from "../../../common/polling/strategies/snapshot/snapshot.ts";
import { dependsOn } from "../../../common/dropdowns/dropdown.ts";
import { blogPosts, listedStatuses, postsOfBlog, postStatusFlag, postStatusKind } from "../../../common/resources/blogs.ts";
import { formOf } from "../../../common/input/choices.ts";

const status = {
  type: "string",
  label: "Status",
  description: "Only posts with this status. Choose All to notice when a draft is published; if left empty, HighLevel decides which posts to list",
  options: listedStatuses,
  optional: true,
  default: "ALL",
};

const eventTypes = eventTypesOf(blogPosts, ["created", "updated", "published", "deleted"], { preset: ["created", "updated", "published"] });

export default {
  key: "highlevel_oauth-get-blog-posts",
  name: "Get Blog Posts",
  description: "Emit new event when a post of the blog is created, updated, published or deleted. Needs the scope `blogs/posts.readonly`, which Pipedream's managed HighLevel app does not grant: connect your own OAuth client or a Private Integration Token. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/blogs/get-blog-post)",
  version: "0.0.1",
  type: "source",
  dedupe: "unique",
  props: {
    app,
    ...pollingProps,
    blogId: {
      propDefinition: [app, "blogId", dependsOn("locationId")],
    },
    eventTypes,
    searchTerm: {
      type: "string",
      label: "Search Text",
      description: "Only posts that HighLevel's search finds for this text",
      optional: true,
    },
    status,
    locationId: {
      propDefinition: [app, "locationId"],
    },
    pollBudget: {
      propDefinition: [app, "pollBudget"],
    },
  },
  ...snapshot({
    resource: blogPosts,
    endpoints: [postsOfBlog],
    resetOn: ["blogId", "searchTerm", "status"],
    eventTypes,
    form: formOf({ status }),
    flag: postStatusFlag,
    flagKind: postStatusKind,
    read: (poll, after) => poll.pages(postsOfBlog, {
      query: { locationId: poll.locationId, blogId: requiredId(poll.source.blogId, "blogId"), searchTerm: poll.text("searchTerm"), status: poll.text("status") },
      after,
    }),
  }),
  sampleEmit: sampleEvent(blogPosts.sample, "created"),
};
