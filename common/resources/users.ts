import * as api from "../api/endpoints.ts";
import type { ListRequest } from "../api/pagination/paginate.ts";
import * as paginators from "../api/pagination/paginators.ts";
import { trimmed } from "../core/text/values.ts";
import type { Fields } from "../core/types.ts";
import { defineResource } from "./resource.ts";

/** Users have no timestamps. */
export const users = defineResource({
  noun: "user",
  label: (user) => trimmed(user.name) || [trimmed(user.firstName), trimmed(user.lastName)].filter(Boolean).join(" ") || trimmed(user.email) || trimmed(user.id),
  sample: {
    id: "YlWd2wuCAZQzh2cH1fVZ",
    name: "Jonas Weber",
    firstName: "Jonas",
    lastName: "Weber",
    email: "jonas.weber@example.com",
    phone: "+12025550119",
    extension: "",
    permissions: { contactsEnabled: true, opportunitiesEnabled: true, assignedDataOnly: false },
    roles: { type: "account", role: "user", locationIds: ["C2QujeCh8ZnC7al2InWR"], restrictSubAccount: false },
    scopes: ["contacts.write", "opportunities.write"],
    lcPhone: {},
    platformLanguage: "en_US",
    deleted: false,
  } as Fields,
});

/** Users of an agency. Oldest first, so that users added during the reading come last. @see https://marketplace.gohighlevel.com/docs/ghl/users/search-users */
export const userSearch: ListRequest<Fields> = {
  ...api.searchUsers, paginator: paginators.skip, items: "users", pageSize: 100,
};
