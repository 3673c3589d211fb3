import { endpoint, succeeded } from "../../../common/operations/action.ts";
import * as api from "../../../common/api/endpoints.ts";
import app from "../../../common/highlevel.app.ts";
import { dependsOn } from "../../../common/dropdowns/dropdown.ts";

export default {
  key: "highlevel_oauth-delete-calendar-group",
  name: "Delete Calendar Group",
  description: "Delete a calendar group. Needs the scope `calendars/groups.write`, which Pipedream's managed HighLevel app does not grant: connect your own OAuth client or a Private Integration Token. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/calendars/delete-group)",
  version: "0.0.1",
  type: "action",
  annotations: {
    readOnlyHint: false,
    destructiveHint: true,
    idempotentHint: true,
    openWorldHint: true,
  },
  props: {
    app,
    groupId: {
      propDefinition: [app, "calendarGroupId", dependsOn("locationId")],
    },
    locationId: {
      propDefinition: [app, "locationId"],
    },
  },
  ...endpoint({
    ...api.deleteGroup,
    result: succeeded,
    summary: (_, { groupId }) => `Deleted calendar group ${groupId}`,
  }),
};
