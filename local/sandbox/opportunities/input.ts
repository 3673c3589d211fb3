import { requireUsers } from "../contact-input.ts";
import { mergeCustomValues } from "../custom-values.ts";
import { badRequest, unprocessable } from "../errors.ts";
import type { Opportunity } from "../models/opportunities.ts";
import type { Store } from "../store.ts";

/** The body of an opportunity write. */
export interface OpportunityBody {
  locationId?: string;
  pipelineId?: string;
  pipelineStageId?: string;
  name?: string;
  status?: string;
  contactId?: string;
  monetaryValue?: number;
  assignedTo?: string;
  source?: string;
  lostReasonId?: string;
  customFields?: { id?: string; key?: string; field_value?: unknown }[];
}

const PLAIN = ["name", "monetaryValue", "assignedTo", "source"] as const;

/**
 * Turns a body into changes to an opportunity.
 * @param former the opportunity so far, if it exists
 * @throws ApiError 400 for an unknown pipeline, stage, user, lost reason or custom field; 422 for the status "all"
 */
export function opportunityChanges(store: Store, locationId: string, body: OpportunityBody, former?: Opportunity): Partial<Opportunity> {
  const changes: Partial<Opportunity> = {};
  for (const field of PLAIN) if (body[field] !== undefined) Object.assign(changes, { [field]: body[field] });
  if (body.assignedTo) requireUsers(store, [body.assignedTo]);
  if (body.pipelineId !== undefined || body.pipelineStageId !== undefined) Object.assign(changes, placeOf(store, locationId, body, former));
  if (body.status !== undefined) Object.assign(changes, statusOf(store, locationId, body.status, body.lostReasonId));
  if (body.customFields) changes.customFields = merged(store, locationId, former?.customFields ?? [], body.customFields);
  return changes;
}

function placeOf(store: Store, locationId: string, body: OpportunityBody, former?: Opportunity): Partial<Opportunity> {
  const pipelineId = body.pipelineId ?? former?.pipelineId ?? "";
  const pipeline = store.pipelines.get(pipelineId);
  if (pipeline?.locationId !== locationId) throw badRequest(`Pipeline with id ${pipelineId} not found`);
  const stays = former?.pipelineId === pipelineId ? former.pipelineStageId : pipeline.stages[0]?.id;
  const pipelineStageId = body.pipelineStageId ?? stays;
  if (!pipeline.stages.some(({ id }) => id === pipelineStageId)) throw badRequest(`Pipeline stage with id ${pipelineStageId} not found`);
  return { pipelineId, pipelineStageId };
}

/** A status with its lost reason, which only lost opportunities have. */
export function statusOf(store: Store, locationId: string, status: string, lostReasonId: string | undefined): Partial<Opportunity> {
  if (status === "all") throw unprocessable(["status all is for searches only"]);
  if (lostReasonId !== undefined && store.lostReasons.get(lostReasonId)?.locationId !== locationId) throw badRequest(`Lost reason with id ${lostReasonId} not found`);
  return { status, lostReasonId: status === "lost" ? lostReasonId : undefined };
}

function merged(store: Store, locationId: string, former: Opportunity["customFields"], inputs: NonNullable<OpportunityBody["customFields"]>): Opportunity["customFields"] {
  const fields = store.customFields.in(locationId).filter(({ model }) => model === "opportunity");
  return mergeCustomValues(former, inputs.map(({ id, key, field_value: value }, index) => {
    const field = fields.find((candidate) => candidate.id === id || (key !== undefined && candidate.fieldKey === key));
    if (!field) throw badRequest(`Custom field with id ${id ?? key} not found`);
    return { field, value, path: `customFields.${index}.field_value` };
  }));
}
