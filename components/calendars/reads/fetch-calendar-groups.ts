import app from "../../../common/highlevel.app.ts";
import { locationId } from "../../../common/input/fields.ts";
import { fetchRecords } from "../../../common/operations/fetch.ts";
import { calendarGroups, groupsOfLocation } from "../../../common/resources/calendars.ts";

export default {
  key: "highlevel_oauth-fetch-calendar-groups",
  name: "Fetch Calendar Groups",
  description: "Fetch the calendar groups of the sub-account. Needs the scope `calendars/groups.readonly`, which Pipedream's managed HighLevel app does not grant: connect your own OAuth client or a Private Integration Token. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/calendars/get-groups)",
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
    maxResults: { propDefinition: [app, "maxResults"] },
    locationId: { propDefinition: [app, "locationId"] },
  },
  ...fetchRecords({ resource: calendarGroups, list: groupsOfLocation, query: [locationId] }),
};
