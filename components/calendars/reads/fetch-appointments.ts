import app from "../../../common/highlevel.app.ts";
import { calendarSpanProps, calendarSpanQuery, readSpan } from "../../../common/forms/calendar-span.ts";
import { oneOwnerAtMost } from "../../../common/forms/calendar-window.ts";
import { formOf } from "../../../common/input/choices.ts";
import { fetchRecords } from "../../../common/operations/fetch.ts";
import { calendarEventList, calendarEvents } from "../../../common/resources/calendar-events.ts";
import { calendarsOfLocation } from "../../../common/resources/calendars.ts";
import { returnableFields } from "../../../common/resources/resource.ts";

export default {
  key: "highlevel_oauth-fetch-appointments",
  name: "Fetch Appointments",
  description: "Fetch the appointments that start in a span of time, in order of their start: of one calendar, user or calendar group, or of the whole sub-account. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/calendars/get-calendar-events)",
  version: "0.0.1",
  type: "action",
  annotations: {
    readOnlyHint: true,
    destructiveHint: false,
    idempotentHint: true,
    openWorldHint: true,
  },
  props: {
    app,
    ...calendarSpanProps,
    returnFields: { propDefinition: [app, "returnFields"], options: returnableFields(calendarEvents) },
    maxResults: { propDefinition: [app, "maxResults"] },
    locationId: { propDefinition: [app, "locationId"] },
  },
  ...fetchRecords({
    resource: calendarEvents,
    list: calendarEventList,
    calls: [calendarsOfLocation],
    form: formOf(calendarSpanProps),
    rules: [oneOwnerAtMost],
    query: calendarSpanQuery,
    read: readSpan(),
  }),
};
