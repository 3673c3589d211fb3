import { endpoint } from "../../../common/operations/action.ts";
import { locationId, required } from "../../../common/input/fields.ts";
import { idOf } from "../../../common/operations/summary.ts";
import * as api from "../../../common/api/endpoints.ts";
import app from "../../../common/highlevel.app.ts";

export default {
  key: "highlevel_oauth-create-calendar-group",
  name: "Create Calendar Group",
  description: "Create a calendar group. Needs the scope `calendars/groups.write`, which Pipedream's managed HighLevel app does not grant: connect your own OAuth client or a Private Integration Token. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/calendars/create-calendar-group)",
  version: "0.0.1",
  type: "action",
  annotations: {
    readOnlyHint: false,
    destructiveHint: false,
    idempotentHint: false,
    openWorldHint: true,
  },
  props: {
    app,
    name: {
      type: "string",
      label: "Name",
      description: "The name of the group",
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
    isActive: {
      type: "boolean",
      label: "Active",
      description: "Whether the group can be booked; otherwise it is a draft. Default: true",
      optional: true,
    },
    locationId: {
      propDefinition: [app, "locationId"],
    },
  },
  ...endpoint({
    ...api.createCalendarGroup,
    body: [locationId, required("name"), required("description"), required("slug"), "isActive"],
    result: "group",
    summary: (group, { name }) => `Created calendar group "${group.name ?? name}" (${idOf(group)})`,
  }),
};
