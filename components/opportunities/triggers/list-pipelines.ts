import { textsOf } from "../../../common/core/text/values.ts";
import app from "../../../common/highlevel.app.ts";
import { eventTypesOf } from "../../../common/polling/event-types.ts";
import { sampleEvent } from "../../../common/polling/poll.ts";
import { pollingProps } from "../../../common/input/polling-props.ts";
import { snapshot } from "../../../common/polling/strategies/snapshot/snapshot.ts";
import { pipelineParts, pipelinesOfLocation, stagesOf } from "../../../common/resources/pipelines.ts";
import { formOf } from "../../../common/input/choices.ts";

const watch = {
  type: "string[]",
  label: "What to Watch",
  description: "Watch pipelines, their stages, or both",
  options: [
    { label: "Pipelines", value: "pipelines" },
    { label: "Stages", value: "stages" },
  ],
  optional: true,
  default: ["pipelines", "stages"],
};

const eventTypes = eventTypesOf(pipelineParts, ["created", "updated", "deleted"]);

export default {
  key: "highlevel_oauth-list-pipelines",
  name: "List Pipelines",
  description: "Emit new event when a pipeline, or a stage of one, is added, renamed or otherwise changed, or removed. The event of a stage names its pipeline. [See the documentation](https://marketplace.gohighlevel.com/docs/ghl/opportunities/get-pipelines)",
  version: "0.0.1",
  type: "source",
  dedupe: "unique",
  props: {
    app,
    ...pollingProps,
    eventTypes,
    watch,
    locationId: {
      propDefinition: [app, "locationId"],
    },
    pollBudget: {
      propDefinition: [app, "pollBudget"],
    },
  },
  ...snapshot({
    resource: pipelineParts,
    endpoints: [pipelinesOfLocation],
    resetOn: ["watch"],
    eventTypes,
    form: formOf({ watch }),
    read: async function* (poll, after) {
      const chosen = textsOf(poll.source.watch);
      const watches = (part: string) => chosen.length === 0 || chosen.includes(part);
      for await (const page of poll.pages(pipelinesOfLocation, { query: { locationId: poll.locationId }, after })) {
        const items = page.items.flatMap((pipeline) => [
          ...(watches("pipelines") ? [pipeline] : []),
          ...(watches("stages") ? stagesOf(pipeline) : []),
        ]);
        yield { ...page, items, total: undefined };
      }
    },
  }),
  sampleEmit: sampleEvent(pipelineParts.sample, "created"),
};
