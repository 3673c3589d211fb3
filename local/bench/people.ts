import type { ContactInput } from "../sandbox/index.ts";

const CITIES = ["Bangor", "Durango", "Eugene", "Savannah"];

/** A fictional contact with the usual fields. */
export function person(locationId: string, index: number, dateAdded: number): ContactInput {
  return {
    locationId, dateAdded, firstName: "Rosa", lastName: `Meyer ${index}`, email: `rosa.meyer.${index}@example.com`, companyName: "Harbor Yoga",
    city: CITIES[index % CITIES.length], state: "ME", postalCode: "04401", address1: `${index % 400} Example Street`, source: "web form", tags: ["newsletter", "trial"],
  };
}

/** A number of contacts, created one after another over a time. @param overMs ms, until `now` */
export function crowd(locationId: string, count: number, now: number, overMs: number): ContactInput[] {
  return Array.from({ length: count }, (_, index) => person(locationId, index, now - Math.floor((count - index) * overMs / count)));
}
