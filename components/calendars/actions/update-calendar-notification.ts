import { endpoint } from "../../../common/operations/action.ts";
import * as api from "../../../common/api/endpoints.ts";
import app from "../../../common/highlevel.app.ts";
import { dependsOn } from "../../../common/dropdowns/dropdown.ts";
import { changedNotificationFields, changedNotificationKind, notificationBody, notificationForm } from "../../../common/forms/notification-fields.ts";

export default {
  key: "highlevel_oauth-update-calendar-notification",
  name: "Update Notification",
  description: "Change a notification of a calendar. Fields you leave empty stay unchanged. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/calendars/update-event-notification)",
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
    notificationId: {
      propDefinition: [app, "calendarNotificationId", dependsOn("calendarId")],
    },
    ...changedNotificationKind,
    ...changedNotificationFields,
    deleted: {
      type: "boolean",
      label: "Deleted",
      description: "Mark the notification as deleted (true) or restore it (false)",
      optional: true,
    },
    locationId: {
      propDefinition: [app, "locationId"],
    },
  },
  ...endpoint({
    ...api.updateEventNotification,
    form: notificationForm,
    body: [...notificationBody, "deleted"],
    summary: (_, { notificationId }) => `Updated notification ${notificationId}`,
  }),
};
