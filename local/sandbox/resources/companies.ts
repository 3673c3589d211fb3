import { forbidden } from "../errors.ts";
import { param } from "../resource.ts";
import type { Resource } from "../resource.ts";

/** The agency, for its own tokens. */
export const companies: Resource = {
  "GET /companies/{companyId}": (call) => {
    const company = call.store.companies.get(param(call, "companyId"));
    if (company?.id !== call.grant.companyId) throw forbidden("The token does not have access to this company.");
    return { company: { ...company, locationCount: call.store.locations.count(company.id) } };
  },
};
