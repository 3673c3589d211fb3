import app from "../../../common/highlevel.app.ts";
import { eventTypesOf } from "../../../common/polling/event-types.ts";
import { sampleEvent } from "../../../common/polling/poll.ts";
import { pollingProps } from "../../../common/input/polling-props.ts";
import { snapshot } from "../../../common/polling/strategies/snapshot/snapshot.ts";
import { blogSites, sitesOfLocation } from "../../../common/resources/blogs.ts";

const eventTypes = eventTypesOf(blogSites, ["created", "updated", "deleted"], { preset: ["created", "updated"] });

export default {
  key: "highlevel_oauth-get-blogs-by-location",
  name: "Get Blogs by Location",
  description: "Emit new event when a blog of the sub-account is created, updated or deleted. Needs the scope `blogs/list.readonly`, which Pipedream's managed HighLevel app does not grant: connect your own OAuth client or a Private Integration Token. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/blogs/get-blogs)",
  version: "0.0.1",
  type: "source",
  dedupe: "unique",
  props: {
    app,
    ...pollingProps,
    eventTypes,
    searchTerm: {
      type: "string",
      label: "Search Text",
      description: "Only blogs that HighLevel's search finds for this text",
      optional: true,
    },
    locationId: {
      propDefinition: [app, "locationId"],
    },
    pollBudget: {
      propDefinition: [app, "pollBudget"],
    },
  },
  ...snapshot({
    resource: blogSites,
    endpoints: [sitesOfLocation],
    resetOn: ["searchTerm"],
    eventTypes,
    read: (poll, after) => poll.pages(sitesOfLocation, { query: { locationId: poll.locationId, searchTerm: poll.text("searchTerm") }, after }),
  }),
  sampleEmit: sampleEvent(blogSites.sample, "created"),
};
