import union from "lodash/union.js";
import { iso } from "../clock.ts";
import { badRequest, unprocessable } from "../errors.ts";
import { contactOf, handle, param } from "../resource.ts";
import type { Call, Resource } from "../resource.ts";
import { SUCCEEDED } from "./contacts.ts";

interface WorkflowBody {
  eventStartTime?: string;
}

/** A location's workflows, and the workflows a contact is in. */
export const workflows: Resource = {
  "GET /workflows/": handle<unknown, { locationId: string }>(({ store, query }) => ({
    workflows: store.workflows.in(query.locationId).map((workflow) => ({ ...workflow, createdAt: iso(workflow.createdAt), updatedAt: iso(workflow.updatedAt) })),
  })),

  "POST /contacts/{contactId}/workflow/{workflowId}": handle<WorkflowBody>((call) => {
    const contact = contactOf(call);
    call.store.contacts.update(contact.id, { workflows: union(contact.workflows, [workflowId(call, contact.locationId)]) });
    return SUCCEEDED;
  }),

  "DELETE /contacts/{contactId}/workflow/{workflowId}": handle<WorkflowBody>((call) => {
    const contact = contactOf(call);
    const left = workflowId(call, contact.locationId);
    call.store.contacts.update(contact.id, { workflows: contact.workflows.filter((id) => id !== left) });
    return SUCCEEDED;
  }),
};

/** Also checks the time, which must have an offset, such as 2021-06-23T03:30:00+01:00. */
function workflowId({ store, params, body }: Call<WorkflowBody>, locationId: string): string {
  const id = param({ params }, "workflowId");
  if (store.workflows.get(id)?.locationId !== locationId) throw badRequest(`Workflow with id ${id} not found`);
  const { eventStartTime } = body;
  const valid = eventStartTime === undefined || (/T.*(Z|[+-]\d{2}:\d{2})$/.test(eventStartTime) && !Number.isNaN(Date.parse(eventStartTime)));
  if (!valid) throw unprocessable(["eventStartTime must be a valid ISO 8601 date string"]);
  return id;
}
