import { action } from "../../../common/operations/action.ts";
import { findContact } from "../../../common/operations/find-contact.ts";
import * as api from "../../../common/api/endpoints.ts";
import app from "../../../common/highlevel.app.ts";
import { dependsOn } from "../../../common/dropdowns/dropdown.ts";

export default {
  key: "highlevel_oauth-find-contact",
  name: "Find Contact",
  description: "Look for a contact by its id, email or phone: by the id first, then by the email, then by the phone, as far as they are filled in. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/contacts/get-duplicate-contact)",
  version: "0.0.1",
  type: "action",
  annotations: {
    readOnlyHint: true,
    destructiveHint: false,
    idempotentHint: true,
    openWorldHint: true,
  },
  props: {
    app,
    contactId: {
      propDefinition: [app, "contactId", dependsOn("locationId")],
      optional: true,
    },
    email: {
      type: "string",
      label: "Email",
      description: "The contact's email address",
      optional: true,
    },
    phone: {
      type: "string",
      label: "Phone",
      description: "The contact's phone number with the country code, such as +12025550143",
      optional: true,
    },
    errorIfNotFound: {
      type: "boolean",
      label: "Error If Not Found",
      description: "Stop the workflow if no contact is found. Otherwise, the step returns nothing and the workflow continues",
      optional: true,
      default: false,
    },
    locationId: {
      propDefinition: [app, "locationId"],
    },
  },
  ...action({
    endpoints: [api.getDuplicateContact, api.getContact],
    rules: [{ fields: ["contactId", "email", "phone"], filled: "any", why: "They say whom to look for." }],
    run: findContact,
  }),
};
