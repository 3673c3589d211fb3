import { endpoint } from "../../../common/operations/action.ts";
import { emailAddress } from "../../../common/input/checks.ts";
import { withErrorHint } from "../../../common/operations/with-error-hint.ts";
import { checked, required } from "../../../common/input/fields.ts";
import { refusedPhone } from "../../../common/operations/refused-phone.ts";
import { idOf, withForm } from "../../../common/operations/summary.ts";
import * as api from "../../../common/api/endpoints.ts";
import app from "../../../common/highlevel.app.ts";
import { companyId } from "../../../common/dropdowns/company-id.ts";
import { dependsOn } from "../../../common/dropdowns/dropdown.ts";
import { locationsOfNewUser, userBasics, userBody, userForm, userFields } from "../../../common/forms/user-fields.ts";
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
      propDefinition: [app, "subAccountId", dependsOn("companyId")],
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
  ...withErrorHint(endpoint({
    ...api.createUser,
    form: userForm,
    body: [
      required("firstName"), required("lastName"), required(checked("email", emailAddress)),
      required("password"), required("type"), required("role"), locationsOfNewUser, ...userBody, companyId,
    ],
    summary: (user, props) => `Created user ${users.label(withForm(user, props))} (${idOf(user)})`,
  }), refusedPhone),
};
