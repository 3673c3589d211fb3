import type { Store } from "../store.ts";

const DAY = 86_400_000;

/** The objects of a location, including a custom one (pets), two associations, and a relation. */
export function seedAssociations(store: Store, locationId: string): void {
  const { random, clock } = store;
  const dateAdded = clock.now() - 50 * DAY;
  for (const [key, singular, plural] of [["contact", "Contact", "Contacts"], ["opportunity", "Opportunity", "Opportunities"], ["business", "Company", "Companies"], ["custom_objects.pet", "Pet", "Pets"]] as const) {
    store.objectSchemas.put({ id: random.hex(24), locationId, key, standard: !key.startsWith("custom"), labels: { singular, plural }, primaryDisplayProperty: `${key}.name`, dateAdded });
  }
  const [bello] = ["Bello", "Mimi", "Rex"].map((name) => store.objectRecords.put({ id: random.hex(24), locationId, objectKey: "custom_objects.pet", properties: { name }, dateAdded }));
  const shared = { locationId, firstObjectKey: "contact", firstObjectLabel: "Contact" };
  store.associations.put({ ...shared, id: random.hex(24), key: "CONTACT_BUSINESS", secondObjectKey: "business", secondObjectLabel: "Company", associationType: "SYSTEM_DEFINED" });
  const { id: associationId } = store.associations.put({ ...shared, id: random.hex(24), key: "owner_pet", firstObjectLabel: "Owner", secondObjectKey: "custom_objects.pet", secondObjectLabel: "Pet", associationType: "USER_DEFINED" });
  const [owner] = store.contacts.in(locationId);
  if (owner && bello) {
    store.relations.put({ id: random.hex(24), locationId, associationId, firstObjectKey: "contact", firstRecordId: owner.id, secondObjectKey: "custom_objects.pet", secondRecordId: bello.id });
  }
}
