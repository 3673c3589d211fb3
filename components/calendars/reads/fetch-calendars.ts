import app from "../../../common/highlevel.app.ts";
import { dependsOn } from "../../../common/dropdowns/dropdown.ts";
import { locationId, withDefault } from "../../../common/input/fields.ts";
import { fetchRecords } from "../../../common/operations/fetch.ts";
import { calendars, calendarsOfLocation } from "../../../common/resources/calendars.ts";
import { returnableFields } from "../../../common/resources/resource.ts";

export default {
  key: "highlevel_oauth-fetch-calendars",
  name: "Fetch Calendars",
  description: "Fetch the calendars of the sub-account, or of one calendar group. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/calendars/get-calendars)",
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
    groupId: { propDefinition: [app, "calendarGroupId", dependsOn("locationId")], description: "Fetch only the calendars of this group. Choose one, or type a group ID (the list needs the scope `calendars/groups.readonly`)", optional: true },
    showDrafted: { type: "boolean", label: "Show Drafts", description: "Also fetch drafts, that is, inactive calendars", optional: true, default: true },
    returnFields: { propDefinition: [app, "returnFields"], options: returnableFields(calendars) },
    maxResults: { propDefinition: [app, "maxResults"] },
    locationId: { propDefinition: [app, "locationId"] },
  },
  ...fetchRecords({ resource: calendars, list: calendarsOfLocation, query: [locationId, "groupId", withDefault("showDrafted", true)] }),
};
