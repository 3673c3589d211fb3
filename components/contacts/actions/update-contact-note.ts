import { endpoint } from "../../../common/operations/action.ts";
import { renamed, required } from "../../../common/input/fields.ts";
import * as api from "../../../common/api/endpoints.ts";
import app from "../../../common/highlevel.app.ts";
import { dependsOn } from "../../../common/dropdowns/dropdown.ts";

export default {
  key: "highlevel_oauth-update-contact-note",
  name: "Update Contact Note",
  description: "Change a note of a contact. What is left empty stays as it is. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/contacts/update-note)",
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
    noteId: {
      propDefinition: [app, "noteId", dependsOn("contactId")],
    },
    body: {
      type: "string",
      label: "Body",
      description: "The text of the note",
      optional: true,
    },
    title: {
      type: "string",
      label: "Title",
      description: "A heading for the note",
      optional: true,
    },
    color: {
      type: "string",
      label: "Color",
      description: "The color of the note, such as `#FFAA00`",
      optional: true,
    },
    pinned: {
      type: "boolean",
      label: "Pinned",
      description: "Pin the note above the others",
      optional: true,
    },
    userId: {
      propDefinition: [app, "userId", dependsOn("locationId")],
      description: "The user shown as the author of the note. Choose one, or type an ID",
      optional: true,
    },
    locationId: {
      propDefinition: [app, "locationId"],
    },
  },
  ...endpoint({
    ...api.updateNote,
    ids: [required(renamed("id", "noteId"))],
    body: ["body", "title", "color", "pinned", "userId"],
    result: "note",
    summary: (_, { noteId }) => `Updated note ${noteId}`,
  }),
};
