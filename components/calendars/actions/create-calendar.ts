import { endpoint } from "../../../common/operations/action.ts";
import { locationId, required } from "../../../common/input/fields.ts";
import { idOf } from "../../../common/operations/summary.ts";
import * as api from "../../../common/api/endpoints.ts";
import app from "../../../common/highlevel.app.ts";
import { calendarForm, newCalendarBody, newCalendarFields } from "../../../common/forms/calendar-fields.ts";
import { calendarType } from "../../../common/forms/calendar-team.ts";
import { formOf } from "../../../common/input/choices.ts";

export default {
  key: "highlevel_oauth-create-calendar",
  name: "Create Calendar",
  description: "Create a calendar that contacts can book appointments in. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/calendars/create-calendar)",
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
    name: {
      type: "string",
      label: "Name",
      description: "The name of the calendar",
    },
    ...calendarType,
    ...newCalendarFields,
    locationId: {
      propDefinition: [app, "locationId"],
    },
  },
  ...endpoint({
    ...api.createCalendar,
    form: { ...formOf(calendarType), ...calendarForm },
    body: [locationId, required("name"), ...newCalendarBody],
    result: "calendar",
    summary: (calendar, { name }) => `Created calendar "${calendar.name ?? name}" (${idOf(calendar)})`,
  }),
};
