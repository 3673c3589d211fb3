import { endpoint } from "../../../common/operations/action.ts";
import * as api from "../../../common/api/endpoints.ts";
import app from "../../../common/highlevel.app.ts";
import { calendarBody, calendarForm, calendarFields } from "../../../common/forms/calendar-fields.ts";
import { dependsOn } from "../../../common/dropdowns/dropdown.ts";

export default {
  key: "highlevel_oauth-update-calendar",
  name: "Update Calendar",
  description: "Change the settings of a calendar. Fields you leave empty stay unchanged; team members, weekly hours and meeting locations are replaced as a whole. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/calendars/update-calendar)",
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
    calendarId: {
      propDefinition: [app, "calendarId", dependsOn("locationId")],
    },
    name: {
      type: "string",
      label: "Name",
      description: "The name of the calendar",
      optional: true,
    },
    ...calendarFields,
    locationId: {
      propDefinition: [app, "locationId"],
    },
  },
  ...endpoint({
    ...api.updateCalendar,
    form: calendarForm,
    body: ["name", ...calendarBody],
    result: "calendar",
    summary: (calendar, { calendarId }) => `Updated calendar "${calendar.name ?? calendarId}" (${calendarId})`,
  }),
};
