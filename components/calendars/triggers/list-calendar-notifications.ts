import app from "../../../common/highlevel.app.ts";
import { eventTypesOf } from "../../../common/polling/event-types.ts";
import { sampleEvent } from "../../../common/polling/poll.ts";
import { pollingProps } from "../../../common/input/polling-props.ts";
import { snapshot } from "../../../common/polling/strategies/snapshot/snapshot.ts";
import { dependsOn } from "../../../common/dropdowns/dropdown.ts";
import { notifications, notificationsOfCalendar, withoutDeleted } from "../../../common/resources/calendar-notifications.ts";
import { activeFlag, activeKind } from "../../../common/resources/calendars.ts";

const eventTypes = eventTypesOf(notifications, ["created", "updated", "activated", "deactivated", "deleted"], { preset: ["created", "updated", "activated", "deactivated"] });

export default {
  key: "highlevel_oauth-list-calendar-notifications",
  name: "List Calendar Notifications",
  description: "Emit new event when a notification of the calendar is created, updated, switched on (activated) or off (deactivated), or deleted. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/calendars/get-event-notification)",
  version: "0.0.1",
  type: "source",
  dedupe: "unique",
  props: {
    app,
    ...pollingProps,
    calendarId: {
      propDefinition: [app, "calendarId", dependsOn("locationId")],
    },
    eventTypes,
    isActive: {
      type: "boolean",
      label: "Only Active",
      description: "True to watch only active notifications, false to watch only inactive ones; a notification that is switched on or off then counts as created or deleted. Leave it empty to watch both",
      optional: true,
    },
    deleted: {
      type: "boolean",
      label: "Only Deleted",
      description: "Watch the notifications marked as deleted instead; a notification that is deleted then counts as created",
      optional: true,
    },
    locationId: {
      propDefinition: [app, "locationId"],
    },
    pollBudget: {
      propDefinition: [app, "pollBudget"],
    },
  },
  ...snapshot({
    resource: notifications,
    endpoints: [notificationsOfCalendar],
    resetOn: ["calendarId", "isActive", "deleted"],
    eventTypes,
    flag: activeFlag,
    flagKind: activeKind,
    read: (poll, after) => {
      const { calendarId, isActive, deleted } = poll.source;
      const pages = poll.pages(notificationsOfCalendar, { pathParams: { calendarId }, query: { isActive, deleted }, after });
      return deleted === true ? pages : withoutDeleted(pages);
    },
  }),
  sampleEmit: sampleEvent(notifications.sample, "created"),
};
