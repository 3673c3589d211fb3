import { iso } from "../clock.ts";
import { badRequest } from "../errors.ts";
import type { ObjectRecord, ObjectSchema } from "../models/associations.ts";
import { handle, param, slice } from "../resource.ts";
import type { Resource } from "../resource.ts";

interface Search { locationId: string; page: number; pageLimit: number; query: string }

/** Objects and the records of custom ones, read only, for dropdowns. */
export const objects: Resource = {
  "GET /objects/": handle<unknown, { locationId: string }>(({ store, query }) => ({ objects: store.objectSchemas.in(query.locationId).map(schemaShape) })),

  "POST /objects/{schemaKey}/records/search": handle<Search>((call) => {
    const { store, body } = call;
    const schema = store.objectSchemas.in(body.locationId).find(({ key }) => key === param(call, "schemaKey"));
    if (!schema || ["contact", "opportunity"].includes(schema.key)) throw badRequest("Object is not supported by this search");
    const found = store.objectRecords.in(schema.key).filter(({ locationId }) => locationId === body.locationId);
    return { records: slice(found, (body.page - 1) * body.pageLimit, body.pageLimit).map((record) => recordShape(record, schema)), total: found.length };
  }),
};

const schemaShape = ({ dateAdded, ...schema }: ObjectSchema): Record<string, unknown> => ({ ...schema, dateAdded: iso(dateAdded), dateUpdated: iso(dateAdded) });

const recordShape = ({ dateAdded, ...record }: ObjectRecord, { id }: ObjectSchema): Record<string, unknown> => ({
  ...record, objectId: id, owner: [], followers: [], createdAt: iso(dateAdded), updatedAt: iso(dateAdded), searchAfter: [dateAdded, record.id],
});
