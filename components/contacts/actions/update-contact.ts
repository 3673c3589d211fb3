import { endpoint } from "../../../common/operations/action.ts";
import { clearable } from "../../../common/operations/clear.ts";
import { withErrorHint } from "../../../common/operations/with-error-hint.ts";
import { refusedPhone } from "../../../common/operations/refused-phone.ts";
import * as api from "../../../common/api/endpoints.ts";
import app from "../../../common/highlevel.app.ts";
import { clearableContactFields, contactBody, contactForm, contactFields } from "../../../common/forms/contact-fields.ts";
import { dependsOn } from "../../../common/dropdowns/dropdown.ts";
import { contacts } from "../../../common/resources/contacts.ts";
import { formOf } from "../../../common/input/choices.ts";

const clearFields = {
  type: "string[]",
  label: "Fields to Clear",
  description: "Fields to empty, because a field left empty in this form keeps its value. HighLevel does not allow emptying Postal Code and Country",
  options: clearableContactFields,
  optional: true,
};

export default {
  key: "highlevel_oauth-update-contact",
  name: "Update Contact",
  description: "Change a contact. What is left empty stays as it is. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/contacts/update-contact)",
  version: "0.1.0",
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
    ...contactFields,
    tags: {
      propDefinition: [app, "tag", dependsOn("locationId")],
      type: "string[]",
      label: "Tags",
      description: "Replaces all tags of the contact. To keep its tags, use **Add Tags to Contact**",
      optional: true,
    },
    clearFields,
    locationId: {
      propDefinition: [app, "locationId"],
    },
  },
  ...withErrorHint(endpoint({
    ...api.updateContact,
    form: { ...formOf({ clearFields }), ...contactForm },
    body: clearable(contactBody, clearableContactFields, { tags: [] }),
    result: "contact",
    summary: (contact, { contactId }) => `Updated contact ${contacts.label({ ...contact, id: contactId })} (${contactId})`,
  }), refusedPhone),
};
