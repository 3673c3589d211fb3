import { badRequest, notFound } from "../errors.ts";
import type { Association, Relation } from "../models/associations.ts";
import { handle, param, slice } from "../resource.ts";
import type { Call, Resource } from "../resource.ts";
import type { Store } from "../store.ts";

type Labels = Pick<Association, "firstObjectLabel" | "secondObjectLabel">;
interface Page { locationId: string; skip: number; limit: number }
type NewRelation = Pick<Relation, "locationId" | "associationId" | "firstRecordId" | "secondRecordId">;

/** Associations, and relations between records. Lists have envelopes, unlike in the API description. */
export const associations: Resource = {
  "GET /associations/": handle<unknown, Page>(({ store, query }) => {
    const all = store.associations.in(query.locationId);
    return { associations: slice(all, query.skip, query.limit), skip: query.skip, limit: query.limit, total: all.length };
  }),

  "GET /associations/{associationId}": (call) => associationOf(call, param(call, "associationId")),

  "GET /associations/key/{key_name}": handle<unknown, { locationId: string }>((call) => {
    const found = call.store.associations.in(call.query.locationId).find(({ key }) => key === param(call, "key_name"));
    if (!found) throw notFound("Association not found");
    return found;
  }),

  "GET /associations/objectKey/{objectKey}": handle<unknown, { locationId?: string }>((call) => {
    const key = param(call, "objectKey");
    const all = call.store.associations.in(call.query.locationId ?? call.grant.locationId ?? "");
    return { associations: all.filter(({ firstObjectKey, secondObjectKey }) => [firstObjectKey, secondObjectKey].includes(key)) };
  }),

  "POST /associations/": handle<Omit<Association, "id" | "associationType">>(({ store, body }) => {
    if (store.associations.in(body.locationId).some(({ key }) => key === body.key)) throw badRequest(`Association with key ${body.key} already exists`);
    for (const key of [body.firstObjectKey, body.secondObjectKey]) {
      if (!store.objectSchemas.in(body.locationId).some((schema) => schema.key === key)) throw badRequest(`Object with key ${key} not found`);
    }
    return store.associations.put({ ...body, id: store.random.hex(24), associationType: "USER_DEFINED" });
  }),

  "PUT /associations/{associationId}": handle<Labels>((call) => call.store.associations.change(ownOf(call), call.body)),

  "DELETE /associations/{associationId}": (call) => {
    const { id, locationId } = ownOf(call);
    for (const relation of call.store.relations.in(locationId).filter(({ associationId }) => associationId === id)) call.store.relations.delete(relation.id);
    return { deleted: call.store.associations.delete(id), id, message: "Association deleted successfully" };
  },

  "GET /associations/relations/{recordId}": handle<unknown, Page & { associationIds?: string[] }>((call) => {
    const { locationId, skip, limit, associationIds } = call.query;
    const id = param(call, "recordId");
    const all = call.store.relations.in(locationId).filter(({ firstRecordId, secondRecordId, associationId }) =>
      [firstRecordId, secondRecordId].includes(id) && (!associationIds || associationIds.includes(associationId)));
    return { relations: slice(all, skip, limit), skip, limit, total: all.length };
  }),

  "POST /associations/relations": handle<NewRelation>((call) => {
    const { store, body } = call;
    const { firstObjectKey, secondObjectKey } = associationOf(call, body.associationId);
    expectRecord(store, firstObjectKey, body.firstRecordId);
    expectRecord(store, secondObjectKey, body.secondRecordId);
    const twin = (relation: Relation) => relation.associationId === body.associationId && relation.firstRecordId === body.firstRecordId && relation.secondRecordId === body.secondRecordId;
    // See highlevel-api-docs issue 73.
    if (store.relations.in(body.locationId).some(twin)) throw badRequest("Relation already exists between these records");
    return store.relations.put({ ...body, id: store.random.hex(24), firstObjectKey, secondObjectKey });
  }),

  "DELETE /associations/relations/{relationId}": handle<unknown, { locationId: string }>((call) => {
    const relation = call.store.relations.get(param(call, "relationId"));
    if (relation?.locationId !== call.query.locationId) throw notFound("Relation not found");
    call.store.relations.delete(relation.id);
    return relation;
  }),
};

function associationOf({ store, auth, grant }: Pick<Call, "store" | "auth" | "grant">, id: string): Association {
  const association = store.associations.get(id);
  if (!association) throw notFound("Association not found");
  auth.requireLocation(grant, association.locationId);
  return association;
}

function ownOf(call: Call): Association {
  const association = associationOf(call, param(call, "associationId"));
  if (association.associationType !== "USER_DEFINED") throw badRequest("Only user defined associations can be changed");
  return association;
}

function expectRecord(store: Store, objectKey: string, id: string): void {
  const tables: Record<string, (id: string) => unknown> = {
    contact: (key) => store.contacts.get(key),
    business: (key) => store.businesses.get(key),
    opportunity: (key) => store.opportunities.get(key),
  };
  const found = tables[objectKey]?.(id) ?? (store.objectRecords.get(id)?.objectKey === objectKey ? id : undefined);
  if (!found) throw badRequest(`Record ${id} is not a record of ${objectKey}`);
}
