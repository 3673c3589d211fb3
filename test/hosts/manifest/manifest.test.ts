/** dist/manifest.json: plain data, true to the components, and enough for other hosts to build forms and tools from. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import isEqual from "lodash/isEqual.js";
import { distFolder, loadOperation, readCatalog } from "../../../local/cli/catalog.ts";
import { manifestOf } from "../../../hosts/manifest/index.ts";
import { coerce } from "../../../hosts/runtime/props/coerce.ts";
import { cleaned } from "../../../common/input/form.ts";
import { Manifest } from "../../../hosts/manifest/model.ts";
import type { ManifestField, ManifestOperation, ManifestOutput } from "../../../hosts/manifest/model.ts";
import { returned } from "../../../hosts/manifest/output.ts";
import { exampleOf } from "../../../hosts/manifest/examples.ts";
import { groupsOf } from "../../../hosts/manifest/groups.ts";
import { titleOf, verbAndObject } from "../../../hosts/manifest/names.ts";
import { sampled } from "../../support/effort.ts";
import { isPromised } from "../../support/promised.ts";
import { allSamples } from "../../../hosts/manifest/samples.ts";

const read = (name: string): unknown => JSON.parse(readFileSync(`${distFolder(process.env)}/${name}`, "utf8"));
const manifest = Manifest.parse(read("manifest.json"));
const operation = (slug: string): ManifestOperation => manifest.operations.find((one) => one.slug === slug)!;
const field = (slug: string, prop: string): ManifestField => operation(slug).fields.find((one) => one.prop === prop)!;

const ajv = new Ajv2020({ allErrors: true, strict: false });
formats.default(ajv);

/** Where a sample does not fit a schema, one line each. */
function misfits(sample: unknown, { schema }: ManifestOutput): string[] {
  const validate = ajv.compile(schema);
  validate(sample);
  return validate.errors?.map(({ instancePath, message }) => `${instancePath} ${message}`) ?? [];
}

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

describe.each(sampled(manifest.operations, 6).map((one) => [one.slug, one] as const))("%s", (slug, { fields, sample, output, summary, description }) => {
  it("has a sample, which its output schema takes", () => {
    expect(misfits(sample, output)).toEqual([]);
    // What an action beside the catalog returns need not be recorded.
    if (isPromised(slug)) expect(sample).not.toBeNull();
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

describe("output schemas", () => {
  it("are the API's, but for what the operation makes itself", () => {
    const own = ["succeeded", "messageId", "calendarId", "contactId"];
    const inferred = manifest.operations.filter(({ slug, output }) => isPromised(slug) && output.from === "sample");
    expect(inferred.filter(({ sample }) => !own.includes(Object.keys([sample].flat()[0] as object)[0]!)).map(({ slug }) => slug)).toEqual([]);
    expect(inferred.filter(({ type }) => type === "trigger").map(({ slug }) => slug)).toEqual(["get-free-slots", "download-transcription", "get-message-recording", "get-message-transcription"]);
  });

  const task = operation("get-contact-task-by-id");
  const broken = (change: object) => misfits({ ...task.sample as object, ...change }, task.output);

  it.each<[what: string, change: object, says: string]>([
    ["a list where the API has a text", { title: ["Call"] }, "/title must be string,number,null"],
    ["a text where the API has yes or no", { completed: "no" }, "/completed must be boolean,null"],
    ["an event that it cannot emit", { _event: { kind: "closed", detectedAt: "2026-01-15T09:30:00.000Z" } }, "/_event/kind must be equal to one of the allowed values"],
    ["no word of what happened", { _event: undefined }, " must have required property '_event'"],
  ])("refuse %s", (_, change, says) => {
    expect(broken({})).toEqual([]);
    expect(broken(change)).toEqual([says]);
  });

  const endpoint = { method: "GET", path: "/contacts/{contactId}/tasks/{taskId}", version: "2021-07-28" } as const;

  it("do not follow a sample that the API contradicts, and have what only the sample shows", () => {
    const sample = { id: "a", title: "Call", body: ["not a text"], priority: 1 };
    const output = returned(sample, [endpoint]);
    expect(output.from).toBe("api");
    expect(misfits(sample, output)).toEqual(["/body must be string,number,null"]);
    expect(output.schema.properties).toMatchObject({ priority: { type: ["number", "string", "null"] }, dueDate: { type: ["string", "number", "null"] } });
  });

  it("are what the sample looks like where the API documents nothing of the kind, also for lists", () => {
    expect(returned([{ succeeded: true }], [endpoint])).toEqual({ from: "sample", schema: { type: "array", items: { type: "object", properties: { succeeded: { type: ["boolean", "null"] } } } } });
  });
});

/** Where the form refuses an example, or would send something else than it says. */
function exampleProblems(fields: Pick<ManifestField, "prop" | "type" | "example">[]): string[] {
  return fields.filter(({ example }) => example !== undefined).flatMap(({ prop, type, example }) => {
    const typed = coerce(example, { type, label: prop, optional: false, hidden: false, default: undefined, withLabel: false, secret: false });
    if ("problem" in typed) return [`${prop} ${typed.problem}`];
    try {
      const read = { [prop]: example, ...cleaned({ [prop]: typed.value }) }[prop];
      return isEqual(read, example) ? [] : [`${prop} is read as ${JSON.stringify(read)}`];
    } catch (error) {
      return [(error as Error).message]; // cleaned() throws nothing else
    }
  });
}

const DROPDOWN = { endpoints: [], dependsOn: [], searchable: true, paged: false };

describe("examples", () => {
  it.each<[what: string, field: Partial<ManifestField>, example: unknown]>([
    ["a date has that of its format", { format: "date", description: "A birthday" }, "1990-09-25"],
    ["a text has that of its description, whatever the format", { format: "url", description: "The link, such as `https://example.com/a.pdf`" }, "https://example.com/a.pdf"],
    ["each text of a list has one", { type: "string[]", format: "email" }, ["maya@example.com"]],
    ["JSON is what it stands for", { type: "object", description: "Names. Example: `{ \"a\": 1 }`" }, { a: 1 }],
    ["a number is one", { type: "integer", description: "Minutes, such as `15`" }, 15],
    ["a text that holds for some values only is none", { description: "The value. Write a number such as `+12025550143`" }, undefined],
    ["plain words need none", { description: "The first name" }, undefined],
    ["what is chosen needs none", { format: "time-zone", list: "timeZone" }, undefined],
    ["a record that is chosen needs none", { format: "id", dropdown: DROPDOWN }, undefined],
    ["a time that can be written instead of chosen has one", { format: "date-time", dropdown: DROPDOWN }, "2026-12-01T09:00:00-05:00"],
  ])("%s", (_, given, example) => {
    expect(exampleOf({ type: "string", description: "A text", ...given })).toEqual(example);
  });

  it("are taken as they are", () => {
    expect(manifest.operations.flatMap(({ slug, fields }) => exampleProblems(fields).map((problem) => `${slug}: ${problem}`))).toEqual([]);
  });

  it.each<[Pick<ManifestField, "prop" | "type" | "example">, string]>([
    [{ prop: "forward", type: "object", example: "{" }, "forward must be a JSON object"],
    [{ prop: "contactId", type: "string", example: "id of a contact" }, "is a name, and this field takes an ID"],
    [{ prop: "phone", type: "string", example: "\u200b+12025550143" }, "phone is read as \"+12025550143\""],
  ])("that are wrong are told: %j", (field, says) => {
    expect(exampleProblems([field]).join()).toContain(says);
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
