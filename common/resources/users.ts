import * as api from "../api/endpoints.ts";
import type { ListRequest } from "../api/pagination/paginate.ts";
import * as paginators from "../api/pagination/paginators.ts";
import type { Fields } from "../core/types.ts";
import { defineResource } from "./resource.ts";

const text = (value: unknown) => (typeof value === "string" ? value.trim() : "");

/** Users carry no times. */
export const users = defineResource({
  noun: "user",
  label: (user) => text(user.name) || [text(user.firstName), text(user.lastName)].filter(Boolean).join(" ") || text(user.email) || text(user.id),
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

/** Of an agency. Oldest first, so that what is added while it is read comes at the end. @see https://marketplace.gohighlevel.com/docs/ghl/users/search-users */
export const userSearch: ListRequest<Fields> = {
  ...api.searchUsers,
  paginator: paginators.skip,
  items: "users",
  pageSize: 100,
};
