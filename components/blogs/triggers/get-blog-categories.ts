import app from "../../../common/highlevel.app.ts";
import { eventTypesOf } from "../../../common/polling/event-types.ts";
import { sampleEvent } from "../../../common/polling/poll.ts";
import { pollingProps } from "../../../common/input/polling-props.ts";
import { snapshot } from "../../../common/polling/strategies/snapshot/snapshot.ts";
import { blogCategories, categoriesOfLocation } from "../../../common/resources/blogs.ts";

const eventTypes = eventTypesOf(blogCategories, ["created", "updated", "deleted"], { preset: ["created", "updated"] });

export default {
  key: "highlevel_oauth-get-blog-categories",
  name: "Get Blog Categories",
  description: "Emit new event when a category of the sub-account's blogs is created, updated or deleted. Needs the scope `blogs/category.readonly`, which Pipedream's managed HighLevel app does not grant: connect your own OAuth client or a Private Integration Token. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/blogs/get-all-categories-by-location)",
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
    resource: blogCategories,
    endpoints: [categoriesOfLocation],
    resetOn: [],
    eventTypes,
    read: (poll, after) => poll.pages(categoriesOfLocation, { query: { locationId: poll.locationId }, after }),
  }),
  sampleEmit: sampleEvent(blogCategories.sample, "created"),
};
