import { iso } from "../clock.ts";
import { badRequest } from "../errors.ts";
import type { CustomField } from "../model.ts";
import { compact, handle, param } from "../resource.ts";
import type { Call, Resource } from "../resource.ts";

/** The custom fields of a location, for contacts and opportunities. */
export const customFields: Resource = {
  "GET /locations/{locationId}/customFields": handle<unknown, { model?: string }>((call) => {
    const { model = "all" } = call.query;
    const fields = call.store.customFields.in(param(call, "locationId")).filter((field) => model === "all" || field.model === model);
    return { customFields: fields.map(shape) };
  }),

  "GET /locations/{locationId}/customFields/{id}": (call) => ({ customField: shape(fieldOf(call)) }),
};

const shape = (field: CustomField): Record<string, unknown> => compact({ ...field, documentType: "field", dateAdded: iso(field.dateAdded), standard: false });

function fieldOf(call: Call): CustomField {
  const field = call.store.customFields.get(param(call, "id"));
  if (field?.locationId !== param(call, "locationId")) throw badRequest(`Custom field with id ${param(call, "id")} not found`);
  return field;
}
