import * as api from "../../../common/api/endpoints.ts";
import app from "../../../common/highlevel.app.ts";
import { eventTypesOf } from "../../../common/polling/event-types.ts";
import { sampleEvent } from "../../../common/polling/poll.ts";
import { pollingProps } from "../../../common/input/polling-props.ts";
import { snapshot } from "../../../common/polling/strategies/snapshot/snapshot.ts";
import { watchedCompanyId } from "../../../common/dropdowns/company-id.ts";
import { snapshots, snapshotsOfCompany } from "../../../common/resources/snapshots.ts";

const eventTypes = eventTypesOf(snapshots, ["created", "updated", "deleted"], { preset: ["created", "updated"] });

export default {
  key: "highlevel_oauth-list-snapshots",
  name: "List Snapshots",
  description: "Emit new event when a snapshot of the agency (own or imported) is created, renamed or deleted. Needs an agency token: connect the agency, not a sub-account. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/snapshots/get-custom-snapshots)",
  version: "0.0.1",
  type: "source",
  dedupe: "unique",
  props: {
    app,
    ...pollingProps,
    eventTypes,
    companyId: {
      propDefinition: [app, "companyId"],
    },
    pollBudget: {
      propDefinition: [app, "pollBudget"],
    },
  },
  ...snapshot({
    resource: snapshots,
    endpoints: [snapshotsOfCompany, api.getLocation],
    cost: "1 request for each page of the list, and 1 more in a day where the agency has to be looked up.",
    resetOn: ["companyId"],
    eventTypes,
    read: async function* (poll, after) {
      yield* poll.pages(snapshotsOfCompany, { query: { companyId: await watchedCompanyId(poll) }, after });
    },
  }),
  sampleEmit: sampleEvent(snapshots.sample, "created"),
};
