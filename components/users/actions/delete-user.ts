import { endpoint, succeeded } from "../../../common/operations/action.ts";
import * as api from "../../../common/api/endpoints.ts";
import app from "../../../common/highlevel.app.ts";
import { dependsOn } from "../../../common/dropdowns/dropdown.ts";

export default {
  key: "highlevel_oauth-delete-user",
  name: "Delete User",
  description: "Delete a user. HighLevel carries it out some minutes later. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/users/delete-user)",
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
    userId: {
      propDefinition: [app, "userId", dependsOn("locationId")],
    },
    locationId: {
      propDefinition: [app, "locationId"],
    },
  },
  ...endpoint({
    ...api.deleteUser,
    result: succeeded,
    summary: (_, { userId }) => `Deleted user ${userId}; it may take some minutes to show`,
  }),
};
