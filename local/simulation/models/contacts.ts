import type { Contact } from "../../sandbox/index.ts";
import type { Environment, ModelRow } from "../model.ts";
import { contactRecordModels } from "./contact-records.ts";
import { contactSearchModels } from "./contact-searches.ts";
import { contactShelf } from "./contact-support.ts";
import { listModel } from "./list.ts";
import type { ListOf } from "./list.ts";
import { text } from "./read.ts";
import { recordModel } from "./record.ts";
import { valueModel } from "./value.ts";

export { contactOf } from "./contact-support.ts";

/** The business of the sub-account. */
function businessOf({ sandbox: { store }, locationId, id, now }: Environment): string {
  const business = store.businesses.in(locationId)[0] ?? store.businesses.put({ id: id(), locationId, name: "Harbor Yoga", createdAt: now(), updatedAt: now() });
  return business.id;
}

/** Contacts join a business, change, leave it, or are deleted. */
const members = (query?: string): ListOf<Contact> => ({
  shelf: (environment) => {
    const contacts = contactShelf(environment);
    const businessId = businessOf(environment);
    const get = (id: string) => {
      const contact = contacts.get(id);
      return contact?.businessId === businessId ? contact : undefined;
    };
    let count = 0;
    return {
      ...contacts,
      get,
      delete: (id) => {
        const contact = get(id);
        if (!contact) return false;
        if (count++ % 2) return contacts.delete(id);
        return Boolean(contacts.put({ ...contact, businessId: undefined }));
      },
    };
  },
  props: (environment) => ({ props: { businessId: businessOf(environment), ...(query && { query }) }, ...(!query && { otherProps: { businessId: businessOf(environment), query: "Simulated" } }) }),
  make: (environment, id, firstName) => ({ ...environment.sandbox.store.contacts.insert([{ id, locationId: environment.locationId, firstName, lastName: "Simulated" }])[0]!, businessId: businessOf(environment) }),
  name: { of: ({ firstName = "" }) => firstName, set: (row, firstName) => ({ ...row, firstName }), reported: ({ firstName }) => text(firstName) },
  flag: { of: ({ dnd }) => dnd, set: (row, dnd) => ({ ...row, dnd }), reported: ({ dnd }) => dnd === true, eventTypes: {} },
  isShown: ({ firstName }) => !query || firstName === query,
  noise: (environment) => ({
    "a contact joins no business": () => void environment.sandbox.store.contacts.insert([{ locationId: environment.locationId, firstName: "Anna", businessId: "another" }]),
    "change nothing that counts": (pick) => {
      const rows = environment.sandbox.store.contacts.in(environment.locationId);
      const row = rows[pick % Math.max(1, rows.length)];
      if (row) environment.sandbox.store.contacts.update(row.id, {});
    },
  }),
});

const EMAIL = "rosa.meyer@example.com";
const PHONE = "+12025550143";

/** Contacts get and lose the email or phone that the trigger looks for. */
const duplicate = valueModel("get-duplicate-contact", {
  open: (environment) => {
    const { locationId, sandbox: { store }, size } = environment;
    const add = (changes: Partial<Contact>) => void store.contacts.insert([{ locationId, ...changes }]);
    const change = (pick: number, changes: Partial<Contact>) => {
      const rows = store.contacts.in(locationId);
      const row = rows[pick % Math.max(1, rows.length)];
      if (row) store.contacts.update(row.id, changes);
    };
    const answer = () => (store.contacts.byEmail(locationId, EMAIL) ?? store.contacts.byPhone(locationId, PHONE))?.id;
    for (let index = 0; index < size; index++) add(index === 0 ? { email: EMAIL } : {});
    return {
      props: { email: EMAIL, phone: PHONE },
      otherProps: { email: EMAIL.toUpperCase(), phone: PHONE },
      mutations: {
        "add one with the email": () => add({ email: "Rosa.Meyer@example.com" }),
        "add one with the phone": () => add({ phone: PHONE }),
        "add another": () => add({ email: "tom@example.com" }),
        "give the email to one": (pick) => change(pick, { email: EMAIL }),
        "take it from one": (pick) => change(pick, { email: undefined }),
        "take the phone from one": (pick) => change(pick, { phone: undefined }),
        "change one": (pick) => change(pick, { city: `City ${pick}` }),
        "delete the answer": () => void store.contacts.delete(answer() ?? ""),
      },
      answer,
    };
  },
  reported: ({ id }) => (id === undefined ? undefined : text(id)),
  eventTypes: (before, after) => [after === undefined ? "gone" : before === undefined ? "found" : "changed"],
});

const FIELD = "SimulatedField000001";
const fieldValue = (fields: unknown) => (Array.isArray(fields) ? fields.find(({ id }: { id: string }) => id === FIELD)?.value : undefined) as unknown;

export const contactModels: ModelRow[] = [
  ...contactSearchModels,
  recordModel("get-contact", {
    shelf: ({ sandbox }) => ({
      get: (id) => sandbox.store.contacts.get(id),
      put: (row) => sandbox.store.contacts.insert([row])[0] ?? row,
      delete: (id) => sandbox.store.contacts.delete(id),
    }),
    make: ({ sandbox, locationId }, id) => sandbox.store.contacts.insert([{ id, locationId, city: "Bangor" }])[0]!,
    fields: {
      city: { of: ({ city }: Contact) => city, set: (row, city) => ({ ...row, city }) },
      source: { of: ({ source }) => source, set: (row, source) => ({ ...row, source }) },
    },
    noise: (row, { now }) => ({ ...row, dateUpdated: now() }),
    props: (_, contactId) => ({ props: { contactId } }),
  }),
  recordModel("get-contact", {
    shelf: contactShelf,
    make: ({ sandbox, locationId }, id) => sandbox.store.contacts.insert([{ id, locationId }])[0]!,
    fields: {
      [`customFields.${FIELD}`]: {
        of: ({ customFields }: Contact) => fieldValue(customFields),
        set: (row, value) => ({ ...row, customFields: [{ id: "another", value: "kept" }, { id: FIELD, value }] }),
        reported: ({ customFields }) => fieldValue(customFields),
      },
      tags: { of: ({ tags }) => tags.join(), set: (row, tag) => ({ ...row, tags: [tag] }), reported: ({ tags }) => (tags as string[]).join() },
    },
    noise: (row, environment) => ({ ...row, city: environment.id() }),
    props: (_, contactId) => ({ props: { contactId, watchFields: [`customFields.${FIELD}`, "tags"] }, otherProps: { contactId, watchFields: ["tags", `customFields.${FIELD}`, "ssn"] } }),
  }, { when: "some fields are watched" }),
  listModel("get-contacts-by-business", members(), { large: 98 }),
  listModel("get-contacts-by-business", members("Anna"), { when: "with a search text" }),
  duplicate,
  ...contactRecordModels,
];
