import type { Fields } from "../core/types.ts";
import { defineResource } from "./resource.ts";

export const businesses = defineResource({
  noun: "company",
  volatile: ["traceId", "updatedAt", "updatedBy"],
  fields: ["createdBy"],
  sample: {
    id: "63771dcac1116f0e21de8e12",
    locationId: "C2QujeCh8ZnC7al2InWR",
    name: "Harbor Yoga",
    phone: "+12025550143",
    email: "office@example.com",
    website: "https://example.com",
    address: "12 Harbor Street",
    city: "Portland",
    state: "ME",
    postalCode: "04101",
    country: "US",
    description: "Yoga studio with three rooms",
    createdAt: "2026-01-15T09:28:41.000Z",
    updatedAt: "2026-01-15T09:28:41.000Z",
  } as Fields,
});

/** Keys of the record in responses; writes misspell it. */
export const businessEnvelope = ["buiseness", "business"];
