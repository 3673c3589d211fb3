import { endpoint } from "../../../common/operations/action.ts";
import { required } from "../../../common/input/fields.ts";
import { idOf } from "../../../common/operations/summary.ts";
import * as api from "../../../common/api/endpoints.ts";
import app from "../../../common/highlevel.app.ts";
import { dependsOn } from "../../../common/dropdowns/dropdown.ts";

export default {
  key: "highlevel_oauth-create-contact-note",
  name: "Create Contact Note",
  description: "Add a note to a contact. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/contacts/create-note)",
  version: "0.0.1",
  type: "action",
  annotations: {
    readOnlyHint: false,
    destructiveHint: false,
    idempotentHint: false,
    openWorldHint: true,
  },
  props: {
    app,
    contactId: {
      propDefinition: [app, "contactId", dependsOn("locationId")],
    },
    body: {
      type: "string",
      label: "Body",
      description: "The text of the note",
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
    ...api.createNote,
    body: [required("body"), "title", "color", "pinned", "userId"],
    result: "note",
    summary: (note, { contactId }) => `Created note ${idOf(note)} on contact ${contactId}`,
  }),
};
