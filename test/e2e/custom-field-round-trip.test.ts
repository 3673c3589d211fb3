/** What triggers emit of custom fields can be handed to every action that takes them, and comes back as it was. */
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { startSandbox } from "../../local/sandbox/index.ts";
import type { Sandbox } from "../../local/sandbox/index.ts";
import { sampled } from "../support/effort.ts";
import { run, source } from "./support.ts";
import type { Fields } from "./support.ts";

type Model = "contact" | "opportunity";
type Row = Fields & { id: string };

const FILES = {
  u1: { meta: { fieldname: "field", originalname: "offer.pdf", uuid: "u1" }, url: "https://example.com/w_400,h_400/offer.pdf", documentId: "d1" },
  u2: { meta: { fieldname: "field", originalname: "plan.pdf", uuid: "u2" }, url: "https://example.com/plan.pdf", documentId: "d2" },
};

/** Each kind of field with a value of its own. */
const KINDS: Record<string, { stored: unknown; options?: (string | { id: string; label: string; prefillValue: string })[] }> = {
  TEXT: { stored: "00123" },
  LARGE_TEXT: { stored: "Line 1\n[2], \"three\"" },
  NUMERICAL: { stored: -12.5 },
  FLOAT: { stored: 0.25 },
  MONETORY: { stored: 1250.5 },
  DATE: { stored: "2026-12-24" },
  PHONE: { stored: "+12025550143" },
  EMAIL: { stored: "billing@example.com" },
  SINGLE_OPTIONS: { stored: "Very, very large", options: ["Small", "Very, very large"] },
  RADIO: { stored: "5", options: ["5", "10"] },
  CHECKBOX: { stored: ["Yoga, beginners", "Running"], options: ["Yoga", "Running", "Yoga, beginners"] },
  MULTIPLE_OPTIONS: { stored: ["English"], options: ["English", "Spanish"] },
  TEXTBOX_LIST: { stored: { b1: "Ann", b3: "a, b" }, options: ["b1", "b2", "b3"].map((id) => ({ id, label: `Box ${id}`, prefillValue: "" })) },
  FILE_UPLOAD: { stored: FILES },
  SIGNATURE: { stored: { url: "https://example.com/signature.png", meta: { timestamp: 1798070400000 } } },
};
const eventTypes = Object.keys(KINDS);
const idOf = (model: Model, kind: string) => `${model}-${kind}`;
const storedIn = (model: Model) => eventTypes.map((kind) => ({ id: idOf(model, kind), value: KINDS[kind]!.stored }));

let sandbox: Sandbox;
let contactId: string;
let opportunityId: string;
let changes = 0;

beforeAll(async () => {
  sandbox = await startSandbox({ rateLimit: false });
  const { store, locationId } = sandbox;
  for (const model of ["contact", "opportunity"] as const) {
    for (const kind of eventTypes) {
      store.customFields.put({
        id: idOf(model, kind), locationId, model, name: kind, fieldKey: `${model}.${kind.toLowerCase()}`, placeholder: "", dataType: kind, position: 1,
        picklistOptions: KINDS[kind]!.options, dateAdded: 0,
      });
    }
  }
  const business = store.businesses.in(locationId)[0]!;
  contactId = store.contacts.insert([{ locationId, firstName: "Iris", email: "iris@example.com", businessId: business.id, customFields: storedIn("contact") }])[0]!.id;
  const pipeline = store.pipelines.in(locationId)[0]!;
  opportunityId = store.opportunities.insert({
    locationId, contactId, name: "Deal", pipelineId: pipeline.id, pipelineStageId: pipeline.stages[0]!.id, customFields: storedIn("opportunity"),
  }).id;
});
afterAll(() => sandbox.close());

/** Triggers that emit custom fields, and a change that makes those of one record tell it. */
const triggers: { slug: string; model: Model; what?: string; props?: () => Fields; change?: () => unknown }[] = [
  { slug: "search-contacts", model: "contact" },
  { slug: "list-contacts", model: "contact" },
  { slug: "get-contacts-by-business", model: "contact", props: () => ({ businessId: sandbox.store.contacts.get(contactId)!.businessId }) },
  { slug: "get-contact", model: "contact", props: () => ({ contactId }), change: () => sandbox.store.contacts.update(contactId, { city: `City ${++changes}` }) },
  { slug: "search-opportunities", model: "opportunity" },
  { slug: "search-opportunities", model: "opportunity", what: "the simple search", props: () => ({ searchWith: "simple", eventTypes: ["created"] }) },
  { slug: "get-opportunity", model: "opportunity", props: () => ({ opportunityId }), change: () => sandbox.store.opportunities.update(opportunityId, { name: `Deal ${++changes}` }) },
];

