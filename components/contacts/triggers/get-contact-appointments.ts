import app from "../../../common/highlevel.app.ts";
import { eventTypesOf } from "../../../common/polling/event-types.ts";
import { sampleEvent } from "../../../common/polling/poll.ts";
import { pollingProps } from "../../../common/input/polling-props.ts";
import { snapshot } from "../../../common/polling/strategies/snapshot/snapshot.ts";
import { dependsOn } from "../../../common/dropdowns/dropdown.ts";
import { appointments, contactAppointments, statusFlag, statusKind } from "../../../common/resources/appointments.ts";

const eventTypes = eventTypesOf(appointments, ["created", "updated", "status changed", "cancelled", "deleted"], { preset: ["created", "updated", "status changed", "cancelled"] });

export default {
  key: "highlevel_oauth-get-contact-appointments",
  name: "Get Contact Appointments",
  description: "Emit new event when an appointment of the contact is booked, changes, changes its status, is cancelled or deleted. HighLevel gives its times without offset, in the sub-account's time zone. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/contacts/get-appointments-for-contact)",
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
    locationId: {
      propDefinition: [app, "locationId"],
    },
    pollBudget: {
      propDefinition: [app, "pollBudget"],
    },
  },
  ...snapshot({
    resource: appointments,
    endpoints: [contactAppointments],
    resetOn: ["contactId"],
    eventTypes,
    flag: statusFlag,
    flagKind: statusKind,
    read: (poll, after) => poll.pages(contactAppointments, { pathParams: { contactId: poll.source.contactId }, after }),
  }),
  sampleEmit: sampleEvent(appointments.sample, "created"),
};
