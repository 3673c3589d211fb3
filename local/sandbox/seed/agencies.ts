import type { Location } from "../model.ts";
import type { Store } from "../store.ts";

/** The agency of the demo location. */
export function seedAgency(store: Store, { companyId, address, city, state, country, postalCode, timezone, website }: Location): void {
  store.companies.put({
    id: companyId, name: "Lighthouse Marketing", email: "agency@example.com", phone: "+12025550101", website, domain: "agency.example.com",
    address, city, state, country, postalCode, timezone, plan: 1, currency: "USD", status: "active",
  });
}
