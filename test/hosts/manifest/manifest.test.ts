/** dist/manifest.json: plain data, true to the components, and enough for other hosts to build forms and tools from. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { distFolder, loadOperation, readCatalog } from "../../../local/cli/catalog.ts";
import { manifestOf } from "../../../hosts/manifest/index.ts";
import { Manifest } from "../../../hosts/manifest/model.ts";
import type { ManifestField, ManifestOperation } from "../../../hosts/manifest/model.ts";
import { groupsOf } from "../../../hosts/manifest/groups.ts";
import { titleOf, verbAndObject } from "../../../hosts/manifest/names.ts";
import { sampled } from "../../support/effort.ts";
import { allSamples } from "../../../hosts/manifest/samples.ts";

const read = (name: string): unknown => JSON.parse(readFileSync(`${distFolder(process.env)}/${name}`, "utf8"));
const manifest = Manifest.parse(read("manifest.json"));
const operation = (slug: string): ManifestOperation => manifest.operations.find((one) => one.slug === slug)!;
const field = (slug: string, prop: string): ManifestField => operation(slug).fields.find((one) => one.prop === prop)!;

const ajv = new Ajv2020({ allErrors: true, strict: false });
formats.default(ajv);

describe("the manifest", () => {
  it("is plain JSON, as the components make it", async () => {
    const samples = allSamples();
    const built = await Promise.all(readCatalog(process.env).map(async ({ slug }) => ({ ...await loadOperation(slug, process.env), sample: samples[slug] })));
    expect(manifestOf(built)).toEqual(read("manifest.json"));
  });

  it("has the form that its JSON Schema says, which other things have not", () => {
    const validate = ajv.compile(read("manifest.schema.json") as object);
    validate(manifest);
    expect(validate.errors).toBeNull();
    expect(validate({ ...manifest, operations: [{ ...manifest.operations[0], verb: 1 }] })).toBe(false);
  });

  it("lists every built operation once", () => {
    expect(manifest.operations.map(({ slug }) => slug)).toEqual(readCatalog(process.env).map(({ slug }) => slug));
  });

  it("names only what it has: endpoints, lists, props", () => {
    const endpoints = new Set(manifest.endpoints.map(({ name }) => name));
    const dangling = manifest.operations.flatMap(({ slug, fields, groups = [], endpoints: called, ...rest }) => {
      const props = new Set(fields.map(({ prop }) => prop));
      return [
        ...called.filter((name) => !endpoints.has(name)),
        ...fields.flatMap(({ list, dropdown }) => [
          ...list === undefined || list in manifest.lists ? [] : [list],
          ...dropdown?.endpoints.filter((name) => !endpoints.has(name)) ?? [],
          ...dropdown?.dependsOn.filter((name) => !props.has(name)) ?? [],
        ]),
        ...[...groups.flatMap(({ rows }) => rows.flat()), ..."resetOn" in rest ? rest.resetOn : []].filter((name) => !props.has(name)),
      ].map((name) => `${slug}: ${name}`);
    });
    expect(dangling).toEqual([]);
  });
});

describe.each(sampled(manifest.operations, 6).map((one) => [one.slug, one] as const))("%s", (_, { fields, sample, output, summary, description }) => {
  it("has a sample, which its output schema takes", () => {
    const validate = ajv.compile(output as object);
    validate(sample);
    expect(validate.errors).toBeNull();
    expect(sample).not.toBeNull();
  });

  it("has fields that a form can be made of", () => {
    expect(new Set(fields.map(({ prop }) => prop)).size).toBe(fields.length);
    expect(fields.filter(({ label, required, tier, choices, list, dropdown }) => (
      /\bIDs?$/.test(label) && !/^(Form|Pixel|Visitor|Template) ID$/.test(label)
      || (required && tier !== "main")
      || [choices, list, dropdown].filter((part) => part !== undefined).length > 1
    ))).toEqual([]);
    expect(`${summary}${description}`).not.toContain("See the documentation");
  });
});

describe("what hosts read", () => {
  it.each<[slug: string, prop: string, Partial<ManifestField>]>([
    ["create-appointment", "startTime", { format: "date-time", open: true, dropdown: { endpoints: ["getSlots"], dependsOn: ["calendarId", "assignedUserId", "timeZone"], searchable: false, paged: false }, places: [{ in: "body", name: "startTime" }] }],
    ["create-appointment", "calendarId", { format: "id", of: "calendar", required: true, dropdown: { endpoints: ["getCalendars"], dependsOn: ["locationId"], searchable: true, paged: false } }],
    ["update-contact", "contactId", { places: [{ in: "path", name: "contactId" }], dropdown: { endpoints: ["searchContactsAdvanced"], dependsOn: ["locationId"], searchable: true, paged: true } }],
    ["update-contact", "country", { list: "country", open: true, places: [{ in: "body", name: "country" }] }],
    ["update-contact", "customField1", { dropdown: { endpoints: ["getCustomFields"], dependsOn: ["locationId"], searchable: true, paged: false } }],
    ["update-contact", "customFieldValue1", { dropdown: { endpoints: ["getCustomFields"], dependsOn: ["locationId", "customField1"], searchable: false, paged: false } }],
    ["create-user", "password", { secret: true }],
    ["create-user", "role", { choices: [{ label: "Admin", value: "admin" }, { label: "User", value: "user" }] }],
    ["search-contacts", "pollBudget", { tier: "advanced", type: "integer", default: 25, min: 5, max: 270 }],
    ["search-contacts", "eventTypes", { tier: "main", default: ["created", "updated"] }],
  ])("%s, %s", (slug, prop, expected) => {
    expect(field(slug, prop)).toMatchObject(expected);
  });

  it("only lists that nothing checks are open", () => {
    expect(field("create-user", "role").open).toBeUndefined();
    expect(field("search-contacts", "eventTypes").open).toBeUndefined();
  });

  it.each([
    ["search-opportunities", { title: "Opportunity created, updated or changed otherwise", resource: "opportunity", strategy: "incremental", token: "sub-account", intervalSeconds: 900 }],
    ["delete-contact", { verb: "Delete", object: "Contact", deletes: true, annotations: { readOnly: false, destructive: true, idempotent: true }, summary: "Delete a contact from the sub-account." }],
    ["find-contact", { annotations: { readOnly: true, destructive: false, idempotent: true } }],
    ["list-snapshots", { token: "agency" }],
  ])("%s", (slug, expected) => {
    expect(operation(slug)).toMatchObject(expected);
  });

  it("repeating props are groups", () => {
    expect(operation("search-contacts").groups).toEqual([{ name: "filterRows", label: "Filters", rows: [1, 2, 3, 4, 5].map((row) => [`filterField${row}`, `filterOperator${row}`, `filterValue${row}`]) }]);
    expect(operation("create-contact").groups?.[0]?.rows).toHaveLength(10);
    expect(() => groupsOf(["note1", "note2"])).toThrow("The prop note1 is numbered");
  });

  it("names are for people", () => {
    expect(titleOf("contact", ["created"])).toBe("Contact created");
    expect(titleOf("message", ["inbound", "outbound", "activity"])).toBe("Message received, sent or noted as an activity");
    expect(verbAndObject("Upsert Contact")).toEqual({ verb: "Create or Update", object: "Contact" });
    expect(verbAndObject("Bulk Business Update")).toEqual({ verb: "Update", object: "Company of Contacts" });
  });
});
