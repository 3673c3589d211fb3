import * as api from "../../../common/api/endpoints.ts";
import app from "../../../common/highlevel.app.ts";
import { dependsOn } from "../../../common/dropdowns/dropdown.ts";
import { fetchRecord } from "../../../common/operations/fetch.ts";
import { notifications } from "../../../common/resources/calendar-notifications.ts";
import { returnableFields } from "../../../common/resources/resource.ts";

export default {
  key: "highlevel_oauth-fetch-calendar-notification",
  name: "Fetch Calendar Notification",
  description: "Fetch a notification of a calendar by its ID. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/calendars/find-event-notification)",
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
    calendarId: { propDefinition: [app, "calendarId", dependsOn("locationId")] },
    notificationId: { propDefinition: [app, "calendarNotificationId", dependsOn("calendarId")] },
    returnFields: { propDefinition: [app, "returnFields"], options: returnableFields(notifications) },
    locationId: { propDefinition: [app, "locationId"] },
  },
  ...fetchRecord({ ...api.findEventNotification, resource: notifications, envelope: "notification" }),
};
