import * as api from "../../../common/api/endpoints.ts";
import app from "../../../common/highlevel.app.ts";
import { recordEventTypes } from "../../../common/polling/event-types.ts";
import { sampleEvent } from "../../../common/polling/poll.ts";
import { pollingProps } from "../../../common/input/polling-props.ts";
import { watchRecord } from "../../../common/polling/strategies/watch/watch-record.ts";
import { dependsOn } from "../../../common/dropdowns/dropdown.ts";
import { notes } from "../../../common/resources/notes.ts";
import { fieldNames } from "../../../common/resources/resource.ts";

export default {
  key: "highlevel_oauth-get-contact-note-by-id",
  name: "Get Contact Note by ID",
  description: "Emit new event when the note is changed, deleted or restored, with the names of the fields that changed. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/contacts/get-note)",
  version: "0.0.1",
  type: "source",
  dedupe: "unique",
  props: {
    app,
    ...pollingProps,
    contactId: {
      propDefinition: [app, "contactId", dependsOn("locationId")],
    },
    noteId: {
      propDefinition: [app, "noteId", dependsOn("contactId")],
    },
    eventTypes: recordEventTypes(notes),
    watchFields: {
      propDefinition: [app, "watchFields"],
      options: fieldNames(notes),
    },
    fieldMap: {
      propDefinition: [app, "fieldMap"],
    },
    locationId: {
      propDefinition: [app, "locationId"],
    },
    pollBudget: {
      propDefinition: [app, "pollBudget"],
    },
  },
  ...watchRecord({
    resource: notes,
    endpoint: api.getNote,
    envelope: "note",
    ids: ["contactId", "noteId"],
  }),
  sampleEmit: sampleEvent(notes.sample, "updated", ["body"]),
};
