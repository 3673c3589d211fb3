import app from "../../../common/highlevel.app.ts";
import { eventTypesOf } from "../../../common/polling/event-types.ts";
import { sampleEvent } from "../../../common/polling/poll.ts";
import { pollingProps } from "../../../common/input/polling-props.ts";
import { snapshot } from "../../../common/polling/strategies/snapshot/snapshot.ts";
import { campaignsOfLocation } from "../../../common/resources/lookups.ts";
import { campaigns, newPublishedKind, publishedFlag, publishedKind } from "../../../common/resources/workflows.ts";
import { formOf } from "../../../common/input/choices.ts";

const status = {
  type: "string",
  label: "Status",
  description: "Only campaigns with this status. A campaign that loses this status counts as deleted, one that gains it as created",
  options: ["draft", "published"],
  optional: true,
};

const eventTypes = eventTypesOf(campaigns, ["created", "updated", "published", "unpublished", "deleted"], { preset: ["created", "updated", "published", "unpublished"] });

export default {
  key: "highlevel_oauth-list-campaigns",
  name: "List Campaigns",
  description: "Emit new event when a campaign of the sub-account is created, updated, published, turned back into a draft (unpublished) or deleted. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/campaigns/get-campaigns)",
  version: "0.0.1",
  type: "source",
  dedupe: "unique",
  props: {
    app,
    ...pollingProps,
    eventTypes,
    status,
    locationId: {
      propDefinition: [app, "locationId"],
    },
    pollBudget: {
      propDefinition: [app, "pollBudget"],
    },
  },
  ...snapshot({
    resource: campaigns,
    endpoints: [campaignsOfLocation],
    resetOn: ["status"],
    eventTypes,
    form: formOf({ status }),
    flag: publishedFlag,
    flagKind: publishedKind,
    newKind: newPublishedKind,
    read: (poll, after) => poll.pages(campaignsOfLocation, { query: { locationId: poll.locationId, status: poll.text("status") }, after }),
  }),
  sampleEmit: sampleEvent(campaigns.sample, "created"),
};
