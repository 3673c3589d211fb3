import * as api from "../../../common/api/endpoints.ts";
import app from "../../../common/highlevel.app.ts";
import { recordEventTypes } from "../../../common/polling/event-types.ts";
import { sampleEvent } from "../../../common/polling/poll.ts";
import { pollingProps } from "../../../common/input/polling-props.ts";
import { watchRecord } from "../../../common/polling/strategies/watch/watch-record.ts";
import { dependsOn } from "../../../common/dropdowns/dropdown.ts";
import { calendars } from "../../../common/resources/calendars.ts";
import { fieldNames } from "../../../common/resources/resource.ts";

export default {
  key: "highlevel_oauth-get-calendar-by-id",
  name: "Get Calendar by ID",
  description: "Emit new event when the calendar's settings are changed, or it is deleted or restored, with the names of the fields that changed. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/calendars/get-calendar)",
  version: "0.0.1",
  type: "source",
  dedupe: "unique",
  props: {
    app,
    ...pollingProps,
    calendarId: {
      propDefinition: [app, "calendarId", dependsOn("locationId")],
    },
    eventTypes: recordEventTypes(calendars),
    watchFields: {
      propDefinition: [app, "watchFields"],
      options: fieldNames(calendars),
    },
    locationId: {
      propDefinition: [app, "locationId"],
    },
    pollBudget: {
      propDefinition: [app, "pollBudget"],
    },
  },
  ...watchRecord({
    resource: calendars,
    endpoint: api.getCalendar,
    envelope: "calendar",
    ids: ["calendarId"],
  }),
  sampleEmit: sampleEvent(calendars.sample, "updated", ["openHours"]),
};
