import app from "../../../common/highlevel.app.ts";
import { eventTypesOf } from "../../../common/polling/event-types.ts";
import { sampleEvent } from "../../../common/polling/poll.ts";
import { pollingProps } from "../../../common/input/polling-props.ts";
import { snapshot } from "../../../common/polling/strategies/snapshot/snapshot.ts";
import { authorsOfLocation, blogAuthors } from "../../../common/resources/blogs.ts";

const eventTypes = eventTypesOf(blogAuthors, ["created", "updated", "deleted"], { preset: ["created", "updated"] });

export default {
  key: "highlevel_oauth-get-blog-authors",
  name: "Get Blog Authors",
  description: "Emit new event when an author of the sub-account's blogs is created, updated or deleted. Needs the scope `blogs/author.readonly`, which Pipedream's managed HighLevel app does not grant: connect your own OAuth client or a Private Integration Token. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/blogs/get-all-blog-authors-by-location)",
  version: "0.0.1",
  type: "source",
  dedupe: "unique",
  props: {
    app,
    ...pollingProps,
    eventTypes,
    locationId: {
      propDefinition: [app, "locationId"],
    },
    pollBudget: {
      propDefinition: [app, "pollBudget"],
    },
  },
  ...snapshot({
    resource: blogAuthors,
    endpoints: [authorsOfLocation],
    resetOn: [],
    eventTypes,
    read: (poll, after) => poll.pages(authorsOfLocation, { query: { locationId: poll.locationId }, after }),
  }),
  sampleEmit: sampleEvent(blogAuthors.sample, "created"),
};
