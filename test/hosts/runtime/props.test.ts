import { describe, expect, it } from "@jest/globals";
import { PropError, runAction } from "../../../hosts/runtime/index.ts";
import type { Component, PropDefinition, Values } from "../../../hosts/runtime/index.ts";
import { AUTH, failure, fixture, quiet } from "./support.ts";

/** What a one-prop action sees for a value. */
async function seen(definition: PropDefinition | string, given?: unknown): Promise<unknown> {
  const component: Component = { type: "action", name: "One", props: { field: definition }, run(this: unknown) { return (this as Values).field; } };
  return (await runAction(component, { ...quiet, props: given === undefined ? {} : { field: given } })).returnValue;
}

describe("values of props", () => {
  it.each([
    ["string", 5, "5"], ["string", "00123", "00123"], ["string", true, "true"], ["string", "[draft", "[draft"],
    ["integer", "5", 5], ["integer", " -3 ", -3], ["integer", 7, 7],
    ["boolean", "true", true], ["boolean", "False", false], ["boolean", false, false],
    ["string[]", '["a","b"]', ["a", "b"]], ["string[]", ["a", 1], ["a", "1"]], ["string[]", "[draft] x", ["[draft] x"]], ["string[]", "a,b", ["a,b"]],
    ["integer[]", ["1", 2], [1, 2]], ["integer[]", "[1,2]", [1, 2]], ["boolean[]", "true", [true]],
    ["object", '{"a":1}', { a: 1 }], ["object", { a: 1 }, { a: 1 }], ["object", [{ a: 1 }], [{ a: 1 }]], ["object", '[{"a":1}]', [{ a: 1 }]], ["object", [], []],
    ["string[]", [{ a: 1 }, "b"], [{ a: 1 }, "b"]], ["string[]", '[{"a":1}]', [{ a: 1 }]], ["string[]", { a: 1 }, [{ a: 1 }]],
    ["any", "00123", "00123"], ["any", [1, null], [1, null]],
    ["$.vendor.baseId", { id: 1 }, { id: 1 }],
  ])("%s from %j is %j", async (type, given, value) => {
    expect(await seen({ type }, given)).toEqual(value);
  });

  it.each([
    ["string", { a: 1 }, 'Field (field) must be text, not {"a":1}.'],
    ["integer", "5.5", 'Field (field) must be a whole number, not "5.5".'],
    ["integer", "12345678901234567890", 'Field (field) must be a whole number, not "12345678901234567890".'],
    ["boolean", "yes", 'Field (field) must be true or false, not "yes".'],
    ["object", "[1]", 'Field (field) must be a JSON object such as {"name": "value"}, not "[1]".'],
    ["object", [{ a: 1 }, 2], 'Field (field) must be a JSON object such as {"name": "value"}, not [{"a":1},2].'],
    ["object", "{a:1}", 'Field (field) must be a JSON object such as {"name": "value"}, not "{a:1}".'],
    ["integer[]", ["1", "x"], 'Field (field) must be a whole number, not "x" (item 2).'],
    ["$.interface.timer", "soon", 'Field (field) must be seconds, {"intervalSeconds": 60} or {"cron": "0 * * * *"}, not "soon".'],
    ["alert", "x", "field takes no value: it is a notice, not a field."],
  ])("%s refuses %j", async (type, given, message) => {
    const error = await failure(seen({ type, label: "Field" }, given));
    expect(error).toBeInstanceOf(PropError);
    expect(error.message).toBe(message);
  });

  it("keeps to min and max, accepts values that are no option, keeps chosen labels", async () => {
    expect(await seen({ type: "integer", min: 1, max: 5 }, 5)).toBe(5);
    expect((await failure(seen({ type: "integer", min: 1 }, 0))).message).toBe("field must be 1 or more, not 0.");
    expect((await failure(seen({ type: "integer", max: 5 }, 6))).message).toBe("field must be 5 or less, not 6.");
    expect(await seen({ type: "string", options: ["red"] }, "blue")).toBe("blue");
    expect(await seen({ type: "string", withLabel: true }, { label: "A", value: "a" })).toEqual({ label: "A", value: "a" });
  });

  it("takes defaults for what is missing or emptied, and keeps an empty optional text", async () => {
    expect(await seen({ type: "integer", default: 3 })).toBe(3);
    expect(await seen({ type: "integer", default: 3, optional: true }, "")).toBe(3);
    expect(await seen({ type: "string", optional: true }, "")).toBe("");
    expect(await seen({ type: "integer", optional: true }, "")).toBeUndefined();
    expect(await seen("string", "short form")).toBe("short form");
    expect((await failure(seen({ type: "string" }, ""))).message).toBe("field is required.");
    expect(await seen({ type: "string", hidden: true })).toBeUndefined();
  });

  it("takes an app's own events without being given anything", async () => {
    expect(await seen({ type: "$.interface.apphook", appProp: "crm", eventNames: ["a"] })).toEqual({ type: "$.interface.apphook" });
  });

  it.each(["object", "string[]", "any"])("refuses more levels of %s than anything can read", async (type) => {
    const component: Component = { type: "action", props: { rows: { type, label: "Rows" } }, run: () => 1 };
    const text = (levels: number) => `${'{"a":'.repeat(levels)}1${"}".repeat(levels)}`;
    const nested = (levels: number) => JSON.parse(text(levels)) as unknown;
    const refusalOf = async (value: unknown) => failure(runAction(component, { ...quiet, props: { rows: value } }));
    expect((await refusalOf(nested(9_000))).message).toBe("Rows (rows) has more than 200 levels of lists and objects.");
    if (type === "object") expect((await refusalOf(text(9_000))).message).toBe("Rows (rows) has more than 200 levels of lists and objects.");
    expect(await runAction(component, { ...quiet, props: { rows: nested(150) } })).toMatchObject({ returnValue: 1 });
  });

  it("reports every problem at once, with label and key, and suggests names", async () => {
    const error = await failure(runAction(await fixture("create-card.mjs"), { ...quiet, auth: AUTH, props: { limit: 51, tilte: "x", crm: "token" } }));
    expect((error as unknown as PropError).problems).toEqual([
      "crm takes no value: it is the connected account; give it as auth.",
      "Board (boardId) is required.",
      "Limit (limit) must be 50 or less, not 51.",
      "Title (title) is required.",
      'There is no field "tilte". Did you mean title?',
    ]);
  });

  it("knows a prop by its label, and lists a few where nothing is near", async () => {
    const fields = Array.from({ length: 14 }, (_, index) => [`f${index}`, { type: "string", label: `Field ${index}`, optional: true }]);
    const component: Component = { type: "action", props: { ...Object.fromEntries(fields), eventTypes: { type: "string", label: "Events", optional: true } }, run: () => 1 };
    const message = async (name: string) => (await failure(runAction(component, { ...quiet, props: { [name]: 1 } }))).message;
    expect(await message("events")).toBe('There is no field "events". Did you mean eventTypes (Events)?');
    expect(await message("unheardOf")).toBe('There is no field "unheardOf". Fields: f0, f1, f2, f3, f4, f5, f6, f7, f8, f9 and 5 more.');
  });

  it("lists no settings that work as they are, but knows them", async () => {
    const timer = { type: "$.interface.timer", label: "Polling Interval" };
    const component: Component = { type: "action", props: { timer, seconds: { type: "integer", optional: true, default: 25 }, title: { type: "string", optional: true } }, run: () => 1 };
    const message = async (name: string) => (await failure(runAction(component, { ...quiet, props: { [name]: 1 } }))).message;
    expect(await message("unheardOf")).toBe('There is no field "unheardOf". Fields: title.');
    expect(await message("second")).toBe('There is no field "second". Did you mean seconds?');
  });

  it("names no props that take no value", async () => {
    const app = { type: "app" as const, app: "crm" };
    const component: Component = { type: "action", props: { crm: app, db: "$.service.db", note: { type: "alert" }, title: { type: "string", optional: true }, limit: { type: "integer", optional: true } }, run: () => 1 };
    const message = async (name: string) => (await failure(runAction(component, { ...quiet, auth: AUTH, props: { [name]: 1 } }))).message;
    expect(await message("unheardOf")).toBe('There is no field "unheardOf". Fields: title, limit.');
    expect(await message("notee")).toBe('There is no field "notee". Fields: title, limit.');
  });

  it("says which propDefinition does not exist", async () => {
    const app = { type: "app" as const, app: "crm" };
    const component: Component = { type: "action", props: { app, id: { propDefinition: [app, "ids"] } }, run: () => 1 };
    expect((await failure(runAction(component))).message).toBe('Prop "id" refers to propDefinition "ids" of app "crm", which does not exist.');
  });

  it("follows a propDefinition of another propDefinition", async () => {
    const base = { type: "app" as const, app: "base", propDefinitions: { n: { type: "integer", label: "N", default: 1, max: 9 } } };
    const app = { type: "app" as const, app: "crm", propDefinitions: { n: { propDefinition: [base, "n"] as [typeof base, string], default: 2 } } };
    expect(await seen({ propDefinition: [app, "n"] })).toBe(2);
    expect((await failure(seen({ propDefinition: [app, "n"] }, 10))).message).toBe("N (field) must be 9 or less, not 10.");
  });
});

