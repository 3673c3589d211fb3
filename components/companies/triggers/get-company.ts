import * as api from "../../../common/api/endpoints.ts";
import app from "../../../common/highlevel.app.ts";
import { recordEventTypes } from "../../../common/polling/event-types.ts";
import { sampleEvent } from "../../../common/polling/poll.ts";
import { pollingProps } from "../../../common/input/polling-props.ts";
import { watchRecord } from "../../../common/polling/strategies/watch/watch-record.ts";
import { watchedCompanyId } from "../../../common/dropdowns/company-id.ts";
import { companies } from "../../../common/resources/companies.ts";
import { fieldNames } from "../../../common/resources/resource.ts";

export default {
  key: "highlevel_oauth-get-company",
  name: "Get Company",
  description: "Emit new event when the agency (company) is changed, with the names of the fields that changed. Needs an agency token: connect the agency, not a sub-account. Needs the scope `companies.readonly`, which Pipedream's managed HighLevel app does not grant: connect your own OAuth client or a Private Integration Token. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/companies/get-company)",
  version: "0.0.1",
  type: "source",
  dedupe: "unique",
  props: {
    app,
    ...pollingProps,
    eventTypes: recordEventTypes(companies),
    watchFields: {
      propDefinition: [app, "watchFields"],
      options: fieldNames(companies),
    },
    companyId: {
      propDefinition: [app, "companyId"],
    },
    pollBudget: {
      propDefinition: [app, "pollBudget"],
    },
  },
  ...watchRecord({
    resource: companies,
    endpoint: api.getCompany,
    envelope: "company",
    ids: ["companyId"],
    found: {
      params: async (poll) => ({ companyId: await watchedCompanyId(poll) }),
      calls: [api.getLocation],
      cost: "1 request a poll, and 1 more in a day where the agency has to be looked up.",
    },
  }),
  sampleEmit: sampleEvent(companies.sample, "updated", ["email"]),
};
