import { iso, readMs } from "../clock.ts";
import { boxIds } from "../custom-values.ts";
import type { CustomField } from "../model.ts";
import type { Opportunity } from "../models/opportunities.ts";
import { compact } from "../resource.ts";
import type { Store } from "../store.ts";

/** What responses include besides the opportunity. */
export interface Details {
  notes?: boolean;
  tasks?: boolean;
  calendarEvents?: boolean;
}

/** An opportunity as single reads and writes return it. */
export function opportunityShape(store: Store, opportunity: Opportunity): Record<string, unknown> {
  const { customFields, ...rest } = base(store, opportunity);
  const valueOf = (id: string, value: unknown) => (store.customFields.get(id)?.dataType === "FILE_UPLOAD" ? filesOf(value) : value);
  return { ...rest, customFields: customFields.map(({ id, value }) => ({ id, fieldValue: valueOf(id, value) })) };
}

/** An opportunity as searches return it: the name of a custom field's value depends on its type. */
export function foundShape(store: Store, opportunity: Opportunity, details: Details = {}): Record<string, unknown> {
  const { customFields, ...rest } = base(store, opportunity);
  const { contactId } = opportunity;
  return {
    ...rest,
    customFields: customFields.map(({ id, value }) => ({ id, ...typed(store.customFields.get(id), value) })),
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

/** Files are stored by key, as for contacts; opportunities return them as a list. */
const filesOf = (value: unknown): unknown[] => (typeof value === "object" && value !== null ? Object.values(value) : []);

function typed(field: CustomField | undefined, value: unknown): Record<string, unknown> {
  if (Array.isArray(value)) return { fieldValueArray: value, type: "array" };
  switch (field?.dataType) {
    case "DATE": return { fieldValueDate: readMs(String(value)), type: "date" };
    case "NUMERICAL":
    case "MONETORY":
    case "FLOAT": return { fieldValueNumber: Number(value), type: "number" };
    case "FILE_UPLOAD": return { fieldValueFiles: filesOf(value), type: "files" };
    case "SIGNATURE": return { fieldValueFiles: [value], type: "files" };
    case "TEXTBOX_LIST": return { fieldValueArray: boxIds(field).map((id) => (value as Record<string, unknown>)[id] ?? ""), type: "array" }; // stored by box id
    default: return { fieldValueString: String(value), type: "string" };
  }
}
