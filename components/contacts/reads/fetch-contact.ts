import * as api from "../../../common/api/endpoints.ts";
import app from "../../../common/highlevel.app.ts";
import { dependsOn } from "../../../common/dropdowns/dropdown.ts";
import { fetchRecord } from "../../../common/operations/fetch.ts";
import { contacts } from "../../../common/resources/contacts.ts";
import { returnableFields } from "../../../common/resources/resource.ts";

export default {
  key: "highlevel_oauth-fetch-contact",
  name: "Fetch Contact",
  description: "Fetch a contact by its ID, with all of its fields. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/contacts/get-contact)",
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
    contactId: { propDefinition: [app, "contactId", dependsOn("locationId")] },
    returnFields: { propDefinition: [app, "returnFields"], options: returnableFields(contacts) },
    locationId: { propDefinition: [app, "locationId"] },
  },
  ...fetchRecord({ ...api.getContact, resource: contacts, envelope: "contact" }),
};
