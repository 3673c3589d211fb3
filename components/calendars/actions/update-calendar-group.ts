import { endpoint } from "../../../common/operations/action.ts";
import { required } from "../../../common/input/fields.ts";
import * as api from "../../../common/api/endpoints.ts";
import app from "../../../common/highlevel.app.ts";
import { dependsOn } from "../../../common/dropdowns/dropdown.ts";

export default {
  key: "highlevel_oauth-update-calendar-group",
  name: "Update Calendar Group",
  description: "Change the name, description and slug of a calendar group; all three are replaced. Needs the scope `calendars/groups.write`, which Pipedream's managed HighLevel app does not grant: connect your own OAuth client or a Private Integration Token. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/calendars/edit-group)",
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
    name: {
      type: "string",
      label: "Name",
      description: "The name of the group. HighLevel replaces name, description and slug together",
    },
    description: {
      type: "string",
      label: "Description",
      description: "What the group is for",
    },
    slug: {
      type: "string",
      label: "Slug",
      description: "The last part of the group's URL, such as `consultations`. It must be unique in the sub-account; **Validate Group Slug** checks that",
    },
    locationId: {
      propDefinition: [app, "locationId"],
    },
  },
  ...endpoint({
    ...api.editGroup,
    body: [required("name"), required("description"), required("slug")],
    result: "group",
    summary: (group, { name, groupId }) => `Updated calendar group "${group.name ?? name}" (${groupId})`,
  }),
};
