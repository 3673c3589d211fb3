import type { Business, Campaign, CustomField, Workflow } from "../../sandbox/index.ts";
import type { Environment, ModelRow } from "../model.ts";
import { agencyModels } from "./agencies.ts";
import { named, plain } from "./fields.ts";
import { listModel } from "./list.ts";
import type { ListOf } from "./list.ts";
import { text } from "./read.ts";
import { recordModel } from "./record.ts";
import { userModels } from "./users.ts";

const newBusiness = ({ locationId, now }: Environment, id: string, name = "Harbor Yoga"): Business => ({ id, locationId, name, createdAt: now(), updatedAt: now() });

const published = <R extends Campaign>() => ({
  of: ({ status }: R) => status === "published",
  set: (row: R, on: boolean): R => ({ ...row, status: on ? "published" : "draft" }),
  reported: ({ status }: Record<string, unknown>) => status === "published",
  eventTypes: { on: "published", off: "unpublished" },
  newOn: "published",
});

const campaigns: ListOf<Campaign> = {
  shelf: ({ sandbox }) => sandbox.store.campaigns,
  props: () => ({ props: {} }),
  make: ({ locationId }, id, name) => ({ id, locationId, name, status: "draft" }),
  name: named(),
  flag: published(),
};

const workflows: ListOf<Workflow> = {
  shelf: ({ sandbox }) => sandbox.store.workflows,
  props: () => ({ props: {} }),
  make: ({ locationId, now }, id, name) => ({ id, locationId, name, status: "draft", version: 1, createdAt: now(), updatedAt: now() }),
  // Saving a workflow makes a new version of it, even under the same name.
  name: {
    of: ({ name, version }) => `${name} v${version}`,
    set: (row, name) => ({ ...row, name, version: row.version + 1, updatedAt: row.updatedAt + 1_000 }),
    reported: ({ name, version }) => `${text(name)} v${Number(version)}`,
  },
  flag: published(),
};

const customFields = (model: "contact" | "opportunity" | undefined): ListOf<CustomField> => {
  let count = 0;
  return {
    shelf: ({ sandbox }) => sandbox.store.customFields,
    props: () => ({ props: model ? { model } : {} }),
    make: ({ locationId, now }, id, name) => ({
      id, locationId, name, model: count++ % 2 ? "contact" : "opportunity", fieldKey: `contact.${id}`, placeholder: "", dataType: "TEXT", position: 50, dateAdded: now(),
    }),
    name: named(),
    isShown: (row) => model === undefined || row.model === model,
  };
};

/** What belongs to the account: businesses, users, the agency, custom fields, campaigns, workflows. */
export const accountModels: ModelRow[] = [
  recordModel<Business>("get-business", {
    shelf: ({ sandbox }) => sandbox.store.businesses,
    make: newBusiness,
    fields: { name: plain("name"), city: plain("city"), description: plain("description") },
    noise: (row, { now }) => ({ ...row, updatedAt: now() }),
    props: (_, businessId) => ({ props: { businessId } }),
  }),
  recordModel<Business>("get-business", {
    shelf: ({ sandbox }) => sandbox.store.businesses,
    make: newBusiness,
    fields: { city: plain("city") },
    noise: (row, environment) => ({ ...row, name: environment.id() }),
    props: (_, businessId) => ({ props: { businessId, watchFields: ["city", "website"] } }),
  }, { when: "some fields are watched" }),
  listModel<Business>("list-businesses-by-location", {
    shelf: ({ sandbox }) => sandbox.store.businesses,
    props: () => ({ props: {} }),
    make: newBusiness,
    name: named(),
    noise: ({ sandbox: { store }, locationId, now }) => ({
      "change nothing that counts": (pick) => {
        const rows = store.businesses.in(locationId);
        const row = rows[pick % Math.max(1, rows.length)];
        if (row) store.businesses.change(row, { updatedAt: now() });
      },
    }),
  }, { large: 98 }),
  ...userModels,
  ...agencyModels,
  listModel("list-custom-fields", customFields(undefined)),
  listModel("list-custom-fields", customFields("opportunity"), { when: "of opportunities" }),
  listModel("list-campaigns", campaigns),
  listModel("list-campaigns", { ...campaigns, props: () => ({ props: { status: "published" } }), isShown: ({ status }) => status === "published" }, { when: "only published ones" }),
  listModel("list-workflows", workflows),
];
