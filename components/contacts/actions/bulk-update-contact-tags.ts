import { action } from "../../../common/operations/action.ts";
import { bulkUpdateTags, tagRules } from "../../../common/operations/bulk-tags.ts";
import { locationId } from "../../../common/input/fields.ts";
import * as api from "../../../common/api/endpoints.ts";
import app from "../../../common/highlevel.app.ts";
import { dependsOn } from "../../../common/dropdowns/dropdown.ts";
import { formOf } from "../../../common/input/choices.ts";

const type = {
  type: "string",
  label: "Add or Remove",
  description: "What to do with the tags",
  options: [
    { label: "Add the tags", value: "add" },
    { label: "Remove the tags", value: "remove" },
  ],
};

export default {
  key: "highlevel_oauth-bulk-update-contact-tags",
  name: "Bulk Update Contact Tags",
  description: "Add tags to many contacts, or remove them. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/contacts/create-association)",
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
    type,
    contacts: {
      propDefinition: [app, "contactId", dependsOn("locationId")],
      type: "string[]",
      label: "Contacts",
      description: "Any number of contacts. Choose them, type IDs, or pass a list of ids from an earlier step",
    },
    tags: {
      propDefinition: [app, "tag", dependsOn("locationId")],
      type: "string[]",
      label: "Tags",
      description: "The tags to add or remove. Choose them, or type new ones; HighLevel keeps tags in lower case",
      optional: true,
    },
    removeAllTags: {
      type: "boolean",
      label: "Remove All Tags",
      description: "Remove every tag the contacts have. Only with Remove the tags",
      optional: true,
    },
    locationId: {
      propDefinition: [app, "locationId"],
    },
  },
  ...action({
    endpoints: [api.updateContactTags],
    form: formOf({ type }),
    rules: tagRules,
    body: [locationId, "contacts", "tags", "removeAllTags"],
    run: bulkUpdateTags,
  }),
};
