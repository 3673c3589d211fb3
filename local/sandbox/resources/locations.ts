import omit from "lodash/omit.js";
import orderBy from "lodash/orderBy.js";
import { iso } from "../clock.ts";
import { badRequest, forbidden } from "../errors.ts";
import type { Location } from "../model.ts";
import { handle, param, slice } from "../resource.ts";
import type { Resource } from "../resource.ts";

interface LocationBody extends Partial<Omit<Location, "id" | "firstName" | "lastName" | "email">> {
  name: string;
  companyId: string;
  prospectInfo?: { firstName: string; lastName: string; email: string };
  settings?: Partial<Pick<Location, "allowDuplicateContact" | "allowDuplicateOpportunity" | "allowFacebookNameMerge" | "disableContactTimezone">>;
  twilio?: unknown;
  mailgun?: unknown;
}

/** Locations (sub-accounts). */
export const locations: Resource = {
  "GET /locations/search": handle<unknown, { companyId?: string; skip?: string; limit?: string; order?: string; email?: string }>(({ store, grant, query }) => {
    const visible = store.locations.in(query.companyId ?? grant.companyId).filter(({ id, companyId, email }) =>
      companyId === grant.companyId && (!grant.locationId || id === grant.locationId) && (!query.email || email === query.email));
    return { locations: slice(orderBy(visible, "dateAdded", query.order === "desc" ? "desc" : "asc"), query.skip, query.limit ?? 10).map(shape) };
  }),

  "GET /locations/{locationId}": (call) => {
    const location = call.store.locations.get(param(call, "locationId"));
    if (!location) throw badRequest(`Location with id ${param(call, "locationId")} not found`);
    return { location: shape(location) };
  },

  "POST /locations/": handle<LocationBody>(({ store, clock, grant, body }) => {
    if (body.companyId !== grant.companyId) throw forbidden("The token does not have access to this company.");
    // Credentials of other services are not returned.
    const { prospectInfo = { firstName: "", lastName: "", email: "" }, settings, ...fields } = omit(body, ["twilio", "mailgun"]);
    return flatShape(store.locations.put({
      address: "", city: "", state: "", country: "US", postalCode: "", website: "", timezone: "America/New_York", phone: "", allowDuplicateContact: false,
      ...fields, ...prospectInfo, ...settings, id: store.random.id(), dateAdded: clock.now(),
    }));
  }),
};

const settingsOf = ({ allowDuplicateContact, allowDuplicateOpportunity = false, allowFacebookNameMerge = false, disableContactTimezone = false }: Location) =>
  ({ allowDuplicateContact, allowDuplicateOpportunity, allowFacebookNameMerge, disableContactTimezone });

/** A sub-account in the response to its creation: without an envelope. */
function flatShape(location: Location): Record<string, unknown> {
  return { ...omit(location, ["allowDuplicateContact", "allowDuplicateOpportunity", "allowFacebookNameMerge", "disableContactTimezone", "snapshotId", "dateAdded"]), domain: "", settings: settingsOf(location), social: location.social ?? {} };
}

function shape(location: Location): Record<string, unknown> {
  const { name, address, city, state, country, postalCode, website, timezone, email, dateAdded } = location;
  return {
    ...flatShape(location), logoUrl: "",
    business: { name, address, city, state, country, postalCode, website, timezone, email },
    settings: { ...settingsOf(location), contactUniqueIdentifiers: ["email", "phone"] },
    dateAdded: iso(dateAdded),
  };
}
