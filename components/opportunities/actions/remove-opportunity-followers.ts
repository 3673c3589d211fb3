import { endpoint } from "../../../common/operations/action.ts";
import { movedSummary } from "../../../common/operations/moved-summary.ts";
import * as api from "../../../common/api/endpoints.ts";
import app from "../../../common/highlevel.app.ts";
import { dependsOn } from "../../../common/dropdowns/dropdown.ts";
import { opportunityId } from "../../../common/forms/opportunity-fields.ts";
import { followersToRemove, removesAllFollowers } from "../../../common/forms/opportunity-followers.ts";

export default {
  key: "highlevel_oauth-remove-opportunity-followers",
  name: "Remove Followers",
  description: "Take users off an opportunity that they follow, some or all. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/opportunities/remove-followers-opportunity)",
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
    opportunityId: {
      propDefinition: [app, "opportunityId", dependsOn("locationId")],
    },
    userIds: {
      propDefinition: [app, "userId", dependsOn("locationId")],
      type: "string[]",
      label: "Followers",
      description: "The users to remove as followers of the opportunity. Choose them, or type IDs",
      optional: true,
    },
    isRemoveAllFollowers: {
      type: "boolean",
      label: "Remove All Followers",
      description: "Remove every follower, including those not listed above",
      optional: true,
    },
    locationId: {
      propDefinition: [app, "locationId"],
    },
  },
  ...endpoint({
    ...api.removeFollowersOpportunity,
    ids: [opportunityId],
    query: [removesAllFollowers],
    body: [followersToRemove],
    summary: ({ followersRemoved }, { opportunityId, userIds }) => `Removed ${movedSummary({ given: userIds, done: followersRemoved, noun: "follower", otherwise: "no follower of this opportunity" })} from opportunity ${opportunityId}`,
  }),
};
