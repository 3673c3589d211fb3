import app from "../../../common/highlevel.app.ts";
import { dependsOn } from "../../../common/dropdowns/dropdown.ts";
import { fetchRecords } from "../../../common/operations/fetch.ts";
import { isDeleted } from "../../../common/resources/calendar-events.ts";
import { notifications, notificationsOfCalendar } from "../../../common/resources/calendar-notifications.ts";
import { returnableFields } from "../../../common/resources/resource.ts";

export default {
  key: "highlevel_oauth-fetch-calendar-notifications",
  name: "Fetch Calendar Notifications",
  description: "Fetch the notifications that a calendar sends. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/calendars/get-event-notification)",
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
    isActive: { type: "boolean", label: "Only Active", description: "True to fetch only active notifications, false to fetch only inactive ones. Leave it empty to fetch both", optional: true },
    deleted: { type: "boolean", label: "Only Deleted", description: "Fetch the notifications marked as deleted instead", optional: true },
    returnFields: { propDefinition: [app, "returnFields"], options: returnableFields(notifications) },
    maxResults: { propDefinition: [app, "maxResults"] },
    locationId: { propDefinition: [app, "locationId"] },
  },
  ...fetchRecords({
    resource: notifications,
    list: notificationsOfCalendar,
    query: ["isActive", "deleted"],
    where: (notification, { deleted }) => deleted === true || !isDeleted(notification),
  }),
};
