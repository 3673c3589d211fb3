import type { Association, Relation } from "../../sandbox/models/associations.ts";
import type { Environment, ModelRow } from "../model.ts";
import { contactOf } from "./contact-support.ts";
import { listModel } from "./list.ts";
import type { ListOf } from "./list.ts";
import { text } from "./read.ts";
import { recordModel } from "./record.ts";
import { valueModel } from "./value.ts";

const PET = "custom_objects.pet";

/** Of contacts and pets, in both directions. */
function newAssociation({ sandbox: { store }, locationId }: Environment, id: string, firstObjectLabel: string): Association {
  const keys = ["contact", PET];
  const [firstObjectKey = "", secondObjectKey = ""] = store.associations.count(locationId) % 2 === 0 ? keys : keys.reverse();
  return { id, locationId, key: id, firstObjectLabel, firstObjectKey, secondObjectLabel: "Pet", secondObjectKey, associationType: "USER_DEFINED" };
}

/** HighLevel's own association is in the list too, and does not change. */
function systemAssociation(environment: Environment): Association {
  const { store } = environment.sandbox;
  const association: Association = { ...newAssociation(environment, environment.id(), "Contact"), key: "CONTACT_BUSINESS", secondObjectKey: "business", associationType: "SYSTEM_DEFINED" };
  return store.associations.in(environment.locationId).find(({ associationType }) => associationType === "SYSTEM_DEFINED") ?? store.associations.put(association);
}

const associations: ListOf<Association> = {
  shelf: ({ sandbox }) => sandbox.store.associations,
  props: (environment) => {
    systemAssociation(environment);
    return { props: {} };
  },
  make: newAssociation,
  name: { of: ({ firstObjectLabel }) => firstObjectLabel, set: (row, firstObjectLabel) => ({ ...row, firstObjectLabel }), reported: ({ firstObjectLabel }) => text(firstObjectLabel) },
  others: (environment) => [systemAssociation(environment)].map(({ id, firstObjectLabel }) => ({ id, version: firstObjectLabel, data: { on: false } })),
};

interface Linked { contactId: string; wanted: string; other: string }

/** A contact that is linked with pets by two associations. */
function linkedOf(environment: Environment): Linked {
  const { sandbox: { store }, locationId } = environment;
  const contactId = store.contacts.in(locationId)[0]?.id ?? contactOf(environment);
  if (store.associations.count(locationId) === 0) for (const label of ["Owner", "Sitter"]) store.associations.put(newAssociation(environment, environment.id(), label));
  const [wanted, other] = store.associations.in(locationId).map(({ id }) => id);
  return { contactId, wanted: wanted ?? "", other: other ?? "" };
}

/** The record is the first or the second of a relation, of either association. */
function newRelation(environment: Environment, id: string): Relation {
  const { sandbox: { store }, locationId } = environment;
  const { contactId, wanted, other } = linkedOf(environment);
  const number = store.relations.count(locationId);
  const [contact, pet] = [{ key: "contact", id: contactId }, { key: PET, id: environment.id() }];
  const [first, second] = number % 3 === 0 ? [pet, contact] : [contact, pet];
  return {
    id, locationId, associationId: number % 2 === 0 ? wanted : other,
    firstObjectKey: first.key, firstRecordId: first.id, secondObjectKey: second.key, secondRecordId: second.id,
  };
}

const relations: ListOf<Relation> = {
  shelf: ({ sandbox }) => sandbox.store.relations,
  props: (environment) => {
    const { contactId } = linkedOf(environment);
    return { props: { recordId: contactId }, otherProps: { recordId: contactId, objectKey: "contact" } };
  },
  make: newRelation,
  // A relation exists or not; it has nothing that changes.
  name: { of: () => "linked", set: (row) => row, reported: () => "linked" },
  noise: (environment) => ({ "link another record": () => void environment.sandbox.store.relations.put({ ...newRelation(environment, environment.id()), firstRecordId: environment.id(), secondRecordId: environment.id() }) }),
};

