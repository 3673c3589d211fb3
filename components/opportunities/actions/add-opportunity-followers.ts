import { endpoint } from "../../../common/operations/action.ts";
import { list, required } from "../../../common/input/fields.ts";
import { movedSummary } from "../../../common/operations/moved-summary.ts";
import * as api from "../../../common/api/endpoints.ts";
import app from "../../../common/highlevel.app.ts";
import { dependsOn } from "../../../common/dropdowns/dropdown.ts";
import { opportunityId } from "../../../common/forms/opportunity-fields.ts";

export default {
  key: "highlevel_oauth-add-opportunity-followers",
  name: "Add Followers",
  description: "Let users follow an opportunity; those who follow it already stay. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/opportunities/add-followers-opportunity)",
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
      description: "The users to add as followers of the opportunity. Choose them, or type IDs",
    },
    locationId: {
      propDefinition: [app, "locationId"],
    },
  },
  ...endpoint({
    ...api.addFollowersOpportunity,
    ids: [opportunityId],
    body: [required(list("userIds", "followers"))],
    summary: ({ followersAdded, followers: present }, { opportunityId, userIds }) => `Added ${movedSummary({ given: userIds, done: followersAdded, noun: "follower", otherwise: "already a follower", present })} to opportunity ${opportunityId}`,
  }),
};
