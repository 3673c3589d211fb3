import { ConfigurationError } from "#platform";
import { checked, fieldSpec, list } from "../input/fields.ts";
import type { FieldSpec, Input } from "../input/fields.ts";
import { textsOf } from "../core/text/values.ts";
import app from "../highlevel.app.ts";
import { formOf } from "../input/choices.ts";
import { calendarResourceType } from "../dropdowns/calendars-extras.ts";
import { dependsOn } from "../dropdowns/dropdown.ts";

/** What is known of the kind of a resource. */
export const resourceForm = formOf({ resourceType: calendarResourceType });

/** Calendars that HighLevel takes for one resource. */
const MOST_CALENDARS = 100;

const counts = {
  quantity: {
    type: "integer",
    label: "Quantity",
    description: "How many there are in total (equipment only)",
    optional: true,
    min: 0,
  },
  outOfService: {
    type: "integer",
    label: "Out of Service",
    description: "How many are currently unavailable (equipment only)",
    optional: true,
    min: 0,
  },
  capacity: {
    type: "integer",
    label: "Capacity",
    description: "How many people fit in (rooms only)",
    optional: true,
    min: 0,
  },
};

const calendarIds = {
  propDefinition: [app, "calendarId", dependsOn("locationId")],
  type: "string[]",
  label: "Calendars",
  description: "The service calendars that use the resource. A room can belong to up to 100 calendars, equipment to one",
  optional: true,
};

/** Spread into an operation that changes a room or equipment: everything beside name and description. */
export const resourceFields = { ...counts, calendarIds };

/** The same for a new one; HighLevel wants all of it, so what the form leaves open has a value. */
export const newResourceFields = {
  quantity: { ...counts.quantity, default: 1 },
  outOfService: { ...counts.outOfService, default: 0 },
  capacity: { ...counts.capacity, default: 1 },
  calendarIds,
};

function wholeNumber(value: unknown, label: string): number {
  const number = Number(value);
  if (Number.isInteger(number) && number >= 0) return number;
  throw new ConfigurationError(`${label}: "${String(value)}" is not a whole number from 0 up.`);
}

/** What is sent for {@link resourceFields}. */
export const resourceBody: FieldSpec[] = [
  checked("quantity", wholeNumber),
  checked("outOfService", wholeNumber),
  checked("capacity", wholeNumber),
  fieldSpec(list("calendarIds")),
];

const DEFAULTS: Record<string, unknown> = { quantity: 1, outOfService: 0, capacity: 1, calendarIds: [] };

/** What is sent for {@link newResourceFields}. */
export const newResourceBody: FieldSpec[] = resourceBody.map((spec) => ({
  ...spec, read: async (input) => await spec.read(input) ?? DEFAULTS[spec.name],
}));

/** What HighLevel refuses: too many calendars. */
export function checkCalendars({ props: { resourceType, calendarIds: ids } }: Input): void {
  const { length } = textsOf(ids);
  if (resourceType === "equipments" && length > 1) throw new ConfigurationError(`Calendars: equipment belongs to one calendar, but ${length} are chosen. Choose one.`);
  if (length > MOST_CALENDARS) throw new ConfigurationError(`Calendars: a room belongs to ${MOST_CALENDARS} calendars at most, but ${length} are chosen.`);
}
