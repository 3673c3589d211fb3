import { endpoint } from "../../../common/operations/action.ts";
import { withErrorHint } from "../../../common/operations/with-error-hint.ts";
import { list } from "../../../common/input/fields.ts";
import { refusedPhone } from "../../../common/operations/refused-phone.ts";
import * as api from "../../../common/api/endpoints.ts";
import app from "../../../common/highlevel.app.ts";
import { dependsOn } from "../../../common/dropdowns/dropdown.ts";
import { userBasics, userBody, userChanges, userForm, userCompany, userFields } from "../../../common/forms/user-fields.ts";
import { users } from "../../../common/resources/users.ts";

export default {
  key: "highlevel_oauth-update-user",
  name: "Update User",
  description: "Change a user. What is left empty stays as it is; HighLevel does not let the email be changed. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/users/update-user)",
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
    userId: {
      propDefinition: [app, "userId", dependsOn("locationId")],
    },
    ...userBasics(true),
    locationIds: {
      propDefinition: [app, "subAccountId", dependsOn("companyId")],
      type: "string[]",
      label: "Sub-Accounts",
      description: "Replaces the sub-accounts the user works in. Choose them, or type their Location IDs",
      optional: true,
    },
    ...userFields,
    companyId: {
      propDefinition: [app, "companyId"],
    },
    locationId: {
      propDefinition: [app, "locationId"],
    },
  },
  ...withErrorHint(endpoint({
    ...api.updateUser,
    form: userForm,
    rules: [userChanges],
    body: [userCompany, "firstName", "lastName", "password", "type", "role", list("locationIds"), ...userBody],
    summary: (user, { userId }) => `Updated user ${users.label({ ...user, id: userId })} (${userId})`,
  }), refusedPhone),
};
