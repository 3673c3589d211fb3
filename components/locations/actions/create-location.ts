import { endpoint } from "../../../common/operations/action.ts";
import { withErrorHint } from "../../../common/operations/with-error-hint.ts";
import { required } from "../../../common/input/fields.ts";
import { refusedPhone } from "../../../common/operations/refused-phone.ts";
import { idOf, withForm } from "../../../common/operations/summary.ts";
import * as api from "../../../common/api/endpoints.ts";
import app from "../../../common/highlevel.app.ts";
import { companyId } from "../../../common/dropdowns/company-id.ts";
import { locationBody, locationForm, locationFields } from "../../../common/forms/location-fields.ts";
import { locations } from "../../../common/resources/locations.ts";

export default {
  key: "highlevel_oauth-create-location",
  name: "Create Location",
  description: "Create a sub-account (location) of the agency. Needs an agency token: connect the agency, on the Agency Pro plan, not a sub-account. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/locations/create-location)",
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
      label: "Business Name",
      description: "The name of the sub-account, as Business Profile shows it",
    },
    ...locationFields,
    companyId: {
      propDefinition: [app, "companyId"],
    },
  },
  ...withErrorHint(endpoint({
    ...api.createLocation,
    form: locationForm,
    body: [required("name"), ...locationBody, companyId],
    summary: (location, props) => `Created sub-account ${locations.label(withForm(location, props))} (${idOf(location)})`,
  }), refusedPhone),
};
