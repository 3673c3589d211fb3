import * as api from "../api/endpoints.ts";
import type { ListRequest } from "../api/pagination/paginate.ts";
import * as paginators from "../api/pagination/paginators.ts";
import { isRecord } from "../core/text/values.ts";
import type { Fields } from "../core/types.ts";
import { defineResource } from "./resource.ts";

/** Pipelines, and their stages as separate records (see {@link stagesOf}). */
export const pipelineParts = defineResource({
  noun: "pipeline or stage",
  label: ({ name, id, pipelineName }) => [pipelineName, name ?? id].filter(Boolean).join(" / "),
  // Stages are compared one by one, so that a renamed one makes a single event.
  volatile: ["traceId", "dateUpdated", "stages", "pipelineName"],
  sample: {
    id: "VDm7RPYC2GLUvdpKmBfC",
    locationId: "C2QujeCh8ZnC7al2InWR",
    name: "New customers",
    stages: [
      { id: "7915dedc-8f18-44d5-8bc3-77c04e994a10", name: "Inquiry", position: 0 },
      { id: "b3a1f7d2-6c0e-4f7c-9c55-2f0f6a1d7e88", name: "Proposal sent", position: 1 },
    ],
    showInFunnel: true,
    showInPieChart: true,
    dateAdded: "2026-01-15T09:28:41.000Z",
    dateUpdated: "2026-01-15T09:28:41.000Z",
  } as Fields,
});

/** Pipelines alone, with their stages in them. */
export const pipelines = { ...pipelineParts, noun: "pipeline" };

/** @see https://marketplace.gohighlevel.com/docs/ghl/opportunities/get-pipelines */
export const pipelinesOfLocation: ListRequest<Fields> = {
  ...api.getPipelines, paginator: paginators.none, items: "pipelines",
};

/** The stages of a pipeline, each with the pipeline it belongs to. */
export function stagesOf({ id, name, locationId, stages }: Fields): Fields[] {
  const list = Array.isArray(stages) ? stages.filter(isRecord) : [];
  return list.map((stage) => ({ ...stage, pipelineId: id, pipelineName: name, locationId }));
}

/** @see https://marketplace.gohighlevel.com/docs/ghl/opportunities/get-lost-reason */
export const lostReasonsOfLocation: ListRequest<Fields> = {
  ...api.getLostReason, paginator: paginators.skip, items: "lostReasons", pageSize: 100,
};
