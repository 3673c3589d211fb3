import * as api from "../api/endpoints.ts";
import type { ListRequest } from "../api/pagination/paginate.ts";
import * as paginators from "../api/pagination/paginators.ts";
import type { Fields } from "../core/types.ts";
import { defineResource } from "./resource.ts";

export const locations = defineResource({
  noun: "sub-account",
  volatile: ["traceId", "dateUpdated"],
  sample: {
    id: "C2QujeCh8ZnC7al2InWR",
    companyId: "UAXssdawIWAWDqW2pL0Z",
    name: "Harbor Yoga",
    email: "office@example.com",
    phone: "+12025550143",
    address: "12 Harbor Street",
    city: "Portland",
    state: "ME",
    country: "US",
    postalCode: "04101",
    website: "https://example.com",
    timezone: "America/New_York",
    firstName: "Dana",
    lastName: "Merritt",
    domain: "",
    logoUrl: "",
    business: {
      name: "Harbor Yoga", address: "12 Harbor Street", city: "Portland", state: "ME", country: "US", postalCode: "04101", website: "https://example.com",
      timezone: "America/New_York", email: "office@example.com",
    },
    social: {},
    settings: {
      allowDuplicateContact: false, allowDuplicateOpportunity: false, allowFacebookNameMerge: false, disableContactTimezone: false, contactUniqueIdentifiers: ["email", "phone"],
    },
    dateAdded: "2026-01-15T09:28:41.000Z",
  } as Fields,
});

/** With an agency's token, all its sub-accounts; with a sub-account's token, only that one. @see https://marketplace.gohighlevel.com/docs/ghl/locations/search-locations */
export const locationSearch: ListRequest<Fields> = {
  ...api.searchLocations, paginator: paginators.skip, items: "locations", pageSize: 100,
};
