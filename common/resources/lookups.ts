/** Lists used only to offer names instead of ids in dropdowns. */
import * as api from "../api/endpoints.ts";
import type { ListRequest } from "../api/pagination/paginate.ts";
import * as paginators from "../api/pagination/paginators.ts";
import type { Fields } from "../core/types.ts";

/** Deprecated by HighLevel in favor of /users/search, which sub-account tokens cannot use without a company id. */
export const usersOfLocation: ListRequest<Fields> = {
  ...api.getUserByLocation, paginator: paginators.none,
  items: ({ users }) => (Array.isArray(users) ? users.filter((user: Fields | null) => user?.deleted !== true) : users as Fields[]), // the caller rejects anything but a list
};

export const tagsOfLocation: ListRequest<Fields> = {
  ...api.getLocationTags, paginator: paginators.none, items: "tags",
};

export const customFieldsOfLocation: ListRequest<Fields> = {
  ...api.getCustomFields, paginator: paginators.none, items: "customFields",
};

export const businessesOfLocation: ListRequest<Fields> = {
  ...api.getBusinessesByLocation, paginator: paginators.skip, items: "businesses", pageSize: 100,
};

export const campaignsOfLocation: ListRequest<Fields> = {
  ...api.getCampaigns, paginator: paginators.none, items: "campaigns",
};

export const workflowsOfLocation: ListRequest<Fields> = {
  ...api.getWorkflow, paginator: paginators.none, items: "workflows",
};
