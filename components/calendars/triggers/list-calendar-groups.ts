import app from "../../../common/highlevel.app.ts";
import { eventTypesOf } from "../../../common/polling/event-types.ts";
import { sampleEvent } from "../../../common/polling/poll.ts";
import { pollingProps } from "../../../common/input/polling-props.ts";
import { snapshot } from "../../../common/polling/strategies/snapshot/snapshot.ts";
import { activeFlag, activeKind, calendarGroups, groupsOfLocation } from "../../../common/resources/calendars.ts";

const eventTypes = eventTypesOf(calendarGroups, ["created", "updated", "activated", "deactivated", "deleted"]);

export default {
  key: "highlevel_oauth-list-calendar-groups",
  name: "List Calendar Groups",
  description: "Emit new event when a calendar group is created, changed, activated, deactivated or deleted. Needs the scope `calendars/groups.readonly`, which Pipedream's managed HighLevel app does not grant: connect your own OAuth client or a Private Integration Token. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/calendars/get-groups)",
  version: "0.0.1",
  type: "source",
  dedupe: "unique",
  props: {
    app,
    ...pollingProps,
    eventTypes,
    locationId: {
      propDefinition: [app, "locationId"],
    },
    pollBudget: {
      propDefinition: [app, "pollBudget"],
    },
  },
  ...snapshot({
    resource: calendarGroups,
    endpoints: [groupsOfLocation],
    resetOn: [],
    eventTypes,
    flag: activeFlag,
    flagKind: activeKind,
    read: (poll, after) => poll.pages(groupsOfLocation, { query: { locationId: poll.locationId }, after }),
  }),
  sampleEmit: sampleEvent(calendarGroups.sample, "created"),
};
