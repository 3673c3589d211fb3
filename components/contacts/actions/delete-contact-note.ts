import { endpoint, succeeded } from "../../../common/operations/action.ts";
import { renamed, required } from "../../../common/input/fields.ts";
import * as api from "../../../common/api/endpoints.ts";
import app from "../../../common/highlevel.app.ts";
import { dependsOn } from "../../../common/dropdowns/dropdown.ts";

export default {
  key: "highlevel_oauth-delete-contact-note",
  name: "Delete Contact Note",
  description: "Delete a note of a contact. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/contacts/delete-note)",
  version: "0.0.1",
  type: "action",
  annotations: {
    readOnlyHint: false,
    destructiveHint: true,
    idempotentHint: true,
    openWorldHint: true,
  },
  props: {
    app,
    contactId: {
      propDefinition: [app, "contactId", dependsOn("locationId")],
    },
    noteId: {
      propDefinition: [app, "noteId", dependsOn("contactId")],
    },
    locationId: {
      propDefinition: [app, "locationId"],
    },
  },
  ...endpoint({
    ...api.deleteNote,
    ids: [required(renamed("id", "noteId"))],
    result: succeeded,
    summary: (_, { noteId }) => `Deleted note ${noteId}`,
  }),
};
