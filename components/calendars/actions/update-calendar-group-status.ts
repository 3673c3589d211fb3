import { endpoint, succeeded } from "../../../common/operations/action.ts";
import { required } from "../../../common/input/fields.ts";
import * as api from "../../../common/api/endpoints.ts";
import app from "../../../common/highlevel.app.ts";
import { dependsOn } from "../../../common/dropdowns/dropdown.ts";

export default {
  key: "highlevel_oauth-update-calendar-group-status",
  name: "Update Group Status",
  description: "Activate or deactivate a calendar group. Needs the scope `calendars/groups.write`, which Pipedream's managed HighLevel app does not grant: connect your own OAuth client or a Private Integration Token. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/calendars/disable-group)",
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
    groupId: {
      propDefinition: [app, "calendarGroupId", dependsOn("locationId")],
    },
    isActive: {
      type: "boolean",
      label: "Active",
      description: "Whether the group can be booked: true activates it, false makes it a draft",
    },
    locationId: {
      propDefinition: [app, "locationId"],
    },
  },
  ...endpoint({
    ...api.disableGroup,
    body: [required("isActive")],
    result: succeeded,
    summary: (_, { groupId, isActive }) => `${isActive ? "Activated" : "Deactivated"} calendar group ${groupId}`,
  }),
};
