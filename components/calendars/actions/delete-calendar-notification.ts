import { endpoint } from "../../../common/operations/action.ts";
import * as api from "../../../common/api/endpoints.ts";
import app from "../../../common/highlevel.app.ts";
import { dependsOn } from "../../../common/dropdowns/dropdown.ts";

export default {
  key: "highlevel_oauth-delete-calendar-notification",
  name: "Delete Notification",
  description: "Delete a notification of a calendar. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/calendars/delete-event-notification)",
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
    notificationId: {
      propDefinition: [app, "calendarNotificationId", dependsOn("calendarId")],
    },
    locationId: {
      propDefinition: [app, "locationId"],
    },
  },
  ...endpoint({
    ...api.deleteEventNotification,
    summary: (_, { notificationId }) => `Deleted notification ${notificationId}`,
  }),
};
