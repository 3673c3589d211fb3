import { textsOf } from "../core/text/values.ts";
import app from "../highlevel.app.ts";
import type { Poll } from "../polling/poll.ts";
import { formOf } from "../input/choices.ts";
import type { Fields } from "../core/types.ts";
import { watchedCompanyId } from "../dropdowns/company-id.ts";
import { dependsOn } from "../dropdowns/dropdown.ts";
import { userRoles, userTypes } from "./user-fields.ts";

/** Spread into the trigger: which users of the agency are watched. */
export const userSearchProps = {
  query: {
    type: "string",
    label: "Search Text",
    description: "Only users whose name, email or phone matches",
    optional: true,
  },
  ofLocation: {
    propDefinition: [app, "subAccountId", dependsOn("companyId")],
    label: "Users of Sub-Account",
    description: "Only users of this sub-account. Choose one, or type an ID",
    optional: true,
  },
  userType: {
    type: "string",
    label: "Type",
    description: "Only agency users, or only sub-account users",
    options: userTypes,
    optional: true,
  },
  role: {
    type: "string",
    label: "Role",
    description: "Only admins, or only non-admins",
    options: userRoles,
    optional: true,
  },
  userIds: {
    propDefinition: [app, "userId", dependsOn("locationId")],
    type: "string[]",
    label: "Followers",
    description: "Only these users. Choose them, or type IDs",
    optional: true,
  },
  enabled2waySync: {
    type: "boolean",
    label: "Two-Way Sync",
    description: "Only users with two-way calendar sync (true), or only those without it (false)",
    optional: true,
  },
};

export const userSearchForm = formOf(userSearchProps);

/** The query of the search. @throws ConfigurationError where the agency is not known */
export async function userSearchQuery(poll: Poll): Promise<Fields> {
  return {
    companyId: await watchedCompanyId(poll),
    query: poll.text("query"),
    locationId: poll.text("ofLocation"),
    type: poll.text("userType"),
    role: poll.text("role"),
    ids: textsOf(poll.source.userIds).join(",") || undefined,
    enabled2waySync: poll.source.enabled2waySync,
    // Oldest first: what is added while the pages are read comes last and moves none of them.
    sort: "dateAdded",
    sortDirection: "asc",
  };
}
