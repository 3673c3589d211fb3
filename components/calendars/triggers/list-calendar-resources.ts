import app from "../../../common/highlevel.app.ts";
import { eventTypesOf } from "../../../common/polling/event-types.ts";
import { sampleEvent } from "../../../common/polling/poll.ts";
import { pollingProps } from "../../../common/input/polling-props.ts";
import { snapshot } from "../../../common/polling/strategies/snapshot/snapshot.ts";
import { calendarResources, resourcesOfLocation } from "../../../common/resources/calendar-resources.ts";
import { activeFlag, activeKind } from "../../../common/resources/calendars.ts";

const eventTypes = eventTypesOf(calendarResources, ["created", "updated", "activated", "deactivated", "deleted"], { preset: ["created", "updated", "activated", "deactivated"] });

import { resourceForm } from "../../../common/forms/calendar-resource-fields.ts";
export default {
  key: "highlevel_oauth-list-calendar-resources",
  name: "List Calendar Resources",
  description: "Emit new event when a room or equipment of the sub-account is created, updated, switched on (activated) or off (deactivated), or deleted. Needs the scope `calendars/resources.readonly`, which Pipedream's managed HighLevel app does not grant: connect your own OAuth client or a Private Integration Token. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/calendars/fetch-calendar-resources)",
  version: "0.0.1",
  type: "source",
  dedupe: "unique",
  props: {
    app,
    ...pollingProps,
    resourceType: {
      propDefinition: [app, "calendarResourceType"],
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
    resource: calendarResources,
    endpoints: [resourcesOfLocation],
    resetOn: ["resourceType"],
    eventTypes,
    form: resourceForm,
    flag: activeFlag,
    flagKind: activeKind,
    read: (poll, after) => poll.pages(resourcesOfLocation, {
      pathParams: { resourceType: poll.source.resourceType },
      query: { locationId: poll.locationId },
      after,
    }),
  }),
  sampleEmit: sampleEvent(calendarResources.sample, "created"),
};