/** The custom fields of the record as the trigger emits it. */
async function emitted({ slug, model, props, change }: (typeof triggers)[number]): Promise<Row[]> {
  const trigger = await source(sandbox, slug, props?.() ?? {});
  const { emitted: samples } = await trigger.deploy();
  await change?.();
  const { emitted: events } = change ? await trigger.run() : { emitted: samples };
  const id = model === "contact" ? contactId : opportunityId;
  const event = events.map((emission) => emission.event as Fields).find((record) => record.id === id);
  return event?.customFields as Row[]; // the record holds them
}

const valueIn = ({ id: _, type: __, ...row }: Row): unknown => Object.values(row)[0];

/** How an expression of a workflow hands them over. */
const FORMS: Record<string, (rows: Row[]) => Fields[]> = {
  "the list": (rows) => [{ customFields: rows }],
  "the list as JSON text": (rows) => [{ customFields: JSON.stringify(rows) }],
  "each value in a slot": (rows) => rows.map((row) => {
    const value = valueIn(row);
    return { customField1: row.id, customFieldValue1: value !== null && typeof value === "object" ? JSON.stringify(value) : String(value) };
  }),
  "each row in a slot": (rows) => rows.map((row) => ({ customField1: row.id, customFieldValue1: JSON.stringify(row) })),
  "the values by id": (rows) => [{ customFields: Object.fromEntries(rows.map((row) => [row.id, valueIn(row)])) }],
  "the values by id, each as JSON text": (rows) => [{ customFields: Object.fromEntries(rows.map((row) => {
    const value = valueIn(row);
    return [row.id, value !== null && typeof value === "object" ? JSON.stringify(value) : value];
  })) }],
};

/** Writes to a record without custom fields, in as many steps as the form needs. @returns what it has then, by id */
async function written(model: Model, steps: Fields[]): Promise<{ id: string; value: unknown }[]> {
  const { store, locationId } = sandbox;
  if (model === "contact") {
    const { id } = store.contacts.insert([{ locationId, firstName: "Copy" }])[0]!;
    for (const props of steps) await run(sandbox, "update-contact", { contactId: id, ...props });
    return store.contacts.get(id)!.customFields;
  }
  const { pipelineId, pipelineStageId } = store.opportunities.get(opportunityId)!;
  const { id } = store.opportunities.insert({ locationId, contactId, name: "Copy", pipelineId, pipelineStageId });
  for (const props of steps) await run(sandbox, "update-opportunity", { opportunityId: id, ...props });
  return store.opportunities.get(id)!.customFields;
}

const byId = (rows: { id: string; value: unknown }[]) => Object.fromEntries(rows.map(({ id, value }) => [id, value]));

describe.each(triggers.map((row) => ({ ...row, name: row.what ? `${row.slug} (${row.what})` : row.slug })))("what $name emits", (trigger) => {
  let rows: Row[];
  beforeAll(async () => {
    rows = await emitted(trigger);
  });

  it("has a value of each kind", () => expect(rows.map(({ id }) => id)).toEqual(storedIn(trigger.model).map(({ id }) => id)));

  it.each(sampled(Object.keys(FORMS), 3))("is taken as %s", async (form) => {
    expect(byId(await written(trigger.model, FORMS[form]!(rows)))).toEqual(byId(storedIn(trigger.model)));
  });

  it("is taken by the other kind of record, by name", async () => {
    const other = trigger.model === "contact" ? "opportunity" : "contact";
    const values = Object.fromEntries(rows.map((row, index) => [eventTypes[index], valueIn(row)]));
    expect(byId(await written(other, [{ customFields: values }]))).toEqual(byId(storedIn(other)));
  });
});

describe("an action that creates takes them too", () => {
  it.each<[slug: string, model: Model, props: () => Fields]>([
    ["create-contact", "contact", () => ({ firstName: "Copy" })],
    ["upsert-contact", "contact", () => ({ email: "copy@example.com" })],
    ["create-opportunity", "opportunity", () => {
      const { store, locationId } = sandbox;
      const other = store.contacts.insert([{ locationId, firstName: "Otis" }])[0]!;
      return { name: "Copy", contactId: other.id, pipelineId: store.opportunities.get(opportunityId)!.pipelineId };
    }],
  ])("%s", async (slug, model, props) => {
    const rows = await emitted(triggers.find(({ slug: of }) => of === `get-${model}`)!);
    const { returnValue } = await run(sandbox, slug, { ...props(), customFields: rows });
    const { id } = returnValue as { id: string }; // the new record
    const record = model === "contact" ? sandbox.store.contacts.get(id) : sandbox.store.opportunities.get(id);
    expect(byId(record!.customFields)).toEqual(byId(storedIn(model)));
  });
});
