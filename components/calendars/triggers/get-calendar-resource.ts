import * as api from "../../../common/api/endpoints.ts";
import app from "../../../common/highlevel.app.ts";
import { recordEventTypes } from "../../../common/polling/event-types.ts";
import { sampleEvent } from "../../../common/polling/poll.ts";
import { pollingProps } from "../../../common/input/polling-props.ts";
import { watchRecord } from "../../../common/polling/strategies/watch/watch-record.ts";
import { resourceForm } from "../../../common/forms/calendar-resource-fields.ts";
import { dependsOn } from "../../../common/dropdowns/dropdown.ts";
import { calendarResources, resourceEnvelope } from "../../../common/resources/calendar-resources.ts";
import { fieldNames } from "../../../common/resources/resource.ts";

export default {
  key: "highlevel_oauth-get-calendar-resource",
  name: "Get Calendar Resource",
  description: "Emit new event when the room or equipment is changed, deleted or restored, with the names of the fields that changed. Needs the scope `calendars/resources.readonly`, which Pipedream's managed HighLevel app does not grant: connect your own OAuth client or a Private Integration Token. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/calendars/get-calendar-resource)",
  version: "0.0.1",
  type: "source",
  dedupe: "unique",
  props: {
    app,
    ...pollingProps,
    resourceType: {
      propDefinition: [app, "calendarResourceType"],
    },
    resourceId: {
      propDefinition: [app, "calendarResourceId", dependsOn("locationId", "resourceType")],
    },
    eventTypes: recordEventTypes(calendarResources),
    watchFields: {
      propDefinition: [app, "watchFields"],
      options: fieldNames(calendarResources),
    },
    locationId: {
      propDefinition: [app, "locationId"],
    },
    pollBudget: {
      propDefinition: [app, "pollBudget"],
    },
  },
  ...watchRecord({
    resource: calendarResources,
    endpoint: api.getCalendarResource,
    envelope: resourceEnvelope,
    ids: ["resourceType", "resourceId"],
    form: resourceForm,
  }),
  sampleEmit: sampleEvent(calendarResources.sample, "updated", ["capacity"]),
};
