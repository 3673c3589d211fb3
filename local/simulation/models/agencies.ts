import omit from "lodash/omit.js";
import type { Company, Location, Snapshot } from "../../sandbox/index.ts";
import type { Environment, ModelRow } from "../model.ts";
import { agency, named, plain } from "./fields.ts";
import { listModel } from "./list.ts";
import type { ListOf } from "./list.ts";
import { recordModel } from "./record.ts";

const EMAIL = "branch@example.com";

const home = ({ sandbox, locationId }: Environment): Location => sandbox.store.locations.get(locationId)!; // the environment made it

/** The agency's sub-accounts. All histories share the agency, so those of other histories are removed, except the demo's own. */
function locationsOf(environment: Environment): Location[] {
  const { locations } = environment.sandbox.store;
  return locations.in(environment.companyId).filter(({ id }) => id === environment.locationId || id === environment.sandbox.locationId);
}

const asItem = ({ id, name }: { id: string; name: string }) => ({ id, version: name, data: {} });

const rename = (environment: Environment) => ({ "rename the sub-account": (pick: number) => void environment.sandbox.store.locations.change(home(environment), { name: `Branch ${pick}` }) });

const locations: ListOf<Location> = {
  shelf: (environment) => {
    const { store } = environment.sandbox;
    const kept = new Set(locationsOf(environment).map(({ id }) => id));
    for (const { id } of store.locations.in(environment.companyId)) if (!kept.has(id)) store.locations.delete(id);
    return store.locations;
  },
  props: ({ companyId }) => ({ props: {}, otherProps: { companyId }, ...agency }),
  make: (environment, id, name) => ({ ...home(environment), id, name, dateAdded: environment.now() }),
  name: named(),
  others: (environment) => locationsOf(environment).map(asItem),
  noise: rename,
};

/** Leaves out the mutations that remove the record, for a record that cannot be removed. */
const lasting = (row: ModelRow): ModelRow => ({
  ...row,
  open: (environment) => {
    const model = row.open(environment);
    return { ...model, mutations: omit(model.mutations, ["remove", "put back"]) };
  },
});

/** The agency, its sub-accounts and its snapshots. */
export const agencyModels: ModelRow[] = [
  lasting(recordModel<Company & { locationCount: number }>("get-company", {
    shelf: ({ sandbox: { store, companyId } }) => ({
      get: () => ({ ...store.companies.get(companyId)!, locationCount: store.locations.count(companyId) }), // the demo's agency
      put: ({ locationCount, ...company }) => ({ ...store.companies.put(company), locationCount }),
      delete: () => false,
    }),
    make: ({ sandbox: { store, companyId } }) => ({ ...store.companies.get(companyId)!, locationCount: 0 }),
    fields: {
      name: plain("name"),
      phone: plain("phone"),
      locationCount: { of: ({ locationCount }) => locationCount, set: (row) => row },
    },
    also: (environment) => ({ "add a sub-account": () => void environment.sandbox.store.locations.put({ ...home(environment), id: environment.id() }) }),
    props: ({ companyId }) => ({ props: { companyId }, ...agency }),
  })),

  listModel("list-locations", locations, { large: 96 }),
  listModel("list-locations", {
    ...locations,
    props: ({ companyId }) => ({ props: { email: EMAIL }, otherProps: { email: EMAIL, companyId }, ...agency }),
    flag: { of: ({ email }) => email === EMAIL, set: (row, on) => ({ ...row, email: on ? EMAIL : "office@example.com" }), reported: ({ email }) => email === EMAIL, eventTypes: {} },
    isShown: ({ email }) => email === EMAIL,
    others: () => [],
  }, { when: "with an email" }),
  listModel("list-locations", {
    ...locations,
    props: ({ companyId }) => ({ props: {}, otherProps: { companyId } }),
    isShown: () => false,
    others: (environment) => [asItem(home(environment))],
  }, { when: "of a sub-account" }),
  listModel<Snapshot>("list-snapshots", {
    shelf: ({ sandbox: { store }, companyId }) => {
      for (const { id } of store.snapshots.in(companyId)) store.snapshots.delete(id);
      return store.snapshots;
    },
    props: ({ companyId }) => ({ props: {}, otherProps: { companyId }, ...agency }),
    make: ({ companyId }, id, name) => ({ id, companyId, name, type: "own" }),
    name: named(),
  }),
];
