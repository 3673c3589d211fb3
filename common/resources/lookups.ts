/** Lists that are only needed to offer names instead of ids in dropdowns. */
import type { ListRequest } from "../pagination/paginate.ts";
import { schemes } from "../pagination/schemes.ts";
import type { Fields } from "../types.ts";

/** Deprecated by HighLevel in favour of /users/search, which sub-account tokens cannot use without a company id. */
export const usersOfLocation: ListRequest<Fields> = {
  method: "GET", path: "/users/", scope: "users.readonly", scheme: schemes.none,
  items: ({ users }) => (Array.isArray(users) ? users.filter((user: Fields | null) => user?.deleted !== true) : users as Fields[]), // what is no list is refused by the caller
};

export const tagsOfLocation: ListRequest<Fields> = {
  method: "GET", path: "/locations/{locationId}/tags", scope: "locations/tags.readonly", scheme: schemes.none, items: "tags",
};

export const customFieldsOfLocation: ListRequest<Fields> = {
  method: "GET", path: "/locations/{locationId}/customFields", scope: "locations/customFields.readonly", scheme: schemes.none, items: "customFields",
};

export const businessesOfLocation: ListRequest<Fields> = {
  method: "GET", path: "/businesses/", scope: "businesses.readonly", scheme: schemes.skip, items: "businesses", pageSize: 100,
};

export const campaignsOfLocation: ListRequest<Fields> = {
  method: "GET", path: "/campaigns/", scope: "campaigns.readonly", scheme: schemes.none, items: "campaigns",
};

export const workflowsOfLocation: ListRequest<Fields> = {
  method: "GET", path: "/workflows/", scope: "workflows.readonly", scheme: schemes.none, items: "workflows",
};
