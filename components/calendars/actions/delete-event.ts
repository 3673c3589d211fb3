import { endpoint, succeeded } from "../../../common/operations/action.ts";
import * as api from "../../../common/api/endpoints.ts";
import app from "../../../common/highlevel.app.ts";
import { dependsOn } from "../../../common/dropdowns/dropdown.ts";

export default {
  key: "highlevel_oauth-delete-event",
  name: "Delete Event",
  description: "Delete an appointment or a blocked slot. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/calendars/delete-event)",
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
    calendarId: {
      propDefinition: [app, "calendarOfList", dependsOn("locationId")],
    },
    eventId: {
      propDefinition: [app, "calendarEventId", dependsOn("locationId", "calendarId")],
    },
    locationId: {
      propDefinition: [app, "locationId"],
    },
  },
  ...endpoint({
    ...api.deleteEvent,
    body: [],
    result: succeeded,
    summary: (_, { eventId }) => `Deleted event ${eventId}`,
  }),
};
