import { action } from "../../../common/operations/action.ts";
import { createNotifications } from "../../../common/operations/create-notifications.ts";
import * as api from "../../../common/api/endpoints.ts";
import app from "../../../common/highlevel.app.ts";
import { dependsOn } from "../../../common/dropdowns/dropdown.ts";
import { notificationForm, notificationFields, notificationKind } from "../../../common/forms/notification-fields.ts";

export default {
  key: "highlevel_oauth-create-calendar-notification",
  name: "Create Calendar Notification",
  description: "Add a notification to a calendar, such as a confirmation, reminder or follow-up sent for its appointments. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/calendars/create-event-notification)",
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
    calendarId: {
      propDefinition: [app, "calendarId", dependsOn("locationId")],
    },
    ...notificationKind,
    ...notificationFields,
    moreNotifications: {
      type: "string[]",
      label: "More Notifications",
      description: "More notifications to create for the calendar in the same call, each as JSON with HighLevel's field names. Example: `{ \"receiverType\": \"contact\", \"channel\": \"sms\", \"notificationType\": \"reminder\", \"body\": \"See you soon\", \"beforeTime\": [{ \"timeOffset\": 1, \"unit\": \"hours\" }] }`",
      optional: true,
    },
    locationId: {
      propDefinition: [app, "locationId"],
    },
  },
  ...action({
    endpoints: [api.createEventNotification],
    form: notificationForm,
    run: createNotifications,
  }),
};
