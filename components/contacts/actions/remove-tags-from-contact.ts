import { endpoint } from "../../../common/operations/action.ts";
import { list, required } from "../../../common/input/fields.ts";
import { movedSummary } from "../../../common/operations/moved-summary.ts";
import * as api from "../../../common/api/endpoints.ts";
import app from "../../../common/highlevel.app.ts";
import { dependsOn } from "../../../common/dropdowns/dropdown.ts";

export default {
  key: "highlevel_oauth-remove-tags-from-contact",
  name: "Remove Tags from Contact",
  description: "Remove tags from a contact; its other tags stay. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/contacts/remove-tags)",
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
      description: "The tags to remove. Choose them, or type them",
    },
    locationId: {
      propDefinition: [app, "locationId"],
    },
  },
  ...endpoint({
    ...api.removeTags,
    body: [required(list("tags"))],
    summary: ({ tagsRemoved }, { contactId, tags }) => `Removed ${movedSummary({ given: tags, done: tagsRemoved, noun: "tag", otherwise: "not a tag of this contact" })} from contact ${contactId}`,
  }),
};
