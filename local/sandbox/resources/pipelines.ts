import { iso } from "../clock.ts";
import { handle, slice } from "../resource.ts";
import type { Resource } from "../resource.ts";

interface LostReasonQuery {
  locationId: string;
  name?: string;
  query?: string;
  deleted?: boolean;
  skip?: number;
  limit?: number;
}

/** Pipelines with their stages, and lost reasons; both read only. */
export const pipelines: Resource = {
  "GET /opportunities/pipelines": handle<unknown, { locationId: string }>(({ store, query }) => ({
    pipelines: store.pipelines.in(query.locationId).map((pipeline) => ({ ...pipeline, dateAdded: iso(pipeline.dateAdded), dateUpdated: iso(pipeline.dateUpdated) })),
  })),

  "GET /opportunities/lost-reason": handle<unknown, LostReasonQuery>(({ store, query }) => {
    const { name, query: text = "", deleted = false, skip, limit = 100 } = query;
    const found = store.lostReasons.in(query.locationId)
      .filter((reason) => reason.deleted === deleted && (!name || reason.name === name) && reason.name.toLowerCase().includes(text.toLowerCase()));
    const rows = slice(found, skip, limit).map(({ deleted: _, ...reason }) => ({ ...reason, createdAt: iso(reason.createdAt), updatedAt: iso(reason.updatedAt) }));
    return { lostReasons: rows, total: found.length };
  }),
};
