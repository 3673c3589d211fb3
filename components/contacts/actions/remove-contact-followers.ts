import { endpoint } from "../../../common/operations/action.ts";
import { list, required } from "../../../common/input/fields.ts";
import { movedSummary } from "../../../common/operations/moved-summary.ts";
import * as api from "../../../common/api/endpoints.ts";
import app from "../../../common/highlevel.app.ts";
import { dependsOn } from "../../../common/dropdowns/dropdown.ts";

export default {
  key: "highlevel_oauth-remove-contact-followers",
  name: "Remove Contact Followers",
  description: "Let users no longer follow a contact. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/contacts/remove-followers-contact)",
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
      description: "The users to remove as followers of the contact. Choose them, or type IDs",
    },
    locationId: {
      propDefinition: [app, "locationId"],
    },
  },
  ...endpoint({
    ...api.removeFollowersContact,
    body: [required(list("userIds", "followers"))],
    summary: ({ followersRemoved }, { contactId, userIds }) => `Removed ${movedSummary({ given: userIds, done: followersRemoved, noun: "follower", otherwise: "no follower of this contact" })} from contact ${contactId}`,
  }),
};
