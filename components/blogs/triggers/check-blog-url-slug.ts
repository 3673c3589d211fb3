import { ConfigurationError } from "#platform";
import * as api from "../../../common/api/endpoints.ts";
import app from "../../../common/highlevel.app.ts";
import { eventTypesOf } from "../../../common/polling/event-types.ts";
import { withoutAnswer } from "../../../common/api/http/shape.ts";
import { sampleEvent } from "../../../common/polling/poll.ts";
import { pollingProps } from "../../../common/input/polling-props.ts";
import { watchValue } from "../../../common/polling/strategies/watch/watch-value.ts";
import { dependsOn } from "../../../common/dropdowns/dropdown.ts";

const eventTypes = eventTypesOf({ noun: "URL slug" }, ["taken", "free"]);

export default {
  key: "highlevel_oauth-check-blog-url-slug",
  name: "Check Blog URL Slug",
  description: "Emit new event when the URL slug is taken by a post, or becomes free again. Needs the scope `blogs/check-slug.readonly`, which Pipedream's managed HighLevel app does not grant: connect your own OAuth client or a Private Integration Token. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/blogs/check-url-slug-exists)",
  version: "0.0.1",
  type: "source",
  dedupe: "unique",
  props: {
    app,
    ...pollingProps,
    urlSlug: {
      type: "string",
      label: "URL Slug",
      description: "The last part of a post's address, such as `five-questions`",
    },
    eventTypes,
    blogId: {
      propDefinition: [app, "blogId", dependsOn("locationId")],
      description: "Used only to fill the list below",
      optional: true,
    },
    postId: {
      propDefinition: [app, "postId", dependsOn("locationId", "blogId")],
      description: "A post that may have the slug: it does not count as taken by this one. Choose one, or type an ID",
      optional: true,
    },
    locationId: {
      propDefinition: [app, "locationId"],
    },
    pollBudget: {
      propDefinition: [app, "pollBudget"],
    },
  },
  ...watchValue({
    noun: "URL slug",
    endpoints: [api.checkUrlSlugExists],
    resetOn: ["urlSlug", "blogId", "postId"],
    eventTypes,
    read: async (poll) => {
      const [urlSlug, postId] = [poll.text("urlSlug"), poll.text("postId")];
      if (!urlSlug) throw new ConfigurationError("The field URL Slug is empty. Write the last part of a post's address, such as five-questions.");
      const answer = await poll.request({ ...api.checkUrlSlugExists, query: { locationId: poll.locationId, urlSlug, postId } });
      const exists = answer?.exists;
      if (typeof exists !== "boolean") throw withoutAnswer(api.checkUrlSlugExists, "answer to the question");
      return { value: exists ? "taken" : null, record: { urlSlug, exists, ...(postId && { postId }) }, label: urlSlug };
    },
    kindOf: (_, now) => (now === null ? "free" : "taken"),
  }),
  sampleEmit: sampleEvent({ urlSlug: "five-questions", exists: true }, "taken"),
};
