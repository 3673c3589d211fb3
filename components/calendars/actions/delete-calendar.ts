import { endpoint, succeeded } from "../../../common/operations/action.ts";
import * as api from "../../../common/api/endpoints.ts";
import app from "../../../common/highlevel.app.ts";
import { dependsOn } from "../../../common/dropdowns/dropdown.ts";

export default {
  key: "highlevel_oauth-delete-calendar",
  name: "Delete Calendar",
  description: "Delete a calendar of the sub-account. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/calendars/delete-calendar)",
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
      propDefinition: [app, "calendarId", dependsOn("locationId")],
    },
    locationId: {
      propDefinition: [app, "locationId"],
    },
  },
  ...endpoint({
    ...api.deleteCalendar,
    result: succeeded,
    summary: (_, { calendarId }) => `Deleted calendar ${calendarId}`,
  }),
};
