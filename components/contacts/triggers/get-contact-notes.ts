import app from "../../../common/highlevel.app.ts";
import { eventTypesOf } from "../../../common/polling/event-types.ts";
import { sampleEvent } from "../../../common/polling/poll.ts";
import { pollingProps } from "../../../common/input/polling-props.ts";
import { snapshot } from "../../../common/polling/strategies/snapshot/snapshot.ts";
import { dependsOn } from "../../../common/dropdowns/dropdown.ts";
import { contactNotes, notes } from "../../../common/resources/notes.ts";

const eventTypes = eventTypesOf(notes, ["created", "updated", "deleted"], { preset: ["created", "updated"] });

export default {
  key: "highlevel_oauth-get-contact-notes",
  name: "Get Contact Notes",
  description: "Emit new event when a note of the contact is created, updated or deleted. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/contacts/get-all-notes)",
  version: "0.0.1",
  type: "source",
  dedupe: "unique",
  props: {
    app,
    ...pollingProps,
    contactId: {
      propDefinition: [app, "contactId", dependsOn("locationId")],
    },
    eventTypes,
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
  ...snapshot({
    resource: notes,
    endpoints: [contactNotes],
    resetOn: ["contactId"],
    eventTypes,
    read: (poll, after) => poll.pages(contactNotes, { pathParams: { contactId: poll.source.contactId }, after }),
  }),
  sampleEmit: sampleEvent(notes.sample, "created"),
};
