import * as api from "../../../common/api/endpoints.ts";
import app from "../../../common/highlevel.app.ts";
import { recordEventTypes } from "../../../common/polling/event-types.ts";
import { sampleEvent } from "../../../common/polling/poll.ts";
import { pollingProps } from "../../../common/input/polling-props.ts";
import { watchRecord } from "../../../common/polling/strategies/watch/watch-record.ts";
import { dependsOn } from "../../../common/dropdowns/dropdown.ts";
import { notifications } from "../../../common/resources/calendar-notifications.ts";
import { fieldNames } from "../../../common/resources/resource.ts";

export default {
  key: "highlevel_oauth-get-calendar-notification",
  name: "Get Calendar Notification",
  description: "Emit new event when the notification is changed, deleted or restored, with the names of the fields that changed. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/calendars/find-event-notification)",
  version: "0.0.1",
  type: "source",
  dedupe: "unique",
  props: {
    app,
    ...pollingProps,
    calendarId: {
      propDefinition: [app, "calendarId", dependsOn("locationId")],
    },
    notificationId: {
      propDefinition: [app, "calendarNotificationId", dependsOn("calendarId")],
    },
    eventTypes: recordEventTypes(notifications),
    watchFields: {
      propDefinition: [app, "watchFields"],
      options: fieldNames(notifications),
    },
    locationId: {
      propDefinition: [app, "locationId"],
    },
    pollBudget: {
      propDefinition: [app, "pollBudget"],
    },
  },
  ...watchRecord({
    resource: notifications,
    endpoint: api.findEventNotification,
    envelope: "notification",
    ids: ["calendarId", "notificationId"],
  }),
  sampleEmit: sampleEvent(notifications.sample, "updated", ["subject"]),
};
