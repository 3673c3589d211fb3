import type { Association, Relation } from "../../sandbox/models/associations.ts";
import type { Stage, WorldRow } from "../world.ts";
import { contactOf } from "./contact-support.ts";
import { listWorld } from "./list.ts";
import type { ListOf } from "./list.ts";
import { text } from "./read.ts";
import { recordWorld } from "./record.ts";
import { valueWorld } from "./value.ts";

const PET = "custom_objects.pet";

/** Of contacts and pets, to and fro. */
function newAssociation({ sandbox: { store }, locationId }: Stage, id: string, firstObjectLabel: string): Association {
  const keys = ["contact", PET];
  const [firstObjectKey = "", secondObjectKey = ""] = store.associations.count(locationId) % 2 === 0 ? keys : keys.reverse();
  return { id, locationId, key: id, firstObjectLabel, firstObjectKey, secondObjectLabel: "Pet", secondObjectKey, associationType: "USER_DEFINED" };
}

/** HighLevel's own is in the list too, and stays as it is. */
function systemAssociation(stage: Stage): Association {
  const { store } = stage.sandbox;
  const association: Association = { ...newAssociation(stage, stage.id(), "Contact"), key: "CONTACT_BUSINESS", secondObjectKey: "business", associationType: "SYSTEM_DEFINED" };
  return store.associations.in(stage.locationId).find(({ associationType }) => associationType === "SYSTEM_DEFINED") ?? store.associations.put(association);
}

const associations: ListOf<Association> = {
  shelf: ({ sandbox }) => sandbox.store.associations,
  props: (stage) => {
    systemAssociation(stage);
    return { props: {} };
  },
  make: newAssociation,
  name: { of: ({ firstObjectLabel }) => firstObjectLabel, set: (row, firstObjectLabel) => ({ ...row, firstObjectLabel }), told: ({ firstObjectLabel }) => text(firstObjectLabel) },
  others: (stage) => [systemAssociation(stage)].map(({ id, firstObjectLabel }) => ({ id, version: firstObjectLabel, data: { on: false } })),
};

interface Linked { contactId: string; wanted: string; other: string }

/** A contact that is linked with pets by two associations. */
function linkedOf(stage: Stage): Linked {
  const { sandbox: { store }, locationId } = stage;
  const contactId = store.contacts.in(locationId)[0]?.id ?? contactOf(stage);
  if (store.associations.count(locationId) === 0) for (const label of ["Owner", "Sitter"]) store.associations.put(newAssociation(stage, stage.id(), label));
  const [wanted, other] = store.associations.in(locationId).map(({ id }) => id);
  return { contactId, wanted: wanted ?? "", other: other ?? "" };
}

/** The record is the first or the second of a relation, of either association. */
function newRelation(stage: Stage, id: string): Relation {
  const { sandbox: { store }, locationId } = stage;
  const { contactId, wanted, other } = linkedOf(stage);
  const number = store.relations.count(locationId);
  const [contact, pet] = [{ key: "contact", id: contactId }, { key: PET, id: stage.id() }];
  const [first, second] = number % 3 === 0 ? [pet, contact] : [contact, pet];
  return {
    id, locationId, associationId: number % 2 === 0 ? wanted : other,
    firstObjectKey: first.key, firstRecordId: first.id, secondObjectKey: second.key, secondRecordId: second.id,
  };
}

const relations: ListOf<Relation> = {
  shelf: ({ sandbox }) => sandbox.store.relations,
  props: (stage) => {
    const { contactId } = linkedOf(stage);
    return { props: { recordId: contactId }, otherProps: { recordId: contactId, objectKey: "contact" } };
  },
  make: newRelation,
  // A relation is there or not; nothing of it changes.
  name: { of: () => "linked", set: (row) => row, told: () => "linked" },
  noise: (stage) => ({ "link another record": () => void stage.sandbox.store.relations.put({ ...newRelation(stage, stage.id()), firstRecordId: stage.id(), secondRecordId: stage.id() }) }),
};

const ofAssociations = (chosen: (linked: Linked) => string[]): ListOf<Relation>["props"] => (stage) => {
  const linked = linkedOf(stage);
  return { props: { recordId: linked.contactId, associationIds: chosen(linked) } };
};

const OTHER_OBJECTS = { firstObjectKey: "contact", secondObjectKey: "opportunity" };
const KEY = "owner_pet";
const LABELS = ["Owner", "Keeper", "Sitter"];

export const associationWorlds: WorldRow[] = [
  listWorld("find-associations", associations, { large: 197 }),
  listWorld("get-association-by-keys", {
    ...associations,
    props: () => ({ props: { objectKey: PET } }),
    others: undefined,
    noise: (stage) => ({
      "add one of other objects": () => void stage.sandbox.store.associations.put({ ...newAssociation(stage, stage.id(), "Client"), ...OTHER_OBJECTS }),
    }),
  }),
  listWorld("get-relations-by-record", relations, { large: 198 }),
  listWorld("get-relations-by-record", {
    ...relations,
    isShown: ({ associationId }, stage) => associationId === linkedOf(stage).wanted,
    props: ofAssociations(({ wanted }) => [wanted]),
  }, { when: "of one association", large: 398 }),
  listWorld("get-relations-by-record", { ...relations, props: ofAssociations(({ wanted, other }) => [wanted, other]) }, { when: "of two associations" }),
  recordWorld<Association>("get-association", {
    shelf: ({ sandbox }) => sandbox.store.associations,
    make: (stage, id) => newAssociation(stage, id, "Owner"),
    fields: {
      firstObjectLabel: { of: ({ firstObjectLabel }) => firstObjectLabel, set: (row, firstObjectLabel) => ({ ...row, firstObjectLabel }) },
      secondObjectLabel: { of: ({ secondObjectLabel }) => secondObjectLabel, set: (row, secondObjectLabel) => ({ ...row, secondObjectLabel }) },
    },
    props: (_, associationId) => ({ props: { associationId } }),
  }),
  valueWorld("get-association-key", {
    open: (stage) => {
      const { sandbox: { store }, locationId } = stage;
      const other = newAssociation(stage, stage.id(), "Owner");
      const [former, latter] = [stage.id(), stage.id()];
      const put = (id: string, label: string) => store.associations.put({ ...newAssociation(stage, id, label), firstObjectKey: "contact", secondObjectKey: PET, key: KEY });
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
      if (stage.size > 1) put(former, "Owner");
      return {
        props: { keyName: KEY },
        acts: {
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
    told: ({ id, firstObjectLabel, _event }) => {
      const { kind } = _event as { kind: string }; // every trigger adds it
      return kind === "deleted" ? undefined : `${text(id)} ${text(firstObjectLabel)}`;
    },
    kinds: (before, after) => [after === undefined ? "deleted" : before === undefined ? "created" : "updated"],
  }),
];
