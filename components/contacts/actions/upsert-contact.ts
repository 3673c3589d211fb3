import { endpoint } from "../../../common/operations/action.ts";
import { withErrorHint } from "../../../common/operations/with-error-hint.ts";
import { refusedPhone } from "../../../common/operations/refused-phone.ts";
import { idOf, withForm } from "../../../common/operations/summary.ts";
import * as api from "../../../common/api/endpoints.ts";
import app from "../../../common/highlevel.app.ts";
import { contactForm, newContactBody, newContactFields } from "../../../common/forms/contact-fields.ts";
import { dependsOn } from "../../../common/dropdowns/dropdown.ts";
import { contacts } from "../../../common/resources/contacts.ts";

export default {
  key: "highlevel_oauth-upsert-contact",
  name: "Upsert Contact",
  description: "Update the contact with this email or phone, or create it if there is none. HighLevel may drop secondary emails of a contact that it updates, and leaves out an email or phone that belongs to another contact. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/contacts/upsert-contact)",
  version: "0.1.0",
  type: "action",
  annotations: {
    readOnlyHint: false,
    destructiveHint: false,
    idempotentHint: false,
    openWorldHint: true,
  },
  props: {
    app,
    ...newContactFields,
    tags: {
      propDefinition: [app, "tag", dependsOn("locationId")],
      type: "string[]",
      label: "Tags",
      description: "Replaces all tags of an existing contact. To keep its tags, leave this field empty and use **Add Tags to Contact** afterwards",
      optional: true,
    },
    createNewIfDuplicateAllowed: {
      type: "boolean",
      label: "Create New If Duplicate Allowed",
      description: "Create a new contact without looking for an existing one, if the sub-account allows duplicates",
      optional: true,
      default: false,
    },
    locationId: {
      propDefinition: [app, "locationId"],
    },
  },
  ...withErrorHint(endpoint({
    ...api.upsertContact,
    form: contactForm,
    rules: [{ fields: ["email", "phone"], filled: "any", why: "HighLevel recognizes a contact by them." }],
    body: [...newContactBody, "createNewIfDuplicateAllowed"],
    result: "contact",
    exports: ["new"],
    summary: (contact, props, answer) => `${answer.new ? "Created" : "Updated"} contact ${contacts.label(withForm(contact, props))} (${idOf(contact)})`,
  }), refusedPhone),
};