const ofAssociations = (chosen: (linked: Linked) => string[]): ListOf<Relation>["props"] => (environment) => {
  const linked = linkedOf(environment);
  return { props: { recordId: linked.contactId, associationIds: chosen(linked) } };
};

const OTHER_OBJECTS = { firstObjectKey: "contact", secondObjectKey: "opportunity" };
const KEY = "owner_pet";
const LABELS = ["Owner", "Keeper", "Sitter"];

export const associationModels: ModelRow[] = [
  listModel("find-associations", associations, { large: 197 }),
  listModel("get-association-by-keys", {
    ...associations,
    props: () => ({ props: { objectKey: PET } }),
    others: undefined,
    noise: (environment) => ({
      "add one of other objects": () => void environment.sandbox.store.associations.put({ ...newAssociation(environment, environment.id(), "Client"), ...OTHER_OBJECTS }),
    }),
  }),
  listModel("get-relations-by-record", relations, { large: 198 }),
  listModel("get-relations-by-record", {
    ...relations,
    isShown: ({ associationId }, environment) => associationId === linkedOf(environment).wanted,
    props: ofAssociations(({ wanted }) => [wanted]),
  }, { when: "of one association", large: 398 }),
  listModel("get-relations-by-record", { ...relations, props: ofAssociations(({ wanted, other }) => [wanted, other]) }, { when: "of two associations" }),
  recordModel<Association>("get-association", {
    shelf: ({ sandbox }) => sandbox.store.associations,
    make: (environment, id) => newAssociation(environment, id, "Owner"),
    fields: {
      firstObjectLabel: { of: ({ firstObjectLabel }) => firstObjectLabel, set: (row, firstObjectLabel) => ({ ...row, firstObjectLabel }) },
      secondObjectLabel: { of: ({ secondObjectLabel }) => secondObjectLabel, set: (row, secondObjectLabel) => ({ ...row, secondObjectLabel }) },
    },
    props: (_, associationId) => ({ props: { associationId } }),
  }),
  valueModel("get-association-key", {
    open: (environment) => {
      const { sandbox: { store }, locationId } = environment;
      const other = newAssociation(environment, environment.id(), "Owner");
      const [former, latter] = [environment.id(), environment.id()];
      const put = (id: string, label: string) => store.associations.put({ ...newAssociation(environment, id, label), firstObjectKey: "contact", secondObjectKey: PET, key: KEY });
      const there = () => store.associations.in(locationId).find(({ key }) => key === KEY);
      const answer = () => {
        const found = there();
        return found && `${found.id} ${found.firstObjectLabel}`;
      };
      const change = (label: string) => {
        const found = there();
        if (found) store.associations.put({ ...found, firstObjectLabel: label });
      };
      store.associations.put(other);
      if (environment.size > 1) put(former, "Owner");
      return {
        props: { keyName: KEY },
        mutations: {
          "it appears": () => void (there() ?? put(former, "Owner")),
          "another one gets the key": () => {
            const found = there();
            if (found) store.associations.delete(found.id);
            put(found?.id === former ? latter : former, "Owner");
          },
          "its label changes": (pick) => change(LABELS[pick % LABELS.length] ?? ""),
          "it gets another key": () => {
            const found = there();
            if (found) store.associations.put({ ...found, key: found.id });
          },
          "it is deleted": () => {
            const found = there();
            if (found) store.associations.delete(found.id);
          },
          "one with another key changes": (pick) => void store.associations.put({ ...other, firstObjectLabel: LABELS[pick % LABELS.length] ?? "" }),
        },
        answer,
      };
    },
    reported: ({ id, firstObjectLabel, _event }) => {
      const { kind } = _event as { kind: string }; // every trigger adds it
      return kind === "deleted" ? undefined : `${text(id)} ${text(firstObjectLabel)}`;
    },
    eventTypes: (before, after) => [after === undefined ? "deleted" : before === undefined ? "created" : "updated"],
  }),
];
