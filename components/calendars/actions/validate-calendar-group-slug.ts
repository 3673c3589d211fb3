import { endpoint } from "../../../common/operations/action.ts";
import { locationId, required } from "../../../common/input/fields.ts";
import * as api from "../../../common/api/endpoints.ts";
import app from "../../../common/highlevel.app.ts";

export default {
  key: "highlevel_oauth-validate-calendar-group-slug",
  name: "Validate Group Slug",
  description: "Check whether a slug is still available for a calendar group. Needs the scope `calendars/groups.write`, which Pipedream's managed HighLevel app does not grant: connect your own OAuth client or a Private Integration Token. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/calendars/validate-groups-slug)",
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
    slug: {
      type: "string",
      label: "Slug",
      description: "The last part of a group's URL, such as `consultations`",
    },
    locationId: {
      propDefinition: [app, "locationId"],
    },
  },
  ...endpoint({
    ...api.validateGroupsSlug,
    body: [locationId, required("slug")],
    summary: ({ available }, { slug }) => `The slug "${slug}" is ${available ? "available" : "taken"}`,
  }),
};
