import omit from "lodash/omit.js";
import type { Company, Location, Snapshot } from "../../sandbox/index.ts";
import type { Stage, WorldRow } from "../world.ts";
import { agency, named, plain } from "./fields.ts";
import { listWorld } from "./list.ts";
import type { ListOf } from "./list.ts";
import { recordWorld } from "./record.ts";

const EMAIL = "branch@example.com";

const home = ({ sandbox, locationId }: Stage): Location => sandbox.store.locations.get(locationId)!; // the stage made it

/** The sub-accounts of the agency, which all histories share; of the others, only the demo's own is left. */
function locationsOf(stage: Stage): Location[] {
  const { locations } = stage.sandbox.store;
  return locations.in(stage.companyId).filter(({ id }) => id === stage.locationId || id === stage.sandbox.locationId);
}

const asItem = ({ id, name }: { id: string; name: string }) => ({ id, version: name, data: {} });

const rename = (stage: Stage) => ({ "rename the sub-account": (pick: number) => void stage.sandbox.store.locations.change(home(stage), { name: `Branch ${pick}` }) });

const locations: ListOf<Location> = {
  shelf: (stage) => {
    const { store } = stage.sandbox;
    const kept = new Set(locationsOf(stage).map(({ id }) => id));
    for (const { id } of store.locations.in(stage.companyId)) if (!kept.has(id)) store.locations.delete(id);
    return store.locations;
  },
  props: ({ companyId }) => ({ props: {}, otherProps: { companyId }, ...agency }),
  make: (stage, id, name) => ({ ...home(stage), id, name, dateAdded: stage.now() }),
  name: named(),
  others: (stage) => locationsOf(stage).map(asItem),
  noise: rename,
};

/** Without the acts by which the record goes away: the world of what cannot. */
const lasting = (row: WorldRow): WorldRow => ({
  ...row,
  open: (stage) => {
    const world = row.open(stage);
    return { ...world, acts: omit(world.acts, ["remove", "put back"]) };
  },
});

/** The agency, its sub-accounts and its snapshots. */
export const agencyWorlds: WorldRow[] = [
  lasting(recordWorld<Company & { locationCount: number }>("get-company", {
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
    also: (stage) => ({ "add a sub-account": () => void stage.sandbox.store.locations.put({ ...home(stage), id: stage.id() }) }),
    props: ({ companyId }) => ({ props: { companyId }, ...agency }),
  })),

  listWorld("list-locations", locations, { large: 96 }),
  listWorld("list-locations", {
    ...locations,
    props: ({ companyId }) => ({ props: { email: EMAIL }, otherProps: { email: EMAIL, companyId }, ...agency }),
    flag: { of: ({ email }) => email === EMAIL, set: (row, on) => ({ ...row, email: on ? EMAIL : "office@example.com" }), told: ({ email }) => email === EMAIL, kinds: {} },
    isShown: ({ email }) => email === EMAIL,
    others: () => [],
  }, { when: "with an email" }),
  listWorld("list-locations", {
    ...locations,
    props: ({ companyId }) => ({ props: {}, otherProps: { companyId } }),
    isShown: () => false,
    others: (stage) => [asItem(home(stage))],
  }, { when: "of a sub-account" }),
  listWorld<Snapshot>("list-snapshots", {
    shelf: ({ sandbox: { store }, companyId }) => {
      for (const { id } of store.snapshots.in(companyId)) store.snapshots.delete(id);
      return store.snapshots;
    },
    props: ({ companyId }) => ({ props: {}, otherProps: { companyId }, ...agency }),
    make: ({ companyId }, id, name) => ({ id, companyId, name, type: "own" }),
    name: named(),
  }),
];
