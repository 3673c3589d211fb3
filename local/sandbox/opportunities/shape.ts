import { iso, readMs } from "../clock.ts";
import type { Opportunity } from "../models/opportunities.ts";
import { compact } from "../resource.ts";
import type { Store } from "../store.ts";

/** What an answer carries beside the opportunity itself. */
export interface Details {
  notes?: boolean;
  tasks?: boolean;
  calendarEvents?: boolean;
}

/** An opportunity as single answers and writes return it. */
export function opportunityShape(store: Store, opportunity: Opportunity): Record<string, unknown> {
  const { customFields, ...rest } = base(store, opportunity);
  return { ...rest, customFields: customFields.map(({ id, value }) => ({ id, fieldValue: value })) };
}

/** An opportunity as the searches return it: a custom field's value stands under a name that tells its kind. */
export function foundShape(store: Store, opportunity: Opportunity, details: Details = {}): Record<string, unknown> {
  const { customFields, ...rest } = base(store, opportunity);
  const { contactId } = opportunity;
  return {
    ...rest,
    customFields: customFields.map(({ id, value }) => typed(store.customFields.get(id)?.dataType ?? "TEXT", id, value)),
    notes: details.notes ? store.notes.in(contactId).map(({ id }) => id) : [],
    tasks: details.tasks ? store.tasks.in(contactId).map(({ id }) => id) : [],
    calendarEvents: details.calendarEvents ? store.appointments.in(contactId).map(({ id }) => id) : [],
  };
}

function base(store: Store, opportunity: Opportunity) {
  const { createdAt, updatedAt, lastStatusChangeAt, lastStageChangeAt } = opportunity;
  return compact({
    ...opportunity,
    assignedTo: opportunity.assignedTo ?? null,
    lostReasonId: opportunity.lostReasonId ?? null,
    contact: contactOf(store, opportunity),
    createdAt: iso(createdAt),
    updatedAt: iso(updatedAt),
    lastStatusChangeAt: iso(lastStatusChangeAt),
    lastStageChangeAt: iso(lastStageChangeAt),
    lastActionDate: iso(updatedAt),
    indexVersion: "1",
  });
}

function contactOf(store: Store, { contactId }: Opportunity): Record<string, unknown> | undefined {
  const contact = store.contacts.get(contactId);
  if (!contact) return undefined;
  const { id, firstName = "", lastName = "", companyName, email, phone, tags } = contact;
  return compact({ id, name: `${firstName} ${lastName}`.trim(), companyName, email, phone, tags });
}

function typed(dataType: string, id: string, value: unknown): Record<string, unknown> {
  if (Array.isArray(value)) return { id, fieldValueArray: value, type: "array" };
  if (dataType === "DATE") return { id, fieldValueDate: readMs(String(value)), type: "date" };
  if (["NUMERICAL", "MONETORY", "FLOAT"].includes(dataType)) return { id, fieldValueNumber: Number(value), type: "number" };
  if (dataType === "FILE_UPLOAD") return { id, fieldValueFiles: value, type: "files" };
  return { id, fieldValueString: String(value), type: "string" };
}
