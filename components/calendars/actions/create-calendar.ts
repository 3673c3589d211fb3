import { endpoint } from "../../../common/actions/action.ts";
import { locationId, required } from "../../../common/actions/fields.ts";
import { idOf } from "../../../common/actions/told.ts";
import app from "../../../common/highlevel.app.ts";
import { calendarBody, calendarForm, calendarFields, slotBufferUnit } from "../../../common/props/calendar-fields.ts";
import { calendarTypes } from "../../../common/props/calendar-team.ts";
import { formOf } from "../../../common/text/choices.ts";

const calendarType = {
  type: "string",
  label: "Type",
  description: "What kind of calendar it is; it cannot be changed later. All but Event need Team Members, a personal calendar exactly one. In a collective calendar one member is primary: the first, unless you name another",
  options: calendarTypes,
  optional: true,
};

export default {
  key: "highlevel_oauth-create-calendar",
  name: "Create Calendar",
  description: "Create a calendar. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/calendars/create-calendar)",
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
    calendarType,
    ...calendarFields,
    slotBufferUnit,
    locationId: {
      propDefinition: [app, "locationId"],
    },
  },
  ...endpoint({
    method: "POST",
    path: "/calendars/",
    scope: "calendars.write",
    form: { ...formOf({ calendarType }), ...calendarForm },
    body: [locationId, required("name", "Name"), "calendarType", ...calendarBody, "slotBufferUnit"],
    result: "calendar",
    summary: (calendar, { name }) => `Created calendar "${calendar.name ?? name}" (${idOf(calendar)})`,
  }),
};
