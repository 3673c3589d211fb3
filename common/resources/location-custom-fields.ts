import type { Fields } from "../core/types.ts";
import { defineResource } from "./resource.ts";

/** Custom fields of a sub-account as records. For filling them in, see custom-fields.ts. */
export const locationCustomFields = defineResource({
  noun: "custom field",
  sample: {
    id: "MgobCB14YMVKuE4Ka8p1",
    locationId: "C2QujeCh8ZnC7al2InWR",
    name: "Membership",
    fieldKey: "contact.membership",
    model: "contact",
    dataType: "SINGLE_OPTIONS",
    documentType: "field",
    standard: false,
    position: 100,
    placeholder: "",
    picklistOptions: ["Silver", "Gold"],
    dateAdded: "2026-01-15T09:28:41.000Z",
  } as Fields,
});
