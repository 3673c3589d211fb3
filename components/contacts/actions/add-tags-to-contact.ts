import { endpoint } from "../../../common/operations/action.ts";
import { list, required } from "../../../common/input/fields.ts";
import { movedSummary } from "../../../common/operations/moved-summary.ts";
import * as api from "../../../common/api/endpoints.ts";
import app from "../../../common/highlevel.app.ts";
import { dependsOn } from "../../../common/dropdowns/dropdown.ts";

export default {
  key: "highlevel_oauth-add-tags-to-contact",
  name: "Add Tags to Contact",
  description: "Add tags to a contact; the tags it has already stay. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/contacts/add-tags)",
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
    tags: {
      propDefinition: [app, "tag", dependsOn("locationId")],
      type: "string[]",
      label: "Tags",
      description: "The tags to add. Choose them, or type new ones; HighLevel keeps tags in lower case",
    },
    locationId: {
      propDefinition: [app, "locationId"],
    },
  },
  ...endpoint({
    ...api.addTags,
    body: [required(list("tags"))],
    summary: ({ tagsAdded, tags: present }, { contactId, tags }) => `Added ${movedSummary({ given: tags, done: tagsAdded, noun: "tag", otherwise: "already there", present })} to contact ${contactId}`,
  }),
};
