import { expect } from "@jest/globals";
import type { Sandbox } from "../../local/sandbox/index.ts";
import { e2e } from "./suite.ts";
import type { ActionRow, TriggerRow } from "./suite.ts";

interface Ids {
  associationId: string;
  otherId: string;
  contactId: string;
  petId: string;
  freePetId: string;
  relationId: string;
}

const KINDS = { eventTypes: ["created", "updated", "deleted"] };

function setup({ store, locationId }: Sandbox): Ids {
  const association = store.associations.in(locationId).find(({ key }) => key === "owner_pet")!;
  const other = store.associations.put({ ...association, id: "aaaaaaaaaaaaaaaaaaaaaaaa", key: "vet_pet" });
  const relation = store.relations.in(locationId)[0]!;
  const [, freePet] = store.objectRecords.in("custom_objects.pet");
  return { associationId: association.id, otherId: other.id, contactId: relation.firstRecordId, petId: relation.secondRecordId, freePetId: freePet!.id, relationId: relation.id };
}

const triggers: TriggerRow<Ids>[] = [
  {
    slug: "find-associations", when: "130 are created and one is changed", props: () => KINDS,
    change: ({ store }, { associationId }) => {
      const association = store.associations.get(associationId)!;
      for (let index = 0; index < 130; index++) store.associations.put({ ...association, id: `new${index}`, key: `new_${index}` });
      store.associations.change(association, { firstObjectLabel: "Keeper" });
    },
    eventTypes: [...Array.from({ length: 130 }, () => "created"), "updated"],
  },
  {
    slug: "find-associations", when: "one is deleted", props: () => KINDS,
    change: ({ store }, { otherId }) => store.associations.delete(otherId),
    eventTypes: ["deleted"], event: ({ otherId }) => ({ id: otherId }), polls: 2,
  },
  {
    slug: "find-associations", when: "a relation is added", props: () => KINDS,
    change: ({ store, locationId }, { freePetId }) => store.relations.put({ ...store.relations.in(locationId)[0]!, id: "r2", secondRecordId: freePetId }),
    eventTypes: [],
  },
  {
    slug: "get-association", when: "a label changes", props: ({ associationId }) => ({ associationId }),
    change: ({ store }, { associationId }) => store.associations.change(store.associations.get(associationId)!, { firstObjectLabel: "Keeper" }),
    eventTypes: ["updated"],
    event: ({ associationId }) => ({ id: associationId, firstObjectLabel: "Keeper", _event: expect.objectContaining({ changedFields: ["firstObjectLabel"] }) }),
  },
  {
    slug: "get-association", when: "another one changes", props: ({ associationId }) => ({ associationId }),
    change: ({ store }, { otherId }) => store.associations.change(store.associations.get(otherId)!, { firstObjectLabel: "Keeper" }),
    eventTypes: [],
  },
  {
    slug: "get-association", when: "it is deleted", props: ({ associationId }) => ({ associationId }),
    change: ({ store }, { associationId }) => store.associations.delete(associationId),
    eventTypes: ["deleted"], event: ({ associationId }) => ({ id: associationId }),
  },
  {
    slug: "get-association-key", when: "a label changes", props: () => ({ keyName: "owner_pet" }),
    change: ({ store }, { associationId }) => store.associations.change(store.associations.get(associationId)!, { firstObjectLabel: "Keeper" }),
    eventTypes: ["updated"], event: () => ({ key: "owner_pet", firstObjectLabel: "Keeper" }),
  },
  {
    slug: "get-association-key", when: "it appears", props: () => ({ keyName: "tutor_pupil" }),
    change: ({ store }, { otherId }) => store.associations.change(store.associations.get(otherId)!, { key: "tutor_pupil" }),
    eventTypes: ["created"], event: ({ otherId }) => ({ id: otherId }),
  },
  {
    slug: "get-association-key", when: "it is deleted", props: () => ({ keyName: "vet_pet" }),
    change: ({ store }, { otherId }) => store.associations.delete(otherId),
    eventTypes: ["deleted"], event: () => ({ key: "vet_pet" }),
  },
  {
    slug: "get-association-key", when: "another key changes", props: () => ({ keyName: "owner_pet" }),
    change: ({ store }, { otherId }) => store.associations.delete(otherId),
    eventTypes: [],
  },
  {
    slug: "get-association-by-keys", when: "one is created, one of other objects too", props: () => ({ ...KINDS, objectKey: "custom_objects.pet" }),
    change: ({ store }, { associationId }) => {
      const association = store.associations.get(associationId)!;
      store.associations.put({ ...association, id: "n1", key: "sitter_pet" });
      store.associations.put({ ...association, id: "n2", key: "contact_opportunity", secondObjectKey: "opportunity" });
    },
    eventTypes: ["created"], event: () => ({ id: "n1" }),
  },
  {
    slug: "get-relations-by-record", when: "a link is added and another removed", props: ({ contactId }) => ({ recordId: contactId }),
    change: ({ store }, { relationId, freePetId }) => {
      store.relations.put({ ...store.relations.get(relationId)!, id: "r2", secondRecordId: freePetId });
      store.relations.delete(relationId);
    },
    eventTypes: ["created", "deleted"], event: ({ freePetId }) => ({ id: "r2", secondRecordId: freePetId }), polls: 2,
  },
  {
    slug: "get-relations-by-record", when: "a link of another association is added", props: ({ petId, associationId, otherId }) => ({ recordId: petId, associationIds: [associationId, "none1", otherId].slice(0, 2) }),
    change: ({ store }, { relationId, otherId }) => store.relations.put({ ...store.relations.get(relationId)!, id: "r2", associationId: otherId }),
    eventTypes: [],
  },
  {
    slug: "get-relations-by-record", when: "a link of the only association wanted is added", props: ({ petId, otherId }) => ({ recordId: petId, associationIds: [otherId] }),
    change: ({ store }, { relationId, otherId }) => store.relations.put({ ...store.relations.get(relationId)!, id: "r2", associationId: otherId }),
    eventTypes: ["created"],
  },
];

