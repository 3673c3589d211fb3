import app from "../../../common/highlevel.app.ts";
import { recordKinds } from "../../../common/polling/event-kinds.ts";
import { sampleEvent } from "../../../common/polling/poll.ts";
import { pollingProps } from "../../../common/polling/props.ts";
import { watchRecord } from "../../../common/polling/watch-record.ts";
import { companies, company } from "../../../common/resources/companies.ts";
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
    companyId: {
      propDefinition: [app, "companyId"],
      description: "The agency to watch. Choose the one that is connected, or type an id",
      optional: false,
    },
    kinds: recordKinds(companies),
    watchFields: {
      propDefinition: [app, "watchFields"],
      options: fieldNames(companies),
    },
    pollBudget: {
      propDefinition: [app, "pollBudget"],
    },
  },
  ...watchRecord({
    resource: companies,
    endpoint: company,
    envelope: "company",
    ids: ["companyId"],
  }),
  sampleEmit: sampleEvent(companies.sample, "updated", ["email"]),
};
