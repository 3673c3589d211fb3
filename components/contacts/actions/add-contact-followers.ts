import { endpoint } from "../../../common/operations/action.ts";
import { list, required } from "../../../common/input/fields.ts";
import { movedSummary } from "../../../common/operations/moved-summary.ts";
import * as api from "../../../common/api/endpoints.ts";
import app from "../../../common/highlevel.app.ts";
import { dependsOn } from "../../../common/dropdowns/dropdown.ts";

export default {
  key: "highlevel_oauth-add-contact-followers",
  name: "Add Contact Followers",
  description: "Let users follow a contact; those who follow it already stay. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/contacts/add-followers-contact)",
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
    contactId: {
      propDefinition: [app, "contactId", dependsOn("locationId")],
    },
    userIds: {
      propDefinition: [app, "userId", dependsOn("locationId")],
      type: "string[]",
      label: "Followers",
      description: "The users to add as followers of the contact. Choose them, or type IDs",
    },
    locationId: {
      propDefinition: [app, "locationId"],
    },
  },
  ...endpoint({
    ...api.addFollowersContact,
    body: [required(list("userIds", "followers"))],
    summary: ({ followersAdded, followers: present }, { contactId, userIds }) => `Added ${movedSummary({ given: userIds, done: followersAdded, noun: "follower", otherwise: "already a follower", present })} to contact ${contactId}`,
  }),
};
