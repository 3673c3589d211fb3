import type { Contact } from "../../sandbox/index.ts";
import type { Environment } from "../model.ts";
import type { Shelf } from "./list.ts";

/** A contact that has existed for long, for records that belong to one. */
export function contactOf({ sandbox, locationId, now }: Environment): string {
  return sandbox.store.contacts.insert([{ locationId, firstName: "Iris", dateAdded: now() - 30 * 86_400_000 }])[0]?.id ?? "";
}

/** Contacts by id; deleted ones can be put back. */
export const contactShelf = ({ sandbox: { store } }: Environment): Shelf<Contact> => ({
  get: (id) => store.contacts.get(id),
  put: (row) => (store.contacts.get(row.id) ? store.contacts.update(row.id, row) : store.contacts.insert([row])[0] ?? row),
  delete: (id) => store.contacts.delete(id),
});
