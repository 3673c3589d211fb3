import app from "../../../common/highlevel.app.ts";
import { eventTypesOf } from "../../../common/polling/event-types.ts";
import { sampleEvent } from "../../../common/polling/poll.ts";
import { pollingProps } from "../../../common/input/polling-props.ts";
import { snapshot } from "../../../common/polling/strategies/snapshot/snapshot.ts";
import { workflowsOfLocation } from "../../../common/resources/lookups.ts";
import { newPublishedKind, publishedFlag, publishedKind, workflows } from "../../../common/resources/workflows.ts";

const eventTypes = eventTypesOf(workflows, ["created", "updated", "published", "unpublished", "deleted"], { preset: ["created", "updated", "published", "unpublished"] });

export default {
  key: "highlevel_oauth-list-workflows",
  name: "List Workflows",
  description: "Emit new event when a workflow of the sub-account is created, updated, published, turned back into a draft (unpublished) or deleted. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/workflows/get-workflow)",
  version: "0.0.1",
  type: "source",
  dedupe: "unique",
  props: {
    app,
    ...pollingProps,
    eventTypes,
    locationId: {
      propDefinition: [app, "locationId"],
    },
    pollBudget: {
      propDefinition: [app, "pollBudget"],
    },
  },
  ...snapshot({
    resource: workflows,
    endpoints: [workflowsOfLocation],
    resetOn: [],
    eventTypes,
    flag: publishedFlag,
    flagKind: publishedKind,
    newKind: newPublishedKind,
    read: (poll, after) => poll.pages(workflowsOfLocation, { query: { locationId: poll.locationId }, after }),
  }),
  sampleEmit: sampleEvent(workflows.sample, "created"),
};
