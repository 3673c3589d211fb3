import { forbidden } from "../errors.ts";
import { handle } from "../resource.ts";
import type { Resource } from "../resource.ts";

/** An agency's snapshots, read only. */
export const snapshots: Resource = {
  "GET /snapshots/": handle<unknown, { companyId: string }>(({ store, grant, query: { companyId } }) => {
    if (companyId !== grant.companyId) throw forbidden("The token does not have access to this company.");
    return { snapshots: store.snapshots.in(companyId).map(({ id, name, type }) => ({ id, name, type })) };
  }),
};
