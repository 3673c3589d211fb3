import { endpoint } from "../../../common/actions/action.ts";
import { emailAddress } from "../../../common/actions/checks.ts";
import { explained } from "../../../common/actions/explained.ts";
import { checked, required } from "../../../common/actions/fields.ts";
import { refusedPhone } from "../../../common/actions/refused-phone.ts";
import { idOf, withForm } from "../../../common/actions/told.ts";
import * as api from "../../../common/api/endpoints.ts";
import app from "../../../common/highlevel.app.ts";
import { companyId } from "../../../common/props/company-id.ts";
import { from } from "../../../common/props/dropdown.ts";
import { locationsOfNewUser, userBasics, userBody, userForm, userFields } from "../../../common/props/user-fields.ts";
import { users } from "../../../common/resources/users.ts";

export default {
  key: "highlevel_oauth-create-user",
  name: "Create User",
  description: "Create a user of the agency or of sub-accounts. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/users/create-user)",
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
    ...userBasics(false),
    locationIds: {
      propDefinition: [app, "subAccountId", from("companyId")],
      type: "string[]",
      label: "Sub-Accounts",
      description: "The sub-accounts the user works in. Choose them, or type their Location IDs. Leave it empty for the connected one",
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
  ...explained(endpoint({
    ...api.createUser,
    form: userForm,
    body: [
      required("firstName", "First Name"), required("lastName", "Last Name"), required(checked("email", "Email", emailAddress), "Email"),
      required("password", "Password"), required("type", "Type"), required("role", "Role"), locationsOfNewUser, ...userBody, companyId,
    ],
    summary: (user, props) => `Created user ${users.label(withForm(user, props))} (${idOf(user)})`,
  }), refusedPhone),
};