describe("additionalProps", () => {
  it("adds props that depend on the values, coerces and requires them", async () => {
    const component = await fixture("sheet-row.mjs");
    const run = (props: Values) => runAction(component, { ...quiet, auth: AUTH, props });
    expect((await run({ sheet: "people", note: "n", col_name: "Ann", col_age: "41" })).returnValue).toEqual({ col_name: "Ann", col_age: 41 });
    expect((await failure(run({ sheet: "people", note: "n", col_name: "Ann" }))).message).toBe("age (col_age) is required.");
    expect((await failure(run({ sheet: "broken" }))).message).toBe("Note (note) is required.");
    expect((await failure(run({ sheet: "other", note: "n", col_name: "Ann" }))).message).toContain('There is no field "col_name".');
  });

  it("may hide a required prop, without touching the component for the next run", async () => {
    const component = await fixture("sheet-row.mjs");
    expect((await runAction(component, { ...quiet, auth: AUTH, props: { sheet: "hidden" } })).returnValue).toEqual({});
    expect((await failure(runAction(component, { ...quiet, auth: AUTH, props: { sheet: "other" } }))).message).toBe("Note (note) is required.");
  });

  /** Asked for the fields beside `kind`, and what it saw each time. */
  const growing = (fields: (self: Values) => Values) => {
    const asked: Values[] = [];
    const component: Component = {
      type: "action",
      name: "Growing",
      props: { kind: { type: "string", reloadProps: true, optional: true } },
      async additionalProps(this: unknown) {
        asked.push({ ...this as Values });
        return fields(this as Values);
      },
      run(this: unknown) { return { ...this as Values }; },
    };
    const run = async (props: Values) => (await runAction(component, { ...quiet, props })).returnValue;
    return { run, asked };
  };
  const text = { type: "string" };

  it("keeps a field that it adds only while it is empty, with what was filled in", async () => {
    const { run, asked } = growing(({ note }) => (note === undefined ? { note: text } : {}));
    expect(await run({ kind: "a", note: "hello" })).toEqual({ kind: "a", note: "hello" });
    expect(asked).toEqual([{ kind: "a" }]);
    expect((await failure(run({ kind: "a" }))).message).toBe("note is required.");
  });

  it("asks again for a field that reloads the form, and keeps what was there before it", async () => {
    const { run, asked } = growing(({ owner }) => (owner === undefined ? { owner: { ...text, reloadProps: true }, note: text } : { owner: { ...text, reloadProps: true }, field: text }));
    expect(await run({ kind: "a", owner: "o", note: "n", field: "f" })).toEqual({ kind: "a", owner: "o", note: "n", field: "f" });
    expect(asked).toEqual([{ kind: "a" }, { kind: "a", owner: "o", note: "n" }]);
  });

  it("refreshes the form where a field needs one that reloads nothing", async () => {
    const { run } = growing(({ count }) => ({ count: { type: "integer" }, ...Object.fromEntries(Array.from({ length: Number(count ?? 0) }, (_, n) => [`row${n}`, text])) }));
    expect(await run({ kind: "a", count: 2, row0: "x", row1: "y" })).toEqual({ kind: "a", count: 2, row0: "x", row1: "y" });
    expect((await failure(run({ kind: "a", count: 1, row0: "x", row1: "y" }))).message).toContain('There is no field "row1".');
  });

  it("passes on its error, masked", async () => {
    const error = await failure(runAction(await fixture("sheet-row.mjs"), { ...quiet, auth: AUTH, props: { sheet: "broken", note: "n" } }));
    expect(error.message).toBe("no sheet for [$auth.api_key]");
  });
});
