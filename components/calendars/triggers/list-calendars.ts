import app from "../../../common/highlevel.app.ts";
import { eventTypesOf } from "../../../common/polling/event-types.ts";
import { sampleEvent } from "../../../common/polling/poll.ts";
import { pollingProps } from "../../../common/input/polling-props.ts";
import { snapshot } from "../../../common/polling/strategies/snapshot/snapshot.ts";
import { dependsOn } from "../../../common/dropdowns/dropdown.ts";
import { activeFlag, activeKind, calendars, calendarsOfLocation } from "../../../common/resources/calendars.ts";

const eventTypes = eventTypesOf(calendars, ["created", "updated", "activated", "deactivated", "deleted"]);

export default {
  key: "highlevel_oauth-list-calendars",
  name: "List Calendars",
  description: "Emit new event when a calendar is created, changed, activated, deactivated or deleted. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/calendars/get-calendars)",
  version: "0.0.1",
  type: "source",
  dedupe: "unique",
  props: {
    app,
    ...pollingProps,
    groupId: {
      propDefinition: [app, "calendarGroupId", dependsOn("locationId")],
      description: "Watch only the calendars of this group. Choose one, or type a group ID (the list needs the scope `calendars/groups.readonly`)",
      optional: true,
    },
    showDrafted: {
      type: "boolean",
      label: "Show Drafts",
      description: "Also watch drafts, that is, inactive calendars. If off, a calendar that is deactivated counts as deleted",
      optional: true,
      default: true,
    },
    eventTypes,
    locationId: {
      propDefinition: [app, "locationId"],
    },
    pollBudget: {
      propDefinition: [app, "pollBudget"],
    },
  },
  ...snapshot({
    resource: calendars,
    endpoints: [calendarsOfLocation],
    resetOn: ["groupId", "showDrafted"],
    eventTypes,
    flag: activeFlag,
    flagKind: activeKind,
    read: (poll, after) => poll.pages(calendarsOfLocation, {
      query: { locationId: poll.locationId, groupId: poll.text("groupId"), showDrafted: poll.source.showDrafted ?? true },
      after,
    }),
  }),
  sampleEmit: sampleEvent(calendars.sample, "created"),
};