const contains = (fields: Record<string, unknown>) => expect.objectContaining(fields);

const actions: ActionRow<Ids>[] = [
  {
    slug: "create-association",
    props: () => ({ key: "company_pet", firstObjectKey: "business", firstObjectLabel: "Clinic", secondObjectKey: "custom_objects.pet", secondObjectLabel: "Patient" }),
    effect: ({ store }, _, { id }) => expect(store.associations.get(String(id))).toEqual(contains({ key: "company_pet", firstObjectLabel: "Clinic", associationType: "USER_DEFINED" })),
  },
  {
    slug: "update-association", props: ({ associationId }) => ({ associationId, firstObjectLabel: "Keeper", secondObjectLabel: "Animal" }),
    effect: ({ store }, { associationId }) => expect(store.associations.get(associationId)).toEqual(contains({ firstObjectLabel: "Keeper", secondObjectLabel: "Animal", key: "owner_pet" })),
  },
  {
    slug: "delete-association", props: ({ associationId }) => ({ associationId }),
    effect: ({ store, locationId }, { associationId }) => {
      expect(store.associations.get(associationId)).toBeUndefined();
      expect(store.relations.in(locationId)).toEqual([]);
    },
  },
  {
    slug: "create-relation", props: ({ associationId, contactId, freePetId }) => ({ associationId, firstRecordId: contactId, secondRecordId: freePetId }),
    effect: ({ store }, { contactId, freePetId }, { id }) => expect(store.relations.get(String(id))).toEqual(contains({ firstRecordId: contactId, secondRecordId: freePetId })),
  },
  {
    slug: "delete-relation", props: ({ relationId }) => ({ relationId }),
    effect: ({ store }, { relationId }) => expect(store.relations.get(relationId)).toBeUndefined(),
  },
];

e2e({ category: "associations", setup, triggers, actions });
